"""Faults of files that say that they are PDF/UA-1, one clause each."""

from pikepdf import Array, Dictionary, Name, Stream, String

from bases import element
from cases_screen import annotated, document
from cases_standard import attach
from kit import add, bad, form, good, replace


def held(pdf, parent, kind, *kids, **entries):
    """An element, and those in it: each kid is a kind, or a function that adds one."""
    part = element(pdf, parent, Name("/" + kind), **entries)
    part.K = Array([kid(pdf, part) if callable(kid) else held(pdf, part, kid) for kid in kids])
    return part


def within(kind, *kids, **entries):
    return lambda pdf, parent: held(pdf, parent, kind, *kids, **entries)


def cell(kind, columns=1, rows=1, scope=None):
    attributes = Dictionary(O=Name.Table, ColSpan=columns, RowSpan=rows)
    if scope:
        attributes.Scope = Name("/" + scope)
    return within(kind, A=attributes)


def put(pdf, kind, *kids, **entries):
    document(pdf).K.append(held(pdf, document(pdf), kind, *kids, **entries))


@bad("access-children", base="screen")
def paragraph_in_a_row(pdf):
    put(pdf, "Table", within("TR", "TD", "P"))


@bad("access-children", base="screen", variant="list")
def paragraph_in_a_list(pdf):
    put(pdf, "L", "P", within("LI", "Lbl", "LBody"))


@bad("access-children", base="screen", variant="member")
def picture_in_a_member(pdf):
    put(pdf, "L", within("LI", "LBody", "Span"))


@bad("access-children", base="screen", variant="caption")
def caption_in_the_midst(pdf):
    put(pdf, "Table", within("TR", "TD"), "Caption", within("TR", "TD"))


@bad("access-children", base="screen", variant="body")
def head_without_a_body(pdf):
    put(pdf, "Table", within("THead", within("TR", "TD")))


@bad("access-children", base="screen", variant="contents")
def paragraph_in_the_contents(pdf):
    put(pdf, "TOC", "TOCI", "P")


@good("access-children", base="screen")
def captions_parts_and_lists_in_lists(pdf):
    put(pdf, "Table", "Caption", within("THead", within("TR", "TD")), within("TBody", within("TR", "TD")))
    put(pdf, "L", "Caption", within("LI", "Lbl", "LBody"), within("L", within("LI", "LBody")))
    put(pdf, "TOC", "TOCI", within("TOC", "TOCI"))


@bad("access-table", base="screen")
def rows_of_two_widths(pdf):
    put(pdf, "Table", within("TR", "TD", "TD"), within("TR", "TD"))


@bad("access-table", base="screen", variant="overlap")
def cells_that_overlap(pdf):
    put(pdf, "Table", within("TR", "TD", cell("TD", rows=2), "TD"), within("TR", cell("TD", columns=2), "TD"))


@bad("access-table", base="screen", variant="end")
def cell_longer_than_the_table(pdf):
    put(pdf, "Table", within("TR", "TD", cell("TD", rows=3)), within("TR", "TD"))


@bad("access-table", base="screen", variant="scope")
def header_that_heads_nothing(pdf):
    put(pdf, "Table", within("TR", "TH", "TH"), within("TR", "TD", "TD"))


@good("access-table", base="screen")
def spans_that_fit(pdf):
    first = within("TR", cell("TH", scope="Column"), cell("TH", columns=2, scope="Column"))
    second = within("TR", cell("TH", rows=2, scope="Row"), "TD", "TD")
    put(pdf, "Table", first, second, within("TR", cell("TD", columns=2)))


@bad("access-note", base="screen")
def note_without_a_name(pdf):
    put(pdf, "Note")


@bad("access-note", base="screen", variant="twice")
def two_notes_of_one_name(pdf):
    put(pdf, "Note", ID=String("n1"))
    put(pdf, "Note", ID=String("n1"))


@good("access-note", base="screen")
def notes_with_names(pdf):
    put(pdf, "Note", ID=String("n1"))
    put(pdf, "Note", ID=String("n2"))


