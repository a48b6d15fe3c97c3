"""Has other programs make files, and tells what is wrong with each, and what is not.

In: the folder to write to, which has `good.print.pdf` and `good.office.pdf` of `make.py` in it. Out: the files, and
`others.json`: rows of {file, target, must, may}. All rules of `must` must be found, those of `may` may be, and no other.
A program that is not installed is named, and its files are left out; with `FEUILLET_REQUIRE_OUTSIDE` that is an error.
Verdicts come from looking into the files, and from what their makers are known for.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from kit import HERE, PROFILE, REPOSITORY
from letters import FACE

SOURCES = HERE / "others"
ROWS = []

# What a page that was made for the office lacks for the print shop.
UNPREPARED = ["box-trim", "pdfx-missing", "intent-missing", "trapped"]
UNPREPARED_MAY = ["bleed-box", "ink-limit", "bleed-ink", "black-overprint", "page-multiple", "colour-device", "file-id"]
# Whoever knows of links that print programs reject them calls them one of these.
LINK_MAY = ["pdfx-actions", "action", "annotation-printed"]


def row(file, target, must=(), may=()):
    ROWS.append(dict(file=file, target=target, must=list(must), may=list(may)))


def run(*command, folder=SOURCES):
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, (command, done.stdout, done.stderr)


def program(name):
    """Where a program is: beside this Python, or on the path."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        assert "FEUILLET_REQUIRE_OUTSIDE" not in os.environ, f"`{name}` is not installed"
        print(f"left out: `{name}` is not installed")
    return found


def weasyprint(folder):
    """It labels PDF/X-1a and X-3, keeps transparency and links, writes the description of the profile where the name of
    the condition belongs, and names no registry. Its file for screens is sound."""
    if not (weasyprint := program("weasyprint")):
        return
    for variant in ("x-1a", "x-3", "x-4"):
        file = f"weasyprint.{variant}.pdf"
        run(weasyprint, "--pdf-variant", f"pdf/{variant}", "page.html", folder / file)
        must = ["pdfx-annotations", "intent-condition", "black-overprint"]
        may = ["pdfx-intent", "page-multiple", *LINK_MAY]
        if variant != "x-4":
            must += ["pdfx-transparency"]
            may += ["pdfx-colour", "pdfx-label"]
        row(file, "print", must, may)
    run(weasyprint, "--pdf-variant", "pdf/ua-1", "screen.html", folder / "weasyprint.ua-1.pdf")
    row("weasyprint.ua-1.pdf", "screen")


def ghostscript(folder):
    """Its PDF/X-3 is sound but for what the page lacks: a bleed, and black that overprints."""
    if not (gs := program("gs")):
        return
    page = (SOURCES / "page.ps").read_text()
    quiet = [gs, "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite"]
    for name, colour in (("inks", "0.4 0 0.2 0 setcmykcolor"), ("light", "1 0.2 0 setrgbcolor")):
        (folder / f"{name}.ps").write_text(page.replace("SQUARE", colour))
    conditions = [
        "-dPDFX",
        "-sColorConversionStrategy=CMYK",
        f"-sPROFILE={PROFILE}",
        f"--permit-file-read={PROFILE}",
    ]
    run(
        *quiet, *conditions, f"-sOutputFile={folder / 'ghostscript.x-3.pdf'}", "intent.ps", folder / "inks.ps"
    )
    row("ghostscript.x-3.pdf", "print", ["bleed-box", "black-overprint"], ["bleed-ink", "page-multiple"])
    run(*quiet, f"-sOutputFile={folder / 'ghostscript.plain.pdf'}", folder / "light.ps")
    may = ["font-dictionary", *UNPREPARED_MAY]
    row("ghostscript.plain.pdf", "print", ["font-embedded", "colour-rgb", *UNPREPARED], may)
    row("ghostscript.plain.pdf", "office", ["font-embedded"], ["font-dictionary"])


