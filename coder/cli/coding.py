"""Commands on documents: ``code``, ``explain``, and the parts of the road (``frames``, ``places``, ``actors``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console

from coder.cli.common import (
    EXIT_REJECTED,
    AddDictionaries,
    Addresses,
    Dictionaries,
    Excel,
    Inputs,
    Lang,
    Model,
    Morphology,
    PublicationDate,
    coder_options,
    day_of,
    errors_shown,
    show_languages,
    show_notice,
    show_rejections,
)
from coder.errors import OptionError

if TYPE_CHECKING:
    from coder.readers import ReadDefaults


def code(
    inputs: Addresses,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="A folder: the dataset package. A file: one table, by its suffix.")
    ],
    layout: Annotated[
        Literal["native", "cameo", "acled", "plover"], typer.Option(help="Columns of the table (with -o FILE).")
    ] = "native",
    day: PublicationDate = None,
    lang: Lang = "auto",
    check_lang: Annotated[
        bool,
        typer.Option("--check-lang", help="Reject what looks like another language, whatever its `lang` or --lang."),
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    engine: Annotated[Literal["local", "spark"], typer.Option(help="This machine, or a Spark cluster.")] = "local",
    master: Annotated[
        str | None, typer.Option(help="The cluster, with --engine spark; else what Spark is set to.", metavar="URL")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an interrupted run stopped.")] = False,
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
    morphology: Morphology = "embedded",
    model: Model = None,
    unknown_actors: Annotated[
        Literal["one", "drop", "all"],
        typer.Option(help="Keep unknown actors: if the other side is known, never, always."),
    ] = "one",
    statuses: Annotated[str, typer.Option(help="`all`, or a list such as asserted,planned.")] = "asserted",
    require_dyad: Annotated[bool, typer.Option("--require-dyad", help="Only events with both actors.")] = False,
    open_sides: Annotated[
        bool,
        typer.Option("--open-sides", help="In articles keep words and dealings whose other side is named nowhere."),
    ] = False,
    window: Annotated[int, typer.Option(min=0, help="Older events than this many days are background.")] = 30,
    one_a_day: Annotated[bool, typer.Option("--one-a-day", help="One event per day, dyad and code.")] = False,
    max_characters: Annotated[
        int, typer.Option(min=1, help="Longer texts are rejected; a long one holds up all that come after it.")
    ] = 100_000,
    keep: Annotated[list[str] | None, typer.Option(help="Input field to carry through.", metavar="FIELD")] = None,
    excel: Excel = False,
    no_gate: Annotated[
        bool,
        typer.Option("--no-gate", help="Analyse sentences without an event, too: the same data, only later."),
    ] = False,
) -> None:
    """Code documents into an event dataset."""
    from coder.engines.local import RunOptions
    from coder.readers import ReadDefaults, ReadLimits

    with errors_shown():
        options = coder_options(
            dictionaries,
            add_dictionaries,
            model,
            morphology,
            unknown_actors=unknown_actors,
            require_dyad=require_dyad,
            open_sides=open_sides,
            window_days=window,
        )
        defaults = ReadDefaults(date=day_of(day), lang=None if lang == "auto" else lang)
        chosen = RunOptions(
            coder=replace(options, gate=not no_gate, check_lang=check_lang),
            defaults=defaults,
            limits=ReadLimits(max_characters),
            layout=layout,
            statuses=_statuses(statuses),
            one_a_day=one_a_day,
            keep=tuple(keep or ()),
            excel=excel,
            jobs=jobs,
        )
        summary = _run(inputs, out, chosen, engine, master, resume)
    Console().print(summary.table())
    if summary.documents and summary.not_found:
        show_notice(f"--keep: no document has the field {', '.join(sorted(summary.not_found))}")
    if summary.looks:
        show_languages(summary.looks, summary.first_looks)
    if summary.rejected:
        show_rejections(summary.rejected, summary.first_rejections, summary.rejections_file)
        raise typer.Exit(EXIT_REJECTED)


def _run(inputs: list[str], out: Path, options: Any, engine: str, master: str | None, resume: bool) -> Any:
    """Run on the engine that was chosen; options of the other one are refused."""
    from coder.engines import local

    if engine == "local":
        if master is not None:
            raise OptionError("only Spark has a master", where="--master", hint="add --engine spark")
        return local.run([Path(given) for given in inputs], out, options, resume=resume, notice=show_notice)
    from coder.engines import spark

    if resume or options.jobs > 1:
        hint = "Spark repeats its own lost tasks and spreads its own work; leave --resume and --jobs out"
        raise OptionError("not an option of Spark", where="--resume" if resume else "--jobs", hint=hint)
    return spark.run(inputs, out, options, master=master, notice=show_notice)


def _statuses(text: str) -> tuple[str, ...]:
    from coder.model import STATUSES

    if text == "all":
        return tuple(STATUSES)
    chosen = tuple(s.strip() for s in text.split(","))
    wrong = [s for s in chosen if s not in STATUSES]
    if wrong:
        raise OptionError(
            f"unknown status '{wrong[0]}'", where="--statuses", hint="one of: all, " + ", ".join(STATUSES)
        )
    return chosen


def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence or a short text.", metavar="SENTENCE")],
    day: PublicationDate = None,
    lang: Lang = "auto",
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
    morphology: Morphology = "embedded",
    model: Model = None,
) -> None:
    """Show how a sentence is coded and why: tokens, predicates, slots, actors, matched and near-missed entries."""
    from coder.explain import explain as explained
    from coder.model import Document
    from coder.pipeline import Coder

    with errors_shown():
        if not sentence.strip():
            raise OptionError("is empty", where="SENTENCE", hint='write it in quotes: coder explain "Rebels attacked."')
        made = Coder(coder_options(dictionaries, add_dictionaries, model, morphology))
        document = Document("sentence", sentence, date=day_of(day), lang=None if lang == "auto" else lang)
        typer.echo(explained(made, document))


_RECORD_SUFFIXES = (".jsonl", ".ndjson")
RecordsFile = Annotated[Path, typer.Option("--out", "-o", help="A .jsonl file.")]


def frames(
    inputs: Inputs,
    out: RecordsFile,
    lang: Lang = "auto",
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
    morphology: Morphology = "embedded",
    model: Model = None,
) -> None:
    """Write the predicates of every sentence with their slots, one record a sentence."""
    from coder.pipeline import Coder

    with errors_shown():
        made = Coder(coder_options(dictionaries, add_dictionaries, model, morphology))
        _records(inputs, out, _undated(lang), made.frame_records)


def places(
    inputs: Inputs,
    out: RecordsFile,
    lang: Lang = "auto",
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
    morphology: Morphology = "embedded",
    model: Model = None,
) -> None:
    """Write every place that a document names, resolved to coordinates, one record a document."""
    from coder.pipeline import Coder

    with errors_shown():
        made = Coder(coder_options(dictionaries, add_dictionaries, model, morphology))
        _records(inputs, out, _undated(lang), made.place_records)


def actors(
    inputs: Inputs,
    out: RecordsFile,
    day: PublicationDate = None,
    lang: Lang = "auto",
    dictionaries: Dictionaries = None,
    add_dictionaries: AddDictionaries = None,
    morphology: Morphology = "embedded",
    model: Model = None,
) -> None:
    """Write every actor that a document mentions, coded for its date, one record a document."""
    from coder.pipeline import Coder
    from coder.readers import ReadDefaults

    with errors_shown():
        made = Coder(coder_options(dictionaries, add_dictionaries, model, morphology))
        defaults = ReadDefaults(date=day_of(day), lang=None if lang == "auto" else lang)
        _records(inputs, out, defaults, made.actor_records)


def _undated(lang: str) -> ReadDefaults:
    """Where publication dates are not used, a wrong one is no reason to reject a document."""
    from coder.readers import ReadDefaults

    return ReadDefaults(lang=None if lang == "auto" else lang, undated=True)


def _records(
    inputs: list[Path], out: Path, defaults: ReadDefaults, of: Callable[[Iterator[Any]], Iterator[dict[str, Any]]]
) -> None:
    """Write one JSON record a line, whole or not at all; rejected documents go to FILE.rejected.csv, exit code 1."""
    from coder.engines.local import FIRST_REJECTIONS, refuse_input
    from coder.exporters.records import write_records, write_rejections
    from coder.pipeline import in_known_language
    from coder.readers import Rejection, read_documents

    refuse_input(inputs, out)
    if out.suffix.lower() not in _RECORD_SUFFIXES:
        raise OptionError("is no .jsonl file", where=str(out), hint="these are JSON records: name FILE.jsonl")
    rejected: list[Rejection] = []

    def good() -> Iterator[Any]:
        for item in map(in_known_language, read_documents(inputs, defaults)):
            if isinstance(item, Rejection):
                rejected.append(item)
            else:
                yield item

    write_records(out, of(good()))
    listing = write_rejections(out, rejected)
    if listing is not None:
        show_rejections(len(rejected), rejected[:FIRST_REJECTIONS], listing)
        raise typer.Exit(EXIT_REJECTED)
