//! A PDF in, pages as pictures out: by poppler and MuPDF in the colours of a screen, by Ghostscript in ink.

use std::path::Path;
use std::process::Command;

use image::RgbImage;

/// The pages that `pdftoppm` renders with these arguments, or that part of them which they ask for.
pub(super) fn rendered(file: &Path, arguments: &[&str]) -> Vec<RgbImage> {
    let mut pdftoppm = Command::new("pdftoppm");
    let done = pdftoppm.args(arguments).arg(file).output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{done:?}");
    ppm(&done.stdout)
}

/// A page as MuPDF renders it.
pub(super) fn by_mupdf(mutool: &mut Command, file: &Path, page: u32, resolution: u32) -> RgbImage {
    mutool.args(["draw", "-q", "-F", "ppm", "-o", "-", "-r", &resolution.to_string()]);
    let done = mutool.arg(file).arg(page.to_string()).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let mut pages = ppm(&done.stdout);
    assert_eq!(pages.len(), 1, "{}", file.display());
    pages.remove(0)
}

/// The pages of pictures in PPM, one behind the other.
fn ppm(mut rest: &[u8]) -> Vec<RgbImage> {
    let mut pages = Vec::new();
    while !rest.is_empty() {
        let [magic, width, height, most] = [(); 4].map(|()| {
            let end = rest.iter().position(u8::is_ascii_whitespace).unwrap();
            let word = str::from_utf8(&rest[..end]).unwrap();
            rest = &rest[end + 1..];
            word
        });
        assert_eq!((magic, most), ("P6", "255"));
        let (width, height) = (width.parse().unwrap(), height.parse().unwrap());
        let (pixels, after) = rest.split_at(3 * width as usize * height as usize);
        pages.push(RgbImage::from_raw(width, height, pixels.to_vec()).unwrap());
        rest = after;
    }
    pages
}

/// The ink of one pixel: cyan, magenta, yellow and black, of 255.
pub(super) type Ink = [u8; 4];

/// The inks of each page as Ghostscript lays them on, at a resolution; with `bleed`, within the bleed box alone.
///
/// The device `pamcmyk32` writes four bytes a pixel behind a short header, and nothing else.
pub(super) fn inks(gs: &mut Command, file: &Path, resolution: u32, bleed: bool) -> Vec<Vec<Ink>> {
    gs.args(["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pamcmyk32", "-dOverprint=/enable"]);
    gs.args(bleed.then_some("-dUseBleedBox")).arg(format!("-r{resolution}")).arg("-sOutputFile=-");
    let done = gs.arg(file).output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{done:?}");
    pam(&done.stdout)
}

/// The pages of pictures in PAM, one behind the other.
pub(super) fn pam(mut rest: &[u8]) -> Vec<Vec<Ink>> {
    const END: &[u8] = b"ENDHDR\n";
    let mut pages = Vec::new();
    while !rest.is_empty() {
        let end = rest.windows(END.len()).position(|window| window == END).unwrap() + END.len();
        let header = String::from_utf8_lossy(&rest[..end]).into_owned();
        let number = |name: &str| -> usize {
            let line = header.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap().trim().parse().unwrap()
        };
        assert_eq!((number("DEPTH"), number("MAXVAL")), (4, 255), "{header}");
        let (pixels, after) = rest[end..].split_at(4 * number("WIDTH") * number("HEIGHT"));
        pages.push(pixels.as_chunks::<4>().0.to_vec());
        rest = after;
    }
    pages
}

#[test]
fn pictures_in_ink_are_read_one_behind_the_other() {
    let header = "P7\nWIDTH 2\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE CMYK\n# x\nENDHDR\n";
    let mut two = Vec::new();
    for pixels in [[[1, 2, 3, 4], [5, 6, 7, 8]], [[9; 4], [0; 4]]] {
        two.extend(header.as_bytes());
        two.extend(pixels.as_flattened());
    }
    assert_eq!(pam(&two), [[[1, 2, 3, 4], [5, 6, 7, 8]], [[9; 4], [0; 4]]]);
}
