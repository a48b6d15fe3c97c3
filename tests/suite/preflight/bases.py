"""The good files that all others are made from: for the print shop, for the office, and for screens."""

from pikepdf import Array, Dictionary, Name, OutlineItem, Page, Stream, new

from kit import MM, PROFILE, packed, picture
from letters import composite, show, show_simple, simple

VERSIONS = {"print": "1.6", "plain": "1.6", "x1a": "1.4", "x3": "1.4", "office": "1.7", "screen": "1.7"}
TITLE = "Lanterns by the river"
DATE = "20261005120000"

# The edge of a page for the print shop: A6, 36 points from the lower left corner of the sheet.
SLUG = 36
WIDE, HIGH = 105 * MM, 148 * MM
BLEED = 3 * MM
TRIM = [SLUG, SLUG, SLUG + WIDE, SLUG + HIGH]
BLED = [SLUG - BLEED, SLUG - BLEED, SLUG + WIDE + BLEED, SLUG + HIGH + BLEED]
SHEET = [0, 0, SLUG + WIDE + SLUG, SLUG + HIGH + SLUG]
A4 = [0, 0, 595.276, 841.89]

LINES = [
    "The lanterns are lit at dusk, and the boats",
    "leave from the old bridge. Children go first.",
    "Bring a candle, a match and a warm coat.",
    "When it rains we meet in the town hall.",
    "Tea and bread are free for everybody.",
]

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-10-05T12:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>2026-10-05T12:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-10-05T12:00:00Z</xmp:MetadataDate>
<xmp:CreatorTool>corpus</xmp:CreatorTool>
<pdf:Producer>corpus</pdf:Producer>
{claims}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

LABEL = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"
PLAIN = """<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:6f1c1d5a-0000-4000-8000-000000000001</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
"""
UA = "<pdfuaid:part>1</pdfuaid:part>\n"


def about(pdf, claims="", title=TITLE, **entries):
    """Says what the file is, in both places."""
    for key, value in dict(Title=title, Creator="corpus", Producer="corpus", **entries).items():
        pdf.docinfo[f"/{key}"] = value
    for key in ("CreationDate", "ModDate"):
        pdf.docinfo[f"/{key}"] = f"D:{DATE}Z"
    write_xmp(pdf, XMP.format(title=title, claims=claims))


def write_xmp(pdf, text):
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, text.encode(), Type=Name.Metadata, Subtype=Name.XML))


def change_xmp(pdf, old, new):
    """Replaces something that stands exactly once in the XMP."""
    text = pdf.Root.Metadata.read_raw_bytes().decode()
    assert text.count(old) == 1, old
    write_xmp(pdf, text.replace(old, new))


def intent(pdf, profile=None, parts=4, **entries):
    """An output intent; without a profile that of the project."""
    told = dict(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier="FOGRA39",
        OutputCondition="Offset, coated paper, 115 g/m2",
        Info="FOGRA39",
        RegistryName="http://www.color.org",
    )
    data = PROFILE.read_bytes() if profile is None else profile
    told["DestOutputProfile"] = pdf.make_indirect(packed(pdf, data, N=parts))
    return pdf.make_indirect(Dictionary(**(told | entries)))


def page(pdf, content, box, resources, **entries):
    contents = pdf.make_indirect(Stream(pdf, content))
    parts = dict(Type=Name.Page, MediaBox=Array(box), Resources=resources, Contents=contents)
    page = pdf.make_indirect(Dictionary(**(parts | entries)))
    pdf.pages.append(Page(page))


def spare(pdf):
    """Something private that no page needs: faults of bytes can be put there, and change nothing else."""
    stream = pdf.make_indirect(Stream(pdf, b"spare bytes that nobody reads"))
    pdf.Root.FLT_Spare = pdf.make_indirect(Dictionary(FLT_Note="nothing stands here", FLT_Data=stream))


def print_content(number):
    """A tint to the edge of the bleed, a title in blue, black text that overprints, a line, and a picture."""
    left, top = SLUG + 10 * MM, SLUG + HIGH
    x0, y0, x1, y1 = BLED
    parts = [b"0.1 0 0.2 0 k %.3f %.3f %.3f %.3f re f\n" % (x0, y0, x1 - x0, y1 - y0)]
    parts += [b"1 0.5 0 0 k\n", show(f"Lanterns, part {number}", left, top - 60, 24)]
    parts += [b"/Over gs 0 0 0 1 k 0 0 0 1 K\n"]
    parts += [show(line, left, top - 100 - 14 * row, 10) for row, line in enumerate(LINES)]
    parts += [b"0.5 w %.3f %.3f m %.3f %.3f l S\n" % (left, top - 75, left + 200, top - 75)]
    parts += [b"/Flat gs q 20 0 0 20 %.3f %.3f cm /Im Do Q\n" % (left, SLUG + 60)]
    return b"".join(parts)


