"""Faults of actions, links and forms, and of what readers with a screen reader need."""

from pikepdf import Array, Dictionary, Name, Stream, String

from cases_standard import attach
from kit import add, bad, form, good, replace
from letters import show


@bad("script", base="office", also=["action"])
def script(pdf):
    code = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert('hello');")))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String("hello"), code]))


@bad("script", base="office", variant="open", also=["action"])
def script_at_the_start(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('hello');"))


def code():
    return Dictionary(S=Name.JavaScript, JS=String("app.alert('hello');"))


@bad("script", base="office", variant="events", also=["action"])
def script_when_a_page_opens(pdf):
    pdf.pages[0].obj.AA = pdf.make_indirect(Dictionary(O=code()))


@bad("script", base="office", variant="chained", also=["action"])
def script_in_a_chain(pdf):
    chain = Array([Dictionary(S=Name.Named, N=Name.NextPage), code()])
    pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]), Next=chain)


@bad("script", base="office", variant="annotation", also=["action", "annotation-printed"])
def script_of_an_annotation_in_the_list(pdf):
    """Neither the annotation nor its action is an object of its own."""
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([10, 10, 60, 40]), A=code())
    pdf.pages[0].obj.Annots = Array([link])


@bad("action", base="office")
def starts_a_program(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F=String("price.exe"))


@bad("attachment", base="office")
def attached(pdf):
    attach(pdf)


@bad("attachment", base="office", variant="document")
def belongs_to_the_document(pdf):
    """Named by the catalogue alone, as newer programs do (ISO 32000-2, 14.13)."""
    attach(pdf)
    spec = pdf.Root.Names.EmbeddedFiles.Names[1]
    del pdf.Root.Names
    pdf.Root.AF = Array([spec])


@bad("form-field", base="office", also=["annotation-printed"])
def field(pdf):
    page = pdf.pages[0].obj
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            Rect=[72, 300, 200, 320],
            F=4,
            P=page,
        )
    )
    page.Annots = Array([widget])
    pdf.Root.AcroForm = Dictionary(Fields=[widget])


def link(pdf):
    return pdf.pages[0].obj.Annots[0]


@bad("link-target", base="screen")
def leads_nowhere(pdf):
    link(pdf).Dest = String("the-third-part")


@bad("link-target", base="screen", variant="page")
def leads_to_a_page_that_is_gone(pdf):
    gone = pdf.make_indirect(Dictionary(Type=Name.Page))
    link(pdf).Dest = Array([gone, Name.Fit])


@bad("link-target", base="screen", variant="address")
def leads_to_no_address(pdf):
    del link(pdf).Dest
    link(pdf).A = Dictionary(S=Name.URI, URI=String("http://"))


@good("link-target", base="screen")
def leads_by_a_name(pdf):
    target = Dictionary(D=Array([pdf.pages[1].obj, Name.XYZ, None, 700, None]))
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=[String("second"), target]))
    link(pdf).Dest = String("second")


@good("link-target", base="screen", variant="base")
def leads_on_from_a_base(pdf):
    pdf.Root.URI = Dictionary(Base=String("https://example.org/"))
    del link(pdf).Dest
    link(pdf).A = Dictionary(S=Name.URI, URI=String("lanterns.html"))


@good("link-target", base="screen", variant="web")
def leads_to_the_web(pdf):
    del link(pdf).Dest
    link(pdf).A = Dictionary(S=Name.URI, URI=String("https://example.org/lanterns"))


@bad("access-tags", base="screen")
def not_marked(pdf):
    pdf.Root.MarkInfo.Marked = False


UNTAGGED = ["access-structure", "access-untagged", "access-headings", "access-link", "access-language"]


@bad("access-tags", base="screen", variant="tree", also=UNTAGGED)
def no_tree(pdf):
    del pdf.Root.StructTreeRoot


def document(pdf):
    return pdf.Root.StructTreeRoot.K


@bad("access-structure", base="screen", also=["access-untagged"])
def paragraph_without_an_element(pdf):
    parts = document(pdf).K
    assert parts[2].S == Name.P
    del parts[2]


@bad("access-structure", base="screen", variant="content")
def element_of_contents_that_are_not_there(pdf):
    document(pdf).K[2].K.append(77)


@bad("access-structure", base="screen", variant="circle", also=["access-order"])
def tree_in_a_circle(pdf):
    document(pdf).K[2].K.append(document(pdf))


@bad("access-roles", base="screen")
def kind_unknown(pdf):
    document(pdf).K[1].S = Name.Chapeau


@bad("access-roles", base="screen", variant="circle")
def roles_in_a_circle(pdf):
    document(pdf).K[1].S = Name.Chapeau
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Chapeau=Name.Lead, Lead=Name.Chapeau)


@good("access-roles", base="screen")
def kind_of_its_own_with_a_role(pdf):
    document(pdf).K[1].S = Name.Chapeau
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Chapeau=Name.Lead, Lead=Name.P)


@bad("access-language", base="screen")
def no_language(pdf):
    del pdf.Root.Lang


