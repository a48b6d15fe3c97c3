"""What the makers of painted files share: the table of them, a page with a light ground, and what is put on it."""

from pikepdf import Dictionary, Name, Stream

from bases import BLED, make_print
from kit import add

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
    """A function from one colour to another."""
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=list(first), C1=list(last), N=power)


def shaded(pdf, **entries):
    """Fills a square with a shading in the inks of the press."""
    entries = dict(ColorSpace=Name.DeviceCMYK) | entries
    shading = pdf.make_indirect(Dictionary(**entries))
    add(pdf, b"80 300 80 80 re W n /New sh", Shading=dict(New=shading))


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


def page(make):
    """A page for the print shop with one thing on a light ground."""
    pdf = make_print("plain")
    del pdf.pages[1:]
    pdf.pages[0].obj.Contents = pdf.make_indirect(Stream(pdf, GROUND))
    make(pdf)
    return pdf
