"""Hostile files whose objects, cross references and streams run in circles, explode, or are not there."""

import random
import zlib

from hostile_kit import BOMB, CATALOGUE, TREE, leaf, makes, page, pdf, spaces, stream


@makes
def circular_page_tree():
    return pdf(
        [
            CATALOGUE,
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>",
            b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
        ]
    )


@makes
def deep_page_tree():
    tree = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % number for number in range(3, 50003)]
    return pdf([CATALOGUE, *tree, b"<< /Type /Page /MediaBox [0 0 9 9] >>"])


@makes
def bomb_of_contents():
    """1 GB of spaces."""
    return pdf(
        [
            CATALOGUE,
            TREE,
            leaf(),
            b"<< /Length 5 0 R /Filter /FlateDecode >>\nstream\n" + BOMB + b"\nendstream",
            b"%d" % len(BOMB),
        ]
    )


@makes
def bomb_of_objects():
    """An object stream that unpacks to 2 GB."""
    big = spaces(2 << 30)
    entries = b"<< /Type /ObjStm /N 1 /First 5 /Length %d /Filter /FlateDecode >>\nstream\n" % len(big)
    return pdf([CATALOGUE, TREE, leaf(), stream(b""), entries + big + b"\nendstream"])


@makes
def bomb_in_bombs():
    """Flate in Flate in Flate."""
    inner = zlib.compress(zlib.compress(BOMB, 9), 9)
    entries = b"<< /Length %d /Filter [/FlateDecode /FlateDecode /FlateDecode] >>\nstream\n" % len(inner)
    return pdf([CATALOGUE, TREE, leaf(), entries + inner + b"\nendstream"])


@makes
def bombs_in_series():
    """200 MB, a thousand times."""
    contents = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [%s] >>" % (b"4 0 R " * 1000)
    big = spaces(200 << 20)
    return pdf(
        [
            CATALOGUE,
            TREE,
            contents,
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(big), big),
        ]
    )


@makes
def bomb_of_many_filters():
    return pdf(
        [CATALOGUE, TREE, leaf(), stream(b"41" * 1000, b"/Filter [%s]" % (b"/ASCIIHexDecode " * 100000))]
    )


@makes
def bomb_of_metadata():
    """XML whose entities double a hundred times, and tags in tags."""
    doubled = b"".join(b'<!ENTITY a%d "&a%d;&a%d;">' % (n, n - 1, n - 1) for n in range(1, 100))
    text = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">' + doubled + b"]><x>&a99;</x>"
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>"
    return pdf([catalogue, TREE, leaf(), stream(b""), stream(text, b"/Type /Metadata /Subtype /XML")])


@makes
def deep_metadata():
    text = b"<x>" * 200000 + b"</x>" * 200000
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>"
    return pdf([catalogue, TREE, leaf(), stream(b""), stream(text, b"/Type /Metadata /Subtype /XML")])


