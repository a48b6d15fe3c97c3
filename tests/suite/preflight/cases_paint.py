"""Faults of colour, of ink, of pictures, and of overprint."""

from pikepdf import Array, Dictionary, Name, Stream

from bases import intent
from kit import add, bad, exponential, form, good, packed, picture, spot
from letters import show
from iccprofile import light_press

SQUARE = b" 80 300 40 40 re f"


@good("colour-rgb", also=["colour-calibrated"])
def light_with_a_default(pdf):
    """A default space makes DeviceRGB a colour that is known (ISO 32000-1, 8.6.5.6)."""
    space = Array([Name.CalRGB, Dictionary(WhitePoint=[0.9505, 1, 1.089], Gamma=[2.2, 2.2, 2.2])])
    add(pdf, b"1 0.2 0 rg" + SQUARE, ColorSpace=dict(DefaultRGB=space))


@bad("colour-rgb", "pdfx-colour", variant="picture", also=["ink-limit"])
def picture_of_light(pdf):
    image = picture(pdf, (90, 90), space=Name.DeviceRGB, parts=3)
    add(pdf, b"20 0 0 20 80 300 cm /New Do", XObject=dict(New=image))


@bad("colour-rgb", "pdfx-colour", variant="shading", also=["ink-limit"])
def shading_of_light(pdf):
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[80, 0, 120, 0], Function=exponential([1, 0, 0])
    )
    add(pdf, b"80 300 40 40 re W n /New sh", Shading=dict(New=pdf.make_indirect(shading)))


@bad("colour-rgb", "pdfx-colour", variant="table")
def table_of_light(pdf):
    space = Array([Name.Indexed, Name.DeviceRGB, 1, b"\xff\x80\x40\x20\x10\x05"])
    image = picture(pdf, (90, 90), space=space, data=bytes(i % 2 for i in range(8100)))
    add(pdf, b"20 0 0 20 80 300 cm /New Do", XObject=dict(New=image))


@bad("colour-calibrated", variant="calibrated")
def light_that_is_known(pdf):
    space = Array([Name.CalRGB, Dictionary(WhitePoint=[0.9505, 1, 1.089], Gamma=[2.2, 2.2, 2.2])])
    add(pdf, b"/New cs 1 0.2 0 scn" + SQUARE, ColorSpace=dict(New=space))


@bad(
    "colour-device",
    also=[
        "intent-profile",
        "pdfx-colour",
        "pdfx-group-space",
        "group-space",
        "intent-condition",
        "pdfx-intent",
    ],
)
def inks_for_a_press_of_light(pdf):
    """The intent is a printer that takes red, green and blue, and the page is in CMYK."""
    pdf.Root.OutputIntents = Array([intent(pdf, light_press(), parts=3)])


@good("colour-device")
def grey(pdf):
    """DeviceGray is the black plate of a press with four (ISO 15930-7, 6.2.4)."""
    add(pdf, b"0.7 g" + SQUARE)


@bad("colour-broken", base="office")
def space_of_nothing(pdf):
    space = Array([Name.ICCBased, pdf.make_indirect(Dictionary(N=3))])
    add(pdf, b"/New cs 1 0.2 0 scn" + SQUARE, ColorSpace=dict(New=space))


@bad("colour-broken", base="office", variant="profile")
def profile_of_rubbish(pdf):
    space = Array([Name.ICCBased, pdf.make_indirect(packed(pdf, b"no profile " * 40, N=3))])
    add(pdf, b"/New cs 1 0.2 0 scn" + SQUARE, ColorSpace=dict(New=space))


@bad("colour-broken", base="office", variant="table")
def table_cut_short(pdf):
    space = Array([Name.Indexed, Name.DeviceRGB, 200, b"\xff\x80\x40"])
    add(pdf, b"/New cs 1 scn" + SQUARE, ColorSpace=dict(New=space))


@bad("colour-spot")
def gold(pdf):
    add(pdf, b"/New cs 1 scn" + SQUARE, ColorSpace=dict(New=spot(pdf, "Gold", [0, 0.2, 0.6, 0.2])))


@good("colour-spot")
def process_ink_by_its_name(pdf):
    """Separation Black is the black plate, and no further one."""
    add(pdf, b"/Over gs /New cs 1 scn" + SQUARE, ColorSpace=dict(New=spot(pdf, "Black", [0, 0, 0, 1])))


ALL = [1, 1, 1, 1]


@bad("colour-registration", also=["ink-limit", "colour-spot"])
def registration_on_the_page(pdf):
    add(pdf, b"/New cs 1 scn 80 300 12 12 re f", ColorSpace=dict(New=spot(pdf, "All", ALL)))


@good("colour-registration", "ink-limit", also=["colour-spot"])
def registration_beside_the_page(pdf):
    """Crop marks are in all inks, outside of the bleed."""
    content = b"/New CS 1 SCN 0.5 w 36 2 m 36 20 l S"
    add(pdf, content, ColorSpace=dict(New=spot(pdf, "All", ALL)))