def make_print(kind="print"):
    """Four pages of A6 with bleed; PDF/X-4, the same without its label, or an older PDF/X without transparency."""
    modern = kind in ("print", "plain")
    pdf = new()
    font, image = composite(pdf), picture(pdf, (90, 90))
    over = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1))
    flat = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0))
    for number in range(1, 5):
        resources = Dictionary(
            Font=Dictionary(F1=font),
            ExtGState=Dictionary(Over=over, Flat=flat),
            XObject=Dictionary(Im=image),
        )
        group = dict(Group=Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK))
        entries = dict(TrimBox=Array(TRIM), BleedBox=Array(BLED)) | (group if modern else {})
        page(pdf, print_content(number), SHEET, resources, **entries)
    pdf.Root.OutputIntents = Array([intent(pdf)])
    about(pdf, claims=(LABEL if kind == "print" else "") + (PLAIN if modern else ""))
    pdf.docinfo["/Trapped"] = Name("/False")
    if kind == "x1a":
        pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-1a:2003"
        pdf.docinfo["/GTS_PDFXConformance"] = "PDF/X-1a:2003"
    if kind == "x3":
        pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-3:2003"
    spare(pdf)
    return pdf


def office_content(number):
    parts = [b"0 0.3 0.6 rg\n", show(f"Lanterns, part {number}", 72, 740, 24), b"0 g\n"]
    parts += [show(line, 72, 700 - 16 * row, 11) for row, line in enumerate(LINES)]
    parts += [show_simple("Ask at the town hall for more.", 72, 600, 11)]
    parts += [b"q 20 0 0 20 72 500 cm /Im Do Q\n"]
    return b"".join(parts)


def make_office():
    """Two pages of A4 for the office printer, in light."""
    pdf = new()
    fonts = Dictionary(F1=composite(pdf), F2=simple(pdf))
    image = picture(pdf, (90, 90), space=Name.DeviceRGB, parts=3)
    for number in (1, 2):
        resources = Dictionary(Font=Dictionary(fonts), XObject=Dictionary(Im=image))
        page(pdf, office_content(number), A4, resources)
    about(pdf)
    spare(pdf)
    return pdf


# How many pages the file for screens has: so many that bookmarks are wanted.
SCREEN_PAGES = 6
PARAGRAPHS = 5


def screen_content(number):
    """A heading, paragraphs of two lines, and the number of the page; on the first page a picture and a link."""

    def marked(tag, mcid, content):
        return b"/%s <</MCID %d>> BDC\n%sEMC\n" % (tag, mcid, content)

    heading = show(f"Lanterns, part {number}", 72, 740, 24)
    parts = [b"0 g\n", marked(b"H1" if number == 1 else b"H2", 0, heading)]
    for row in range(PARAGRAPHS):
        lines = [LINES[row], LINES[(row + number) % len(LINES)]]
        text = b"".join(show(line, 72, 690 - 50 * row - 16 * at, 11) for at, line in enumerate(lines))
        parts.append(marked(b"P", row + 1, text))
    if number == 1:
        parts.append(marked(b"Figure", 6, b"q 20 0 0 20 72 380 cm /Im Do Q\n"))
        parts.append(marked(b"Link", 7, show("Read the second part", 72, 340, 11)))
    foot = show(f"{number}", 290, 40, 10)
    parts.append(b"/Artifact <</Type /Pagination>> BDC\n%sEMC\n" % foot)
    return b"".join(parts)


def make_screen():
    """Six pages of A4 with tags, as PDF/UA-1 wants them."""
    pdf = new()
    font = composite(pdf)
    image = picture(pdf, (90, 90), space=Name.DeviceRGB, parts=3)
    for number in range(1, SCREEN_PAGES + 1):
        resources = Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(Im=image))
        page(pdf, screen_content(number), A4, resources, StructParents=number - 1)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = element(pdf, root, Name.Document)
    root.K = document
    numbers = Array()
    for index, place in enumerate(pdf.pages):
        tags = (
            ["H1" if index == 0 else "H2"] + ["P"] * PARAGRAPHS + (["Figure", "Link"] if index == 0 else [])
        )
        owners = Array()
        for mcid, tag in enumerate(tags):
            parent = document
            if tag == "Link":
                parent = child(pdf, document, Name.P, place)
            part = child(pdf, parent, Name("/" + tag), place)
            part.K = Array([mcid])
            if tag == "Figure":
                part.Alt = "A paper lantern on a boat"
            if tag == "Link":
                link(pdf, part, place)
            owners.append(part)
        numbers.extend([index, pdf.make_indirect(owners)])
    links = document.K[len(["H1"]) + PARAGRAPHS + 1].K[0]
    numbers.extend([SCREEN_PAGES, links])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = SCREEN_PAGES + 1
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = "en"
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    bookmarks(pdf)
    about(pdf, claims=UA)
    spare(pdf)
    return pdf


def element(pdf, parent, kind, **entries):
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=parent, **entries))


def child(pdf, parent, kind, place):
    part = element(pdf, parent, kind, Pg=place.obj)
    if "/K" not in parent:
        parent.K = Array()
    parent.K.append(part)
    return part


def link(pdf, part, place):
    note = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([72, 336, 180, 352]),
            Border=Array([0, 0, 0]),
            F=4,
            Contents="Read the second part",
            Dest=Array([pdf.pages[1].obj, Name.Fit]),
            StructParent=SCREEN_PAGES,
        )
    )
    place.obj.Annots = Array([note])
    place.obj.Tabs = Name.S
    part.K.append(Dictionary(Type=Name.OBJR, Obj=note, Pg=place.obj))


def bookmarks(pdf):
    with pdf.open_outline() as outline:
        for number in range(SCREEN_PAGES):
            outline.root.append(OutlineItem(f"Lanterns, part {number + 1}", number))


BASES = {
    "print": make_print,
    "plain": lambda: make_print("plain"),
    "x1a": lambda: make_print("x1a"),
    "x3": lambda: make_print("x3"),
    "office": make_office,
    "screen": make_screen,
}
