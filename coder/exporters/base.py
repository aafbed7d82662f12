"""What tables are made of: formats (how a file is written) and layouts (which columns), both found by name.

To add either, put one module ``format_NAME.py`` or ``layout_NAME.py`` into this folder and decorate what it offers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Protocol, TypeVar

from coder.dataset import Column
from coder.errors import OptionError
from coder.model import Document, Event
from coder.ontology import Ontology

Row = Mapping[str, Any]


class TableFile(Protocol):
    """An open table. Its rows are in the file when ``close`` has returned."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None: ...

    def write(self, row: Row) -> None:
        """Add one row; it has a value or None for every column."""
        ...

    def close(self) -> None:
        """Finish the file."""
        ...

    def discard(self) -> None:
        """Let go of the file unfinished; the caller deletes it."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """What layouts need beside the events. ``versions`` gives ``dictionary_version`` and ``coder_version``."""

    ontology: Ontology
    versions: Mapping[str, Any]


RowFunction = Callable[[Document, Sequence[Event], Context], Iterable[dict[str, Any]]]
MergeFunction = Callable[[Sequence[dict[str, Any]], Context], Iterable[dict[str, Any]]]
KEY = "_key"
"""In the rows of a layout with ``merge``: the text by which rows are gathered and ordered."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A named set of columns, and the rows that the events of one document make in it.

    ``merge``: for layouts whose rows sum up several documents. All rows with one ``KEY`` are then given to it together,
    in an order that does not depend on the input's, and it makes the rows of the table.
    """

    name: str
    columns: tuple[Column, ...]
    rows: RowFunction
    merge: MergeFunction | None = None


_FORMATS: dict[str, type[TableFile]] = {}
_LAYOUTS: dict[str, Layout] = {}
F = TypeVar("F", bound=type[TableFile])


def table_format(suffix: str) -> Callable[[F], F]:
    """Register a class as the format of files with this suffix."""

    def register(kind: F) -> F:
        _FORMATS[suffix] = kind
        return kind

    return register


def table_layout(
    name: str, columns: Sequence[Column], merge: MergeFunction | None = None
) -> Callable[[RowFunction], RowFunction]:
    """Register a function as the layout of this name."""

    def register(rows: RowFunction) -> RowFunction:
        _LAYOUTS[name] = Layout(name, tuple(columns), rows, merge)
        return rows

    return register


def _import_all() -> None:
    folder = Path(__file__).parent
    for module in iter_modules([str(folder)]):
        if module.name.startswith(("format_", "layout_")):
            import_module(f"coder.exporters.{module.name}")


def formats() -> Mapping[str, type[TableFile]]:
    """All formats by suffix."""
    _import_all()
    return dict(sorted(_FORMATS.items()))


def layouts() -> Mapping[str, Layout]:
    """All layouts by name."""
    _import_all()
    return dict(sorted(_LAYOUTS.items()))


def format_of(path: Path, *, excel: bool = False) -> type[TableFile]:
    """The format that a file's suffix asks for; ``excel``: the variant of CSV for spreadsheets."""
    known = formats()
    if excel:
        return _for_excel(path)
    if path.suffix.lower() not in known:
        raise OptionError(
            f"no table format for {path.name!r}",
            where=str(path),
            hint=f"use one of {' '.join(known)}; for the whole dataset package, `coder code` takes a folder",
        )
    return known[path.suffix.lower()]


def _for_excel(path: Path) -> type[TableFile]:
    from coder.exporters.format_csv import ExcelCsvFile

    if path.suffix.lower() != ".csv":
        raise OptionError("only .csv files have a variant for Excel", where=str(path), hint="name a .csv file")
    return ExcelCsvFile


def layout_of(name: str) -> Layout:
    """The layout of this name."""
    known = layouts()
    if name not in known:
        raise OptionError(f"no layout {name!r}", hint=f"use one of {', '.join(known)}")
    return known[name]


def kept_columns(keep: Sequence[str], layout: Layout) -> dict[str, Column]:
    """Columns for carried-through fields of the input record, by field; a taken name gets ``doc_`` before it."""
    taken = {column.name for column in layout.columns}
    names = {name: f"doc_{name}" if name in taken else name for name in keep}
    return {name: Column(as_name, "string", f"Field {name!r} of the input record.") for name, as_name in names.items()}


def as_text(value: Any) -> str | None:
    """A value as the text of one cell: text as it is (half a surrogate pair is escaped), anything else as JSON."""
    if value is None:
        return None
    if type(value) is int:
        return str(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
