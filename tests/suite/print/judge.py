"""Judges files for the print shop.

In: on standard input, a line of JSON for each file: path, title, date (YYYYMMDD) and language.
Out: a line for each finding, "name of the file: finding"; at last "judged N files, M texts in overprinted black".
"""

import json
import os
import re
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

ALLOWED_DEVICES = {"/DeviceCMYK", "/DeviceGray", "/Pattern"}
# Short names, which only pictures in the stream itself may use.
INLINE = {"/CMYK": "/DeviceCMYK", "/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/I": "/Indexed"}
BLACK = ("k", (0.0, 0.0, 0.0, 1.0))
TEXT = {"Tj", "TJ", "'", '"'}
FILLS = TEXT | {"f", "F", "f*", "B", "B*", "b", "b*"}
XMP = [
    "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
    'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"',
    "<pdf:Trapped>False</pdf:Trapped>",
]


class Judge:
    def __init__(self, pdf):
        self.pdf = pdf
        self.found = set()
        self.seen = set()
        self.overprinted = 0

    def say(self, finding):
        self.found.add(finding)

    def is_new(self, obj, *state):
        """Whether an indirect object is met for the first time; direct ones always are."""
        key = (obj.objgen, *state)
        if obj.objgen == (0, 0):
            return True
        if key in self.seen:
            return False
        self.seen.add(key)
        return True

    # Structure

    def structure(self, wanted):
        root, info, trailer = self.pdf.Root, self.pdf.trailer.get("/Info", {}), self.pdf.trailer
        for key in ["/OpenAction", "/AA", "/Outlines", "/StructTreeRoot", "/AcroForm", "/Names"]:
            if key in root:
                self.say(f"the catalogue has {key}")
        for page in self.pdf.pages:
            for key in ["/Annots", "/AA"]:
                if key in page:
                    self.say(f"a page has {key}")
        if str(root.get("/Lang")) != wanted["language"]:
            self.say("another language")
        intents = list(root.get("/OutputIntents", []))
        if len(intents) != 1:
            self.say(f"{len(intents)} output intents")
        for intent in intents:
            for key, value in {
                "/S": "/GTS_PDFX",
                "/OutputConditionIdentifier": "FOGRA39",
                "/RegistryName": "http://www.color.org",
            }.items():
                if str(intent.get(key)) != value:
                    self.say(f"the output intent's {key} is {intent.get(key)}")
            profile = intent.get("/DestOutputProfile")
            if profile is None or profile.get("/N") != 4 or profile.read_bytes()[12:20] != b"prtrCMYK":
                self.say("the output intent has no profile of a press in four inks")
        if str(info.get("/Trapped")) != "/False":
            self.say("Trapped is not False")
        if str(info.get("/Title")) != wanted["title"]:
            self.say(f"the title is {info.get('/Title')}")
        for key in ["/CreationDate", "/ModDate"]:
            if str(info.get(key)) != f"D:{wanted['date']}000000Z":
                self.say(f"{key} is {info.get(key)}")
        if [len(bytes(part)) >= 16 for part in trailer.get("/ID", [])] != [True, True]:
            self.say("there is no ID of two parts")
        self.metadata(root.get("/Metadata"), wanted)

    def metadata(self, metadata, wanted):
        if metadata is None:
            return self.say("there are no metadata")
        if "/Filter" in metadata:
            self.say("the metadata are compressed")
        xmp = metadata.read_bytes().decode("utf-8")
        for text in XMP:
            if text not in xmp:
                self.say(f"the metadata lack {text}")
        year, month, day = re.match("(....)(..)(..)", wanted["date"]).groups()
        for element in ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"]:
            if f"<{element}>{year}-{month}-{day}T00:00:00Z</{element}>" not in xmp:
                self.say(f"the metadata lack {element}, or it is another one")
        if f">{wanted['title']}</rdf:li></rdf:Alt></dc:title>" not in xmp:
            self.say("the metadata have another title")

    # Colour spaces

    def space(self, space, where):
        """A colour space must come down to ink or grey."""
        if isinstance(space, Name):
            if str(space) not in ALLOWED_DEVICES:
                self.say(f"{where}: {space}")
            return
        if not isinstance(space, Array) or len(space) == 0:
            return self.say(f"{where}: no colour space")
        kind = str(space[0])
        if kind in ALLOWED_DEVICES and len(space) == 1:
            return
        if kind in ["/Indexed", "/Pattern"] and len(space) > 1:
            self.space(space[1], f"{where}: {kind}")
        elif kind in ["/Separation", "/DeviceN"]:
            self.space(space[2], f"{where}: {kind}")
        elif kind == "/ICCBased":
            self.say(f"{where}: {kind} of {space[1].get('/N')} parts")
        else:
            self.say(f"{where}: {kind}")

    def group(self, group, where, mask=False):
        if group is None or group.get("/S") != Name.Transparency:
            return
        allowed = ["/DeviceCMYK"] + (["/DeviceGray"] if mask else [])
        if str(group.get("/CS")) not in allowed:
            self.say(f"{where}: a group in {group.get('/CS')}")

    # Resources

    def resources(self, resources, where):
        if resources is None or not self.is_new(resources):
            return
        for name, space in resources.get("/ColorSpace", {}).items():
            self.space(space, f"{where}: colour space {name}")
        for _, shading in resources.get("/Shading", {}).items():
            self.shading(shading, where)
        for _, pattern in resources.get("/Pattern", {}).items():
            self.pattern(pattern, where)
        for _, state in resources.get("/ExtGState", {}).items():
            self.state(state, where)
        for _, font in resources.get("/Font", {}).items():
            self.font(font, where)
        for _, form in resources.get("/XObject", {}).items():
            if form.get("/Subtype") == Name.Image:
                self.image(form, where)

    def shading(self, shading, where):
        if self.is_new(shading):
            self.space(shading.get("/ColorSpace"), f"{where}: shading")

    def pattern(self, pattern, where):
        if not self.is_new(pattern):
            return
        if pattern.get("/PatternType") == 2:
            self.shading(pattern.Shading, f"{where}: pattern")
            if "/ExtGState" in pattern:
                self.state(pattern.ExtGState, f"{where}: pattern")
        else:
            self.stream(pattern, pattern.get("/Resources"), f"{where}: pattern")

    def state(self, state, where):
        if not self.is_new(state):
            return
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary):
            where = f"{where}: soft mask"
            self.group(mask.G.get("/Group"), where, mask=True)
            self.stream(mask.G, mask.G.get("/Resources"), where)
        if isinstance(state.get("/Font"), Array):
            self.font(state.Font[0], where)

    def font(self, font, where):
        if not self.is_new(font) or font.get("/Subtype") != Name.Type3:
            return
        for _, glyph in font.CharProcs.items():
            self.stream(glyph, font.get("/Resources"), f"{where}: Type 3")

    def image(self, image, where):
        if not self.is_new(image):
            return
        where = f"{where}: image"
        if not image.get("/ImageMask", False):
            self.space(image.get("/ColorSpace"), where)
        for key in ["/SMask", "/Mask"]:
            if isinstance(image.get(key), Stream):
                self.image(image[key], f"{where}: {key}")

    # Content

    def stream(self, stream, resources, where, fill=("g", (0.0,)), overprint=False):
        """Goes through content, with the fill and the overprint that it begins with."""
        self.resources(resources, where)
        resources = resources if resources is not None else Dictionary()
        stack, mode = [], 0
        for operands, operator in pikepdf.parse_content_stream(stream):
            op = str(operator)
            if op in ["rg", "RG"]:
                self.say(f"{where}: operator {op}")
            if op == "q":
                stack.append((fill, overprint, mode))
            elif op == "Q":
                fill, overprint, mode = stack.pop()
            elif op in ["cs", "CS"]:
                name = str(operands[0])
                # Those that have a name of their own are judged with the resources.
                if name not in resources.get("/ColorSpace", {}):
                    self.space(operands[0], f"{where}: operator {op}")
                fill = (name, ()) if op == "cs" else fill
            elif op in ["g", "rg", "k"]:
                fill = (op, tuple(float(part) for part in operands))
            elif op in ["sc", "scn"]:
                fill = (fill[0], tuple(str(part) for part in operands))
            elif op == "gs":
                state = resources.ExtGState[str(operands[0])]
                self.state(state, where)
                if "/op" in state or "/OP" in state:
                    overprint = bool(state.get("/op", state.get("/OP")))
                    if overprint and state.get("/OPM") != 1:
                        self.say(f"{where}: overprint that knocks out what is empty")
            elif op == "sh":
                self.shading(resources.Shading[str(operands[0])], where)
            elif op == "Tr":
                mode = int(operands[0])
            elif op == "INLINE IMAGE":
                self.inline(operands[0], resources, where)
            elif op == "Do":
                form = resources.XObject[str(operands[0])]
                if form.get("/Subtype") == Name.Image:
                    self.image(form, where)
                elif self.is_new(form, fill, overprint):
                    inner = f"{where}: form"
                    self.group(form.get("/Group"), inner)
                    own = form.get("/Resources", resources)
                    self.stream(form, own, inner, fill, overprint)
            if op in FILLS:
                self.filled(op, fill, overprint, mode, where)

    def filled(self, op, fill, overprint, mode, where):
        """Black text overprints; nothing else does, since it would mix with what it lies on, or vanish."""
        text = op in TEXT and mode in [0, 2, 4, 6]
        if text and fill[0] == "g" and "soft mask" not in where:
            self.say(f"{where}: text in {fill[0]}")
        if text and fill == BLACK:
            if overprint:
                self.overprinted += 1
            else:
                self.say(f"{where}: black text that does not overprint")
        if overprint and fill != BLACK and (text or op not in TEXT):
            self.say(f"{where}: overprint of {fill[0]} {fill[1]}")

    def inline(self, image, resources, where):
        entries = image.obj
        if entries.get("/IM", entries.get("/ImageMask", False)):
            return
        space = entries.get("/CS", entries.get("/ColorSpace"))
        if isinstance(space, Name):
            name = INLINE.get(str(space), str(space))
            named = resources.get("/ColorSpace", {}).get(name)
            space = Name(name) if named is None else named
        self.space(space, f"{where}: inline image")

    def pages(self):
        for page in self.pdf.pages:
            self.group(page.get("/Group"), "page")
            self.stream(page, page.get("/Resources"), "page")


def main():
    judged = overprinted = 0
    for line in sys.stdin:
        wanted = json.loads(line)
        with pikepdf.open(wanted["path"]) as pdf:
            judge = Judge(pdf)
            judge.structure(wanted)
            judge.pages()
            for finding in sorted(judge.found):
                print(f"{os.path.basename(wanted['path'])}: {finding}")
            if not judge.overprinted:
                print(f"{os.path.basename(wanted['path'])}: no black text overprints")
            judged += 1
            overprinted += judge.overprinted
    print(f"judged {judged} files, {overprinted} texts in overprinted black")


main()
