"""The sheet for checking as an Excel workbook: coloured words, drop-down verdicts, Arabic from right to left."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from coder.analysis.highlight import pieces
from coder.dataset import Column
from coder.exporters.files import partial_path, remove

COLOURS = {"trigger": "FFC00000", "source": "FF1F4E9E", "target": "FF2E7D32", "location": "FF7B3FA0"}
LEGEND = {"trigger": "event word", "source": "source", "target": "target", "location": "place"}
WIDTHS = {"sentence": 70, "event_label": 24, "source_text": 22, "target_text": 22, "location_name": 16, "comment": 30}
WIDTH = 12
WRITTEN = datetime(2000, 1, 1)  # a fixed time: the same sample is the same file
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
RIGHT_TO_LEFT = 2


def write_sheet(path: Path, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the workbook: one row an event, a second sheet that explains the columns and colours."""
    book = Workbook()
    sheet = book.active
    sheet.title = "sample"
    for number, column in enumerate(columns, 1):
        cell = sheet.cell(1, number, column.name)
        verdict = column.name.endswith("_right")
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="FFFFF2CC" if verdict else "FFEEEEEE")
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(column.name, WIDTH)
        if verdict and rows:
            _offer_answers(sheet, get_column_letter(number), len(rows) + 1)
    for line, row in enumerate(rows, 2):
        for number, column in enumerate(columns, 1):
            _fill(sheet.cell(line, number), column, row)
    sheet.freeze_panes = "G2"
    sheet.auto_filter.ref = sheet.dimensions
    _explain(book.create_sheet("how to"), columns)
    _save(book, path)


def _fill(cell: Any, column: Column, row: Mapping[str, Any]) -> None:
    value = row[column.name]
    if value is None:
        return
    if column.name == "sentence":
        blocks = [_block(text, part) for text, part in pieces(row)]
        cell.value = CellRichText(*blocks)
        arabic = row.get("lang") == "ar"
        cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=RIGHT_TO_LEFT if arabic else 1)
        return
    cell.value = value if column.type == "integer" else _clean(str(value))
    if column.type != "integer":
        cell.data_type = "s"  # never a formula
        cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _clean(text: str) -> str:
    return str(ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text))


def _block(text: str, part: str | None) -> Any:
    return TextBlock(InlineFont(b=True, color=COLOURS[part]), _clean(text)) if part else _clean(text)


def _offer_answers(sheet: Any, letter: str, last: int) -> None:
    answers = DataValidation(type="list", formula1='"y,n,?"', allow_blank=True)
    answers.add(f"{letter}2:{letter}{last}")
    sheet.add_data_validation(answers)


def _explain(sheet: Any, columns: Sequence[Column]) -> None:
    sheet.append(["Fill the yellow columns: y right, n wrong, ? cannot be told; leave empty what you did not judge."])
    for column in columns:
        if column.name.endswith("_right"):
            sheet.append([f"{column.name}: {column.description}"])
    for part, colour in COLOURS.items():
        sheet.append([LEGEND[part]])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True, color=colour)
    sheet.column_dimensions["A"].width = 100


def _save(book: Any, path: Path) -> None:
    """Save without the time of saving, whole or not at all."""
    book.properties.created = book.properties.modified = WRITTEN
    made = BytesIO()
    book.save(made)
    part = partial_path(path.resolve())
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(made) as source, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                content = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\2", source.read(name))
                target.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        part.replace(path)
    finally:
        remove(part)
