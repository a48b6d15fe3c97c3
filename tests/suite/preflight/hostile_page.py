"""Hostile contents and boxes: forms in circles, a million marks, numbers that are none."""

import random

from hostile_kit import X, makes, named, page, stream


@makes
def circular_forms():
    return page(
        b"/X Do", named(b"/X Do", b"/X 6 0 R"), named(b"0 0 9 9 re f /X Do", b"/X 5 0 R"), resources=X
    )


@makes
def exponential_forms():
    """Each of 30 forms paints the next twice: a thousand million squares."""
    forms = [named(b"/X Do /X Do", b"/X %d 0 R" % (number + 1)) for number in range(5, 35)]
    return page(b"/X Do", *forms, named(b"0 0 9 9 re f", b""), resources=X)


@makes
def exponential_patterns():
    """Tiles of tiles, each a thousandth of the page."""
    entries = (
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.01 /YStep 0.01 "
    )
    more = b"/Resources << /Pattern << /X %d 0 R >> >>"
    tiles = [
        stream(b"/Pattern cs /X scn 0 0 1 1 re f", entries + more % (number + 1)) for number in range(5, 15)
    ]
    last = stream(b"0 0 1 1 re f", entries + b"/Resources << >>")
    return page(b"/Pattern cs /X scn 0 0 595 842 re f", *tiles, last, resources=b"/Pattern << /X 5 0 R >>")


@makes
def deep_arrays_in_contents():
    return page(b"[" * 100000 + b"]" * 100000 + b" TJ")


@makes
def deep_strings():
    return page(b"BT /F 9 Tf " + b"(" * 1000000 + b")" * 1000000 + b" Tj ET")


@makes
def long_names():
    name = b"/" + b"N" * (1 << 20)
    return page(
        name + b" gs " + name + b" Do " + name + b" cs", resources=b"/ExtGState << %s << /CA 0.5 >> >>" % name
    )


@makes
def wild_numbers():
    wild = [
        b"1e308",
        b"-1e308",
        b"NaN",
        b"inf",
        b"9" * 400,
        b"0." + b"9" * 4000,
        b"-.",
        b"--5",
        b"1e-308",
        b"99999999999999999999",
    ]
    lines = [b"q %s 0 0 %s %s %s cm 0 0 9 9 re f 0 0 m 9 9 l S Q" % (a, b, a, b) for a in wild for b in wild]
    lines += [b"%s w %s M [%s %s] %s d %s i" % (a, a, a, a, a, a) for a in wild]
    lines += [
        b"%s %s %s %s re f %s %s m %s %s %s %s %s %s c S" % (a, b, a, b, a, b, a, b, b, a, a, b)
        for a in wild
        for b in wild
    ]
    lines += [b"%s %s %s %s k %s g" % (a, a, a, a, a) for a in wild]
    lines += [b"BT /F %s Tf %s Tc %s Tw %s Tz %s TL %s Ts %s %s Td (abc) Tj ET" % ((a,) * 8) for a in wild]
    font = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return page(b"\n".join(lines), resources=font)


@makes
def wild_boxes():
    more = b"/TrimBox [1e308 NaN -1e308 inf] /BleedBox [0 0 1e38 1e38] /CropBox [5 5 5 5] /UserUnit 1e300 /Rotate 17"
    return page(b"0 0 9 9 re f", box=b"-1e308 -1e308 1e308 1e308", more=more)


@makes
def huge_page():
    return page(b"0 0 1 0 k 0 0 1e9 1e9 re f 0 0 m 1e9 1e9 l S", box=b"0 0 1000000000 1000000000")


@makes
def thin_page():
    """A thousand million points wide, and a hundredth high."""
    return page(b"0 0 1 0 k 0 0 1e9 1e9 re f 0 0 m 1e9 1e9 l S", box=b"0 0 1000000000 0.01")


@makes
def dashes_without_end():
    return page(
        b"[0.0000001 0.0000001] 0 d 0.00001 w 0 0 m 600 850 l S [0 0] 0 d 0 0 m 600 850 l S [-1 1] 5 d 0 0 m 9 9 l S"
    )


@makes
def pattern_of_tiny_steps():
    entries = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 100 100] "
    entries += b"/XStep 0.00001 /YStep -0.00001 /Resources << >>"
    content = b"/Pattern cs /X scn 0 0 595 842 re f"
    return page(content, stream(b"0 0 50 50 re f", entries), resources=b"/Pattern << /X 5 0 R >>")


@makes
def million_marks():
    return page(b"0 0 500 800 re f\n" * 1000000, pack=True)


@makes
def million_transparent_marks():
    states = b"/ExtGState << /T << /BM /Luminosity /ca 0.5 >> >>"
    return page(b"/T gs\n" + b"0 0 500 800 re f\n" * 1000000, pack=True, resources=states)


@makes
def million_states():
    return page(b"q " * 1000000, pack=True)


@makes
def million_clips():
    return page(b"0 0 m 500 0 l 250 800 l h W n " * 200000 + b"0 0 500 800 re f", pack=True)


@makes
def path_of_a_million_curves():
    rng = random.Random(3)
    curves = b"".join(
        b"%d %d %d %d %d %d c\n" % tuple(rng.randrange(800) for _ in range(6)) for _ in range(300000)
    )
    return page(b"0 0 m\n" + curves + b"f*", pack=True)


@makes
def million_glyphs():
    font = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return page(
        b"BT /F 9 Tf 9 9 Td " + b"(%s) Tj\n" % (b"a" * 1000) * 3000 + b"ET", pack=True, resources=font
    )


@makes
def marked_contents_without_end():
    return page(b"/P <</MCID 1>> BDC\n" * 500000 + b"0 0 9 9 re f", pack=True)


@makes
def contents_of_noise():
    return page(random.Random(4).randbytes(2000000))
