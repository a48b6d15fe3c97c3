"""Faults of metadata, of output intents, and of what PDF/X asks beyond them."""

import io
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Stream, String

from bases import LABEL, change_xmp, intent
from kit import PROFILE, add, bad, form, good, lzw, numbered, packed, picture, save


@bad("title", base="screen")
def untitled(pdf):
    del pdf.docinfo["/Title"]
    change_xmp(
        pdf,
        '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Lanterns by the river</rdf:li></rdf:Alt></dc:title>\n',
        "",
    )


@bad("title", base="screen", variant="name")
def title_is_a_file(pdf):
    pdf.docinfo["/Title"] = "lanterns_final2.indd"
    change_xmp(pdf, "Lanterns by the river", "lanterns_final2.indd")


@bad("xmp-unreadable", base="office")
def xmp_broken(pdf):
    change_xmp(pdf, "</rdf:Description>", "")


@bad("xmp-agrees", base="office")
def titles_differ(pdf):
    pdf.docinfo["/Title"] = "Lanterns by the sea"


@bad("xmp-agrees", base="office", variant="date")
def dates_differ(pdf):
    pdf.docinfo["/CreationDate"] = "D:20250101000000Z"


@good("xmp-agrees", base="office")
def one_moment_in_two_zones(pdf):
    pdf.docinfo["/CreationDate"] = "D:20261005140000+02'00'"


@bad("trapped", "pdfx-info", variant="trapped", also=["xmp-agrees"])
def trapped_unknown(pdf):
    pdf.docinfo["/Trapped"] = Name.Unknown


@bad("trapped", "pdfx-info", base="x1a", variant="missing")
def trapped_missing(pdf):
    """For a file that claims nothing, from the XMP too."""
    del pdf.docinfo["/Trapped"]
    if "pdf:Trapped" in pdf.Root.Metadata.read_raw_bytes().decode():
        change_xmp(pdf, "<pdf:Trapped>False</pdf:Trapped>\n", "")


@bad("file-id", "pdfx-id", raw=True)
def no_id(data):
    start = data.rindex(b"/ID [")
    end = data.index(b"]", start) + 1
    return data[:start] + b" " * (end - start) + data[end:]


@bad("intent-missing", "pdfx-intent", also=["pdfx-colour", "colour-device", "pdfx-group-space"])
def no_intent(pdf):
    del pdf.Root.OutputIntents


PRINTER = PROFILE.read_bytes()
LOOSE = ["pdfx-intent", "pdfx-colour", "colour-device", "pdfx-group-space", "intent-missing"]


@bad("intent-profile", also=LOOSE)
def profile_of_a_monitor(pdf):
    """The class of the profile (ICC.1, 7.2.5) is that of a display."""
    profile = PRINTER[:12] + b"mntr" + PRINTER[16:]
    pdf.Root.OutputIntents = Array([intent(pdf, profile)])


@bad("intent-profile", variant="parts", also=LOOSE)
def profile_of_other_parts(pdf):
    pdf.Root.OutputIntents = Array([intent(pdf, parts=3)])


@bad("intent-profile", variant="rubbish", also=LOOSE)
def profile_of_rubbish(pdf):
    pdf.Root.OutputIntents = Array([intent(pdf, b"no profile " * 40)])


@bad("intent-condition", also=["pdfx-intent"])
def condition_custom(pdf):
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("Custom")


@bad("intent-condition", variant="words", also=["pdfx-intent"])
def condition_described(pdf):
    """What WeasyPrint writes: the description of the profile."""
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("Coated FOGRA39L VIGC 300 profile")


@bad("intent-condition", variant="registry", also=["pdfx-intent"])
def registry_missing(pdf):
    del pdf.Root.OutputIntents[0].RegistryName


@bad("pdfx-intent", variant="several", also=["intent-several"])
@bad("intent-several", base="plain")
def two_intents(pdf):
    pdf.Root.OutputIntents.append(intent(pdf))


@good("intent-several")
def an_intent_for_the_archive(pdf):
    """PDF/A may stand beside PDF/X, with the same profile."""
    first = pdf.Root.OutputIntents[0]
    entries = {key: first[key] for key in first.keys()} | {"/S": Name.GTS_PDFA1}
    pdf.Root.OutputIntents.append(pdf.make_indirect(Dictionary(entries)))


@bad("pdfx-label", also=["pdfx-missing", "pdfx-intent"])
def label_unknown(pdf):
    change_xmp(pdf, "PDF/X-4<", "PDF/X-44<")


