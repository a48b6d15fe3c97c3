"""Planes, patterns, lines and text, inks with names, and what is laid over what."""

from pikepdf import Array, Dictionary, Name, Stream

from kit import PROFILE, add, form, packed, picture, spot
from letters import show
from painting import CORNERS, PLACED, SQUARE, painted, shaded, shown, state, tones, two


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
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    inside = form(pdf, b"0.5 0.9 0.1 0.8 k" + SQUARE, Group=group)
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
    space = mixed(pdf, ["Gold", "Magenta"])
    add(pdf, CYAN + b"/New cs 0.9 0.5 scn" + SQUARE, ColorSpace=dict(New=space))


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
