"""Faults of fonts."""

from pikepdf import Array, Dictionary, Name, Stream

from kit import add, bad, good, packed
from letters import COUNT, GLYPHS, PROGRAM, WIDTHS, meanings, show, with_licence


def below(pdf):
    """The font of glyphs under the composite font."""
    return pdf.pages[0].Resources.Font.F1.DescendantFonts[0]


def exchange(pdf, program):
    """Puts another program in the place of that of the composite font."""
    below(pdf).FontDescriptor.FontFile2 = packed(pdf, program, Length1=len(program))


@bad("font-embedded", base="office")
def no_program(pdf):
    del below(pdf).FontDescriptor.FontFile2


@bad("font-embedded", base="office", variant="standard")
def standard_font(pdf):
    """One of the fourteen that every reader has, or something like it."""
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    add(pdf, b"BT /He 11 Tf 72 300 Td (Ask us.) Tj ET", Font=dict(He=pdf.make_indirect(font)))


@good("font-embedded", "pdfx-fonts")
def never_shown(pdf):
    """Text behind a scan is found, and not shown: no program is needed for it."""
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    add(pdf, b"BT 3 Tr /He 11 Tf 80 300 Td (Ask us.) Tj ET", Font=dict(He=pdf.make_indirect(font)))


@bad("font-program", base="office", also=["font-glyph", "font-widths", "font-dictionary"])
def program_cut_short(pdf):
    exchange(pdf, PROGRAM[:400])


@bad("font-program", base="office", variant="rubbish", also=["font-glyph", "font-widths", "font-dictionary"])
def program_of_rubbish(pdf):
    exchange(pdf, b"no font " * 500)


@bad("font-widths", base="office")
def width_wrong(pdf):
    widths = list(WIDTHS)
    widths[GLYPHS["e"]] += 100
    below(pdf).W = Array([0, Array(widths)])


@good("font-widths", base="office")
def width_wrong_of_what_is_not_shown(pdf):
    widths = list(WIDTHS)
    widths[GLYPHS["~"]] += 100
    below(pdf).W = Array([0, Array(widths)])


@bad("font-dictionary", base="office")
def no_map_of_glyphs(pdf):
    """ISO 19005 and 14289 want CIDToGIDMap for a font that is embedded."""
    del below(pdf).CIDToGIDMap


@bad("font-dictionary", base="office", variant="widths", also=["font-widths"])
def fewer_widths_than_codes(pdf):
    font = pdf.pages[0].Resources.Font.F2
    font.Widths = Array(list(font.Widths)[:40])


@bad("font-dictionary", base="office", variant="descriptor", also=["font-embedded"])
def no_descriptor(pdf):
    del pdf.pages[0].Resources.Font.F2.FontDescriptor


@bad("font-glyph", base="office")
def glyph_missing(pdf):
    """The box that says that there is no such letter."""
    add(pdf, b"BT /F1 11 Tf 72 300 Td <0000> Tj ET")


@bad("font-glyph", base="office", variant="number", also=["font-widths"])
def glyph_beyond_the_program(pdf):
    add(pdf, b"BT /F1 11 Tf 72 300 Td <%04X> Tj ET" % (COUNT + 20))


@good("font-glyph", base="office")
def space_alone(pdf):
    add(pdf, show("   ", 72, 300, 11))


@bad("font-meaning", base="screen")
def no_meaning(pdf):
    del pdf.pages[0].Resources.Font.F1.ToUnicode


def means(pdf, letter, meaning):
    pairs = [(glyph, meaning if known == letter else known) for known, glyph in GLYPHS.items()]
    pdf.pages[0].Resources.Font.F1.ToUnicode = pdf.make_indirect(Stream(pdf, meanings(pairs)))


@bad("font-meaning", base="screen", variant="hole")
def a_letter_without_meaning(pdf):
    pairs = [(glyph, letter) for letter, glyph in GLYPHS.items() if letter != "e"]
    pdf.pages[0].Resources.Font.F1.ToUnicode = pdf.make_indirect(Stream(pdf, meanings(pairs)))


@bad("font-meaning-sane", base="screen")
def means_an_unknown_letter(pdf):
    means(pdf, "e", "\ufffd")


@bad("font-meaning-sane", base="screen", variant="private")
def means_something_private(pdf):
    means(pdf, "e", "\ue001")


@bad("font-meaning-sane", base="screen", variant="nothing")
def means_a_control(pdf):
    means(pdf, "e", "\0")


@good("font-meaning-sane", "font-meaning", base="screen")
def means_two_letters(pdf):
    """Glyphs of ligatures stand for several letters."""
    means(pdf, "~", "ffi")


@bad("font-type3")
def letters_of_contents(pdf):
    square = pdf.make_indirect(Stream(pdf, b"600 0 0 0 500 500 d1 0 0 500 500 re f"))
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 600, 600],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(square=square),
        Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name.square]),
        FirstChar=97,
        LastChar=97,
        Widths=[600],
        Resources=Dictionary(),
    )
    content = b"/Over gs 0 0 0 1 k BT /T3 11 Tf 80 300 Td (aaa) Tj ET"
    add(pdf, content, Font=dict(T3=pdf.make_indirect(font)))


@bad("font-licence", base="office")
def not_to_be_embedded(pdf):
    """Restricted: fsType 2 (OpenType, table OS/2)."""
    exchange(pdf, with_licence(2))


@good("font-licence", base="office")
def to_be_embedded_for_viewing(pdf):
    """Preview and print: fsType 4."""
    exchange(pdf, with_licence(4))


@bad("text-small", base="office")
def five_points(pdf):
    add(pdf, show("Printed on paper that was paper before.", 72, 300, 5))


@bad("text-small", base="office", variant="scaled")
def five_points_by_a_matrix(pdf):
    add(pdf, b"0.25 0 0 0.25 0 0 cm " + show("Printed on paper that was paper before.", 288, 1200, 20))


@good("text-small", base="office")
def six_points(pdf):
    add(pdf, show("Printed on paper that was paper before.", 72, 300, 6))
    add(pdf, b"10 0 0 10 72 280 cm BT /F1 1 Tf <%04X> Tj ET" % GLYPHS["a"])