@bad("access-artifact", base="screen")
def artifact_in_a_paragraph(pdf):
    replace(pdf, b"/P <</MCID 1>> BDC\n", b"/P <</MCID 1>> BDC\n/Artifact BMC EMC\n")


@bad("access-artifact", base="screen", variant="reverse")
def paragraph_in_an_artifact(pdf):
    content = pdf.pages[0].Contents.read_raw_bytes()
    before, rest = content.split(b"/P <</MCID 1>> BDC\n")
    inside, after = rest.split(b"EMC\n", 1)
    whole = b"/Artifact BMC\n/P <</MCID 1>> BDC\n" + inside + b"EMC\nEMC\n"
    pdf.pages[0].Contents.write(before + whole + after)


@good("access-artifact", base="screen")
def artifact_beside_a_paragraph(pdf):
    replace(pdf, b"/P <</MCID 1>> BDC\n", b"/Artifact BMC EMC\n/P <</MCID 1>> BDC\n/Span BMC EMC\n")


@bad("access-alternative-words", base="screen")
def alternative_that_a_program_wrote(pdf):
    next(part for part in document(pdf).K if part.S == Name.Figure).Alt = String("alt")


@good("access-alternative-words", base="screen")
def alternative_with_few_words(pdf):
    next(part for part in document(pdf).K if part.S == Name.Figure).Alt = String("A lantern")


@good("access-alternative", base="screen", variant="actual")
def nothing_in_the_place_of_a_picture(pdf):
    figure = next(part for part in document(pdf).K if part.S == Name.Figure)
    del figure.Alt
    figure.ActualText = String("")


def metadata(pdf, old, new):
    packet = pdf.Root.Metadata.read_bytes()
    assert packet.count(old) >= 1, old
    pdf.Root.Metadata.write(packet.replace(old, new))


UA = b"http://www.aiim.org/pdfua/ns/id/"


@bad("pdfua-missing", base="screen")
def claims_nothing(pdf):
    metadata(pdf, UA, b"http://example.org/id/")


@good("pdfua-missing", "pdfua-label", base="screen")
def claims_part_one(pdf):
    pass


@bad("pdfua-label", base="screen")
def claims_part_seven(pdf):
    metadata(pdf, b"<pdfuaid:part>1<", b"<pdfuaid:part>7<")


@bad("pdfua-label", base="screen", variant="prefix")
def claims_by_another_prefix(pdf):
    metadata(pdf, b"pdfuaid:", b"ua:")
    metadata(pdf, b"xmlns:pdfuaid", b"xmlns:ua")


@bad("pdfua-headings", base="screen", also=["access-headings"])
def level_left_out(pdf):
    document(pdf).K[-1].S = Name.H4


@bad("pdfua-headings", base="screen", variant="both", also=["access-headings"])
def headings_of_two_kinds(pdf):
    put(pdf, "H")


@good("pdfua-headings", base="screen")
def level_by_level(pdf):
    put(pdf, "H3")
    put(pdf, "H2")


def composite(pdf):
    return pdf.pages[0].Resources.Font.F1


@bad("pdfua-fonts", base="screen", also=["font-dictionary"])
def glyphs_without_a_map(pdf):
    del composite(pdf).DescendantFonts[0].CIDToGIDMap


CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def
/CMapName /Own def /CMapType 1 def /WMode %d def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 begincidrange <0000> <ffff> 0 endcidrange endcmap end end
"""


def own_map(pdf, mode, **entries):
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    head = dict(Type=Name.CMap, CMapName=Name.Own, CIDSystemInfo=system) | entries
    composite(pdf).Encoding = pdf.make_indirect(Stream(pdf, CMAP % mode, **head))


@bad("pdfua-fonts", base="screen", variant="direction")
def map_of_two_directions(pdf):
    own_map(pdf, 0, WMode=1)


@bad("pdfua-fonts", base="screen", variant="ordering")
def map_of_another_collection(pdf):
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=0)
    own_map(pdf, 0, CIDSystemInfo=system)


@good("pdfua-fonts", base="screen")
def map_in_the_file(pdf):
    own_map(pdf, 0)


def layers(pdf, **entries):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Note")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer]), **entries))
    return layer


@bad("pdfua-layers", base="screen")
def layers_without_a_name(pdf):
    layers(pdf)


@bad("pdfua-layers", base="screen", variant="automatic")
def layers_that_switch(pdf):
    layer = layers(pdf, Name=String("All"))
    switch = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([layer]))
    pdf.Root.OCProperties.D.AS = Array([switch])


@bad("pdfua-layers", base="screen", variant="configurations")
def another_configuration_without_a_name(pdf):
    layers(pdf, Name=String("All"))
    pdf.Root.OCProperties.Configs = Array([Dictionary(Creator=String("x"))])


@good("pdfua-layers", base="screen")
def layers_with_a_name(pdf):
    layers(pdf, Name=String("All"))


@bad("pdfua-files", base="screen", also=["attachment"])
def file_without_a_name_for_all(pdf):
    attach(pdf)
    specification = pdf.Root.Names.EmbeddedFiles.Names[1]
    if "/UF" in specification:
        del specification.UF


@good("pdfua-files", base="screen", also=["attachment"])
def file_with_both_names(pdf):
    attach(pdf)
    specification = pdf.Root.Names.EmbeddedFiles.Names[1]
    specification.F = specification.UF = String("price.csv")


def clip(pdf, **entries):
    film = Dictionary(Type=Name.Filespec, F=String("film.mp4"), UF=String("film.mp4"))
    own = pdf.make_indirect(Dictionary(Type=Name.MediaClip, S=Name.MCD, D=film, **entries))
    rendition = pdf.make_indirect(Dictionary(Type=Name.Rendition, S=Name.MR, C=own))
    pdf.Root.Names = Dictionary(Renditions=Dictionary(Names=Array([String("film"), rendition])))


@bad("pdfua-media", base="screen")
def film_without_words(pdf):
    clip(pdf, CT=String("video/mp4"))


@good("pdfua-media", base="screen")
def film_with_words(pdf):
    clip(pdf, CT=String("video/mp4"), Alt=Array([String(""), String("A lantern goes up")]))


@bad("pdfua-objects", base="screen")
def page_of_another_file(pdf):
    other = Dictionary(F=Dictionary(Type=Name.Filespec, F=String("b.pdf")), Page=0)
    add(pdf, b"/Artifact BMC /Other Do EMC", XObject=dict(Other=form(pdf, b"", Ref=other)))


@bad("pdfua-objects", base="screen", variant="form")
def dynamic_form(pdf):
    config = b"<config><present><dynamicRender>required</dynamicRender></present></config>"
    parts = Array([String("config"), pdf.make_indirect(Stream(pdf, config))])
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=parts)


@bad("pdfua-objects", base="screen", variant="mark")
def mark_in_the_structure(pdf):
    annotated(pdf, "PrinterMark", "Annot", Contents=String("Mark"))


@good("pdfua-objects", base="screen")
def static_form(pdf):
    config = b"<config><present><dynamicRender>forbidden</dynamicRender></present></config>"
    parts = Array([String("config"), pdf.make_indirect(Stream(pdf, config))])
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=parts)


@bad("script-runs", base="screen", also=["action"])
def script_in_a_form(pdf):
    code = Dictionary(S=Name.JavaScript, JS=String("app.alert('hello');"))
    pdf.Root.OpenAction = code


@good("script-runs", base="screen")
def link_to_a_page(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))


@good("access-language", base="screen", variant="everywhere", also=["access-bookmarks"])
def every_text_has_its_own(pdf):
    del pdf.Root.Lang, pdf.Root.Outlines
    document(pdf).Lang = String("en")


@good("access-language", base="screen", variant="letter")
def language_of_one_letter(pdf):
    """PDF/UA-1 names the grammar of RFC 3066, which asks for one to eight letters."""
    document(pdf).K[1].Lang = String("x")


@good("link-target", base="screen", variant="structure")
def leads_to_an_element(pdf):
    link = pdf.pages[0].obj.Annots[0]
    if "/Dest" in link:
        del link.Dest
    target = document(pdf).K[2]
    link.A = Dictionary(S=Name.GoTo, SD=Array([target, Name.Fit]))
