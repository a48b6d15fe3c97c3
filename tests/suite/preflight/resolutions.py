"""Makes files with pictures that are scaled, turned, stretched and nested, and tells their resolutions as poppler does.

In: the folder to write to. Out: the files, and `resolutions.json`: rows of {file, pages}, of each page the least of all
resolutions that `pdfimages -list` tells, across and along the pictures, in pixels to the inch.
"""

import json
import subprocess
import sys
import zlib
from pathlib import Path

sys.dont_write_bytecode = True

from pikepdf import Array, Dictionary, Name, Stream

from bases import make_print
from kit import add, form, picture, save

MAKERS = []


def file(function):
    MAKERS.append(function)
    return function


def place(pdf, matrix, page=0, **entries):
    """Shows a picture of its own where a matrix takes the unit square."""
    numbers = b" ".join(b"%g" % number for number in matrix)
    size = entries.pop("size", (90, 60))
    name = f"New{len(pdf.pages[page].Resources.XObject)}"
    content = b"q " + numbers + b" cm /" + name.encode() + b" Do Q"
    add(pdf, content, page, XObject={name: picture(pdf, size, **entries)})


@file
def scaled(pdf):
    place(pdf, [40, 0, 0, 40, 80, 300])
    place(pdf, [120, 0, 0, 80, 80, 200], page=1)
    place(pdf, [7.5, 0, 0, 5, 80, 200], page=2)


@file
def stretched(pdf):
    """Across and along apart: the lesser counts, whichever it is."""
    place(pdf, [120, 0, 0, 15, 80, 300])
    place(pdf, [15, 0, 0, 120, 80, 200], page=1)
    place(pdf, [30, 0, 0, 200, 80, 100], page=2, size=(200, 40))


@file
def turned(pdf):
    place(pdf, [0, 40, -60, 0, 180, 300])
    place(pdf, [28.284, 28.284, -28.284, 28.284, 180, 200], page=1)
    place(pdf, [-30, 52, -26, -15, 180, 200], page=2)


@file
def mirrored(pdf):
    place(pdf, [-60, 0, 0, 40, 180, 300])
    place(pdf, [60, 0, 0, -30, 80, 300], page=1)


@file
def in_forms(pdf):
    """The matrices of forms and of what is around them count."""
    image = picture(pdf, (90, 60))
    inner = form(
        pdf,
        b"q 60 0 0 40 0 0 cm /Im Do Q",
        Resources=Dictionary(XObject=Dictionary(Im=image)),
        Matrix=Array([0.5, 0, 0, 0.75, 10, 20]),
    )
    outer = form(
        pdf, b"q 2 0 0 2 20 100 cm /Inner Do Q", Resources=Dictionary(XObject=Dictionary(Inner=inner))
    )
    add(pdf, b"1 0 0 1 40 50 cm /Outer Do", XObject=dict(Outer=outer))
    add(pdf, b"q 0.6 0.8 -0.8 0.6 180 50 cm /Outer Do Q", page=1, XObject=dict(Outer=outer))


@file
def in_contents(pdf):
    data = bytes(range(0, 240, 5))
    head = b"BI /W 8 /H 6 /BPC 8 /CS /G ID "
    add(pdf, b"6 0 0 9 80 300 cm " + head + data + b" EI")
    add(pdf, b"4 0 0 2 80 300 cm " + head + data + b" EI", page=1)


@file
def stencils(pdf):
    head = dict(Type=Name.XObject, Subtype=Name.Image, Width=64, Height=48, BitsPerComponent=1)
    data = zlib.compress(bytes(0xAA for _ in range(8 * 48)))
    mask = pdf.make_indirect(Stream(pdf, data, Filter=Name.FlateDecode, ImageMask=True, **head))
    add(pdf, b"16 0 0 24 80 300 cm /Mask Do", XObject=dict(Mask=mask))
    add(pdf, b"30 0 0 10 80 300 cm /Mask Do", page=1, XObject=dict(Mask=mask))


@file
def several(pdf):
    for index, side in enumerate([20, 50, 35]):
        place(pdf, [side, 0, 0, side, 80 + 60 * index, 300])
        place(pdf, [side, 0, 0, side * 0.4, 80 + 60 * index, 300], page=1, size=(33 + index, 17))


@file
def with_masks(pdf):
    """A soft mask is as large as its picture, however fine it is."""
    fine = picture(pdf, (180, 120), space=Name.DeviceGray, parts=1)
    place(pdf, [60, 0, 0, 40, 80, 300], SMask=fine)


def listed(path):
    """The least resolution of each page, over the pictures and stencils that the page shows; masks belong to those."""
    told = subprocess.run(["pdfimages", "-list", path], check=True, capture_output=True, text=True).stdout
    pages = {}
    for line in told.splitlines()[2:]:
        words = line.split()
        # page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio; one in the contents has
        # "[inline]" for both numbers of its object.
        kind, least = words[2], min(int(word) for word in words[-4:-2])
        if kind in ("image", "stencil"):
            page = int(words[0])
            pages[page] = min(pages.get(page, least), least)
    return pages


def main(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for make in MAKERS:
        pdf = make_print("plain")
        for page in pdf.pages:
            page.obj.Contents = pdf.make_indirect(Stream(pdf, b"0.1 0 0.2 0 k 30 30 200 300 re f\n"))
        make(pdf)
        path = folder / f"resolutions.{make.__name__.replace('_', '-')}.pdf"
        save(pdf, path, "1.6")
        pages = listed(path)
        rows.append(dict(file=path.name, pages=[pages.get(page) for page in range(1, len(pdf.pages) + 1)]))
    (folder / "resolutions.json").write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