@bad("pdfx-label", base="x1a", variant="conformance")
def conformance_missing(pdf):
    """PDF/X-1 in the years in which 1a was told in a second entry."""
    pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-1:2001"
    del pdf.docinfo["/GTS_PDFXConformance"]
    return dict(version="1.3")


@bad("pdfx-pdf-version", base="x1a")
def version_too_new(pdf):
    return dict(version="1.7")


@bad("pdfx-info", base="x1a")
def no_date(pdf):
    del pdf.docinfo["/ModDate"]


@bad("pdfx-info", base="x1a", variant="title")
def no_title(pdf):
    del pdf.docinfo["/Title"]


@bad("pdfx-intent", "intent-condition", variant="identifier")
def no_condition(pdf):
    del pdf.Root.OutputIntents[0].OutputConditionIdentifier


@bad("pdfx-encrypted", "file-encrypted")
def locked(pdf):
    return dict(encryption=Encryption(owner="o", user="", R=3, aes=False, metadata=False))


@bad("pdfx-boxes", "box-art")
def trim_and_art(pdf):
    for page in pdf.pages:
        page.obj.ArtBox = page.obj.TrimBox


@bad("pdfx-fonts", "font-embedded")
def no_program(pdf):
    del pdf.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor.FontFile2


@bad("pdfx-colour", base="x1a")
def profile_in_x1a(pdf):
    """Colours with a profile, of whatever press, are not for PDF/X-1a."""
    space = Array([Name.ICCBased, pdf.make_indirect(packed(pdf, PRINTER, N=4, Alternate=Name.DeviceCMYK))])
    add(pdf, b"/Press cs 0.5 0.2 0 0 scn 80 300 40 40 re f", ColorSpace=dict(Press=space))


LAB = Array([Name.Lab, Dictionary(WhitePoint=[0.9642, 1, 0.8249], Range=[-128, 127, -128, 127])])


@bad("colour-calibrated")
@good("pdfx-colour", base="x3", also=["colour-calibrated"])
def colour_in_lab(pdf):
    add(pdf, b"/Lab cs 60 20 -10 scn 80 300 40 40 re f", ColorSpace=dict(Lab=LAB))


@bad("pdfx-colour", "colour-rgb", variant="light")
def light(pdf):
    add(pdf, b"1 0.2 0 rg 80 300 40 40 re f")


@bad("pdfx-transparency", base="x1a", also=["group-space"])
@good("pdfx-transparency")
def half_opaque(pdf):
    state = Dictionary(Type=Name.ExtGState, ca=0.5)
    add(pdf, b"/Half gs 0.4 0 0.2 0 k 80 300 40 40 re f", ExtGState=dict(Half=state))


@bad("pdfx-transparency", base="x3", variant="blend", also=["group-space"])
def blended(pdf):
    state = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    add(pdf, b"/Mul gs 0.4 0 0.2 0 k 80 300 40 40 re f", ExtGState=dict(Mul=state))


@bad("pdfx-transparency", base="x3", variant="mask", also=["group-space"])
def masked(pdf):
    mask = picture(pdf, (90, 90), space=Name.DeviceGray, parts=1)
    pdf.pages[0].Resources.XObject.Im.SMask = mask


@bad("pdfx-group-space", "group-space", also=["pdfx-colour", "colour-rgb"])
def page_group_of_light(pdf):
    pdf.pages[0].obj.Group.CS = Name.DeviceRGB


@bad("group-space", "pdfx-group-space", variant="form", also=["pdfx-colour", "colour-rgb"])
def group_of_light(pdf):
    """What graphics programs leave: a group that mixes its inks as light."""
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB, I=True)
    add(pdf, b"/Grp Do", XObject=dict(Grp=form(pdf, b"0.4 0 0.2 0 k 80 300 40 40 re f", Group=group)))


def layered(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("French")))
    order = Dictionary(Order=[layer], ON=[layer], OFF=[], Name=String("default"))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=order)
    content = b"/OC /French BDC 0.4 0 0.2 0 k 80 300 40 40 re f EMC"
    add(pdf, content, Properties=dict(French=layer))


good("pdfx-layers", also=["layers"])(layered)
bad("pdfx-layers", "layers", base="x1a", also=["pdfx-pdf-version"])(layered)


@bad("pdfx-actions", "action")
def prints_at_once(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.Named, N=Name.Print)


def note(pdf, rect, **entries):
    """A frame with an appearance."""
    box = [0, 0, rect[2] - rect[0], rect[3] - rect[1]]
    look = form(pdf, b"0 0 0 1 K 1 1 %g %g re S" % (box[2] - 2, box[3] - 2), BBox=Array(box))
    parts = dict(Type=Name.Annot, Subtype=Name.Square, Rect=Array(rect), F=4, AP=Dictionary(N=look))
    return pdf.make_indirect(Dictionary(**(parts | entries)))


