"""The most ink on a spot of each page, as Ghostscript lays it on.

In: a list of {file, how} in JSON, how being `inks` for a file in the inks of the press, `spots` for one with further
inks, `light` for one with other colours, which the profile of the press turns into ink. Out: a list of {file, pages} in
the same order, the ink of each page in percent.

The device `tiff32nc` has four plates, which process colours reach as they are; `tiffsep` has one for each further ink.
Nothing is smoothed, overprint is simulated, and what lies outside of the trim is cut away, with all pixels on its edge:
Ghostscript inks each pixel that a plane touches.
"""

import json
import math
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True

import pikepdf
from PIL import Image

from kit import PROFILE

RESOLUTION = 200
# Relative to the white of the paper, with black point compensation, as most programs convert for a press.
CONVERTED = [
    f"-sOutputICCProfile={PROFILE}",
    f"-sDefaultCMYKProfile={PROFILE}",
    f"--permit-file-read={PROFILE}",
    "-dRenderIntent=1",
    "-dBlackPtComp=1",
]
Image.MAX_IMAGE_PIXELS = None


def edge(page):
    """What is measured of a page, in pixels from the upper left corner of its sheet."""
    box = page.mediabox
    for key in ("/CropBox", "/TrimBox"):
        box = page.obj.get(key, box)
    left, low, right, high = (float(side) for side in page.mediabox)
    x0, y0, x1, y1 = (float(side) for side in box)
    scale = RESOLUTION / 72
    sides = (math.ceil(max(x0 - left, 0) * scale), math.ceil(max(high - y1, 0) * scale))
    return *sides, math.floor((min(x1, right) - left) * scale), math.floor((high - max(y0, low)) * scale)


def most(plates, box):
    """The most ink of all pixels within a box."""
    picture = plates.crop(box)
    return max(sum(inks) for _, inks in picture.getcolors(picture.width * picture.height)) * 100 / 255


def stacked(files, box):
    """The most ink where each plate is a file of its own, in which 0 is full ink."""
    plates = [Image.open(file).convert("L").crop(box).tobytes() for file in files]
    return max(sum(255 - plate for plate in pixel) for pixel in set(zip(*plates))) * 100 / 255


def measured(path, how, folder):
    """The most ink of each page of a file."""
    device = "tiffsep" if how == "spots" else "tiff32nc"
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dNOINTERPOLATE", f"-sDEVICE={device}", f"-r{RESOLUTION}"]
    command += ["-dOverprint=/simulate", "-sCompression=none", f"-sOutputFile={folder}/%d.tif"]
    command += CONVERTED if how == "light" else []
    subprocess.run([*command, path], check=True, stdout=subprocess.DEVNULL)
    with pikepdf.open(path) as pdf:
        boxes = [edge(page) for page in pdf.pages]
    for number, box in enumerate(boxes, 1):
        if how == "spots":
            yield stacked(sorted(folder.glob(f"{number}(*).tif")), box)
        else:
            yield most(Image.open(folder / f"{number}.tif"), box)


def row(entry):
    with tempfile.TemporaryDirectory() as folder:
        pages = [round(ink, 2) for ink in measured(entry["file"], entry["how"], Path(folder))]
    return dict(file=entry["file"], pages=pages)


def main(entries):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        print(json.dumps(list(pool.map(row, json.loads(Path(entries).read_text())))))


if __name__ == "__main__":
    main(sys.argv[1])
