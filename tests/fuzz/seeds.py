"""Makes seeds for the fuzz targets.

In: the folder to write to, then folders with PDFs. Out: in a folder for each target, small files, contents of pages, and
streams of fonts, pictures and functions behind the byte that says what they are; and `pdf.dict`, the names in the files.
"""

import re
import sys
from pathlib import Path

import pikepdf

# The largest file that is a seed.
LARGEST = 60_000
# Which of the ways to use a stream (`USES` in src/files.rs) goes with which key or filter.
BY_KEY = {"/FontFile": [0], "/FontFile2": [1, 4], "/FontFile3": [2, 3, 5], "/ToUnicode": [21]}
BY_FILTER = {"/DCTDecode": 6, "/JPXDecode": 7, "/JBIG2Decode": 8, "/CCITTFaxDecode": 9, "/FlateDecode": 10}


def streams(document):
    """The streams, each with a way to use it and the entries that it needs."""
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary):
            for key, ways in BY_KEY.items():
                if isinstance(thing.get(key), pikepdf.Stream):
                    for way in ways:
                        yield way, b"", thing[key].read_bytes()
        if not isinstance(thing, pikepdf.Stream):
            continue
        if thing.get("/Subtype") == "/Image" and isinstance(thing.get("/Filter"), pikepdf.Name):
            if (way := BY_FILTER.get(str(thing.Filter))) is not None:
                size = b"/Width %d /Height %d" % (int(thing.get("/Width", 1)), int(thing.get("/Height", 1)))
                yield way, size, thing.read_raw_bytes()
        elif thing.get("/N") in (3, 4) and "/FunctionType" not in thing:
            yield 13 if thing.N == 4 else 14, b"", thing.read_bytes()
        elif thing.get("/FunctionType") == 4:
            yield 15, b"", thing.read_bytes()
        elif thing.get("/FunctionType") == 0:
            yield 16, b"", thing.read_bytes()
        elif thing.get("/ShadingType") in (4, 5, 6, 7):
            yield 13 + int(thing.ShadingType), b"", thing.read_bytes()
        elif thing.get("/Type") == "/CMap":
            yield 22, b"", thing.read_bytes()
        elif thing.get("/Subtype") == "/Form":
            yield 23, b"", thing.read_bytes()
        elif "/PatternType" in thing:
            yield 24, b"", thing.read_bytes()


def main(folder, *sources):
    folder, names = Path(folder), set()
    for target in ("preflight", "contents", "streams"):
        (folder / target).mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(sorted(file for source in sources for file in Path(source).rglob("*.pdf"))):
        data = file.read_bytes() if file.is_file() else b""
        names.update(re.findall(rb"/[A-Za-z][A-Za-z0-9]{1,24}", data))
        if 0 < len(data) < LARGEST:
            (folder / "preflight" / f"{number}").write_bytes(data)
        try:
            document = pikepdf.open(file)
            for page in document.pages:
                page.contents_coalesce()
                contents = page.Contents.read_bytes()[:20_000]
                (folder / "contents" / f"{number}").write_bytes(bytes([number % 4]) + contents)
            for place, (way, entries, stream) in enumerate(streams(document)):
                if len(stream) < LARGEST:
                    seed = bytes([way]) + entries + b"\n" + stream
                    (folder / "streams" / f"{number}-{place}").write_bytes(seed)
        except Exception as error:  # noqa: BLE001 - files that are wrong on purpose
            print(f"{file.name}: {error}", file=sys.stderr)
    lines = sorted('"%s"\n' % name.decode() for name in names)
    (folder / "pdf.dict").write_text("".join(lines[:3000]))


if __name__ == "__main__":
    main(*sys.argv[1:])
