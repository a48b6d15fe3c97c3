"""Faults of the file itself: its bytes, its cross references, its streams, its pages, and the syntax of contents."""

import re

from pikepdf import Array, Dictionary, Encryption, Name, Stream

from kit import add, bad, form, good, packed, replace, swap


@bad("file-unreadable", base="office", raw=True, also=["*"])
def no_pdf(data):
    return b"%PDF-1.7\nThis is a letter to the printer, and no PDF at all.\n" * 20


@bad("file-unreadable", base="office", variant="empty", raw=True, also=["*"])
def empty(data):
    return b""


@bad("file-encrypted", base="office", variant="locked")
def locked(pdf):
    return dict(encryption=Encryption(owner="o", user="u", R=3, aes=False, metadata=False))


@bad("file-limits", base="office", also=["*"])
def bomb(pdf):
    """A picture's worth of spaces: 300 MB in 300 kB."""
    pdf.pages[1].contents_add(packed(pdf, b" " * (300 << 20)))


@bad("file-encrypted", base="office")
def encrypted(pdf):
    """Opens without a password, but not for everything."""
    return dict(encryption=Encryption(owner="o", user="", R=3, aes=False, metadata=False))


@bad("file-header", base="office", raw=True)
def header_of_text(data):
    """Without bytes above 127 in the second line programs of the network take the file for text."""
    second = data.split(b"\n")[1]
    assert second[:1] == b"%" and max(second) > 127
    return data.replace(second, b"%" + b"text"[: len(second) - 1], 1)


@bad("file-header", base="office", variant="late", raw=True, also=["file-xref"])
def header_late(data):
    return b"\r\n\r\n" + data


@bad("file-header", base="office", variant="version", raw=True)
def header_of_no_version(data):
    return swap(data, b"%PDF-1.7", b"%PDF-7.7")


def spare_entry(data):
    """Where the cross reference of the spare object stands."""
    number = int(re.search(rb"(\d+) 0 obj\n<<[^>]*FLT_Note", data)[1])
    offset = data.index(b"\n%d 0 obj\n" % number) + 1
    return data.index(b"%010d 00000 n" % offset), offset


@bad("file-xref", base="office", raw=True)
def offset_wrong(data):
    at, offset = spare_entry(data)
    return data[:at] + b"%010d" % (offset + 5) + data[at + 10 :]


@bad("file-xref", base="office", variant="start", raw=True)
def start_wrong(data):
    start = re.search(rb"startxref\n(\d+)", data)[1]
    return data.replace(b"startxref\n" + start, b"startxref\n%d" % (int(start) - 9))


@bad("file-xref", base="office", variant="lines", raw=True, also=["file-truncated"])
def lines_turned(data):
    """A program of mail has turned the ends of lines: every offset is wrong."""
    head, tail = data.split(b"\nxref\n")
    return head.replace(b"endobj\n", b"endobj\r\n") + b"\nxref\n" + tail


@bad("file-truncated", base="office", raw=True, also=["file-xref"])
def cut_before_startxref(data):
    return data[: data.index(b"startxref")]


@bad("file-truncated", base="office", variant="mark", raw=True, also=["file-xref"])
def no_mark_at_the_end(data):
    return data.replace(b"%%EOF\n", b"")


@bad("file-trailing", base="office", raw=True)
def page_of_the_web(data):
    return data + b"<html><body>Your file was sent by the free converter.</body></html>\n"


@good("file-trailing", base="office", raw=True)
def empty_lines_behind(data):
    return data + b"\r\n\n"


@bad("file-streams", base="office", raw=True)
def length_short(data):
    old = re.search(rb"/Length 29\b", data)
    assert old, "the spare stream"
    return data[: old.start()] + b"/Length 21" + data[old.end() :]


@bad("file-streams", base="office", variant="damaged")
def stream_damaged(pdf):
    """Bytes that are not what their filter says."""
    pdf.Root.FLT_Spare.FLT_Data.write(b"these are no packed bytes, and never were", filter=Name.FlateDecode)


@bad("file-pages", base="office", raw=True)
def counts_wrongly(data):
    return swap(data, b"/Count 2", b"/Count 7")


@bad("file-pages", base="office", variant="null", raw=True)
def page_missing(data):
    """A page that is not in the file."""
    kids = re.search(rb"/Kids \[ \d+ 0 R \d+ (0)", data)
    return data[: kids.start(1)] + b"7" + data[kids.end(1) :]


@bad("file-pages", base="office", variant="node")
def node_counts_wrongly(pdf):
    pages = [page.obj for page in pdf.pages]
    node = pdf.make_indirect(Dictionary(Type=Name.Pages, Parent=pdf.Root.Pages, Kids=Array(pages), Count=1))
    for page in pages:
        page.Parent = node
    pdf.Root.Pages.Kids = Array([node])


@bad("file-pages", base="office", variant="parent")
def parent_is_another(pdf):
    """Programs that ask a page for its parent inherit from there."""
    other = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([]), Count=0))
    pdf.pages[1].obj.Parent = other


@bad("file-pages", base="office", variant="kids")
def node_without_kids(pdf):
    node = pdf.make_indirect(Dictionary(Type=Name.Pages, Parent=pdf.Root.Pages, Count=0))
    pdf.Root.Pages.Kids.append(node)