@bad("access-language", base="screen", variant="tag")
def no_tag_of_a_language(pdf):
    pdf.Root.Lang = String("english language")


@bad("access-language", base="screen", variant="element")
def element_in_no_language(pdf):
    document(pdf).K[1].Lang = String("x_y_z!")


@good("access-language", base="screen")
def language_with_script_and_region(pdf):
    pdf.Root.Lang = String("sr-Latn-RS")
    document(pdf).K[1].Lang = String("ar")


@bad("access-title", base="screen")
def title_not_shown(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@bad("access-title", base="screen", variant="missing")
def no_preferences(pdf):
    del pdf.Root.ViewerPreferences


def figure(pdf):
    return next(part for part in document(pdf).K if part.S == Name.Figure)


@bad("access-alternative", base="screen")
def no_alternative(pdf):
    del figure(pdf).Alt


@bad("access-alternative-words", base="screen", variant="file")
def alternative_is_a_file(pdf):
    figure(pdf).Alt = String("lantern_small.png")


@bad("access-alternative", base="screen", variant="empty")
def alternative_is_empty(pdf):
    figure(pdf).Alt = String("  ")


@good("access-alternative", base="screen")
def text_of_a_picture(pdf):
    """A picture of words has the words."""
    figure(pdf).ActualText = String("Lanterns")
    del figure(pdf).Alt


@bad("access-untagged", base="screen")
def text_in_no_element(pdf):
    add(pdf, show("Nobody is told of this", 72, 300, 11))


@bad("access-untagged", base="screen", variant="picture")
def picture_in_no_element(pdf):
    add(pdf, b"20 0 0 20 72 300 cm /Im Do")


@bad("access-untagged", base="screen", variant="path")
def line_in_no_element(pdf):
    add(pdf, b"1 w 72 300 m 300 300 l S")


@good("access-untagged", base="screen")
def line_of_no_meaning(pdf):
    add(pdf, b"/Artifact BMC 1 w 72 300 m 300 300 l S EMC")


@bad("access-order", base="screen")
def paragraphs_from_the_last(pdf):
    """On every page the paragraphs are read from the last to the first."""
    parts = list(document(pdf).K)
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and parts[end].S == Name.P and "/Pg" in parts[end]:
            end += 1
        run = parts[at:end]
        parts[at:end] = run[::-1]
        at = end + 1
    document(pdf).K = Array(parts)


@bad("access-order", base="screen", variant="all", also=["access-headings", "pdfua-headings"])
def all_from_the_last(pdf):
    document(pdf).K = Array(list(document(pdf).K)[::-1])


@good("access-order", base="screen")
def two_columns(pdf):
    """The second column begins at the top again."""
    for number in range(1, len(pdf.pages)):
        page = pdf.pages[number]
        content = b"/Artifact BMC EMC\n"
        for row in range(6):
            left, top = (72, 690 - 60 * row) if row < 3 else (320, 690 - 60 * (row - 3))
            tag = b"H2" if row == 0 else b"P"
            content += b"/%s <</MCID %d>> BDC %s EMC\n" % (
                tag,
                row,
                show("Bring a candle and a match", left, top, 11),
            )
        page.obj.Contents = pdf.make_indirect(Stream(pdf, content))


@bad("access-headings", base="screen", also=["pdfua-headings"])
def level_left_out(pdf):
    second = next(part for part in document(pdf).K if part.S == Name.H2)
    second.S = Name.H3


@bad("access-headings", base="screen", variant="first", also=["pdfua-headings"])
def first_is_second(pdf):
    document(pdf).K[0].S = Name.H2


@bad("access-headings", base="screen", variant="none", also=["access-bookmarks"])
def no_headings(pdf):
    for part in document(pdf).K:
        if part.S in (Name.H1, Name.H2):
            part.S = Name.P


@good("access-headings", base="screen")
def levels_back_up(pdf):
    """From the third level back to the second, or to the first, nothing is left out."""
    headings = [part for part in document(pdf).K if part.S == Name.H2]
    headings[1].S = Name.H3
    headings[3].S = Name.H3


@bad("access-bookmarks", base="screen")
def no_bookmarks(pdf):
    del pdf.Root.Outlines


@bad("access-bookmarks", base="screen", variant="nowhere")
def bookmark_leads_nowhere(pdf):
    first = pdf.Root.Outlines.First
    if "/A" in first:
        del first.A
    first.Dest = String("the-lost-part")


@bad("access-bookmarks", base="screen", variant="empty")
def bookmark_without_words(pdf):
    pdf.Root.Outlines.First.Title = String("")


@bad("access-link", base="screen")
def link_without_words(pdf):
    del link(pdf).Contents


@bad("access-link", base="screen", variant="element", also=["access-structure", "access-untagged"])
def link_in_no_element(pdf):
    """The element is there, and the place that can be clicked is no part of it."""
    owner = next(
        part
        for part in document(pdf).K
        if not isinstance(part.K[0], int) and part.K[0].get("/S") == Name.Link
    )
    owner.K[0].K = Array([owner.K[0].K[0]])
    del link(pdf).StructParent


@bad("access-link", base="screen", variant="way-back")
def link_leads_to_another_element(pdf):
    """What merging pages leaves behind."""
    link(pdf).StructParent = 0


def annotated(pdf, kind, tag, **entries):
    """An annotation on the second page that the structure holds."""
    page, root = pdf.pages[1].obj, pdf.Root.StructTreeRoot
    key = root.ParentTreeNextKey
    shape = form(pdf, b"/Tx BMC EMC", BBox=Array([0, 0, 90, 20]))
    entries |= dict(Rect=Array([80, 80, 170, 100]), F=4, StructParent=key, AP=Dictionary(N=shape))
    annotation = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), **entries))
    page.Annots, page.Tabs = Array([annotation]), Name.S
    held = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)
    element = Dictionary(Type=Name.StructElem, S=Name("/" + tag), P=document(pdf), Pg=page, K=Array([held]))
    element = pdf.make_indirect(element)
    document(pdf).K.append(element)
    root.ParentTree.Nums.extend([key, element])
    root.ParentTreeNextKey = key + 1
    return annotation


