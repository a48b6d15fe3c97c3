"""Prints the text of a PDF as pdfium, the reader within Chrome, gives it: a form feed after each page.

With further arguments it searches for each of them instead, and prints a line for each: how often it is found, and, behind a
tab each, what a reader copies who marks what was found.
"""

import sys

import pypdfium2

document = pypdfium2.PdfDocument(sys.argv[1])
pages = [page.get_textpage() for page in document]
out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n")
if len(sys.argv) == 2:
    for page in pages:
        out.write(page.get_text_range().replace("\r\n", "\n") + "\f")
for wanted in sys.argv[2:]:
    copied = []
    for page in pages:
        searcher = page.search(wanted)
        while found := searcher.get_next():
            index, count = found
            boxes = [page.get_charbox(at) for at in range(index, index + count)]
            left, bottom = (min(box[side] for box in boxes) for side in (0, 1))
            right, top = (max(box[side] for box in boxes) for side in (2, 3))
            # A hair of room, since bounds lie on the middle of glyphs.
            copied.append(page.get_text_bounded(left - 0.5, bottom - 0.5, right + 0.5, top + 0.5))
    out.write("\t".join([str(len(copied))] + [" ".join(text.split()) for text in copied]) + "\n")
