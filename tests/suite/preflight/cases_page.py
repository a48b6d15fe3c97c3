"""Faults of boxes, of bleed, and of where things stand on the page."""

from pikepdf import Array

from bases import BLED, HIGH, SHEET, SLUG, TRIM, WIDE
from kit import MM, add, bad, good, replace
from letters import show


@bad("box-media", base="office")
def no_sheet(pdf):
    for page in pdf.pages:
        del page.obj.MediaBox


@bad("box-media", base="office", variant="flat", also=["page-blank", "page-size"])
def sheet_without_area(pdf):
    for page in pdf.pages:
        page.obj.MediaBox = Array([0, 0, 595, 0])


@good("box-media", base="office")
def sheet_is_inherited(pdf):
    for page in pdf.pages:
        del page.obj.MediaBox
    pdf.Root.Pages.MediaBox = Array([0, 0, 595.276, 841.89])


@bad("box-trim", also=["pdfx-boxes", "bleed-box", "bleed-ink"])
def no_trim(pdf):
    for page in pdf.pages:
        del page.obj.TrimBox


@bad("box-nesting", also=["pdfx-boxes", "bleed-ink"])
def bleed_beyond_the_sheet(pdf):
    for page in pdf.pages:
        page.obj.BleedBox = Array([-5, *BLED[1:]])


@bad("box-nesting", variant="trim", also=["pdfx-boxes", "bleed-box", "bleed-ink"])
def trim_beyond_the_bleed(pdf):
    for page in pdf.pages:
        page.obj.TrimBox = Array([*TRIM[:2], BLED[2] + 5, TRIM[3]])


@good("box-nesting", "pdfx-boxes", "bleed-box")
def corners_the_other_way_round(pdf):
    """Any two opposite corners make a rectangle (ISO 32000-1, 7.9.5)."""
    for page in pdf.pages:
        page.obj.TrimBox = Array([TRIM[2], TRIM[3], TRIM[0], TRIM[1]])


@bad("box-crop", also=["pdfx-boxes"])
def cropped_to_the_trim(pdf):
    for page in pdf.pages:
        page.obj.CropBox = Array(TRIM)


@good("box-crop")
def cropped_to_the_sheet(pdf):
    for page in pdf.pages:
        page.obj.CropBox = Array(SHEET)


@bad("bleed-box", variant="crop", also=["box-crop", "pdfx-boxes", "bleed-ink"])
def bleed_is_what_the_crop_leaves(pdf):
    """Without a bleed of its own a page has that of its crop (ISO 32000-1, 14.11.2)."""
    for page in pdf.pages:
        del page.obj.BleedBox
        page.obj.CropBox = Array(TRIM)


def facing(pdf, sides):
    """Takes the bleed away at one side of each page, left or right in turn."""
    for page, left in zip(pdf.pages, sides):
        x0, y0, x1, y1 = BLED
        page.obj.BleedBox = Array([TRIM[0] if left else x0, y0, x1 if left else TRIM[2], y1])


@bad("bleed-spine")
def facing_pages(pdf):
    facing(pdf, [True, False] * len(pdf.pages))


@good("bleed-spine")
def bleed_all_around(pdf):
    pass


@bad("bleed-box", variant="facing")
def the_same_side_of_all_pages(pdf):
    facing(pdf, [True] * len(pdf.pages))


@bad("bleed-box")
def two_millimetres(pdf):
    x0, y0, x1, y1 = TRIM
    for page in pdf.pages:
        page.obj.BleedBox = Array([x0 - 2 * MM, y0 - 2 * MM, x1 + 2 * MM, y1 + 2 * MM])


@good("bleed-box", "pdfx-boxes", "bleed-ink")
def more_than_asked(pdf):
    """The ink goes on for three millimetres, which is what is asked."""
    x0, y0, x1, y1 = TRIM
    for page in pdf.pages:
        page.obj.BleedBox = Array([x0 - 3.01 * MM, y0 - 3.01 * MM, x1 + 3.01 * MM, y1 + 3.01 * MM])


GROUND = b"%.3f %.3f %.3f %.3f re f\n" % (BLED[0], BLED[1], BLED[2] - BLED[0], BLED[3] - BLED[1])


@bad("bleed-ink")
def ground_ends_at_the_trim(pdf):
    replace(pdf, GROUND, b"%.3f %.3f %.3f %.3f re f\n" % (SLUG, SLUG, WIDE, HIGH))


@bad("bleed-ink", variant="side")
def ground_ends_at_the_right(pdf):
    replace(
        pdf,
        GROUND,
        b"%.3f %.3f %.3f %.3f re f\n" % (BLED[0], BLED[1], TRIM[2] + MM - BLED[0], BLED[3] - BLED[1]),
    )


