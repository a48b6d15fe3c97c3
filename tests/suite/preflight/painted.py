"""Makes files in which ink comes about in every way that PDF knows, for a comparison of figures.

In: the folder to write to. Out: the files, and `painted.json`: rows of {file, how}, how as `ink.py` takes it. Each file
is a page for the print shop with one thing on a light ground.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import painted_gradients
import painted_pictures
import painted_planes
from kit import save
from painting import MAKERS, page

assert all([painted_gradients, painted_pictures, painted_planes])


def main(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for make, how in MAKERS:
        file = f"painted.{make.__name__.replace('_', '-')}.pdf"
        save(page(make), folder / file, "1.6")
        rows.append(dict(file=file, how=how))
    (folder / "painted.json").write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
