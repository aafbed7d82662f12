"""Adds notes to a Stata file, which pandas cannot write.

The format (``help dta`` in Stata, release 118): after ``<stata_dta>`` and the header comes a map of fourteen 8-byte
offsets, then the sections in their order. Notes are characteristics: ``note0`` counts them, ``note1`` ... hold them.
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

DATASET = "_dta"
_NAME_BYTES = 129
_LONGEST_NOTE = 67_000  # bytes
_OFFSETS = struct.Struct("<14q")
_OPEN, _CLOSE, _MAP = b"<characteristics>", b"</characteristics>", b"<map>"
_HEAD = 4096  # the map is within the first bytes of the file
_CHARACTERISTICS = 8  # its place in the map; what comes after it moves


def add_notes(path: Path, notes: Mapping[str, Sequence[str]]) -> None:
    """Add notes by variable (``_dta``: of the data set) to a little-endian file of release 118 without any.

    Raises ``ValueError`` for another file.
    """
    block = b"".join(_characteristics(name, texts) for name, texts in notes.items() if texts)
    with path.open("rb") as source:
        head = source.read(_HEAD)
        at = head.index(_MAP) + len(_MAP)
        offsets = list(_OFFSETS.unpack_from(head, at))
        start = offsets[_CHARACTERISTICS]
        source.seek(start)
        if source.read(len(_OPEN) + len(_CLOSE)) != _OPEN + _CLOSE:
            raise ValueError(f"{path} has characteristics, or is no Stata file of release 118")
        moved = offsets[: _CHARACTERISTICS + 1] + [n + len(block) for n in offsets[_CHARACTERISTICS + 1 :]]
        part = path.with_name(f"{path.name}.notes")
        with part.open("wb") as target:
            source.seek(0)
            target.write(source.read(start) + _OPEN + block + _CLOSE)
            source.seek(start + len(_OPEN) + len(_CLOSE))
            shutil.copyfileobj(source, target)
            target.seek(at)
            target.write(_OFFSETS.pack(*moved))
    part.replace(path)


def _characteristics(variable: str, texts: Sequence[str]) -> bytes:
    entries = {"note0": str(len(texts)), **{f"note{n}": text for n, text in enumerate(texts, 1)}}
    return b"".join(_characteristic(variable, name, text) for name, text in entries.items())


def _characteristic(variable: str, name: str, text: str) -> bytes:
    names = b"".join(part.encode().ljust(_NAME_BYTES, b"\0") for part in (variable, name))
    content = names + text.encode()[:_LONGEST_NOTE] + b"\0"
    return b"<ch>" + struct.pack("<i", len(content)) + content + b"</ch>"
