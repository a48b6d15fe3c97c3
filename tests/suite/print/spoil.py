"""Spoils a good file for the print shop, each time in one way that the judge must notice.

In: the good file, and the folder to write to. Out: a line for each spoiled file, "name<tab>what must be found".
"""

import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

SPOILED = []


def spoils(finding):
    """The row of a way to spoil a file: what the judge says of it."""

    def row(function):
        SPOILED.append((function.__name__, finding, function))
        return function

    return row


def add(pdf, content, **resources):
    """Adds content to the end of the first page, with what it needs."""
    page = pdf.pages[0]
    page.contents_add(Stream(pdf, b"q " + content + b" Q"))
    for kind, entries in resources.items():
        if f"/{kind}" not in page.Resources:
            page.Resources[f"/{kind}"] = Dictionary()
        for name, entry in entries.items():
            page.Resources[f"/{kind}"][f"/{name}"] = entry


def form(pdf, content, **entries):
    box = Array([0, 0, 10, 10])
    return Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries)


def picture(pdf, space):
    entries = dict(Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=space)
    return Stream(pdf, b"\0\0\0", **entries)


def light(pdf):
    """A colour space over a profile of three parts."""
    return Array([Name.ICCBased, Stream(pdf, b"", N=3)])


CALIBRATED = Array([Name.CalRGB, Dictionary(WhitePoint=Array([1, 1, 1]))])
FUNCTION = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0], C1=[1, 1, 1], N=1)
SHADING = dict(ShadingType=2, Coords=[0, 0, 1, 1], Function=FUNCTION)


@spoils("page: operator rg")
def fill(pdf):
    add(pdf, b"1 0 0 rg 0 0 9 9 re f")


@spoils("page: operator RG")
def stroke(pdf):
    add(pdf, b"1 0 0 RG 0 0 9 9 re S")


@spoils("page: operator cs: /DeviceRGB")
def named(pdf):
    add(pdf, b"/DeviceRGB cs 1 0 0 sc 0 0 9 9 re f")


@spoils("page: colour space /X: /ICCBased of 3 parts")
def profile(pdf):
    add(pdf, b"/X cs 1 0 0 scn 0 0 9 9 re f", ColorSpace=dict(X=light(pdf)))


@spoils("page: colour space /X: /Separation: /DeviceRGB")
def spot(pdf):
    space = Array([Name.Separation, Name.Gold, Name.DeviceRGB, FUNCTION])
    add(pdf, b"/X cs 1 scn 0 0 9 9 re f", ColorSpace=dict(X=space))


@spoils("page: form: form: operator rg")
def nested(pdf):
    inner = form(pdf, b"1 0 0 rg 0 0 9 9 re f")
    outer = form(pdf, b"/X Do", Resources=Dictionary(XObject=Dictionary(X=inner)))
    add(pdf, b"/X Do", XObject=dict(X=pdf.make_indirect(outer)))


@spoils("page: image: /CalRGB")
def calibrated(pdf):
    add(pdf, b"/X Do", XObject=dict(X=picture(pdf, CALIBRATED)))


@spoils("page: image: /Indexed: /DeviceRGB")
def indexed(pdf):
    space = Array([Name.Indexed, Name.DeviceRGB, 0, pikepdf.String(b"\0\0\0")])
    add(pdf, b"/X Do", XObject=dict(X=picture(pdf, space)))


@spoils("page: inline image: /DeviceRGB")
def inline(pdf):
    add(pdf, b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI")


@spoils("page: shading: /DeviceRGB")
def shaded(pdf):
    shading = Dictionary(ColorSpace=Name.DeviceRGB, **SHADING)
    add(pdf, b"/X sh", Shading=dict(X=shading))


@spoils("page: pattern: shading: /ICCBased of 3 parts")
def shading_pattern(pdf):
    shading = Dictionary(ColorSpace=light(pdf), **SHADING)
    add(pdf, b"", Pattern=dict(X=Dictionary(PatternType=2, Shading=shading)))


@spoils("page: pattern: operator rg")
def tiling(pdf):
    entries = dict(PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9)
    tile = Stream(pdf, b"1 0 0 rg 0 0 9 9 re f", Resources=Dictionary(), **entries)
    add(pdf, b"/Pattern cs /X scn 0 0 9 9 re f", Pattern=dict(X=tile))


@spoils("page: Type 3: operator rg")
def glyph(pdf):
    glyphs = Dictionary(A=Stream(pdf, b"1 0 0 rg 0 0 9 9 re f"))
    add(pdf, b"", Font=dict(X=Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=glyphs)))