def latex(folder):
    """The package `pdfx` writes a sentence where the name of the condition belongs, and a trim that it was not asked for.

    `latex-x4.part` is what pdfTeX 1.40.24 of TeX Live 2022 made of `page.tex` and `page.xmpdata` with
    SOURCE_DATE_EPOCH=1791201600 and FORCE_SOURCE_DATE=1, in two runs; its profile, which is that of this project, was cut
    out, and is put back here. TeX is too large to be installed for it.
    """
    part = (SOURCES / "latex-x4.part").read_bytes()
    mark = b"%%THE PROFILE STANDS HERE%%"
    assert part.count(mark) == 1
    (folder / "latex.x-4.pdf").write_bytes(part.replace(mark, PROFILE.read_bytes()))
    row("latex.x-4.pdf", "print", ["intent-condition"], ["pdfx-intent", "page-multiple", "black-overprint"])


def typst(folder):
    """Its black is a grey with a profile, which lies on four plates; its links are printed."""
    if not (typst := program("typst")):
        return
    file = folder / "typst.pdf"
    run(typst, "compile", "--font-path", REPOSITORY / "fonts", "--ignore-system-fonts", "page.typ", file)
    must = ["black-text", "annotation-printed", *UNPREPARED]
    row("typst.pdf", "print", must, ["colour-calibrated", "action", *UNPREPARED_MAY])
    row("typst.pdf", "screen", ["access-title", "pdfua-missing"])
    row("typst.pdf", "office")


def mutool(folder):
    """What `mutool create` writes has no metadata at all, and a whole font; `mutool clean` keeps what is good."""
    if not (mutool := program("mutool")):
        return
    page = (SOURCES / "page.txt").read_text().replace("FACE", str(FACE))
    (folder / "page.txt").write_text(page)
    run(mutool, "create", "-o", folder / "mutool.create.pdf", folder / "page.txt")
    row("mutool.create.pdf", "office")
    bare = ["title", "access-tags", "access-language", "access-title", "pdfua-missing"]
    row("mutool.create.pdf", "screen", bare, ["access-structure", "access-headings"])
    row("mutool.create.pdf", "print", UNPREPARED, [*UNPREPARED_MAY, "colour-device"])
    for source, target in (
        ("good.print.pdf", "print"),
        ("good.office.pdf", "office"),
        ("good.screen.pdf", "screen"),
    ):
        file = f"mutool.clean.{target}.pdf"
        run(mutool, "clean", "-gggg", "-z", folder / source, folder / file)
        row(file, target, (), ["pdfx-xmp"])


def qpdf(folder):
    """What it packs or puts in another order stays as good as it was."""
    if not (qpdf := program("qpdf")):
        return
    ways = {
        "linear": ["--linearize"],
        "objects": ["--object-streams=generate"],
        "both": ["--linearize", "--object-streams=generate"],
        "open": ["--qdf", "--object-streams=disable"],
    }
    for source, target in (
        ("good.print.pdf", "print"),
        ("good.office.pdf", "office"),
        ("good.screen.pdf", "screen"),
    ):
        for way, options in ways.items():
            file = f"qpdf.{way}.{target}.pdf"
            run(qpdf, "--static-id", *options, folder / source, folder / file)
            row(file, target)
    good = folder / "good.office.pdf"
    run(qpdf, "--encrypt", "", "owner", "256", "--", good, folder / "qpdf.owner.pdf")
    row("qpdf.owner.pdf", "office", ["file-encrypted"])
    run(qpdf, "--encrypt", "user", "owner", "256", "--", good, folder / "qpdf.user.pdf")
    row("qpdf.user.pdf", "office", ["file-encrypted"])


def main(folder):
    folder = Path(folder).resolve()
    for maker in (weasyprint, ghostscript, latex, typst, mutool, qpdf):
        maker(folder)
    (folder / "others.json").write_text(json.dumps(ROWS, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
