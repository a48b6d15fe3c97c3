"""Opens a sheet with texts, looks at what it promises, writes translations into it, by id, and saves it."""

import sys

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

file, *texts = sys.argv[1:]
typed = dict(zip(texts[::2], texts[1::2], strict=True))
workbook = load_workbook(file)
[sheet] = workbook.worksheets
assert isinstance(sheet, Worksheet)
names = {prop.name: prop.value for prop in workbook.custom_doc_props.props}
assert names["Feuillet brochure"] and names["Feuillet language"] == sheet.title, names

heads = next(row for row in sheet.iter_rows() if str(row[0].value).startswith("Id ("))
columns = {str(cell.value).split(" (")[0]: cell.column for cell in heads}
assert sheet.freeze_panes == f"A{heads[0].row + 1}", sheet.freeze_panes
assert sheet.auto_filter.ref and sheet.conditional_formatting
protection = sheet.protection
assert protection.sheet and not protection.password
assert not protection.formatRows and not protection.formatColumns and not protection.autoFilter

for row in sheet.iter_rows(min_row=heads[0].row + 1):
    for cell in row:
        is_open = cell.column == columns["Translation"]
        assert cell.protection.locked != is_open, cell.coordinate
        assert cell.data_type in ("s", "n") or cell.column in (columns["Check"], columns["Length"])
    cell = row[columns["Translation"] - 1]
    assert cell.number_format == "@" and cell.alignment.wrap_text, cell.coordinate
    if (text := typed.pop(row[0].value, None)) is not None:
        cell.value = text
        cell.data_type = "s"
assert not typed, typed
workbook.save(file)

# Formulas keep their results for programs that compute nothing.
values = load_workbook(file, data_only=True)
assert values.worksheets
