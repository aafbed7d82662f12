"""Lines of a file under a cap, so that a file without line ends cannot fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BOM = b"\xef\xbb\xbf"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number and the offset of its first byte. A line over the cap is ``cut`` to its beginning."""

    number: int
    offset: int
    data: bytes
    cut: bool = False


def read_lines(path: Path, cap: int) -> Iterator[Line]:
    """The lines of a file without their byte order mark, with their line ends."""
    with path.open("rb") as file:
        offset = len(BOM) if file.read(len(BOM)) == BOM else 0
        file.seek(offset)
        number = 0
        while data := file.readline(cap + 1):
            number += 1
            cut = len(data) > cap and not data.endswith(b"\n")
            yield Line(number, offset, data[:cap] if cut else data, cut)
            offset += len(data)
            while cut and (rest := file.readline(_CHUNK)):
                offset += len(rest)
                cut = not rest.endswith(b"\n")
