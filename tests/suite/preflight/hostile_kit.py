"""What the makers of hostile files share: the table of files, and a writer that writes whatever it is given."""

import zlib

MADE = []


def makes(function):
    """The row of a file: its name is that of the function."""
    MADE.append(function)
    return function


def stream(data, entries=b"", pack=False):
    if pack:
        data, entries = zlib.compress(data, 9), entries + b" /Filter /FlateDecode"
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def spaces(length):
    """So many spaces, packed, without ever having them all."""
    block = b" " * (1 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    # After a full flush every block is packed into the same bytes.
    one = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    check, blocks = 1, length >> 20
    for _ in range(blocks):
        check = zlib.adler32(block, check)
    return b"\x78\xda" + one * blocks + b"\x03\x00" + check.to_bytes(4, "big")


def pdf(objects, trailer=b"/Root 1 0 R", head=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", first=1, shift=0):
    """A file of these objects, from number 1, with their cross references."""
    parts, offsets, at = [head], [], len(head)
    for number, body in enumerate(objects, first):
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        offsets.append(at + shift)
        parts.append(part)
        at += len(part)
    size = len(offsets) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    parts.extend(b"%010d 00000 n \n" % offset for offset in offsets)
    parts.append(b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, at))
    return b"".join(parts)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
TREE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def leaf(resources=b"", box=b"0 0 595 842", more=b""):
    entries = b"/Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << %s >> %s"
    return b"<< " + entries % (box, resources, more) + b" >>"


def page(content, *others, resources=b"", pack=False, **entries):
    """A file of one page; `others` are objects from number 5."""
    return pdf([CATALOGUE, TREE, leaf(resources, **entries), stream(content, pack=pack), *others])


def picture(entries, data):
    return stream(data, b"/Type /XObject /Subtype /Image " + entries)


SHOW = b"q 200 0 0 200 0 0 cm /X Do Q"
X = b"/XObject << /X 5 0 R >>"
BOMB = spaces(1 << 30)


def named(content, more):
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Resources << /XObject << %s >> >>"
    return stream(content, entries % more)
