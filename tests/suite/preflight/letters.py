"""The typeface of the files: a few letters of Source Sans 3, as a composite and as a simple font."""

import io

from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream

from kit import REPOSITORY, packed

FACE = REPOSITORY / "fonts/source-sans-3/SourceSans3_400Regular.ttf"
NAME = "/ABCDEF+SourceSans3-Regular"
LETTERS = [chr(code) for code in range(0x20, 0x7F)]


def cut():
    """The program with these letters alone."""
    font = TTFont(FACE, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[1, 2, 4, 6])
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(LETTERS))
    subsetter.subset(font)
    return font


def program(font):
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


FONT = cut()
PROGRAM = program(FONT)
GLYPHS = {letter: FONT.getGlyphID(FONT.getBestCmap()[ord(letter)]) for letter in LETTERS}
UNITS = FONT["head"].unitsPerEm
COUNT = FONT["maxp"].numGlyphs
WIDTHS = [round(FONT["hmtx"][name][0] * 1000 / UNITS, 2) for name in FONT.getGlyphOrder()]


def with_licence(bits):
    """The program with other permissions to embed it."""
    font = cut()
    font["OS/2"].fsType = bits
    return program(font)


def descriptor(pdf, flags, data):
    head, metrics = FONT["head"], FONT["OS/2"]
    scale = 1000 / UNITS
    box = [round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)]
    return pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(NAME),
            Flags=flags,
            FontBBox=Array(box),
            ItalicAngle=0,
            Ascent=round(metrics.sTypoAscender * scale),
            Descent=round(metrics.sTypoDescender * scale),
            CapHeight=round(metrics.sCapHeight * scale),
            StemV=80,
            FontFile2=packed(pdf, data, Length1=len(data)),
        )
    )


def meanings(pairs):
    """A ToUnicode map."""
    lines = [b"<%04X> <%s>" % (code, text.encode("utf-16-be").hex().upper().encode()) for code, text in pairs]
    head = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /Letters def /CMapType 2 def\n"
    head += b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    body = b"%d beginbfchar\n%s\nendbfchar\n" % (len(lines), b"\n".join(lines))
    return head + body + b"endcmap end end\n"


def composite(pdf):
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(NAME),
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=descriptor(pdf, 4, PROGRAM),
        DW=1000,
        W=Array([0, Array(WIDTHS)]),
        CIDToGIDMap=Name.Identity,
    )
    pairs = [(glyph, letter) for letter, glyph in GLYPHS.items()]
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(NAME),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
            ToUnicode=Stream(pdf, meanings(pairs)),
        )
    )


def simple(pdf):
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(NAME),
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=126,
            Widths=Array([WIDTHS[GLYPHS[letter]] for letter in LETTERS]),
            FontDescriptor=descriptor(pdf, 32, PROGRAM),
        )
    )


def show(text, x, y, size, font="F1"):
    """Shows a line with the composite font."""
    codes = b"".join(b"%04X" % GLYPHS[letter] for letter in text)
    return b"BT /%s %g Tf 1 0 0 1 %.3f %.3f Tm <%s> Tj ET\n" % (font.encode(), size, x, y, codes)


def show_simple(text, x, y, size, font="F2"):
    """Shows a line with the simple font."""
    return b"BT /%s %g Tf 1 0 0 1 %.3f %.3f Tm (%s) Tj ET\n" % (font.encode(), size, x, y, text.encode())
