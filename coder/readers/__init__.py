"""Readers: from files and folders to documents. One file in this folder for each format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from coder.errors import InputError
from coder.model import Document
from coder.readers import jsonl, petrarch_xml, table, text
from coder.readers.base import (
    ReadDefaults,
    ReadLimits,
    Record,
    Rejection,
    known_suffixes,
    printable,
    reader,
    reader_for,
)
from coder.readers.files import InputFile, input_bytes, input_files
from coder.readers.records import to_document

__all__ = [
    "DocumentStream",
    "ReadDefaults",
    "ReadLimits",
    "Record",
    "Rejection",
    "input_bytes",
    "jsonl",
    "known_suffixes",
    "petrarch_xml",
    "read_documents",
    "reader",
    "table",
    "text",
    "to_document",
]

_Placed = tuple[Document, str] | Rejection  # a document and where it stands


def read_documents(
    paths: Sequence[Path],
    defaults: ReadDefaults = ReadDefaults(),  # noqa: B008 (frozen)
    limits: ReadLimits = ReadLimits(),  # noqa: B008 (frozen)
) -> DocumentStream:
    """The documents of files and folders, in a fixed order; what cannot be read comes as a rejection in its place.

    A path that does not exist raises InputError at once. Ids are unique within the iteration.
    """
    for path in paths:
        if not _exists(path):
            raise InputError("no such file or folder", where=printable(str(path)), hint="check the path")
    return DocumentStream(paths, defaults, limits)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", where=printable(str(path)), hint="check its permissions"
        ) from error


class DocumentStream(Iterator[Document | Rejection]):
    """The documents of some inputs, one at a time. ``bytes_read`` says how far their files are read."""

    def __init__(self, paths: Sequence[Path], defaults: ReadDefaults, limits: ReadLimits) -> None:
        self.bytes_read = 0
        self._defaults, self._limits = defaults, limits
        self._items = _unique_ids(item for path in paths for item in self._read(path))

    def __next__(self) -> Document | Rejection:
        return next(self._items)

    def _read(self, path: Path) -> Iterator[_Placed]:
        for file in input_files(path):
            if isinstance(file, Rejection):
                yield file
            else:
                yield from self._read_file(file)

    def _read_file(self, file: InputFile) -> Iterator[_Placed]:
        where, before, size = printable(str(file.path)), self.bytes_read, 0
        read = reader_for(file.path)
        assert read is not None
        empty = True
        try:
            size = file.path.stat().st_size
            for item in read(file.path, file.file_id, self._limits):
                empty = False
                if isinstance(item, Record):
                    self.bytes_read = before + item.offset
                    document = to_document(item, self._defaults, self._limits)
                    yield document if isinstance(document, Rejection) else (document, item.where)
                else:
                    yield Rejection(printable(item.doc_id), printable(item.where), printable(item.reason))
        except OSError as error:
            empty = False
            yield Rejection(file.file_id, where, f"cannot be read: {error.strerror}")
        if empty:
            yield Rejection(file.file_id, where, "the file is empty or holds no record; leave it out")
        self.bytes_read = before + size


def _unique_ids(items: Iterator[_Placed]) -> Iterator[Document | Rejection]:
    """Pass on documents whose id is new. Only a hash of each id is kept, so that memory stays small on large runs."""
    seen: set[int] = set()
    for item in items:
        if isinstance(item, Rejection):
            yield item
            continue
        document, where = item
        key = int.from_bytes(blake2b(document.id.encode("utf-8"), digest_size=8).digest(), "big")
        if key in seen:
            yield Rejection(document.id, where, "an earlier document has the same id; give each document its own")
        else:
            seen.add(key)
            yield document
