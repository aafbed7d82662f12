"""Reads documents on the executors of a Spark cluster, with the ids and rejections of the local readers.

Every document has a place, (input, file, part, row), which sorts as the local engine reads: of a folder the files by
name, then its subfolders. A row holds the place, the id and position of the document (null for a rejection), and the
document or rejection itself.
"""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from coder.engines import batches
from coder.errors import InputError
from coder.readers import ReadDefaults, ReadLimits, Rejection, checked_record, read_file, wrong_suffix
from coder.readers.base import printable
from coder.readers.files import InputFile, nothing_in
from coder.readers.jsonl import SUFFIXES as JSON_LINES
from coder.readers.jsonl import record_of
from coder.readers.lines import BOM, Line

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

PLACE_COLUMNS = ("input", "file", "part", "row")
PLACE = "input int, file string, part bigint, row bigint, doc_id string, where string"
COLUMNS = (*PLACE_COLUMNS, "doc_id", "where", "item")
_SCHEMA = f"{PLACE}, item binary"
_EMPTY = "the file is empty or holds no record; leave it out"
_Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as one of the inputs gives it: number of the input, sort key, path as the user would write it, id."""

    input: int
    key: str
    path: str
    file_id: str

    def row(self, part: int, number: int, item: batches.Item, where: str) -> tuple[Any, ...]:
        """One row of the data frame."""
        doc_id = None if isinstance(item, Rejection) else item.id
        return (self.input, self.key, part, number, doc_id, where, batches.dump_item(item))


def read(spark: SparkSession, inputs: Sequence[str], defaults: ReadDefaults, limits: ReadLimits) -> DataFrame:
    """The documents and rejections of all inputs as a data frame, in no order.

    Raises ``InputError`` for a path that does not exist.
    """
    files: dict[str, list[Source]] = defaultdict(list)
    rejected: list[tuple[Any, ...]] = []
    for number, given in enumerate(inputs):
        for path, source in _listed(spark, number, given):
            problem = (
                wrong_suffix(PurePosixPath(source.path), source.file_id) if path else nothing_in(PurePosixPath(given))
            )
            if problem is None:
                files[path].append(source)
            else:
                rejected.append(source.row(0, 0, problem, problem.where))
    lines = {path: sources for path, sources in files.items() if PurePosixPath(path).suffix.lower() in JSON_LINES}
    whole = {path: sources for path, sources in files.items() if path not in lines}
    found = spark.createDataFrame([], _SCHEMA)
    if whole:
        frame = spark.read.format("binaryFile").load([_escaped(path) for path in whole]).select("path", "content")
        found = found.union(frame.mapInPandas(_read_whole(whole, defaults, limits), _SCHEMA))
    if lines:
        frame, empty = _json_lines(spark, lines, defaults, limits)
        rejected += empty
        found = found.union(frame)
    return found.union(spark.createDataFrame(rejected, _SCHEMA)) if rejected else found


# ---------------------------------------------------------------------- which files


def _listed(spark: SparkSession, number: int, given: str) -> Iterator[tuple[str, Source]]:
    """The files of an input in the order of the local readers, hidden ones left out; "" for an empty folder."""
    java: Any = spark  # the gateway to Hadoop's file systems is not among the typed names
    path = java._jvm.org.apache.hadoop.fs.Path(given)
    system = path.getFileSystem(java._jsc.hadoopConfiguration())
    if not system.exists(path):
        raise InputError("no such file or folder", where=printable(given), hint="check the path")
    base = system.makeQualified(path)
    if not system.getFileStatus(base).isDirectory():
        name = PurePosixPath(given)
        yield _plain(base.toString()), Source(number, "\1" + name.name, given, printable(name.stem))
        return
    found = False
    for file, relative in _walked(system, base, ""):
        found = True
        inner = PurePosixPath(relative)
        key = "".join("\2" + folder for folder in inner.parent.parts) + "\1" + inner.name
        file_id = printable(inner.with_suffix("").as_posix())
        yield _plain(file), Source(number, key, f"{given.rstrip('/')}/{relative}", file_id)
    if not found:
        yield "", Source(number, "", given, printable(PurePosixPath(given).name))


def _walked(system: Any, folder: Any, prefix: str) -> Iterator[tuple[str, str]]:
    for status in system.listStatus(folder):
        name = status.getPath().getName()
        if name.startswith("."):
            continue
        if status.isDirectory():
            yield from _walked(system, status.getPath(), f"{prefix}{name}/")
        else:
            yield status.getPath().toString(), prefix + name


def _plain(path: str) -> str:
    """A path as all of Spark's sources can be made to write it."""
    return re.sub("^file:/+", "file:/", path)


def _escaped(path: str) -> str:
    """A path in which Spark sees no pattern."""
    return re.sub(r"([\\{}\[\]*?])", r"\\\1", path)


# ---------------------------------------------------------------------- files as a whole