@bad("black-text")
def rich_black_text(pdf):
    add(pdf, b"/Over gs 0.5 0.4 0.4 1 k " + show("Lit at dusk", 80, 300, 10))


@good("black-text")
def blue_text(pdf):
    add(pdf, b"1 0.6 0 0.2 k " + show("Lit at dusk", 80, 300, 14))


@good("black-text", variant="ground")
def rich_black_ground(pdf):
    """A dark ground may have more than black, and only text may not."""
    add(pdf, b"0.5 0.4 0.4 1 k" + SQUARE)


@bad("black-overprint")
def black_text_knocks_out(pdf):
    add(pdf, b"0 0 0 1 k " + show("Lit at dusk", 80, 300, 10))


@good("black-overprint", variant="grey")
def black_text_on_grey(pdf):
    """Where nothing lies under it but black, no white can show around it."""
    ground = b"0 0 0 0 k 70 290 120 40 re f 0 0 0 0.2 k 70 290 120 40 re f "
    add(pdf, b"/Flat gs " + ground + b"0 0 0 1 k " + show("Lit at dusk", 80, 300, 10))


@good("black-overprint", variant="multiplied")
def black_text_is_multiplied(pdf):
    state = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    add(pdf, b"/Mul gs 0 0 0 1 k " + show("Lit at dusk", 80, 300, 10), ExtGState=dict(Mul=state))


def tile(pdf, content, **entries):
    """A cell of a pattern, one centimetre wide."""
    cell = Stream(pdf, content, PatternType=1, PaintType=1, TilingType=1, XStep=28, YStep=28)
    cell.BBox, cell.Resources = Array([0, 0, 28, 28]), Dictionary(entries)
    return pdf.make_indirect(cell)


LIGHT_TILE = b"1 0.2 0 rg 0 0 28 28 re f"


@bad("colour-rgb", "pdfx-colour", variant="tiled-text")
def letters_filled_with_tiles(pdf):
    letters = b"/Pattern cs /Tile scn " + show("LANTERNS", 60, 300, 30)
    add(pdf, letters, Pattern=dict(Tile=tile(pdf, LIGHT_TILE)))


@bad("colour-rgb", "pdfx-colour", variant="tiled-line")
def line_drawn_with_tiles(pdf):
    line = b"/Pattern CS /Tile SCN 12 w 80 300 m 160 320 l S"
    add(pdf, line, Pattern=dict(Tile=tile(pdf, LIGHT_TILE)))


@bad("colour-rgb", "pdfx-colour", variant="bolder")
def letters_with_a_line_around(pdf):
    """Programs make letters bolder so where a font has no bold."""
    shown = show("Lanterns", 80, 300, 14).replace(b"BT", b"BT 2 Tr", 1)
    add(pdf, b"/Over gs 0 0 0 1 k 1 0.2 0 RG 0.6 w " + shown)


@bad("ink-limit", variant="tiled", also=["transparency"])
def tiles_are_multiplied(pdf):
    ground = b"1 1 0 0 k 80 300 60 60 re f "
    state = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    squares = ground + b"/Mul gs /Pattern cs /Tile scn 80 300 60 60 re f"
    pattern = tile(pdf, b"0 0 1 1 k 0 0 28 28 re f")
    add(pdf, squares, ExtGState=dict(Mul=state), Pattern=dict(Tile=pattern))


@good("ink-limit", "colour-rgb", variant="layer", also=["layers"])
def hidden_layer(pdf):
    """Another language on a layer that is switched off."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Deutsch"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Name="As printed", OFF=Array([layer])))
    shown = b"1 1 1 1 k 80 300 40 40 re f 1 0 0 rg 80 200 40 40 re f 0 0 0 1 k "
    text = show("Bei Einbruch der Nacht", 2, 300, 4)
    add(pdf, b"/OC /Deutsch BDC " + shown + text + b" EMC", Properties=dict(Deutsch=layer))


@bad("ink-limit", variant="layer", also=["layers"])
def layer_that_is_shown_where_another_is_not(pdf):
    """Its membership says so: shown unless the other is."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Deutsch"))
    member = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=Array([layer]), P=Name.AllOff))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Name="As printed", OFF=Array([layer])))
    add(pdf, b"/OC /M BDC 1 1 1 1 k 80 300 40 40 re f EMC", Properties=dict(M=member))


@bad("ink-limit")
def too_much_ink(pdf):
    add(pdf, b"0.9 0.8 0.8 0.9 k" + SQUARE)


@bad("ink-limit", variant="multiplied")
def too_much_ink_by_two(pdf):
    """Each of them has little enough, and both together have not."""
    state = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    both = b"0.9 0.1 0.8 0 k" + SQUARE + b" /Mul gs 0.5 0.9 0.1 0.8 k" + SQUARE
    add(pdf, both, ExtGState=dict(Mul=state))


