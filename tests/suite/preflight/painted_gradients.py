"""Gradients of every kind (ISO 32000-1, 8.7.4.5)."""

from pikepdf import Array, Dictionary, Name, Stream

from kit import add, packed
from painting import CORNERS, painted, shaded, two


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
