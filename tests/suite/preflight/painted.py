"""Makes files in which ink comes about in every way that PDF knows, for a comparison of figures.

In: the folder to write to. Out: the files, and `painted.json`: rows of {file, how}, how as `ink.py` takes it. Each file
is a page for the print shop with one thing on a light ground.
"""

import json
import sys
import zlib
from pathlib import Path

sys.dont_write_bytecode = True

from pikepdf import Array, Dictionary, Name, Stream

from bases import BLED, make_print
from kit import PROFILE, add, form, packed, picture, save, spot
from letters import show

MAKERS = []
# A light ground: figures are those of what is added.
GROUND = b"0.1 0 0.2 0 k %.3f %.3f %.3f %.3f re f\n" % (
    BLED[0],
    BLED[1],
    BLED[2] - BLED[0],
    BLED[3] - BLED[1],
)
SQUARE = b" 80 300 80 80 re f "
PLACED = b"q 80 0 0 80 80 300 cm /New Do Q"
CORNERS = [80, 300, 160, 380]


def painted(how="inks"):
    """A file, measured as `ink.py` measures those that are so."""

    def row(function):
        MAKERS.append((function, how))
        return function

    return row


def state(**entries):
    return Dictionary(Type=Name.ExtGState, **entries)


def two(first, last, power=1):
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=list(first), C1=list(last), N=power)


def shaded(pdf, **entries):
    """Fills a square with a shading in the inks of the press."""
    entries = dict(ColorSpace=Name.DeviceCMYK) | entries
    shading = pdf.make_indirect(Dictionary(**entries))
    add(pdf, b"80 300 80 80 re W n /New sh", Shading=dict(New=shading))


@painted()
def gradient_along_a_line(pdf):
    colours = two([0.1, 0.9, 0, 0], [0.9, 0.8, 0.7, 0.3])
    shaded(pdf, ShadingType=2, Coords=[80, 0, 160, 0], Function=colours)


@painted()
def gradient_that_is_darkest_between(pdf):
    """Three colours, of which the middle one has the most ink."""
    parts = [two([0, 0, 0, 0], [0.8, 0.7, 0.6, 0.5]), two([0.8, 0.7, 0.6, 0.5], [0, 0.2, 0, 0])]
    colours = Dictionary(
        FunctionType=3, Domain=[0, 1], Functions=Array(parts), Bounds=[0.3], Encode=[0, 1, 0, 1]
    )
    entries = dict(ShadingType=2, Coords=[90, 310, 150, 370], Function=colours)
    shaded(pdf, **entries, Extend=[True, True])


@painted()
def gradient_of_circles(pdf):
    colours = two([0.7, 0.7, 0.7, 0.6], [0.2, 0, 0, 0], 0.8)
    entries = dict(ShadingType=3, Coords=[110, 340, 3, 125, 345, 38], Function=colours)
    shaded(pdf, **entries, Extend=[True, False])


@painted()
def gradient_of_samples(pdf):
    """A function that is a table, of which one entry is dark."""
    table = bytes([0, 0, 0, 0, 60, 20, 10, 0, 200, 190, 180, 170, 40, 90, 0, 0, 0, 60, 60, 0])
    head = dict(FunctionType=0, Domain=[0, 1], Range=[0, 1] * 4, Size=[5], BitsPerSample=8)
    colours = pdf.make_indirect(packed(pdf, table, **head))
    shaded(pdf, ShadingType=2, Coords=[0, 300, 0, 380], Function=colours)