@good("bleed-ink")
def ground_ends_within_the_page(pdf):
    """White paper at the edge needs no bleed."""
    replace(pdf, GROUND, b"%.3f %.3f %.3f %.3f re f\n" % (SLUG + 9, SLUG + 9, WIDE - 18, HIGH - 18))


@bad("bleed-ink", variant="other-colour")
def plane_on_the_ground_ends_at_the_trim(pdf):
    add(pdf, b"0.6 0 0 0 k %.3f 100 80 90 re f" % TRIM[0])


@good("bleed-ink", variant="slant")
def plane_crosses_the_bleed_at_a_slant(pdf):
    """It ends before the edge of the bleed at half of its height, and yet nothing is missing."""
    replace(pdf, GROUND, b"")
    add(pdf, b"0.6 0 0 0 k %.3f 100 m 80 100 l 80 190 l %.3f 190 l f" % (BLED[0] - 20, TRIM[0] + 20))


@bad("page-turned")
def turned(pdf):
    for page in pdf.pages:
        page.obj.Rotate = 90


@good("page-turned")
def turned_by_nothing(pdf):
    for page in pdf.pages:
        page.obj.Rotate = 360


@bad("page-unit", also=["page-size", "bleed-box", "pdfx-boxes"])
def larger_unit(pdf):
    """So little that no picture becomes coarse."""
    for page in pdf.pages:
        page.obj.UserUnit = 1.02


@bad("page-size", variant="print", also=["bleed-ink"])
def page_of_another_size(pdf):
    x0, y0, x1, y1 = TRIM
    pdf.pages[2].obj.TrimBox = Array([x0, y0, x1, y1 - 10])


@bad("safe-zone")
def text_at_the_edge(pdf):
    """One millimetre from the trim."""
    add(pdf, b"/Over gs 0 0 0 1 k " + show("Page 1", SLUG + MM, SLUG + 40 * MM, 9))


@good("safe-zone")
def text_beside_the_page(pdf):
    """Words in the slug are cut off with it."""
    add(pdf, b"/Over gs 0 0 0 1 k " + show("Lanterns 1", SLUG, SLUG - 24, 9))


@bad("hairline")
def line_of_a_tenth(pdf):
    add(pdf, b"/Over gs 0 0 0 1 K 0.1 w 80 300 m 160 300 l S")


@bad("hairline", variant="nothing")
def thinnest_line(pdf):
    """The thinnest line that a device has: nothing that is seen on a press."""
    add(pdf, b"/Over gs 0 0 0 1 K 0 w 80 300 m 160 300 l S")


@bad("hairline", variant="scaled")
def line_made_thin_by_a_matrix(pdf):
    add(pdf, b"/Over gs 0 0 0 1 K 0.1 0 0 0.1 0 0 cm 1 w 800 3000 m 1600 3000 l S")


@bad("hairline", variant="outlined")
def letters_drawn_with_a_thin_line(pdf):
    shown = show("Lanterns", 80, 300, 24).replace(b"BT", b"BT 1 Tr 0.05 w", 1)
    add(pdf, b"/Over gs 0 0 0 1 K 0 0 0 1 k " + shown)


@good("hairline", variant="stroked")
def bar_as_thick_as_its_stroke(pdf):
    add(pdf, b"/Over gs 0 0 0 1 K 0 0 0 1 k 1 w 80 300 90 0.1 re B")


@good("hairline", variant="strips")
def gradient_in_strips(pdf):
    """Office programs and flatteners cut gradients into strips that lie side by side."""
    strips = b"".join(b"%.3f 0 0 0 k %.2f 250 0.2 40 re f " % (0.2 + i / 200, 90 + i * 0.2) for i in range(100))
    add(pdf, strips)


@good("hairline", variant="clipped")
def plane_of_which_a_sliver_is_seen(pdf):
    """The frame of a neighbour on a spread reaches into the page by a hair."""
    add(pdf, b"0.4 0 0 0 k 80 300 0.1 60 re W n 60 300 20.1 60 re f")


# Outside of the trim, partly inside of the bleed: what InDesign and others draw there.
MARKS = b"1 1 1 1 K 0.125 w %.3f %.3f m %.3f 2 l S %.3f %.3f m 2 %.3f l S " % (
    *(TRIM[0], TRIM[1] - 6, TRIM[0]),
    *(TRIM[0] - 6, TRIM[1], TRIM[1]),
)


@good("ink-limit", "hairline", variant="marks")
def marks_for_the_cutter(pdf):
    """They stand in all inks, are thin, and are cut away."""
    add(pdf, b"/Flat gs " + MARKS)


@good("text-small", variant="slug")
def name_of_the_file_beside_the_page(pdf):
    add(pdf, b"/Over gs 0 0 0 1 k " + show("lanterns", TRIM[0] + 20, 6, 4))


@good("hairline")
def line_of_a_quarter(pdf):
    add(pdf, b"/Over gs 0 0 0 1 K 0.25 w 80 300 m 160 300 l S")