@bad("access-annotation", base="screen")
def note_without_words(pdf):
    annotated(pdf, "Square", "Annot")


@bad("access-annotation", base="screen", variant="field", also=["form-field"])
def field_without_a_name_for_people(pdf):
    field = annotated(pdf, "Widget", "Form", FT=Name.Tx, T=String("f1"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


@bad("access-annotation", base="screen", variant="element")
def note_in_a_paragraph(pdf):
    annotated(pdf, "Square", "P", Contents=String("The bridge"))


@good("access-annotation", base="screen")
def note_with_words(pdf):
    annotated(pdf, "Square", "Annot", Contents=String("The bridge"))


@good("access-annotation", base="screen", variant="field", also=["form-field"])
def field_that_says_what_it_wants(pdf):
    field = annotated(pdf, "Widget", "Form", FT=Name.Tx, T=String("f1"), TU=String("Your name"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


@bad("access-nesting", base="screen")
def member_of_no_list(pdf):
    document(pdf).K[1].S = Name.LI


@good("access-nesting", base="screen")
def members_of_a_list(pdf):
    """Also through an element that only holds others together."""
    second = document(pdf).K[1]
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.L, P=document(pdf)))
    held = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.NonStruct, P=whole, K=Array([second])))
    whole.K = Array([held])
    second.S, second.P = Name.LI, held
    document(pdf).K[1] = whole


@good("access-structure", "access-untagged", base="screen", variant="placed")
def page_that_is_placed_with_its_own_tags(pdf):
    """They mean nothing there: the structure holds the picture as a whole."""
    shape = form(pdf, b"/P << /MCID 0 >> BDC 0 g 0 0 20 20 re f EMC /Artifact BMC 0 g 0 20 9 9 re f EMC")
    replace(pdf, b"/Im Do", b"/Im Do /Placed Do")
    pdf.pages[0].Resources.XObject.Placed = shape


@bad("access-structure", base="screen", variant="form")
def form_with_numbers_that_nobody_knows(pdf):
    """The numbers in a form are not those of the page."""
    shape = form(pdf, b"/P << /MCID 0 >> BDC 0 g 80 80 20 20 re f EMC")
    add(pdf, b"/Lost Do", page=1, XObject=dict(Lost=shape))


@bad("access-tab-order", base="screen")
def order_of_tabs_open(pdf):
    del pdf.pages[0].obj.Tabs


@bad("access-contrast", base="screen", variant="opacity")
def black_that_sees_through(pdf):
    pale = Dictionary(Type=Name.ExtGState, ca=0.35)
    replace(pdf, b"0 g\n", b"/Pale gs 0 g\n")
    pdf.pages[0].Resources.ExtGState = Dictionary(Pale=pale)


@good("access-contrast", base="screen", variant="outline")
def white_with_a_black_line_around(pdf):
    replace(pdf, b"0 g\n", b"1 g 0 G 1 w 2 Tr\n")


@bad("access-contrast", base="screen")
def light_grey(pdf):
    replace(pdf, b"0 g\n", b"0.65 g\n")


@bad("access-contrast", base="screen", variant="ground")
def black_on_dark_blue(pdf):
    replace(pdf, b"0 g\n", b"/Artifact BMC 0 0.1 0.35 rg 60 420 400 300 re f EMC 0 g\n")


@good("access-contrast", base="screen")
def white_on_dark_blue(pdf):
    """The heading and the paragraphs stand on a dark ground."""
    ground = b"/Artifact BMC 0 0.1 0.35 rg 0 0 596 842 re f EMC 1 g\n"
    replace(pdf, b"0 g\n", ground)


@good("access-contrast", base="screen", variant="large")
def large_and_grey(pdf):
    """Large text needs 3 : 1 (WCAG 2.2, 1.4.3): this has 3.5."""
    heading = show("Lanterns, part 1", 72, 740, 24)
    replace(pdf, heading, b"0.55 g\n" + heading + b"0 g\n")