@painted()
def gradient_of_two_directions(pdf):
    """A calculation from both places (type 1)."""
    head = dict(FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
    code = b"{ 2 copy mul 3 1 roll dup 0.7 mul 3 1 roll exch 0.6 mul exch 0.5 mul }"
    colours = pdf.make_indirect(Stream(pdf, code, **head))
    shaded(pdf, ShadingType=1, Matrix=[80, 0, 0, 80, 80, 300], Function=colours)


def mesh(pdf, kind, data, **entries):
    """A shading of vertices: places in 16 bits over the square, inks in 8."""
    decode = [CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3], *[0, 1] * 4]
    head = dict(ShadingType=kind, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=16, BitsPerComponent=8)
    shading = pdf.make_indirect(packed(pdf, data, Decode=decode, **head, **entries))
    add(pdf, b"/New sh", Shading=dict(New=shading))


def vertex(x, y, inks, flag=None):
    place = b"".join(int(65535 * share).to_bytes(2, "big") for share in (x, y))
    return (b"" if flag is None else bytes([flag])) + place + bytes(int(255 * ink) for ink in inks)


@painted()
def mesh_of_triangles(pdf):
    inks = [[0.9, 0.2, 0.9, 0.1], [0.1, 0.9, 0.3, 0.6], [0.5, 0.5, 0.1, 0], [0.8, 0.7, 0.6, 0.6]]
    places = [(0, 0, 0), (1, 0, 0), (0, 1, 0), (1, 1, 1)]
    data = b"".join(vertex(x, y, ink, flag) for (x, y, flag), ink in zip(places, inks))
    mesh(pdf, 4, data, BitsPerFlag=8)


@painted()
def mesh_of_rows(pdf):
    inks = [[0.1 * x, 0.2 * y, 0.3 * x, 0.15 * x * y] for y in range(3) for x in range(3)]
    places = [(x / 2, y / 2) for y in range(3) for x in range(3)]
    data = b"".join(vertex(x, y, ink) for (x, y), ink in zip(places, inks))
    mesh(pdf, 5, data, VerticesPerRow=3)


def patch(points, inks):
    places = b"".join(int(65535 * share).to_bytes(2, "big") for point in points for share in point)
    return b"\0" + places + bytes(int(255 * part) for ink in inks for part in ink)


EDGE = [
    (0, 0),
    (0.1, 0.3),
    (0, 0.7),
    (0, 1),
    (0.3, 0.9),
    (0.7, 1),
    (1, 1),
    (0.9, 0.7),
    (1, 0.3),
    (1, 0),
    (0.7, 0.1),
    (0.3, 0),
]
CORNER_INKS = [[0.2, 0, 0, 0], [0.9, 0.8, 0.1, 0.2], [0.7, 0.7, 0.7, 0.7], [0, 0.9, 0.9, 0.3]]


@painted()
def mesh_of_patches(pdf):
    mesh(pdf, 6, patch(EDGE, CORNER_INKS), BitsPerFlag=8)


@painted()
def mesh_of_patches_with_points_inside(pdf):
    inside = [(0.3, 0.3), (0.3, 0.7), (0.7, 0.7), (0.7, 0.3)]
    mesh(pdf, 7, patch(EDGE + inside, CORNER_INKS), BitsPerFlag=8)


