"""Runs the coder on this machine: in this process or in several, with the order of the input restored."""

from __future__ import annotations

import platform
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.table import Table

from coder.dataset import OneADay
from coder.engines.batches import Batch, Coded, Item, batches, code
from coder.engines.checkpoint import Checkpoint, Notice
from coder.engines.progress import RunProgress
from coder.engines.provenance import input_record, package_versions
from coder.engines.workers import Work, in_order
from coder.errors import InputError, OptionError
from coder.exporters.package import PackageWriter, TableWriter
from coder.languages.english.runtime import own_process
from coder.pipeline import CodedDocument, Coder, CoderOptions
from coder.readers import ReadDefaults, ReadLimits, Rejection, read_documents

FIRST_REJECTIONS = 3  # are told with their reasons at the end of a run, and as many of those in another language


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a run needs to know besides its input and output."""

    coder: CoderOptions
    defaults: ReadDefaults = field(default_factory=ReadDefaults)
    limits: ReadLimits = field(default_factory=ReadLimits)
    layout: str = "native"
    statuses: tuple[str, ...] = ("asserted",)
    one_a_day: bool = False
    keep: tuple[str, ...] = ()
    excel: bool = False
    jobs: int = 1


@dataclass(slots=True)
class RunSummary:
    """What a run did, for the table at its end. ``not_found``: fields to keep that no document had.

    ``looks``: how many documents were read though they look like another language, by its name.
    """

    documents: int = 0
    sentences: int = 0
    rejected: int = 0
    events: Counter[tuple[str, str]] = field(default_factory=Counter)
    withheld: Counter[str] = field(default_factory=Counter)
    left_out: int = 0
    labels: dict[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    seconds: float = 0.0
    first_rejections: list[Rejection] = field(default_factory=list)
    not_found: set[str] = field(default_factory=set)
    looks: Counter[str] = field(default_factory=Counter)
    first_looks: list[tuple[str, str]] = field(default_factory=list)

    @property
    def rejections_file(self) -> Path | None:
        """Where the rejected documents are listed."""
        return next((f for f in self.files if "rejected" in f.name), None)

    def _counts(self) -> Iterator[tuple[str, int]]:
        yield "documents", self.documents
        if self.looks:
            yield "in another language?", self.looks.total()
        yield from (("rejected", self.rejected), ("sentences", self.sentences))

    def table(self) -> Table:
        """Documents, sentences, events by root code and language, files."""
        languages = sorted({lang for _, lang in self.events})
        table = Table(title="Coded", show_footer=False)
        table.add_column("")
        for lang in languages or ["events"]:
            table.add_column(lang, justify="right")
        table.add_column("all", justify="right")
        width = max(len(languages), 1)
        for name, count in self._counts():
            table.add_row(name, *[""] * width, str(count))
        table.add_section()
        for root in sorted({root for root, _ in self.events}):
            counts = [self.events[root, lang] for lang in languages]
            table.add_row(f"{root} {self.labels.get(root, '')}", *map(str, counts), str(sum(counts)))
        totals = [sum(n for (_, own), n in self.events.items() if own == lang) for lang in languages] or [0]
        table.add_row("events", *map(str, totals), str(sum(totals)), style="bold")
        table.add_section()
        for status, count in sorted(self.withheld.items()):
            table.add_row(f"withheld: {status}", *[""] * width, str(count))
        if self.left_out:
            table.add_row("left out", *[""] * width, str(self.left_out))
        table.add_section()
        for path in self.files:
            table.add_row(path.name, *[""] * width, f"{path.stat().st_size:,} bytes")
        table.caption = f"{self.files[0].parent if self.files else ''}  {self.seconds:.1f} s"
        return table


def run(
    inputs: Sequence[Path], out: Path, options: RunOptions, *, resume: bool = False, notice: Notice = lambda _: None
) -> RunSummary:
    """Code everything in ``inputs`` into ``out``: a folder takes the dataset package, a file one table.

    ``resume``: take up what an interrupted run of the same options and input left. ``notice`` gets what the user should
    know. Raises ``InputError`` or ``DictionaryError`` before anything is written when nothing can be done.
    """
    started = time.perf_counter()
    check_output(inputs, out, options)
    documents = read_documents(inputs, options.defaults, options.limits)
    with Checkpoint(out, notice) as checkpoint:
        coder = Coder(options.coder)
        info = run_info(coder, options)
        checkpoint.begin(fingerprint(inputs, options, info), resume)
        collector = Collector(coder, options)
        info = {**info, "dictionaries": dictionaries_record(options.coder), "input": input_record(inputs)}
        with writer_of(out, coder, options, info) as writer, RunProgress(inputs) as progress:
            stream = batches(documents)
            for batch, coded in checkpoint.saved(stream):
                collector.write(coded, writer)
                progress.update(batch.read, collector.summary.documents, collector.summary.events.total(), 0)
            for batch, coded in _coded(coder, stream, options.jobs):
                checkpoint.save(batch, coded)
                collector.write(coded, writer)
                progress.update(batch.read, collector.summary.documents, collector.summary.events.total(), len(coded))
        checkpoint.finish()
    summary = collector.summary
    summary.files = writer.summary.files
    summary.seconds = time.perf_counter() - started
    return summary


class Collector:
    """Hands coded documents to a writer and counts."""

    def __init__(self, coder: Coder, options: RunOptions) -> None:
        self.ontology, self.statuses = coder.ontology, frozenset(options.statuses)
        self.summary = RunSummary(
            labels={c: coder.ontology.label(c) or "" for c in coder.ontology.codes if len(c) == 2},
            not_found=set(options.keep),
        )
        self._one_a_day = OneADay() if options.one_a_day else None

    def write(self, coded: Iterable[Coded], writer: PackageWriter | TableWriter) -> None:
        """Write and count some documents; they must come in input order."""
        for item in coded:
            if isinstance(item, Rejection):
                writer.reject(item.doc_id, item.reason, item.where)
                self.summary.rejected += 1
                if len(self.summary.first_rejections) < FIRST_REJECTIONS:
                    self.summary.first_rejections.append(item)
            else:
                self._write_document(item, writer)

    def _write_document(self, item: CodedDocument, writer: PackageWriter | TableWriter) -> None:
        events = [e for e in item.events if self._one_a_day is None or self._one_a_day.passes(e)]
        writer.add(item.document, events, item.left_out)
        self.summary.left_out += len(item.left_out)
        self.summary.documents += 1
        if item.looks is not None:
            self._note_language(item.document.id, item.looks, writer)
        self.summary.not_found -= {name for name in self.summary.not_found if item.document.carried(name) is not None}
        self.summary.sentences += item.sentences
        for event in events:
            if event.status in self.statuses:
                self.summary.events[self.ontology.root(event.code), event.sentence.lang] += 1
            else:
                self.summary.withheld[event.status] += 1

    def _note_language(self, doc_id: str, looks: str, writer: PackageWriter | TableWriter) -> None:
        self.summary.looks[looks] += 1
        writer.summary.looks[looks] += 1
        if len(self.summary.first_looks) < FIRST_REJECTIONS:
            self.summary.first_looks.append((doc_id, looks))


def fingerprint(inputs: Sequence[Path | str], options: RunOptions, info: Mapping[str, Any]) -> dict[str, Any]:
    """What must be the same for a batch to be used again; the input itself is compared batch by batch."""
    versions = {name: value for name, value in info.items() if name != "options"}
    return {"input": [str(path) for path in inputs], **versions, **info["options"]}


def dictionaries_record(options: CoderOptions) -> dict[str, Any]:
    """The folders of the user's own entries, by name; their content is in ``dictionary_version``."""
    replacing = options.dictionaries.name if options.dictionaries else None
    return {"replaced_by": replacing, "added": [path.name for path in options.add_dictionaries]}


