"""Prints the structure tree of a PDF, as far as a listener goes by it: a line for each element and each marked content.

Before the depth stands nothing; each level is indented by a blank. An element has its type, and its scope if it is a header; a
marked content its text in quotes, as JSON. At the end stand the marked contents that are not in the tree, and those of the
tree that are on no page.
"""

import json
import re
import sys

import pikepdf

pdf = pikepdf.open(sys.argv[1])


def characters(font):
    pairs = re.findall(rb"<([0-9A-Fa-f]{4})> *<([0-9A-Fa-f]+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def shown(page):
    """The text of each marked content of a page."""
    fonts = {str(name): characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts, stack, font = {}, [], None
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            listed = operands[1] if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else {}
            stack.append(listed)
            if "/MCID" in listed:
                texts.setdefault(int(listed["/MCID"]), "")
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        owners = [int(mark["/MCID"]) for mark in stack if "/MCID" in mark]
        if not owners:
            continue
        given = any("/ActualText" in mark for mark in stack)
        if name in ("BDC", "BMC") and "/ActualText" in stack[-1]:
            texts[owners[-1]] += str(stack[-1]["/ActualText"])
        elif name in ("Tj", "TJ") and not given:
            for item in operands[0] if name == "TJ" else operands[:1]:
                if isinstance(item, pikepdf.String):
                    codes = bytes(item)
                    for at in range(0, len(codes), 2):
                        texts[owners[-1]] += font[int.from_bytes(codes[at : at + 2], "big")]
    return texts


texts = {page.objgen: shown(page) for page in pdf.pages}
left = {(page, number) for page, found in texts.items() for number in found}
lost = []


def walk(element, depth, page):
    page = element.get("/Pg", page)
    owned = element.get("/A", [])
    owned = [owned] if isinstance(owned, pikepdf.Dictionary) else list(owned)
    scopes = [str(one["/Scope"])[1:] for one in owned if "/Scope" in one]
    print(" " * depth + " ".join([str(element.S)[1:], *scopes]))
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            walk(child, depth + 1, page)
        elif not isinstance(child, pikepdf.Dictionary) or "/MCID" in child:
            on, number = page, child
            if isinstance(child, pikepdf.Dictionary):
                on, number = child.get("/Pg", page), child.MCID
            place = (on.objgen, int(number))
            lost.extend([place] if place not in left else [])
            left.discard(place)
            print(" " * (depth + 1) + json.dumps(texts[place[0]].get(place[1], ""), ensure_ascii=False))


sys.stdout.reconfigure(encoding="utf-8")
roots = pdf.Root.StructTreeRoot.K
for root in roots if isinstance(roots, pikepdf.Array) else [roots]:
    walk(root, 0, None)
print("not in the tree:", len(left))
print("on no page:", len(lost))