@makes
def hundred_thousand_pages():
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 100004))
    leaves = [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>"] * 100000
    tree = b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % kids
    return pdf([CATALOGUE, tree, stream(b"0 0 9 9 re f"), *leaves])


@makes
def one_page_a_million_times():
    return pdf(
        [
            CATALOGUE,
            b"<< /Type /Pages /Kids [%s] /Count 1000000 >>" % (b"3 0 R " * 1000000),
            leaf(),
            stream(b"0 0 9 9 re f"),
        ]
    )


@makes
def million_objects():
    return page(b"0 0 9 9 re f", *[b"null"] * 1000000)


@makes
def offsets_shifted():
    return pdf([CATALOGUE, TREE, leaf(), stream(b"0 0 9 9 re f")], shift=13)


@makes
def references_in_a_circle():
    data = page(b"0 0 9 9 re f")
    start = data.index(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


@makes
def references_of_nothing():
    """A cross-reference stream whose entries have no bytes, and four thousand million of them."""
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
    entries = b"/Type /XRef /W [0 0 0] /Size 4294967295 /Root 1 0 R"
    return head + b"2 0 obj\n" + stream(b"", entries) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


@makes
def references_of_everything():
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
    entries = b"/Type /XRef /W [9223372036854775807 8 -1] /Index [0 9223372036854775807] /Size -1 /Root 1 0 R"
    return (
        head + b"2 0 obj\n" + stream(b"\0" * 99, entries) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)
    )


@makes
def references_refer_to_themselves():
    return pdf(
        [
            CATALOGUE,
            TREE,
            b"<< /Type /Page /Parent 2 0 R /MediaBox 5 0 R /Contents 6 0 R >>",
            b"null",
            b"5 0 R",
            b"7 0 R",
            b"6 0 R",
        ]
    )


@makes
def deep_arrays():
    return page(b"0 0 9 9 re f", b"[" * 100000 + b"]" * 100000)


@makes
def deep_dictionaries():
    return page(b"0 0 9 9 re f", b"<< /A " * 100000 + b"1" + b" >>" * 100000, more=b"/Deep 5 0 R")


@makes
def circular_structure():
    element = b"<< /Type /StructElem /S /P /P 6 0 R /K [6 0 R 6 0 R 5 0 R] >>"
    root = b"<< /Type /StructTreeRoot /K 6 0 R /RoleMap << /A /B /B /A >> /ParentTree << /Kids [7 0 R] >> >>"
    numbers = b"<< /Kids [7 0 R 7 0 R] >>"
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R /MarkInfo << /Marked true >> /Outlines 8 0 R >>"
    outlines = b"<< /First 9 0 R /Last 9 0 R >>"
    item = b"<< /Title (a) /Parent 8 0 R /Next 9 0 R /First 8 0 R /Dest (a) >>"
    return pdf([catalogue, TREE, leaf(), stream(b""), root, element, numbers, outlines, item])


@makes
def circular_names():
    names = b"/Names << /Dests 5 0 R /EmbeddedFiles 5 0 R /JavaScript 5 0 R >>"
    more = b"/OpenAction 6 0 R /AcroForm << /Fields [7 0 R] >>"
    catalogue = b"<< /Type /Catalog /Pages 2 0 R %s %s >>" % (names, more)
    action = b"<< /S /GoTo /D (a) /Next [6 0 R 6 0 R] >>"
    field = b"<< /T (a) /Kids [7 0 R 7 0 R] /Parent 7 0 R >>"
    return pdf([catalogue, TREE, leaf(), stream(b""), b"<< /Kids [5 0 R 5 0 R] >>", action, field])


@makes
def length_of_nothing():
    return pdf(
        [CATALOGUE, TREE, leaf(), b"<< /Length 9223372036854775807 >>\nstream\n0 0 9 9 re f\nendstream"]
    )


@makes
def streams_without_end():
    return b"%PDF-1.7\n" + b"1 0 obj << /Length 2 0 R >> stream\n" * 100000


@makes
def objects_never_closed():
    return b"%PDF-1.7\n" + b"1 0 obj [ << (" * 300000


@makes
def many_trailers():
    """Two thousand revisions."""
    data = page(b"0 0 9 9 re f")
    parts, at, start = [data], len(data), data.index(b"xref\n0")
    for _ in range(2000):
        part = b"xref\n1 0\ntrailer\n<< /Size 5 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
            start,
            at,
        )
        parts.append(part)
        start, at = at, at + len(part)
    return b"".join(parts)


@makes
def empty():
    return b""


@makes
def noise():
    return random.Random(5).randbytes(1000000)


@makes
def noise_with_a_header():
    return b"%PDF-1.7\n" + random.Random(6).randbytes(1000000) + b"\nstartxref\n999999\n%%EOF\n"


@makes
def locked():
    """Encrypted with a password that nobody knows, by a handler that nobody has."""
    method = b"/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF"
    handler = b"/Filter /Standard /V 5 /R 6 /Length 256 /O (%s) /U (%s) /OE (%s) /UE (%s) /P -4 /Perms (%s) "
    entries = b"/Root 1 0 R /ID [<00><00>] /Encrypt << " + handler + method + b" >>"
    keys = (b"o" * 48, b"u" * 48, b"e" * 32, b"e" * 32, b"p" * 16)
    return pdf([CATALOGUE, TREE, leaf(), stream(b"0 0 9 9 re f")], trailer=entries % keys)