def tones(parts, size=60, most=200):
    """Samples that change softly, with a dark place of some samples."""
    dark = range(size // 3, size // 3 + 6)
    rows = (
        bytes(
            most if x in dark and y in dark else (x * (part + 1) + y * 2) * 90 // (size * 5)
            for x in range(size)
            for part in range(parts)
        )
        for y in range(size)
    )
    return b"".join(rows)


def shown(pdf, image, before=b"", **resources):
    add(pdf, before + PLACED, XObject=dict(New=image), **resources)


@painted()
def picture_in_four_inks(pdf):
    shown(pdf, picture(pdf, (60, 60), data=tones(4)))


@painted()
def picture_turned_and_slanted(pdf):
    image = picture(pdf, (60, 60), data=tones(4))
    add(pdf, b"60 30 -25 70 120 300 cm /New Do", XObject=dict(New=image))


@painted()
def picture_inverted(pdf):
    """What Photoshop writes: 255 is no ink."""
    shown(pdf, picture(pdf, (60, 60), data=tones(4, most=30), Decode=[1, 0] * 4))


@painted()
def picture_with_a_soft_mask(pdf):
    """It is dark where the mask is thin, and light where it is thick."""
    mask = bytes(255 if x > 30 else 40 for _ in range(60) for x in range(60))
    mask = picture(pdf, (60, 60), space=Name.DeviceGray, parts=1, data=mask)
    shown(pdf, picture(pdf, (60, 60), data=tones(4, most=230), SMask=mask))


@painted()
def picture_with_a_soft_mask_of_another_size(pdf):
    mask = bytes(90 + x * 10 for _ in range(9) for x in range(12))
    mask = picture(pdf, (12, 9), space=Name.DeviceGray, parts=1, data=mask)
    shown(pdf, picture(pdf, (60, 60), data=tones(4), SMask=mask))


@painted()
def picture_with_a_stencil_as_mask(pdf):
    mask = zlib.compress(bytes(0xF0 for _ in range(8)))
    head = dict(Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=1, ImageMask=True)
    mask = pdf.make_indirect(Stream(pdf, mask, Filter=Name.FlateDecode, **head))
    shown(pdf, picture(pdf, (60, 60), data=bytes([180, 170, 160, 20]) * 3600, Mask=mask))


@painted()
def picture_with_colours_left_out(pdf):
    """The colour that is masked is the darkest."""
    colours = bytes([200, 200, 200, 200]), bytes([120, 20, 90, 0])
    samples = b"".join(colours[x // 30] for _ in range(60) for x in range(60))
    shown(pdf, picture(pdf, (60, 60), data=samples, Mask=[190, 210] * 4))


@painted()
def picture_in_grey(pdf):
    shown(pdf, picture(pdf, (60, 60), space=Name.DeviceGray, parts=1, data=tones(1)))


@painted()
def picture_in_grey_that_multiplies(pdf):
    image = picture(pdf, (60, 60), space=Name.DeviceGray, parts=1, data=tones(1))
    before = b"0.8 0.6 0.5 0.1 k" + SQUARE + b"/Mul gs "
    shown(pdf, image, before, ExtGState=dict(Mul=state(BM=Name.Multiply)))


@painted()
def picture_with_a_table(pdf):
    table = bytes([0, 0, 0, 0, 255, 128, 0, 0, 230, 220, 120, 80, 10, 200, 100, 0])
    space = Array([Name.Indexed, Name.DeviceCMYK, 3, table])
    samples = bytes((x // 4 + y // 4) % 4 for y in range(60) for x in range(60))
    shown(pdf, picture(pdf, (60, 60), space=space, data=samples))


@painted()
def picture_with_a_table_of_two_bits(pdf):
    table = bytes([0, 0, 0, 0, 255, 128, 0, 0, 230, 220, 120, 80, 10, 200, 100, 0])
    space = Array([Name.Indexed, Name.DeviceCMYK, 3, table])
    shown(pdf, picture(pdf, (16, 16), space=space, bits=2, data=bytes([0b00011011] * 64)))


@painted()
def stencil(pdf):
    data = zlib.compress(bytes(0xC3 for _ in range(8)))
    head = dict(Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=1, ImageMask=True)
    image = pdf.make_indirect(Stream(pdf, data, Filter=Name.FlateDecode, **head))
    shown(pdf, image, b"0.8 0.7 0.6 0.7 k ")


@painted()
def multiplied(pdf):
    both = b"0.9 0.1 0.8 0 k" + SQUARE + b" /Mul gs 0.5 0.9 0.1 0.6 k" + SQUARE
    add(pdf, both, ExtGState=dict(Mul=state(BM=Name.Multiply)))


def blended(name):
    """Each mode over the same ground; those that blend all plates at once do so as if they were lights."""

    def make(pdf):
        both = b"0.7 0.3 0.5 0.2 k" + SQUARE + b" /Mode gs 0.4 0.8 0.1 0.5 k" + SQUARE
        add(pdf, both, ExtGState=dict(Mode=state(BM=Name("/" + name))))

    make.__name__ = f"blended_{name.lower()}"
    return make


for (
    mode
) in "Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion".split():
    painted()(blended(mode))
for mode in "Hue Saturation Color Luminosity".split():
    painted()(blended(mode))


@painted()
def half_opaque(pdf):
    both = b"0.9 0.1 0.8 0 k" + SQUARE + b" /Half gs 0.5 0.9 0.1 0.8 k" + SQUARE
    add(pdf, both, ExtGState=dict(Half=state(ca=0.5)))


@painted()
def group_that_is_half_opaque(pdf):
    """In a group that knocks out nothing the upper square hides the lower one, and both are thinned together."""
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    inside = form(pdf, b"0.9 0.9 0.9 0.9 k" + SQUARE + b"0.5 0.9 0.1 0.8 k" + SQUARE, Group=group)
    add(
        pdf,
        b"0 0 1 0 k" + SQUARE + b"/Half gs /New Do",
        XObject=dict(New=inside),
        ExtGState=dict(Half=state(ca=0.5)),
    )


@painted()
def group_that_multiplies(pdf):
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    inside = form(pdf, b"0.5 0.9 0.1 0.2 k" + SQUARE, Group=group)
    add(
        pdf,
        b"0.8 0 0.7 0 k" + SQUARE + b"/Mul gs /New Do",
        XObject=dict(New=inside),
        ExtGState=dict(Mul=state(BM=Name.Multiply)),
    )


CYAN = b"1 0.3 0 0 k" + SQUARE


def overprinted(mode, on=True, content=b"0 0.8 0.6 0 k" + SQUARE, **resources):
    def make(pdf):
        over = state(OP=on, op=on, OPM=mode)
        add(pdf, CYAN + b"/New gs " + content, ExtGState=dict(New=over), **resources)

    return make


@painted()
def overprint_of_mode_1(pdf):
    """Plates without ink in the upper square keep that of the lower one."""
    overprinted(1)(pdf)


@painted()
def overprint_of_mode_0(pdf):
    """All four plates are named by DeviceCMYK, and nothing is kept."""
    overprinted(0)(pdf)


@painted()
def overprint_that_is_off(pdf):
    overprinted(1, False)(pdf)


@painted()
def overprint_of_a_picture(pdf):
    """Mode 1 is not for pictures (ISO 32000-1, 8.6.7)."""
    image = picture(pdf, (60, 60), data=bytes([0, 200, 150, 0]) * 3600)
    overprinted(1, content=PLACED, XObject=dict(New=image))(pdf)


@painted()
def overprint_of_black_text(pdf):
    overprinted(1, content=b"0 0 0 1 k " + show("Lit at dusk", 85, 330, 18))(pdf)


@painted()
def overprint_of_lines(pdf):
    overprinted(1, content=b"0 0.9 0.9 0 K 6 w 85 320 m 150 360 l S 0.7 w 85 360 m 150 320 l S")(pdf)


GOLD = [0, 0.2, 0.6, 0.2]


@painted("spots")
def ink_with_a_name(pdf):
    space = spot(pdf, "Gold", GOLD)
    add(pdf, CYAN + b"/New cs 0.9 scn" + SQUARE, ColorSpace=dict(New=space))


@painted("spots")
def ink_with_a_name_that_overprints(pdf):
    space = spot(pdf, "Gold", GOLD)
    overprinted(0, content=b"/New cs 0.9 scn" + SQUARE, ColorSpace=dict(New=space))(pdf)


@painted("spots")
def ink_with_a_name_in_a_gradient(pdf):
    shaded(
        pdf,
        ShadingType=2,
        Coords=[80, 0, 160, 0],
        Function=two([0.3], [0.9]),
        ColorSpace=spot(pdf, "Gold", GOLD),
    )


def mixed(pdf, names):
    """Inks with names, for which a calculation stands in."""
    head = dict(FunctionType=4, Domain=[0, 1] * len(names), Range=[0, 1] * 4)
    rest = b"pop " * len(names) + b"0.5 0.4 0.3 0.1"
    stand_in = pdf.make_indirect(Stream(pdf, b"{ " + rest + b" }", **head))
    return Array([Name.DeviceN, Array([Name("/" + name) for name in names]), Name.DeviceCMYK, stand_in])


@painted("spots")
def inks_with_names(pdf):
    space = mixed(pdf, ["Gold", "Magenta", "Varnish"])
    add(pdf, CYAN + b"/New cs 0.9 0.5 0.4 scn" + SQUARE, ColorSpace=dict(New=space))


@painted("spots")
def inks_with_names_that_overprint(pdf):
    space = mixed(pdf, ["Gold", "Magenta"])
    overprinted(0, content=b"/New cs 0.7 0.5 scn" + SQUARE, ColorSpace=dict(New=space))(pdf)


@painted("spots")
def picture_in_inks_with_names(pdf):
    space = mixed(pdf, ["Black", "Gold"])
    shown(pdf, picture(pdf, (60, 60), space=space, data=tones(2)))


@painted()
def plate_by_its_name_that_overprints(pdf):
    space = spot(pdf, "Black", [0, 0, 0, 1])
    overprinted(0, content=b"/New cs 0.9 scn" + SQUARE, ColorSpace=dict(New=space))(pdf)


@painted()
def ink_on_all_plates(pdf):
    space = spot(pdf, "All", [1, 1, 1, 1])
    add(pdf, b"/New cs 0.8 scn" + SQUARE, ColorSpace=dict(New=space))


def tiled(pdf, content, painted, cell=10, **entries):
    head = dict(
        Type=Name.Pattern, PatternType=1, TilingType=1, BBox=[0, 0, cell, cell], XStep=cell, YStep=cell
    )
    tile = pdf.make_indirect(Stream(pdf, content, Resources=Dictionary(), **head, **entries))
    add(
        pdf,
        painted + SQUARE,
        Pattern=dict(Tile=tile),
        ColorSpace=dict(Under=Array([Name.Pattern, Name.DeviceCMYK])),
    )


@painted()
def pattern_with_colours(pdf):
    tiled(
        pdf,
        b"0.9 0 0.9 0 k 1 1 5 5 re f 0.6 0.6 0.6 0.6 k 4 4 5 5 re f",
        b"/Pattern cs /Tile scn",
        PaintType=1,
    )


@painted()
def pattern_with_the_colour_of_its_place(pdf):
    tiled(pdf, b"1 1 5 5 re f", b"/Under cs 0.8 0.7 0.6 0.4 /Tile scn", PaintType=2)


@painted()
def pattern_scaled_and_turned(pdf):
    matrix = [1.2, 0.8, -0.8, 1.2, 5, 7]
    tiled(pdf, b"0.7 0.8 0.1 0.6 k 1 1 6 6 re f", b"/Pattern cs /Tile scn", PaintType=1, Matrix=matrix)


@painted()
def pattern_that_is_a_gradient(pdf):
    colours = two([0.1, 0.9, 0, 0], [0.9, 0.8, 0.7, 0.3])
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[80, 0, 160, 0], Function=colours)
    pattern = pdf.make_indirect(Dictionary(PatternType=2, Shading=shading))
    add(pdf, b"/Pattern cs /Tile scn" + SQUARE, Pattern=dict(Tile=pattern))


@painted()
def pattern_on_lines(pdf):
    colours = two([0.1, 0.9, 0, 0], [0.9, 0.8, 0.7, 0.3])
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[80, 0, 160, 0], Function=colours)
    pattern = pdf.make_indirect(Dictionary(PatternType=2, Shading=shading))
    add(pdf, b"/Pattern CS /Tile SCN 8 w 80 340 m 160 350 l S", Pattern=dict(Tile=pattern))


@painted()
def clipped_by_a_path(pdf):
    """The darker square shows only where a triangle is."""
    clip = b"q 80 300 m 160 300 l 120 380 l h W n 0.8 0.8 0.7 0.6 k" + SQUARE + b"Q "
    add(pdf, b"0.3 0.2 0 0 k" + SQUARE + clip)


@painted()
def clipped_by_text(pdf):
    text = b"7 Tr " + show("Lit", 80, 320, 60)
    add(pdf, b"q " + text + b" 0.8 0.8 0.7 0.6 k" + SQUARE + b"Q")


@painted()
def text_that_is_stroked(pdf):
    add(pdf, b"1 Tr 0.9 w 0.8 0.8 0.7 0.6 K " + show("Lit", 80, 320, 60))


@painted()
def lines_that_are_dashed(pdf):
    add(pdf, b"0.8 0.8 0.7 0.6 K 3 w [6 4] 0 d 1 J 80 320 m 150 350 l S")


@painted()
def forms_within_forms(pdf):
    inner = form(pdf, b"0.8 0.7 0.6 0.5 k" + SQUARE, BBox=Array(CORNERS))
    outer = form(
        pdf,
        b"q 0.5 0 0 0.5 60 160 cm /Inner Do Q",
        Resources=Dictionary(XObject=Dictionary(Inner=inner)),
        Matrix=[1, 0.2, 0, 1, 0, 0],
    )
    add(pdf, b"/New Do", XObject=dict(New=outer))


@painted()
def sheet_turned_and_cut(pdf):
    """The turn and the crop change nothing of what falls on the plates."""
    add(pdf, b"0.8 0.7 0.6 0.5 k" + SQUARE)
    page = pdf.pages[0].obj
    page.CropBox, page.Rotate = page.BleedBox, 90


@painted("light")
def light_of_a_device(pdf):
    add(pdf, b"0.1 0.2 0.05 rg" + SQUARE)


@painted("light")
def picture_of_light(pdf):
    samples = bytes((x * 4, y * 4, 90)[part] for y in range(60) for x in range(60) for part in range(3))
    shown(pdf, picture(pdf, (60, 60), space=Name.DeviceRGB, parts=3, data=samples))


@painted("light")
def gradient_of_light(pdf):
    entries = dict(ShadingType=2, Coords=[80, 0, 160, 0], ColorSpace=Name.DeviceRGB)
    shaded(pdf, **entries, Function=two([0.9, 0.2, 0.1], [0.1, 0.1, 0.3]))


@painted("light")
def colour_in_lab(pdf):
    space = Array([Name.Lab, Dictionary(WhitePoint=[0.9642, 1, 0.8249], Range=[-128, 127, -128, 127])])
    add(pdf, b"/New cs 20 10 -20 scn" + SQUARE, ColorSpace=dict(New=space))


@painted("light")
def inks_with_the_profile_of_the_press(pdf):
    stream = pdf.make_indirect(packed(pdf, PROFILE.read_bytes(), N=4, Alternate=Name.DeviceCMYK))
    space = Array([Name.ICCBased, stream])
    add(pdf, b"/New cs 0.8 0.7 0.6 0.5 scn" + SQUARE, ColorSpace=dict(New=space))


def main(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for make, how in MAKERS:
        pdf = make_print("plain")
        del pdf.pages[1:]
        pdf.pages[0].obj.Contents = pdf.make_indirect(Stream(pdf, GROUND))
        make(pdf)
        file = f"painted.{make.__name__.replace('_', '-')}.pdf"
        save(pdf, folder / file, "1.6")
        rows.append(dict(file=file, how=how))
    (folder / "painted.json").write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
