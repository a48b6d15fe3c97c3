"""Reads PO files with three libraries that we did not write, and says where they disagree: `read_po.py FILE…`."""

import sys
import warnings

import polib
from moz.l10n.formats.gettext.parse import gettext_parse
from moz.l10n.model import Entry
from translate.storage import factory

warnings.simplefilter("error")


def by_polib(file):
    return {entry.msgctxt: (entry.msgid, entry.msgstr) for entry in polib.pofile(file)}


def by_translate_toolkit(file):
    units = [unit for unit in factory.getobject(file).units if not unit.isheader()]
    return {unit.getcontext(): (str(unit.source), str(unit.target)) for unit in units}


def by_moz_l10n(file):
    with open(file, "rb") as stream:
        resource = gettext_parse(stream.read())
    entries = [entry for section in resource.sections for entry in section.entries]
    return {entry.id[1]: entry.id[0] for entry in entries if isinstance(entry, Entry)}


def main():
    for file in sys.argv[1:]:
        first, second, third = by_polib(file), by_translate_toolkit(file), by_moz_l10n(file)
        if first != second:
            sys.exit(f"{file}: polib and translate-toolkit read different texts")
        if {id: texts[0] for id, texts in first.items()} != third:
            sys.exit(f"{file}: polib and moz.l10n read different texts")
        print(file, len(first))


main()
