"""Files of JSON records, one a line, such as those of ``coder frames``; whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from coder.errors import InputError
from coder.exporters.files import partial_path, remove
from coder.exporters.rejections import Rejections
from coder.readers import Rejection


def write_records(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """Write records to a file that appears when all are written; ``InputError`` where it cannot be."""
    part = partial_path(path)
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        part.replace(path)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", where=str(path), hint="choose another file") from None
    finally:
        remove(part)


def write_rejections(path: Path, rejected: Sequence[Rejection]) -> Path | None:
    """List what was rejected in FILE.rejected.csv, if anything was; an old list goes."""
    listing = path.with_name(f"{path.name}.rejected.csv")
    if not rejected:
        remove(listing)
        return None
    rejections = Rejections(listing)
    for item in rejected:
        rejections.write(item.doc_id, item.where, item.reason)
    rejections.close()
    return listing