@good("file-updates", base="office", raw=True)
def as_word_ends_its_files(data):
    """A second table that only names a stream for newer programs: the file was saved once."""
    start = int(re.search(rb"startxref\n(\d+)", data)[1])
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")].rstrip()
    size, root = (re.search(pattern, trailer)[0] for pattern in (rb"/Size \d+", rb"/Root \d+ 0 R"))
    number = int(size.split()[1])
    entry = bytes([0, 0, 0, 0, 0, 255, 255])
    stream = b"%d 0 obj\n<< /Type /XRef /Size %d /W [ 1 4 2 ] /Index [ 0 1 ] %b /Length %d >>\nstream\n%b\nendstream\nendobj\n"
    stream %= number, number + 1, root, len(entry), entry
    at = len(data)
    ids = re.search(rb"/ID \[[^\]]*\]", trailer)[0]
    table = b"xref\n0 0\ntrailer\n<< /Size %d %b %b /Prev %d /XRefStm %d >>\n" % (number + 1, root, ids, start, at)
    return data + stream + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(stream))


@bad("file-updates", raw=True)
def changed_later(data):
    """A revision that changes the spare object."""
    number = int(re.search(rb"(\d+) 0 obj\n<<[^>]*FLT_Note", data)[1])
    start = int(re.search(rb"startxref\n(\d+)", data)[1])
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")].rstrip()
    offset = len(data)
    update = b"%d 0 obj\n<< /FLT_Note (changed) >>\nendobj\n" % number
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, offset)
    trailer = trailer[: trailer.rindex(b">>")] + b"/Prev %d >>\n" % start
    return data + update + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (offset + len(update))


@bad("content-syntax", base="office")
def no_operator(pdf):
    replace(pdf, b"0 g\n", b"0 g\n1 2 frobnicate\n")


@bad("content-syntax", base="office", variant="balance")
def states_not_balanced(pdf):
    """More states are taken back than were saved."""
    replace(pdf, b"/Im Do Q\n", b"/Im Do Q Q\n")


@bad("content-syntax", base="office", variant="operands")
def too_few_operands(pdf):
    replace(pdf, b"0 0.3 0.6 rg", b"0.3 0.6 rg")


@good("content-syntax", base="office")
def newer_operators_are_excused(pdf):
    """Between BX and EX unknown operators are no fault (ISO 32000-1, 7.8.2)."""
    replace(pdf, b"0 g\n", b"0 g\nBX 1 2 frobnicate EX\n")


@bad("content-syntax", base="office", variant="part")
def a_part_is_no_stream(pdf):
    """The other parts are read all the same: the page is not blank."""
    page = pdf.pages[0].obj
    page.Contents = Array([page.Contents, pdf.make_indirect(Dictionary(Nothing=0))])


@good("content-syntax", "page-blank", base="office", variant="null")
def a_part_is_not_there(pdf):
    """What is not there is null, and paints nothing (ISO 32000-1, 7.3.10)."""
    page = pdf.pages[0].obj
    page.Contents = Array([page.Contents, None])


@bad("content-resources", base="office")
def state_unknown(pdf):
    replace(pdf, b"0 g\n", b"0 g /Nowhere gs\n")


@bad("content-resources", base="office", variant="picture")
def picture_unknown(pdf):
    add(pdf, b"/Nowhere Do")


@bad("content-circle", base="office")
def form_paints_itself(pdf):
    circle = form(pdf, b"0 0 1 rg 72 300 20 20 re f /Me Do")
    circle.Resources = Dictionary(XObject=Dictionary(Me=circle))
    add(pdf, b"/Me Do", XObject=dict(Me=circle))


@good("content-circle", base="office")
def form_is_painted_twice(pdf):
    inner = form(pdf, b"0 0 1 rg 72 300 20 20 re f")
    outer = form(pdf, b"/In Do", Resources=Dictionary(XObject=Dictionary(In=inner)))
    add(pdf, b"/In Do /Out Do /In Do", XObject=dict(In=inner, Out=outer))


@bad("content-postscript", "pdfx-postscript")
def postscript(pdf):
    stream = Stream(pdf, b"%!\n0 setgray", Type=Name.XObject, Subtype=Name.PS)
    add(pdf, b"/Ps Do", XObject=dict(Ps=pdf.make_indirect(stream)))


@bad("content-postscript", "pdfx-postscript", variant="form")
def postscript_in_a_form(pdf):
    """The older way: a form with code for printers."""
    entries = dict(Subtype2=Name.PS, PS=pdf.make_indirect(Stream(pdf, b"%!\n")))
    add(pdf, b"/Ps Do", XObject=dict(Ps=form(pdf, b"", **entries)))


@bad("page-blank", base="office")
def blank(pdf):
    pdf.pages[1].Contents = Stream(pdf, b"q Q\n")


@bad("page-blank", variant="marks")
def nothing_but_marks(pdf):
    """What stands beside the page is cut away."""
    pdf.pages[1].Contents = Stream(pdf, b"/Flat gs 0 0 0 1 K 10 2 m 10 20 l S\n")


@bad("page-blank", variant="white")
def nothing_but_white(pdf):
    pdf.pages[1].Contents = Stream(pdf, b"0 0 0 0 k 60 60 100 100 re f\n")


@bad("page-count", base="office", options=["--pages", "4"])
@good("page-count", base="office", options=["--pages", "2"])
def as_it_is(pdf):
    pass


@bad("page-multiple")
def five_pages(pdf):
    pdf.pages.append(pdf.pages[0])


@bad("page-size-asked", options=["--size", "210x297"])
@bad("page-size-asked", variant="turned", options=["--size", "148x105"])
@good("page-size-asked", options=["--size", "105x148"])
def as_it_is_for_the_shop(pdf):
    pass


@bad("page-size", base="plain", also=["*"])
def page_of_another_size(pdf):
    higher(pdf.pages[1], -20)


@good("page-size")
def page_within_rounding(pdf):
    higher(pdf.pages[1], -0.1)


def higher(page, points):
    """Moves the upper edge of the trim."""
    left, bottom, right, top = page.TrimBox
    page.TrimBox = Array([left, bottom, right, float(top) + points])
