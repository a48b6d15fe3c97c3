"""Fills translations into exported files as the tools of translators do: `fill.py FILE ID TEXT [ID TEXT]…`."""

import sys


def fill_po(file, texts):
    import polib

    entries = polib.pofile(file)
    for entry in entries:
        if entry.msgctxt in texts:
            entry.msgstr = texts.pop(entry.msgctxt)
            if "fuzzy" in entry.flags:
                entry.flags.remove("fuzzy")
    # As Poedit does on somebody's computer.
    entries.metadata["X-Generator"] = "Poedit 3.4"
    entries.metadata["Last-Translator"] = "somebody <somebody@example.org>"
    entries.wrapwidth = 40
    entries.save(file)


def main():
    file, *rest = sys.argv[1:]
    texts = dict(zip(rest[::2], rest[1::2], strict=True))
    {"po": fill_po}[file.rsplit(".", 1)[1]](file, texts)
    if texts:
        sys.exit(f"{file} has no {', '.join(texts)}")


main()
