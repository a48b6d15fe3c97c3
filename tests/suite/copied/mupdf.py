"""Prints the text of a PDF as MuPDF gives it: a form feed after each page."""

import sys

import pymupdf

out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n")
for page in pymupdf.open(sys.argv[1]):
    out.write(page.get_text() + "\f")
