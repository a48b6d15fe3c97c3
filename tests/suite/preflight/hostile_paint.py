"""Hostile pictures, fonts, colours and functions."""

import random

from hostile_kit import BOMB, SHOW, TREE, X, leaf, makes, page, pdf, picture, stream


@makes
def exponential_fonts():
    """Glyphs of contents that show glyphs of the same font."""
    glyph = stream(b"600 0 d0 BT /X 1 Tf (aaaaaaaaaa) Tj ET")
    font = b"/Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1]"
    font += b" /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /X 5 0 R >> >>"
    return page(
        b"BT /X 9 Tf (aaaaaaaaaa) Tj ET", b"<< " + font + b" >>", glyph, resources=b"/Font << /X 5 0 R >>"
    )


@makes
def huge_picture():
    """100,000 by 100,000 samples, and a handful of bytes."""
    entries = b"/Width 100000 /Height 100000 /BitsPerComponent 1 /ColorSpace /DeviceGray"
    return page(SHOW, picture(entries, b"\xaa" * 100), resources=X)


@makes
def huge_picture_of_a_bomb():
    entries = b"/Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /FlateDecode"
    return page(SHOW, picture(entries, BOMB), resources=X)


@makes
def picture_of_no_size():
    entries = b"/Width -5 /Height 99999999999999999999 /BitsPerComponent 255 /ColorSpace /DeviceRGB"
    return page(SHOW, picture(entries, b"abc"), resources=X)


@makes
def huge_jpeg():
    """Its header says 65,000 by 65,000, and there is nothing behind it."""
    head = b"\xff\xd8\xff\xc0\x00\x11\x08\xfd\xe8\xfd\xe8\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00"
    scan = b"\xff\xda\x00\x0c\x03\x01\x00\x02\x00\x03\x00\x00\x3f\x00"
    entries = b"/Width 65000 /Height 65000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode"
    return page(SHOW, picture(entries, head + scan + b"\0" * 100 + b"\xff\xd9"), resources=X)


@makes
def huge_fax():
    entries = (
        b"/Width 1000000 /Height 1000000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode "
    )
    entries += b"/DecodeParms << /K -1 /Columns 1000000 /Rows 1000000 >>"
    return page(SHOW, picture(entries, b"\xff" * 1000000), resources=X)


@makes
def huge_jbig2():
    """A page of four thousand million lines."""
    page_information = (
        b"\0\0\0\0\x30\0\x01\0\0\0\x13" + b"\x7f\xff\xff\xff\x7f\xff\xff\xff" + b"\0" * 8 + b"\0\0\0"
    )
    entries = b"/Width 100 /Height 100 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode"
    return page(SHOW, picture(entries, page_information + bytes(range(256))), resources=X)


@makes
def huge_jpeg_2000():
    size = (
        b"\xff\x51\x00\x29\x00\x00"
        + b"\x7f\xff\xff\xff" * 2
        + b"\0" * 8
        + b"\x00\x00\x00\x01" * 2
        + b"\0" * 8
    )
    data = b"\xff\x4f" + size + b"\x00\x01\x07\x01\x01" + b"\xff\xd9"
    entries = b"/Width 100 /Height 100 /Filter /JPXDecode"
    return page(SHOW, picture(entries, data), resources=X)


@makes
def picture_masks_itself():
    entries = b"/Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 5 0 R /Mask 5 0 R"
    return page(SHOW, picture(entries, b"a" * 81), resources=X)


@makes
def font_of_rubbish():
    rubbish = random.Random(1).randbytes(5000)
    descriptor = b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontFile2 7 0 R >>"
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar -9 /LastChar 2147483647 /Widths [1 2] /FontDescriptor 6 0 R >>"
    program = stream(b"\0\1\0\0\xff\xff" + rubbish)
    return page(b"BT /F 9 Tf (abc) Tj ET", font, descriptor, program, resources=b"/Font << /F 5 0 R >>")


@makes
def font_of_many_letters():
    """Maps of ranges that would be thousands of millions of letters."""
    below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1e30 /W [0 2147483647 500 -5 99999999999 1] >>"
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 8 0 R /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>"
    meaning = b"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"
    encoding = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"
    entries = b"/Type /CMap /CMapName /M /UseCMap 8 0 R"
    others = (font, below, stream(meaning), stream(encoding, entries))
    return page(b"BT /F 9 Tf <00410042> Tj ET", *others, resources=b"/Font << /F 5 0 R >>")


@makes
def circular_colours():
    spaces_ = b"/ColorSpace << /A [/Indexed /B 1 <0001>] /B [/Separation /X /A 6 0 R] /C 5 0 R >>"
    function = b"<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>"
    return page(
        b"/A cs 1 scn 0 0 9 9 re f /C cs 1 scn 0 0 9 9 re f", b"[/Pattern 5 0 R]", function, resources=spaces_
    )


@makes
def profile_of_rubbish():
    rubbish = random.Random(2).randbytes(3000)
    head = b"\0\0\x0b\xb8none\4\0\0\0prtrCMYKLab " + b"\0" * 12 + b"acsp"
    profile = stream(head + rubbish, b"/N 4")
    intent = b"<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (X) /DestOutputProfile 5 0 R >>"
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /OutputIntents [6 0 R] >>"
    leaf_ = leaf(b"/ColorSpace << /P [/ICCBased 5 0 R] >>")
    return pdf([catalogue, TREE, leaf_, stream(b"/P cs 1 0 0 0 scn 0 0 9 9 re f"), profile, intent])


@makes
def huge_function():
    """A table of numbers with sixteen inputs of a thousand each."""
    entries = b"/FunctionType 0 /Domain [%s] /Range [0 1 0 1 0 1 0 1] /Size [%s] /BitsPerSample 32" % (
        b"0 1 " * 16,
        b"1000 " * 16,
    )
    names = b" ".join(b"/I%d" % number for number in range(16))
    colours = b"/ColorSpace << /P [/DeviceN [%s] /DeviceCMYK 5 0 R] >>" % names
    return page(
        b"/P cs " + b"1 " * 16 + b"scn 0 0 9 9 re f", stream(b"\xff" * 1000, entries), resources=colours
    )


@makes
def endless_function():
    """A calculator with a stack of millions."""
    entries = b"/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1 0 1]"
    colours = b"/ColorSpace << /P [/Separation /Gold /DeviceCMYK 5 0 R] >>"
    program = b"{" + b" 1 dup 1000000 copy 2147483647 index" * 1000 + b" {" * 50000 + b"}" * 50000 + b"}"
    return page(b"/P cs 1 scn 0 0 9 9 re f", stream(program, entries), resources=colours)


@makes
def inline_picture_without_end():
    return page(b"BI /W 1000000 /H 1000000 /BPC 8 /CS /CMYK /F [/Fl /Fl] ID " + b"E" * 100000)
