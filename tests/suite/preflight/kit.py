"""What the makers of faulty files share: the table of cases, and small objects of PDF.

A case is a function that changes a good file in one way. In: the good file, open. Out: nothing, or how it is to be saved.
"""

import zlib
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

MM = 72 / 25.4
HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
PROFILE = REPOSITORY / "src/colour/FOGRA39L_coated.icc"


@dataclass
class Case:
    """One file: what it is made from, and what must be found in it."""

    rules: list
    found: bool
    make: object
    base: str
    variant: str
    also: list
    options: list
    # Whether `make` changes the bytes, not the objects.
    raw: bool
    target: str = field(default="")

    def file(self):
        verdict = "bad" if self.found else "good"
        base = "plain" if self.base == "plain" else ""
        return ".".join(part for part in (self.rules[0], self.variant, base, verdict, "pdf") if part)


CASES = []

# What the bases are good for.
TARGETS = {
    "print": "print",
    "plain": "print",
    "x1a": "print",
    "x3": "print",
    "office": "office",
    "screen": "screen",
}
# What is found in each file of a base, however good: the plain one claims no PDF/X.
KNOWN = {"plain": ["pdfx-missing"]}


def is_of_standard(rule):
    return rule.startswith("pdfx-")


def case(found, rules, base="print", variant="", also=(), options=(), raw=False):
    """One row, or two where rules of PDF/X and others are broken: whether these are told beside those is left open, so they
    are looked for in a file that claims nothing."""

    def row(function):
        def one(rules, base, also):
            also = list(dict.fromkeys([*also, *KNOWN.get(base, [])]))
            entry = Case(list(rules), found, function, base, variant, also, list(options), raw)
            entry.target = TARGETS[base]
            CASES.append(entry)

        standard = [rule for rule in rules if is_of_standard(rule)]
        others = [rule for rule in rules if not is_of_standard(rule)]
        double = TARGETS[base] == "print" and found and (standard or any(map(is_of_standard, also)))
        if not double:
            one(rules, base, also)
            return function
        if standard:
            one(standard, base, [*also, *others])
        if others:
            one(others, "plain", also)
        return function

    return row


def bad(*rules, **entries):
    """The row of a file that breaks these rules, all by one change; `also` names what may be found as well."""
    return case(True, rules, **entries)


def good(*rules, **entries):
    """The row of a file that comes near to breaking these rules, and does not."""
    return case(False, rules, **entries)


def save(pdf, path, version, **options):
    """Writes the objects as they stand: classic cross references, no stream packed or unpacked, the same bytes each time."""
    settings = dict(
        force_version=version,
        static_id=True,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        fix_metadata_version=False,  # else the XMP is written anew
    )
    if "encryption" in options:
        del settings["stream_decode_level"]  # what is encrypted is packed, says qpdf
    pdf.save(path, **(settings | options))


def numbered(data):
    """The bytes of a file with classic cross references, with the offsets as they are now."""
    table = data.index(b"\nxref\n") + 1
    head, count = data[:table], int(data[table:].split(None, 3)[2])
    lines = [b"0000000000 65535 f \n"]
    for number in range(1, count):
        lines.append(b"%010d 00000 n \n" % (head.index(b"\n%d 0 obj" % number) + 1))
    trailer = data[data.index(b"trailer", table) : data.index(b"startxref", table)]
    end = b"startxref\n%d\n%%%%EOF\n" % table
    return head + b"xref\n0 %d\n" % count + b"".join(lines) + trailer + end


def packed(pdf, data, **entries):
    return Stream(pdf, zlib.compress(data, 9), Filter=Name.FlateDecode, **entries)


def add(pdf, content, page=0, **resources):
    """Adds content to the end of a page, with the resources that it needs."""
    page = pdf.pages[page]
    page.contents_add(Stream(pdf, b"q " + content + b" Q\n"))
    for kind, entries in resources.items():
        if f"/{kind}" not in page.Resources:
            page.Resources[f"/{kind}"] = Dictionary()
        for name, entry in entries.items():
            page.Resources[f"/{kind}"][f"/{name}"] = entry


def replace(pdf, old, new, page=0):
    """Replaces something that stands exactly once in the contents of a page."""
    stream = pdf.pages[page].Contents
    content = stream.read_raw_bytes()
    assert content.count(old) == 1, (old, content.count(old))
    stream.write(content.replace(old, new))


def swap(data, old, new):
    """Replaces bytes that stand exactly once, by as many: offsets stay as they are."""
    assert data.count(old) == 1 and len(old) == len(new), (old, data.count(old))
    return data.replace(old, new)


def form(pdf, content, **entries):
    box = entries.pop("BBox", Array([0, 0, 600, 850]))
    return pdf.make_indirect(Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries))


def picture(pdf, size, space=Name.DeviceCMYK, parts=4, bits=8, data=None, **entries):
    """A picture with soft changes of its colours."""
    width, height = size
    if data is None and bits == 1:
        data = bytes(0xAA ^ (row & 0xFF) for row in range(height) for _ in range((width + 7) // 8))
    if data is None:
        rows = (
            bytes((x * (part + 1) + y) * 90 // (width * 5) for x in range(width) for part in range(parts))
            for y in range(height)
        )
        data = b"".join(rows)
    head = dict(Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, BitsPerComponent=bits)
    return pdf.make_indirect(packed(pdf, data, ColorSpace=space, **head, **entries))


def exponential(parts, power=1):
    """A function from nothing to these parts."""
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * len(parts), C1=list(parts), N=power)


def spot(pdf, name, parts):
    """An ink with a name, and the mixture of process inks that stands in for it."""
    return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, pdf.make_indirect(exponential(parts))])


def lzw(data):
    """Packs bytes as LZWDecode unpacks them, in nine bits a code: the table starts again before it needs ten."""
    codes, table = [256], {}
    word, free = b"", 258
    for byte in data:
        longer = word + bytes([byte])
        if len(longer) == 1 or longer in table:
            word = longer
            continue
        codes.append(table.get(word, word[0]))
        table[longer] = free
        free += 1
        word = bytes([byte])
        if free == 510:
            codes.append(word[0])
            codes.append(256)
            table, free, word = {}, 258, b""
    if word:
        codes.append(table.get(word, word[0]))
    codes.append(257)
    bits = "".join(f"{code:09b}" for code in codes)
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")