@bad("pdfx-annotations", "annotation-printed")
def note_on_the_page(pdf):
    pdf.pages[0].obj.Annots = Array([note(pdf, [100, 200, 160, 240])])


@good("pdfx-annotations", also=["annotation-printed"])
def note_beside_the_page(pdf):
    pdf.pages[0].obj.Annots = Array([note(pdf, [2, 2, 24, 24])])


@good("annotation-printed", base="x3", also=["pdfx-annotations"])
def note_for_the_screen_alone(pdf):
    pdf.pages[0].obj.Annots = Array([note(pdf, [100, 200, 160, 240], F=0)])


@bad("pdfx-filters")
def packed_as_lzw(pdf):
    stream = pdf.pages[0].Contents
    stream.write(lzw(stream.read_raw_bytes()), filter=Name.LZWDecode)


@bad("pdfx-filters", base="x3", variant="objects", raw=True, also=["pdfx-pdf-version"])
def packed_objects(data):
    """Object streams came with PDF 1.5, and PDF/X-3:2003 ends with 1.4."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        out = io.BytesIO()
        save(pdf, out, "1.5", object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue().replace(b"%PDF-1.5", b"%PDF-1.4", 1)


@bad("pdfx-transfer", "transfer-curves")
def transfer(pdf):
    curve = pdf.make_indirect(Dictionary(FunctionType=2, Domain=[0, 1], N=2))
    state = Dictionary(Type=Name.ExtGState, TR=curve)
    add(pdf, b"/Curve gs 0.4 0 0.2 0 k 80 300 40 40 re f", ExtGState=dict(Curve=state))


@good("transfer-curves", also=["pdfx-transfer"])
def transfer_default(pdf):
    """The key that takes a curve off again (ISO 15930-7 lets TR2 be Default)."""
    state = Dictionary(Type=Name.ExtGState, TR2=Name.Default)
    add(pdf, b"/Curve gs 0.4 0 0.2 0 k 80 300 40 40 re f", ExtGState=dict(Curve=state))


@bad("pdfx-opi", also=["image-alternates"])
def stand_in(pdf):
    """A picture for which a server is to put the fine one."""
    proxy = Dictionary(Type=Name.OPI, Version=2.0, F=String("fine.tif"))
    pdf.pages[0].Resources.XObject.Im.OPI = Dictionary({"/2.0": proxy})


@bad("pdfx-opi", variant="page")
def page_of_another_file(pdf):
    """A reference XObject: only PDF/X-5 has them."""
    other = Dictionary(F=Dictionary(Type=Name.Filespec, F=String("cover.pdf")), Page=0)
    shape = form(pdf, b"0.2 0 0 0 k 0 0 9 9 re f")
    shape.Ref = other
    add(pdf, b"1 0 0 1 80 300 cm /Other Do", XObject=dict(Other=shape))


@good("pdfx-actions", "pdfx-attachments", base="x1a", variant="empty")
def trees_without_names(pdf):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])), EmbeddedFiles=Dictionary(Names=Array([])))


@bad("pdfx-attachments", "attachment", base="x1a")
def attached_to_print(pdf):
    attach(pdf)


def attach(pdf):
    data = pdf.make_indirect(Stream(pdf, b"price;1\n", Type=Name.EmbeddedFile))
    spec = Dictionary(
        Type=Name.Filespec, F=String("prices.csv"), UF=String("prices.csv"), EF=Dictionary(F=data)
    )
    names = Dictionary(Names=[String("prices.csv"), pdf.make_indirect(spec)])
    pdf.Root.Names = Dictionary(EmbeddedFiles=names)


@bad("pdfx-xmp")
def no_document_id(pdf):
    change_xmp(pdf, "<xmpMM:DocumentID>uuid:6f1c1d5a-0000-4000-8000-000000000001</xmpMM:DocumentID>\n", "")


@bad("pdfx-xmp", variant="packed", raw=True)
def xmp_packed(data):
    """It must be found by programs that know nothing of PDF; qpdf would unpack it again."""
    start = data.index(b"<?xpacket begin")
    end = data.index(b"endstream", start)
    head = data.rindex(b"<<", 0, start)
    xmp = zlib.compress(data[start:end], 9)
    entries = b"<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length %d >>\nstream\n" % len(xmp)
    return numbered(data[:head] + entries + xmp + b"\n" + data[end:])


@bad("pdfx-missing")
def no_label(pdf):
    change_xmp(pdf, LABEL, "")
