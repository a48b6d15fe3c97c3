"""Makes, for every rule of the preflight, files that break it and files that do not, and tells what is expected of each.

In: the folder to write to. Out: the files, and `manifest.json`: rows of {file, target, rule, found, also, options}. Where
`found` is true the rule must be found, else it must not; of the other rules only those that `also` names may be, any
where it names `*`. The same bytes every time.
"""

import io
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import pikepdf

import cases_file
import cases_fonts
import cases_page
import cases_paint
import cases_screen
import cases_standard
import cases_ua
from bases import BASES, VERSIONS
from kit import CASES, KNOWN, TARGETS, save

assert all([cases_file, cases_fonts, cases_page, cases_paint, cases_screen, cases_standard, cases_ua])


def write(case, base, folder):
    """Makes one file."""
    path = folder / case.file()
    if case.raw:
        path.write_bytes(case.make(base))
        return
    with pikepdf.open(io.BytesIO(base)) as pdf:
        options = case.make(pdf) or {}
        version = options.pop("version", VERSIONS[case.base])
        save(pdf, path, version, **options)


def row(file, target, rule, found, also=(), options=()):
    entries = dict(file=file, target=target, rule=rule, found=found)
    return entries | dict(also=list(also), options=list(options))


def main(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    bases, rows = {}, []
    assert len({case.file() for case in CASES}) == len(CASES), "two cases write the same file"
    for name, make in BASES.items():
        path = folder / f"good.{name}.pdf"
        save(make(), path, VERSIONS[name])
        bases[name] = path.read_bytes()
    for case in CASES:
        write(case, bases[case.base], folder)
        for rule in case.rules:
            also = [*case.also, *(other for other in case.rules if case.found and other != rule)]
            rows.append(row(case.file(), case.target, rule, case.found, also, case.options))
    # Each base is good for every rule that one of its own kind breaks.
    broken = {(case.base, rule) for case in CASES if case.found for rule in case.rules}
    broken = sorted((base, rule) for base, rule in broken if rule not in KNOWN.get(base, ()))
    rows += [
        row(f"good.{base}.pdf", TARGETS[base], rule, False, KNOWN.get(base, ())) for base, rule in broken
    ]
    (folder / "manifest.json").write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
