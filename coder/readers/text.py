"""Plain text: one file is one document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coder.readers.base import ReadLimits, Record, Rejection, not_utf8, reader
from coder.readers.lines import BOM


@reader(".txt")
def read_text(path: Path, file_id: str, limits: ReadLimits) -> Iterator[Record | Rejection]:
    """The whole file as it stands, without a byte order mark; its publication date comes from the defaults."""
    with path.open("rb") as file:
        data = file.read(limits.max_text_bytes + 1)
    where = str(path)
    if len(data) > limits.max_text_bytes:
        yield Rejection(
            file_id, where, f"longer than {limits.max_characters:,} characters; split it into one file for each article"
        )
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Rejection(file_id, where, not_utf8(error.start, data[:2]))
        return
    yield Record(where, file_id, {"id": file_id, "text": text.removeprefix(BOM.decode("utf-8"))})