@spoils("page: soft mask: a group in /DeviceRGB")
def mask_group(pdf):
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    mask = Dictionary(S=Name.Luminosity, G=form(pdf, b"", Group=group))
    add(pdf, b"/X gs", ExtGState=dict(X=Dictionary(SMask=mask)))


@spoils("page: soft mask: image: /DeviceRGB")
def mask_picture(pdf):
    inside = Dictionary(XObject=Dictionary(X=picture(pdf, Name.DeviceRGB)))
    mask = Dictionary(S=Name.Luminosity, G=form(pdf, b"/X Do", Resources=inside))
    add(pdf, b"/X gs", ExtGState=dict(X=Dictionary(SMask=mask)))


@spoils("page: a group in /DeviceRGB")
def page_group(pdf):
    pdf.pages[0].Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


@spoils("page: form: a group in None")
def form_group(pdf):
    group = Dictionary(S=Name.Transparency)
    add(pdf, b"/X Do", XObject=dict(X=form(pdf, b"", Group=group)))


def state(overprint, mode=1):
    return dict(X=Dictionary(op=overprint, OP=overprint, OPM=mode))


@spoils("page: black text that does not overprint")
def knocked_out(pdf):
    add(pdf, b"/X gs 0 0 0 1 k BT () Tj ET", ExtGState=state(False))


@spoils("page: overprint of k (0.0, 0.0, 0.0, 0.0)")
def white(pdf):
    add(pdf, b"/X gs 0 0 0 0 k BT () Tj ET", ExtGState=state(True))


@spoils("page: overprint that knocks out what is empty")
def mode(pdf):
    add(pdf, b"/X gs", ExtGState=state(True, 0))


@spoils("page: text in g")
def grey_text(pdf):
    add(pdf, b"0 g BT () Tj ET")


@spoils("the catalogue has /OpenAction")
def action(pdf):
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])


@spoils("the catalogue has /AA")
def actions(pdf):
    pdf.Root.AA = Dictionary()


@spoils("the catalogue has /Outlines")
def bookmarks(pdf):
    pdf.Root.Outlines = Dictionary()


@spoils("the catalogue has /StructTreeRoot")
def tagged(pdf):
    pdf.Root.StructTreeRoot = Dictionary()


@spoils("a page has /Annots")
def links(pdf):
    pdf.pages[-1].Annots = Array()


@spoils("0 output intents")
def no_intent(pdf):
    del pdf.Root.OutputIntents


@spoils("the output intent's /OutputConditionIdentifier is FOGRA99")
def condition(pdf):
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = "FOGRA99"


@spoils("the output intent's /S is /GTS_PDFA1")
def archive(pdf):
    pdf.Root.OutputIntents[0].S = Name.GTS_PDFA1


@spoils("the output intent has no profile of a press in four inks")
def three_inks(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


@spoils("Trapped is not False")
def trapped(pdf):
    pdf.trailer.Info.Trapped = Name.Unknown


@spoils("the title is Autre chose")
def title(pdf):
    pdf.trailer.Info.Title = "Autre chose"


@spoils("/ModDate is None")
def undated(pdf):
    del pdf.trailer.Info.ModDate


@spoils("the metadata lack <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>")
def version(pdf):
    text = pdf.Root.Metadata.read_bytes().replace(b"PDF/X-4", b"PDF/X-3")
    pdf.Root.Metadata.write(text)


def main(good, folder):
    for name, finding, function in SPOILED:
        with pikepdf.open(good) as pdf:
            function(pdf)
            # The metadata stay as they are, and in the clear.
            pdf.save(f"{folder}/{name}.pdf", fix_metadata_version=False, compress_streams=False)
        print(f"{name}.pdf\t{finding}")


main(*sys.argv[1:])
