"""A whole table at once: whatever rows, in the format that the suffix asks for; there when complete, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from coder.dataset import Column
from coder.errors import InputError
from coder.exporters.base import Row, format_of
from coder.exporters.files import partial_path, remove


def write_table(path: Path, columns: Sequence[Column], rows: Iterable[Row], *, excel: bool = False) -> None:
    """Write a table (``excel``: a CSV file for spreadsheets).

    Raises ``OptionError`` for a suffix without a format, ``InputError`` where the file cannot be written.
    """
    kind = format_of(path, excel=excel)
    part = partial_path(path.resolve())
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        table = kind(part, columns)
        try:
            for row in rows:
                table.write(row)
            table.close()
        except BaseException:
            table.discard()
            raise
        part.replace(path)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", where=str(path), hint="choose another file") from None
    finally:
        remove(part)