def refuse_input(inputs: Sequence[Path], out: Path) -> None:
    """Raise ``InputError`` where the output is one of the inputs."""
    if any(out.resolve() == path.resolve() for path in inputs):
        raise InputError("is an input, too, and will not be overwritten", where=str(out), hint="name another output")


def check_output(inputs: Sequence[Path], out: Path, options: RunOptions) -> None:
    """Refuse an output that would overwrite an input, or a layout that a package cannot have."""
    refuse_input(inputs, out)
    if options.excel and not _is_table(out):
        hint = "the tables of a package are for programs; write one for Excel with -o FILE.csv"
        raise OptionError("--excel needs a .csv file", where=str(out), hint=hint)
    if options.layout != "native" and not _is_table(out):
        hint = "the package holds native, cameo and acled tables; with -o FILE.csv one table has the layout"
        raise OptionError(f"--layout {options.layout} needs a file", where=str(out), hint=hint)


def _is_table(out: Path) -> bool:
    return bool(out.suffix) and not out.is_dir()


def writer_of(out: Path, coder: Coder, options: RunOptions, info: Mapping[str, Any]) -> PackageWriter | TableWriter:
    """The writer of a package or, where the output has a suffix, of a table."""
    if _is_table(out):
        return TableWriter(
            out, options.layout, coder.ontology, info, options.statuses, options.keep, excel=options.excel
        )
    return PackageWriter(out, coder.ontology, info, options.statuses, options.keep)


def run_info(coder: Coder, options: RunOptions) -> dict[str, Any]:
    """Everything on which the output depends: versions, dictionary hash, models, options."""
    chosen = options.coder
    return {
        **coder.versions,
        "python_version": platform.python_version(),
        "packages": package_versions(),
        "english_model": chosen.model or "en_core_web_sm",
        "arabic_morphology": chosen.morphology,
        "options": {
            "layout": options.layout,
            "keep": list(options.keep),
            "statuses": list(options.statuses),
            "one_a_day": options.one_a_day,
            "date": options.defaults.date.isoformat() if options.defaults.date else None,
            "lang": options.defaults.lang,
            "check_lang": chosen.check_lang,
            "unknown_actors": chosen.events.unknown_actors,
            "max_characters": options.limits.max_characters,
            "require_dyad": chosen.events.require_dyad,
            "open_sides": chosen.events.open_sides,
            "window_days": chosen.events.window_days,
            "coreference": chosen.coreference,
        },
        "entries_replaced": coder.store.replaced,
        "entries_removed": coder.store.removed,
    }


# ---------------------------------------------------------------------- coding

_worker: Coder | None = None


def _start_worker(options: CoderOptions) -> None:
    global _worker
    own_process()
    _worker = Coder(options)


def _work(items: list[Item]) -> list[Coded]:
    assert _worker is not None
    return code(_worker, items)


def _coded(coder: Coder, stream: Iterator[Batch], jobs: int) -> Iterator[tuple[Batch, list[Coded]]]:
    """Every batch with its coded documents, in input order."""
    if jobs > 1:
        yield from in_order(stream, jobs, Work(_start_worker, (coder.options,), _work))
    else:
        for batch in stream:
            yield batch, code(coder, batch.items)
