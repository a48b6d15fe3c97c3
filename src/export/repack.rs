pub fn repack(pdf: &[u8]) -> Result<Vec<u8>, lopdf::Error> {
    Ok(pdf.to_vec())
}
