"""Which files an input stands for: itself, or all files below a folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from coder.readers.base import Rejection, known_suffixes, printable, reader_for


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read, and the id that stands for it."""

    path: Path
    file_id: str


def input_files(path: Path) -> Iterator[InputFile | Rejection]:
    """The files of one input in a fixed order: those of a folder by name, then those of its subfolders.

    Hidden files are passed over. A symbolic link inside a folder is refused when it leaves the folder, and passed
    over when it does not, since its target is read in its own place.
    """
    if path.is_dir():
        found = False
        for item in _walk(path):
            found = True
            yield item
        if not found:
            yield nothing_in(path)
    else:
        yield _checked(path, printable(path.stem))


def input_bytes(paths: Sequence[Path]) -> int:
    """How many bytes the files of the inputs have; those that cannot be read have none."""
    total = 0
    for path in paths:
        for file in input_files(path):
            if isinstance(file, InputFile):
                with suppress(OSError):
                    total += file.path.stat().st_size
    return total


def _walk(root: Path) -> Iterator[InputFile | Rejection]:
    problems: list[OSError] = []
    inside = root.resolve()
    for folder, subfolders, names in os.walk(root, onerror=problems.append):
        while problems:
            yield _unreadable(problems.pop(0))
        visible = sorted(name for name in subfolders if not name.startswith("."))
        subfolders[:] = [name for name in visible if not Path(folder, name).is_symlink()]
        links = [name for name in visible if Path(folder, name).is_symlink()]
        for name in sorted([*links, *(name for name in names if not name.startswith("."))]):
            path = Path(folder, name)
            file_id = printable(path.relative_to(root).with_suffix("").as_posix())
            if not path.is_symlink():
                yield _checked(path, file_id)
            elif refused := _refused_link(path, inside, file_id):
                yield refused
    for problem in problems:
        yield _unreadable(problem)


def _refused_link(path: Path, inside: Path, file_id: str) -> Rejection | None:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return Rejection(file_id, printable(str(path)), "a symbolic link to nothing; remove it")
    if target.is_relative_to(inside):
        return None
    return Rejection(
        file_id, printable(str(path)), "a symbolic link that leaves the folder; name its target as an input instead"
    )


def _checked(path: Path, file_id: str) -> InputFile | Rejection:
    where = printable(str(path))
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Rejection(file_id, where, f"cannot be read: {error.strerror}")
    if not stat.S_ISREG(mode):
        return Rejection(file_id, where, "not a regular file; save what it gives to a file first")
    return wrong_suffix(path, file_id) or InputFile(path, file_id)


def wrong_suffix(path: PurePath, file_id: str) -> Rejection | None:
    """The rejection of a file that no reader reads."""
    if reader_for(path) is not None:
        return None
    kind = f"files named *{path.suffix}" if path.suffix else "a file without a suffix"
    return Rejection(
        file_id,
        printable(str(path)),
        f"no reader for {kind}; there are readers for {_suffixes()}: convert it, or unpack it",
    )


def _unreadable(error: OSError) -> Rejection:
    path = Path(str(error.filename))
    return Rejection(_name(path), printable(str(path)), f"the folder cannot be read: {error.strerror}")


def _name(path: PurePath) -> str:
    return printable(path.name or str(path))


def nothing_in(folder: PurePath) -> Rejection:
    """The rejection of an empty folder."""
    return Rejection(_name(folder), str(folder), f"the folder holds no file to read ({_suffixes()})")


def _suffixes() -> str:
    return ", ".join(known_suffixes())
