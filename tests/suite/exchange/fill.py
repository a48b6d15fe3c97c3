"""Fills translations into exported files as the tools of translators do: `fill.py FILE ID TEXT [ID TEXT]…`."""

import copy
import re
import sys


def fill_po(file, texts):
    import polib

    entries = polib.pofile(file)
    for entry in entries:
        if entry.msgctxt in texts:
            entry.msgstr = texts.pop(entry.msgctxt)
            if "fuzzy" in entry.flags:
                entry.flags.remove("fuzzy")
    # As Poedit does on somebody's computer.
    entries.metadata["X-Generator"] = "Poedit 3.4"
    entries.metadata["Last-Translator"] = "somebody <somebody@example.org>"
    entries.wrapwidth = 40
    entries.save(file)


def set_inline(target, source, text):
    """Sets a text with the codes of its source, as a tool does in which they are dragged to their places."""
    for child in list(target):
        target.remove(child)
    target.text = ""
    codes = {}
    for element in source.iter():
        if not isinstance(element.tag, str) or element is source:
            continue
        name = element.get("dispStart") or element.get("equiv-text") or element.get("disp")
        codes[name] = element
    pattern = "|".join(map(re.escape, codes)) or "(?!)"
    stack, last = [target], None
    for part in re.split(f"({pattern}|</[a-z]+>)", text):
        if part in codes:
            element = copy.deepcopy(codes[part])
            for child in list(element):
                element.remove(child)
            element.text, element.tail = None, None
            stack[-1].append(element)
            if part.startswith("<"):
                stack.append(element)
                last = None
            else:
                last = element
        elif part.startswith("</") and len(stack) > 1:
            last = stack.pop()
        elif last is None:
            stack[-1].text = (stack[-1].text or "") + part
        else:
            last.tail = (last.tail or "") + part


def fill_xliff(file, texts):
    from lxml import etree

    tree = etree.parse(file)
    namespace = "{" + tree.getroot().nsmap[None] + "}"
    for unit in tree.iter(namespace + "trans-unit", namespace + "unit"):
        id = unit.get("name") or unit.get("id")
        if id not in texts:
            continue
        source = unit.find(f".//{namespace}source")
        target = unit.find(f".//{namespace}target")
        if target is None:
            target = etree.Element(namespace + "target")
            source.addnext(target)
        # A tool claims what it likes.
        if unit.tag.endswith("trans-unit"):
            unit.set("approved", "yes")
            target.set("state", "final")
        else:
            source.getparent().set("state", "final")
        set_inline(target, source, texts.pop(id))
    tree.write(file, encoding="UTF-8", xml_declaration=True)


def main():
    file, *rest = sys.argv[1:]
    texts = dict(zip(rest[::2], rest[1::2], strict=True))
    {"po": fill_po, "xlf": fill_xliff}[file.rsplit(".", 1)[1]](file, texts)
    if texts:
        sys.exit(f"{file} has no {', '.join(texts)}")


main()