@bad("ink-limit", variant="picture")
def too_much_ink_in_a_picture(pdf):
    image = picture(pdf, (90, 90), data=bytes([240, 220, 210, 200]) * 8100)
    add(pdf, b"20 0 0 20 80 300 cm /New Do", XObject=dict(New=image))


@good("ink-limit")
def just_little_enough(pdf):
    add(pdf, b"0.8 0.7 0.7 0.78 k" + SQUARE)


@good("ink-limit", variant="hidden")
def knocked_out(pdf):
    """What lies under a colour is not printed."""
    add(pdf, b"1 0.9 0.9 0 k" + SQUARE + b" 0.5 0.5 0.5 0.9 k" + SQUARE)


def placed(pdf, samples, points=20, **entries):
    """Adds a picture of so many samples and points on each side."""
    image = picture(pdf, (samples, samples), **entries)
    add(pdf, b"%d 0 0 %d 80 300 cm /New Do" % (points, points), XObject=dict(New=image))


@bad("image-resolution")
def coarse(pdf):
    """216 pixels to the inch."""
    placed(pdf, 60)


@bad("image-coarse")
def very_coarse(pdf):
    """108 pixels to the inch."""
    placed(pdf, 30)


@good("image-resolution", "image-coarse")
def turned_and_fine(pdf):
    """At an angle a picture is as fine as upright."""
    image = picture(pdf, (90, 90))
    add(pdf, b"14.142 14.142 -14.142 14.142 110 300 cm /New Do", XObject=dict(New=image))


@bad("image-line-art")
def line_art_coarse(pdf):
    """302 pixels to the inch: well for tones, and too little for lines."""
    placed(pdf, 84, space=Name.DeviceGray, bits=1)


@good("image-line-art")
def line_art_fine(pdf):
    """612 pixels to the inch."""
    placed(pdf, 170, space=Name.DeviceGray, bits=1)


@bad("image-fine")
def finer_than_needed(pdf):
    """1440 pixels to the inch."""
    placed(pdf, 800, points=40)


@good("image-fine")
def fine(pdf):
    """720 pixels to the inch."""
    placed(pdf, 400, points=40)


def damaged(pdf, image):
    add(pdf, b"20 0 0 20 80 300 cm /New Do", XObject=dict(New=image))


@bad("image-damaged", base="office")
def samples_missing(pdf):
    damaged(pdf, picture(pdf, (90, 90), space=Name.DeviceRGB, data=b"\x80" * 9000))


@bad("image-damaged", base="office", variant="jpeg", also=["file-streams"])
def no_jpeg(pdf):
    image = picture(pdf, (90, 90), space=Name.DeviceRGB, parts=3)
    image.write(b"\xff\xd8\xff\xe0 this is no picture", filter=Name.DCTDecode)
    damaged(pdf, image)


@bad("image-damaged", base="office", variant="dictionary")
def no_height(pdf):
    image = picture(pdf, (90, 90), space=Name.DeviceRGB, parts=3)
    del image.Height
    damaged(pdf, image)


@bad("image-alternates", also=["pdfx-opi"])
def another_for_print(pdf):
    other = Dictionary(Image=picture(pdf, (100, 100)), DefaultForPrinting=True)
    pdf.pages[0].Resources.XObject.Im.Alternates = Array([other])


WHITE = b" 0 0 0 0 k" + SQUARE


@bad("overprint-white")
def white_overprints(pdf):
    """It vanishes on the press, and is seen on the screen."""
    add(pdf, b"/Over gs" + WHITE)


@bad("overprint-white", variant="text")
def white_text_overprints(pdf):
    ground = b"0.8 0.4 0 0.2 k 70 290 120 40 re f "
    add(pdf, ground + b"/Over gs 0 0 0 0 k " + show("Lit at dusk", 80, 300, 14))


@good("overprint-white")
def white_knocks_out(pdf):
    add(pdf, b"/Flat gs" + WHITE)


@good("overprint-white", variant="profile", also=["colour-calibrated"])
def white_of_a_profile(pdf):
    """What becomes the inks of the press paints all four plates, whatever the mode says (ISO 32000-1, table 149)."""
    space = Array([Name.Lab, Dictionary(WhitePoint=[0.9642, 1, 0.8249])])
    add(pdf, b"/Over gs /Light cs 100 0 0 scn" + SQUARE, ColorSpace=dict(Light=space))


@good("group-space", "pdfx-group-space")
def group_of_inks(pdf):
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
    add(pdf, b"/Grp Do", XObject=dict(Grp=form(pdf, b"0.4 0 0.2 0 k" + SQUARE, Group=group)))


@good("group-space", "pdfx-group-space", variant="inherits")
def group_without_a_space(pdf):
    """Its space is that of the group around it (ISO 32000-1, 11.6.6)."""
    group = Dictionary(Type=Name.Group, S=Name.Transparency, I=False)
    add(pdf, b"/Grp Do", XObject=dict(Grp=form(pdf, b"0.4 0 0.2 0 k" + SQUARE, Group=group)))
