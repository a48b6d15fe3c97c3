"""Plants faults in files that the project builds, each of which a rule must find.

In: the folder to write to, and the folder of the brochure's built files, which has one of each language in it. Out: the
files, and `planted.json`: rows of {file, target, rule, from}. `from` is the unharmed file, in which nothing must be found.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Operator, Pdf, Stream, String

from kit import MM, add, form, picture

FAULTS = []


def plants(rule, file):
    """The row of a fault: the rule that finds it, and the file that it is planted in: edition, language and profile."""

    def row(function):
        FAULTS.append((rule, file, function))
        return function

    return row


def text_of(page):
    """The instructions of a page as lists of operands and operators."""
    return [(list(operands), str(operator)) for operands, operator in pikepdf.parse_content_stream(page)]


def write(pdf, page, instructions):
    steps = [(operands, Operator(operator)) for operands, operator in instructions]
    page.Contents = pdf.make_indirect(Stream(pdf, pikepdf.unparse_content_stream(steps)))


def change(pdf, chosen, changed, page=0, most=1):
    """Puts instructions in the place of the first that are chosen; there must be some."""
    page = pdf.pages[page]
    before, after, count = text_of(page), [], 0
    for operands, operator in before:
        if count < most and chosen(operands, operator):
            after += changed(operands, operator)
            count += 1
        else:
            after.append((operands, operator))
    assert count, "there is nothing to change"
    write(pdf, page, after)


def is_black(operands, operator):
    return operator == "k" and [float(part) for part in operands] == [0, 0, 0, 1]


def fonts(pdf):
    """All fonts, with those below composite ones."""
    found = [obj for obj in pdf.objects if isinstance(obj, Dictionary) and obj.get("/Type") == "/Font"]
    assert found
    return found


def elements(pdf, kind=None):
    """The elements of the structure, of one kind or all, in their order in the file."""
    found = [
        obj
        for obj in pdf.objects
        if isinstance(obj, Dictionary) and "/S" in obj and "/P" in obj and "/K" in obj
    ]
    found = [obj for obj in found if kind in (None, str(obj.S))]
    assert found, kind
    return found


def trim(pdf, page=0):
    """The corner of the trim."""
    x0, y0, *_ = (float(side) for side in pdf.pages[page].TrimBox)
    return x0, y0


def square(pdf, paint, side=30, **resources):
    """A square in the lower left of the first page, well within the trim."""
    x, y = trim(pdf)
    content = paint + b" %.3f %.3f %d %d re f" % (x + 6 * MM, y + 6 * MM, side, side)
    add(pdf, content, **resources)


@plants("colour-rgb", "short-ar-print")
def light_among_inks(pdf):
    change(pdf, lambda _, name: name == "k", lambda *_: [([0.2, 0.3, 0.8], "rg")])


@plants("colour-rgb", "full-fr-print")
def light_deep_in_a_form(pdf):
    inner = form(pdf, b"0.2 0.3 0.8 rg 40 40 20 20 re f")
    outer = form(pdf, b"/Inner Do", Resources=Dictionary(XObject=Dictionary(Inner=inner)))
    add(pdf, b"/Outer Do", page=12, XObject=dict(Outer=outer))


@plants("pdfx-colour", "card-ru-print")
def light_in_pdf_x(pdf):
    square(pdf, b"0.2 0.3 0.8 rg")


@plants("font-embedded", "short-tr-print")
def program_of_a_font_removed(pdf):
    for font in fonts(pdf):
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if "/FontDescriptor" in font and key in font.FontDescriptor:
                del font.FontDescriptor[key]
                return
    raise AssertionError("no font program")


@plants("font-program", "full-es-screen")
def program_of_a_font_cut(pdf):
    for font in fonts(pdf):
        for key in ("/FontFile2", "/FontFile3"):
            if "/FontDescriptor" in font and key in font.FontDescriptor:
                stream = font.FontDescriptor[key]
                stream.write(stream.read_bytes()[:60])
                return
    raise AssertionError("no font program")


@plants("font-widths", "short-pt-office")
def widths_of_a_font_doubled(pdf):
    """`W` has a first glyph and a list of widths, or a first, a last one and their width."""
    for below in fonts(pdf):
        entries, doubled = list(below.get("/W", [])), []
        while entries:
            taken, entries = entries[:2], entries[2:]
            if isinstance(taken[1], Array):
                doubled += [taken[0], Array([float(width) * 2 for width in taken[1]])]
            else:
                doubled += [*taken, float(entries.pop(0)) * 2]
        if doubled:
            below.W = Array(doubled)


@plants("font-meaning", "short-nl-screen")
def meaning_of_letters_removed(pdf):
    for font in fonts(pdf):
        if "/ToUnicode" in font:
            del font.ToUnicode


@plants("font-meaning-sane", "card-ar-screen")
def letters_mean_nothing(pdf):
    """All are characters for private use."""
    font = next(font for font in fonts(pdf) if "/ToUnicode" in font)
    head = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    head += b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <00FF> <E000> endbfrange "
    font.ToUnicode = pdf.make_indirect(Stream(pdf, head + b"endcmap end end"))


@plants("box-trim", "short-en-print")
def trim_removed(pdf):
    del pdf.pages[1].TrimBox


@plants("bleed-box", "full-ar-print")
def bleed_shrunk(pdf):
    page = pdf.pages[5]
    x0, y0, x1, y1 = (float(side) for side in page.TrimBox)
    page.BleedBox = Array([x0 - MM, y0 - MM, x1 + MM, y1 + MM])


@plants("bleed-ink", "card-fr-print")
def plane_ends_at_the_trim(pdf):
    """All that is painted is cut where the page is cut."""
    page = pdf.pages[0]
    x0, y0, x1, y1 = (float(side) for side in page.TrimBox)
    page.contents_add(
        Stream(pdf, b"q %.3f %.3f %.3f %.3f re W n " % (x0, y0, x1 - x0, y1 - y0)), prepend=True
    )
    page.contents_add(Stream(pdf, b" Q"))


@plants("page-size", "full-nl-print")
def page_of_another_size(pdf):
    page = pdf.pages[7]
    x0, y0, x1, y1 = (float(side) for side in page.TrimBox)
    page.TrimBox = Array([x0, y0, x1 - 4 * MM, y1])


@plants("pdfx-intent", "short-ru-print")
def intent_removed(pdf):
    del pdf.Root.OutputIntents


@plants("intent-profile", "card-es-print")
def profile_of_the_intent_spoiled(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.write(b"no profile " * 40)


@plants("pdfx-missing", "short-fr-print")
def label_removed(pdf):
    change_xmp(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")


def change_xmp(pdf, old, new):
    text = pdf.Root.Metadata.read_bytes().decode()
    assert text.count(old) == 1, old
    pdf.Root.Metadata.write(text.replace(old, new).encode())


@plants("xmp-agrees", "full-tr-screen")
def title_of_another_file(pdf):
    pdf.docinfo["/Title"] = "Bilgi"


@plants("image-coarse", "short-es-print")
def coarse_picture(pdf):
    """60 samples on 60 points: 72 pixels to the inch."""
    x, y = trim(pdf)
    content = b"60 0 0 60 %.3f %.3f cm /New Do" % (x + 6 * MM, y + 6 * MM)
    add(pdf, content, XObject=dict(New=picture(pdf, (60, 60))))


@plants("image-damaged", "full-pt-office")
def picture_without_its_samples(pdf):
    image = picture(pdf, (60, 60), space=Name.DeviceGray, parts=1, data=b"\x80" * 200)
    add(pdf, b"10 0 0 10 60 60 cm /New Do", XObject=dict(New=image))


@plants("black-text", "full-ru-print")
def text_in_rich_black(pdf):
    change(pdf, is_black, lambda *_: [([0.6, 0.5, 0.5, 1], "k")], page=2, most=1000)


@plants("black-overprint", "short-pt-print")
def black_text_knocks_out(pdf):
    flat = Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0)
    pdf.pages[0].Resources.ExtGState["/Flat"] = flat
    change(pdf, is_black, lambda operands, name: [(operands, name), ([Name.Flat], "gs")], most=1000)
    change(
        pdf,
        lambda operands, name: name == "gs" and operands[0] != Name.Flat,
        lambda *_: [([Name.Flat], "gs")],
        most=1000,
    )


@plants("group-space", "card-tr-print")
def group_in_light(pdf):
    pdf.pages[1].obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)


@plants("annotation-printed", "short-nl-print")
def link_on_the_print(pdf):
    x, y = trim(pdf)
    action = Dictionary(S=Name.URI, URI=String("https://example.org"))
    box = Array([x + 50, y + 50, x + 90, y + 60])
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, F=4, Border=[0, 0, 1], A=action)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


@plants("script", "full-en-screen")
def script(pdf):
    code = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert('hello');")))
    pdf.Root.AA = Dictionary(WC=code)


@plants("attachment", "card-nl-office")
def attachment(pdf):
    data = pdf.make_indirect(Stream(pdf, b"price;1\n", Type=Name.EmbeddedFile))
    spec = Dictionary(Type=Name.Filespec, F=String("a.csv"), UF=String("a.csv"), EF=Dictionary(F=data))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String("a.csv"), pdf.make_indirect(spec)]))


@plants("access-language", "short-ar-screen")
def language_removed(pdf):
    del pdf.Root.Lang


@plants("access-title", "large-fr-screen")
def title_not_shown(pdf):
    del pdf.Root.ViewerPreferences.DisplayDocTitle


@plants("access-alternative", "short-fr-screen")
def words_for_a_picture_removed(pdf):
    """Of the picture and of all that is in it."""
    figures = elements(pdf, "/Figure")
    for figure in figures:
        for key in ("/Alt", "/ActualText"):
            if key in figure:
                del figure[key]


@plants("access-order", "full-fr-screen")
def structure_turned_round(pdf):
    parts = max(elements(pdf), key=lambda obj: len(obj.K) if isinstance(obj.K, Array) else 0)
    parts.K = Array(list(reversed(list(parts.K))))


@plants("access-structure", "large-ar-screen")
def paragraph_taken_out(pdf):
    """What it shows is in no element any more."""
    element = elements(pdf, "/P")[3]
    siblings = element.P.K
    siblings_left = [part for part in siblings if part.objgen != element.objgen]
    assert len(siblings_left) == len(siblings) - 1
    element.P.K = Array(siblings_left)


@plants("access-headings", "large-ru-screen")
def headings_begin_at_the_third_level(pdf):
    for element in elements(pdf, "/H1"):
        element.S = Name.H3


@plants("access-untagged", "card-pt-screen")
def paint_that_is_in_no_element(pdf):
    add(pdf, b"0 g 30 30 20 20 re f")


@plants("access-contrast", "short-es-screen")
def text_too_light(pdf):
    """All on a page turns to the grey of a pencil."""
    inks = {"scn", "sc", "rg", "g", "k"}
    change(pdf, lambda _, name: name in inks, lambda *_: [([0.8], "g")], page=1, most=1000)


def is_reference(part, obj):
    """Whether a part of an element stands for an object of the page."""
    return isinstance(part, Dictionary) and "/Obj" in part and part.Obj.objgen == obj.objgen


@plants("access-link", "full-ru-screen")
def link_without_an_element(pdf):
    page = next(page for page in pdf.pages if "/Annots" in page)
    link = page.Annots[0]
    del link["/StructParent"]
    for element in elements(pdf, "/Link"):
        if isinstance(element.K, Array):
            parts = (part for part in element.K if not is_reference(part, link))
            element.K = Array(list(parts))


@plants("link-target", "short-tr-screen")
def link_to_nowhere(pdf):
    page = next(page for page in pdf.pages if "/Annots" in page)
    for link in page.Annots:
        if "/A" in link:
            del link["/A"]
        link.Dest = String("the-thirteenth-part")


@plants("hairline", "full-es-print")
def hairline(pdf):
    x, y = trim(pdf, 4)
    add(pdf, b"0 0 0 1 K 0.1 w %.3f %.3f m %.3f %.3f l S" % (x + 30, y + 30, x + 90, y + 30), page=4)


@plants("text-small", "card-en-print")
def text_of_five_points(pdf):
    """The first text is set in 5 pt, whatever it is scaled by."""
    change(
        pdf,
        lambda _, name: name == "Tf",
        lambda operands, name: [([operands[0], float(operands[1]) * 0.4], name)],
    )


@plants("ink-limit", "short-ru-print")
def too_much_ink(pdf):
    square(pdf, b"0.9 0.8 0.8 0.9 k")


@plants("ink-limit", "full-tr-print")
def too_much_ink_in_one_sample(pdf):
    """One dark sample of a picture that is light."""
    data = bytearray(bytes([20, 10, 0, 0]) * 14400)
    data[4 * 7260 : 4 * 7260 + 4] = bytes([240, 230, 220, 250])
    x, y = trim(pdf)
    image = picture(pdf, (120, 120), data=bytes(data))
    add(pdf, b"26 0 0 26 %.3f %.3f cm /New Do" % (x + 6 * MM, y + 6 * MM), XObject=dict(New=image))


@plants("overprint-white", "card-nl-print")
def white_overprints(pdf):
    over = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
    square(pdf, b"/Over gs 0 0 0 0 k", ExtGState=dict(Over=over))


@plants("colour-spot", "short-en-print")
def ink_with_a_name(pdf):
    tint = pdf.make_indirect(
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=[0, 0.2, 0.6, 0.2], N=1)
    )
    square(
        pdf, b"/New cs 1 scn", ColorSpace=dict(New=Array([Name.Separation, Name.Gold, Name.DeviceCMYK, tint]))
    )


@plants("safe-zone", "full-pt-print")
def text_at_the_edge(pdf):
    """A page moves by 3 mm towards its edge."""
    page = pdf.pages[10]
    page.contents_add(Stream(pdf, b"q 1 0 0 1 0 -8.5 cm "), prepend=True)
    page.contents_add(Stream(pdf, b" Q"))


@plants("content-syntax", "card-fr-office")
def rubbish_in_the_contents(pdf):
    pdf.pages[0].contents_add(Stream(pdf, b" q (open ] 3 foo "))


@plants("file-encrypted", "short-nl-office")
def locked(pdf):
    return dict(encryption=Encryption(owner="owner", user="", R=6))


def main(folder, built):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for rule, kind, plant in FAULTS:
        _, language, target = kind.split("-")
        source = Path(built) / language / f"info-pratique-{kind}-draft.pdf"
        with Pdf.open(source) as pdf:
            options = plant(pdf) or {}
            path = folder / f"planted.{plant.__name__.replace('_', '-')}.{kind}.pdf"
            pdf.save(path, static_id=True, **options)
        rows.append({"file": str(path), "target": target, "rule": rule, "from": str(source)})
    (folder / "planted.json").write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