def _read_whole(
    files: Mapping[str, Sequence[Source]], defaults: ReadDefaults, limits: ReadLimits
) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    def read(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for frame in frames:
            for path, content in zip(frame["path"], frame["content"], strict=True):
                for source in files[_plain(path)]:
                    yield from _frames(_rows_of(source, bytes(content), defaults, limits))

    return read


def _rows_of(source: Source, content: bytes, defaults: ReadDefaults, limits: ReadLimits) -> Iterator[tuple[Any, ...]]:
    """What the local reader makes of a file that lies elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "file" + PurePosixPath(source.path).suffix)
        copy.write_bytes(content)
        for number, item in enumerate(read_file(InputFile(copy, source.file_id), defaults, limits, shown=source.path)):
            if isinstance(item, Rejection):
                yield source.row(0, number, item, item.where)
            else:
                yield source.row(0, number, item[0], item[1])


def _frames(rows: Iterable[tuple[Any, ...]]) -> Iterator[pd.DataFrame]:
    import pandas as pd

    waiting: list[tuple[Any, ...]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == batches.ROWS:
            yield pd.DataFrame(waiting, columns=list(COLUMNS))
            waiting = []
    if waiting:
        yield pd.DataFrame(waiting, columns=list(COLUMNS))


# ---------------------------------------------------------------------- JSON Lines, in splits


def _json_lines(
    spark: SparkSession, files: Mapping[str, Sequence[Source]], defaults: ReadDefaults, limits: ReadLimits
) -> tuple[DataFrame, list[tuple[Any, ...]]]:
    """The records, and rejections of the files without any. A first pass counts, so that lines have their numbers."""
    text = spark.read.option("lineSep", "\n").text([_escaped(path) for path in files])
    split = text.selectExpr(
        "_metadata.file_path AS path",
        "_metadata.file_block_start AS part",
        "_metadata.file_size AS size",
        "CAST(value AS binary) AS line",
    )
    counted = "path string, part bigint, size bigint, lines bigint, records bigint, bytes bigint"
    counts = split.mapInPandas(_count, counted)
    first, records = _offsets(counts.toPandas().itertuples(index=False))
    empty = [
        source.row(0, 0, Rejection(source.file_id, printable(source.path), _EMPTY), source.path)
        for path, sources in files.items()
        for source in sources
        if not records.get(path)
    ]
    return split.mapInPandas(_read_lines(files, first, defaults, limits), _SCHEMA), empty


def _path_key(path: str) -> str:
    return _plain(unquote(path))


def _by_split(frames: Iterator[pd.DataFrame]) -> Iterator[tuple[_Key, int, int, bytes]]:
    """The lines with their split, the size of their file, and their number in the split."""
    current, number = None, 0
    for frame in frames:
        for path, part, size, line in zip(frame["path"], frame["part"], frame["size"], frame["line"], strict=True):
            key = (path, int(part))
            number = number + 1 if key == current else 0
            current = key
            yield (_path_key(path), int(part)), int(size), number, bytes(line)


def _count(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    import pandas as pd

    totals: dict[tuple[str, int, int], list[int]] = defaultdict(lambda: [0, 0, 0])
    for key, size, _, line in _by_split(frames):
        total = totals[(*key, size)]
        for position, more in enumerate((1, int(bool(line.strip())), len(line) + 1)):
            total[position] += more
    rows = [(*key, *total) for key, total in totals.items()]
    yield pd.DataFrame(rows, columns=["path", "part", "size", "lines", "records", "bytes"])


def _offsets(counts: Iterable[Any]) -> tuple[dict[_Key, tuple[int, int]], dict[str, int]]:
    """(lines, bytes) before each split, and the records of each file."""
    first: dict[_Key, tuple[int, int]] = {}
    records: dict[str, int] = defaultdict(int)
    for path, group in groupby(sorted(counts, key=lambda r: (r.path, r.part)), key=lambda r: r.path):
        splits = list(group)
        # Spark leaves a byte order mark out; a file without a last line end has one byte less than was counted.
        lines, size = 0, len(BOM) if sum(int(s.bytes) for s in splits) <= int(splits[0].size) - 2 else 0
        for split in splits:
            first[path, int(split.part)] = lines, size
            lines, size = lines + int(split.lines), size + int(split.bytes)
            records[path] += int(split.records)
    return first, dict(records)


def _read_lines(
    files: Mapping[str, Sequence[Source]],
    first: Mapping[_Key, tuple[int, int]],
    defaults: ReadDefaults,
    limits: ReadLimits,
) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    def rows(frames: Iterator[pd.DataFrame]) -> Iterator[tuple[Any, ...]]:
        offset = 0
        for key, _, number, data in _by_split(frames):
            before, offset = first[key][0], first[key][1] if number == 0 else offset
            start, offset = offset, offset + len(data) + 1
            if data.strip():
                for source in files[key[0]]:
                    line = _line(before + number + 1, start, data, limits)
                    item, where = _item(source, line, defaults, limits)
                    yield source.row(key[1], number, item, where)

    return lambda frames: _frames(rows(frames))


def _line(number: int, offset: int, data: bytes, limits: ReadLimits) -> Line:
    if number == 1:
        data = data.removeprefix(BOM)
    cut = len(data) > limits.max_line_bytes
    return Line(number, offset, data[: limits.max_line_bytes] if cut else data, cut)


def _item(source: Source, line: Line, defaults: ReadDefaults, limits: ReadLimits) -> tuple[batches.Item, str]:
    where, fallback = f"{source.path}:{line.number}", f"{source.file_id}:{line.number}"
    item = checked_record(record_of(line, where, fallback, limits), defaults, limits)
    return (item, item.where) if isinstance(item, Rejection) else item
