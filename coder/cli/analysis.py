"""Commands on a coded data set: ``evaluate``, ``sample`` and ``aggregate``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from coder.analysis.agreement import Evaluation, Interval
from coder.cli.common import Excel, day_of, errors, errors_shown

if TYPE_CHECKING:
    from coder.analysis.panels import Panel


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(help="Gold coding, or the first coder's, or a filled sheet of coder sample.", metavar="GOLD"),
    ],
    events: Annotated[
        Path | None,
        typer.Argument(help="A package or a table to compare with it; none for a filled sheet.", metavar="EVENTS"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="A folder for scores, confusion, agreement and disagreements as CSV."),
    ] = None,
    code: Annotated[
        Literal["exact", "root", "quad", "any"], typer.Option(help="What of the event code must be the same.")
    ] = "root",
    actors: Annotated[
        Literal["dyad", "source", "target", "any"], typer.Option(help="Which actors must be the same.")
    ] = "dyad",
    actor_codes: Annotated[
        Literal["code", "country"], typer.Option(help="Compare whole actor codes, or their first block only.")
    ] = "code",
    within: Annotated[Literal["document", "sentence"], typer.Option(help="Where events are sought.")] = "document",
    no_mirrored: Annotated[
        bool, typer.Option("--no-mirrored", help="Leave out the second halves of reciprocal events.")
    ] = False,
) -> None:
    """Compare a coding with a gold standard, or two human coders; or count the verdicts of a filled sample sheet."""
    from coder.analysis.evaluation import compare_files, write_evaluation
    from coder.analysis.matching import Rules
    from coder.ontology import Ontology

    if events is None:
        _show_verdicts(gold, out)
        return
    with errors_shown():
        rules = Rules(code, actors, actor_codes, within)
        result = compare_files(gold, events, rules, Ontology.load(), mirrored=not no_mirrored)
        files = write_evaluation(result, out) if out else ()
    if result.ignored and not result.found:
        text = "no event is in a document that the gold coding names: are the ids in doc_id the same?"
        errors.print(text, style="yellow", soft_wrap=True)
    console = Console()
    for table in (_scores(result), _confusion(result), _agreements(result)):
        console.print(table)
    for file in files:
        typer.echo(str(file))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _interval(interval: Interval) -> str:
    if interval.value is None or interval.low is None or interval.high is None:
        return _number(interval.value)
    return f"{interval.value:.2f} {interval.low:.2f}-{interval.high:.2f}"


def _scores(result: Evaluation) -> Table:
    rules = result.rules
    title = f"Same {rules.code}, {rules.actors} ({rules.actor_codes}), {rules.within}"
    table = Table(title=title, caption=_documents(result), box=box.SIMPLE, collapse_padding=True, pad_edge=False)
    for name in ("class", "gold", "found", "matched", "precision", "recall", "F1"):
        table.add_column(name, justify="left" if name == "class" else "right", no_wrap=True)
    for score in result.scores:
        measures = (_interval(score.precision), _interval(score.recall), _interval(score.f1))
        table.add_row(score.name, str(score.gold), str(score.found), str(score.matched), *measures)
    return table


def _documents(result: Evaluation) -> str:
    ignored = f"; {result.ignored} events of other documents ignored" if result.ignored else ""
    return f"{result.documents} documents{ignored}; 95 % intervals by bootstrap over documents"


def _confusion(result: Evaluation) -> Table:
    found = sorted({b for _, b in result.confusion})
    table = Table(title="Gold (rows) and found (columns), actors the same")
    for name in ("", *found):
        table.add_column(name, justify="right")
    for gold in sorted({a for a, _ in result.confusion}):
        table.add_row(gold, *(str(result.confusion.get((gold, name), "")) for name in found))
    return table


def _agreements(result: Evaluation) -> Table:
    table = Table(title="Agreement (Cohen's kappa, Krippendorff's alpha)")
    for name in ("on", "units", "observed", "kappa", "alpha"):
        table.add_column(name, justify="left" if name == "on" else "right")
    for a in result.agreements:
        table.add_row(a.name, str(a.units), _number(a.observed), _number(a.kappa), _number(a.alpha))
    return table


def _show_verdicts(sheet: Path, out: Path | None) -> None:
    from coder.analysis.sampling import PRECISION_COLUMNS, is_filled_sheet, precision_rows, read_verdicts
    from coder.errors import OptionError
    from coder.exporters.tables import write_table

    with errors_shown():
        if not is_filled_sheet(sheet):
            hint = "give the events to compare it with, too, or a sheet that coder sample wrote"
            raise OptionError("is no sheet of verdicts", where=str(sheet), hint=hint)
        found = read_verdicts(sheet)
        if out:
            write_table(out / "precision.csv", PRECISION_COLUMNS, precision_rows(found))
    table = Table(title="Precision", caption="all: strata weighted by their size; 95 % intervals (Wilson)")
    for name in ("question", "stratum", "events", "judged", "right", "unsure", "precision"):
        table.add_column(name, justify="left" if name in ("question", "stratum") else "right", no_wrap=True)
    for p in found:
        numbers = (str(n) for n in (p.events, p.judged, p.right, p.unsure))
        style = "bold" if p.stratum == "all" else None
        table.add_row(p.question, p.stratum, *numbers, _interval(p.precision), style=style)
    Console().print(table)


def sample(
    events: Annotated[Path, typer.Argument(help="A dataset package or a table of events.", metavar="OUT")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The sheet: .xlsx or .csv.")],
    size: Annotated[int, typer.Option("--size", "-n", min=1, help="How many events.")] = 200,
    by: Annotated[
        str, typer.Option(help="Strata: root, quad, language, country, acled, plover, or any column.", metavar="COLUMN")
    ] = "root",
    allocation: Annotated[
        Literal["equal", "proportional"],
        typer.Option(help="The same number of events from each stratum, or its share."),
    ] = "equal",
    seed: Annotated[int, typer.Option(help="Another seed draws another sample.")] = 1,
) -> None:
    """Draw a stratified sample of events into a sheet with empty columns for your verdicts."""
    from coder.analysis.sampling import draw, write_sample
    from coder.analysis.tables import read_table
    from coder.errors import OptionError

    with errors_shown():
        if out.resolve() == events.resolve():
            raise OptionError("is the input, too", where=str(out), hint="name another file")
        rows = draw(read_table(events, ["event_id", "event_code", "sentence"]), size, by, seed, allocation)
        write_sample(out, rows)
    strata = len({row["stratum"] for row in rows})
    typer.echo(f"{len(rows)} events from {strata} strata: {out}")
    typer.echo(f"fill the columns that end in _right (y, n, ?), then: coder evaluate {out}")


def aggregate(
    events: Annotated[Path, typer.Argument(help="A dataset package or a native table of events.", metavar="OUT")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The panel: .csv .jsonl .parquet .dta.")],
    unit: Annotated[
        str,
        typer.Option(help="dyad, country (of the place), actor, source or target; day, week, month, quarter or year."),
    ] = "dyad-month",
    measure: Annotated[
        str, typer.Option(help="Some of counts, roots, quad, acled, goldstein, fatalities; or all.", metavar="LIST")
    ] = "counts",
    actors: Annotated[
        Literal["country", "code"] | None,
        typer.Option(help="Actors as countries or as whole codes (dyads: country, others: code)."),
    ] = None,
    undirected: Annotated[bool, typer.Option("--undirected", help="A to B and B to A are one dyad.")] = False,
    one_a_day: Annotated[
        bool, typer.Option("--one-a-day", help="Reports of the same day, actors, code and country count once.")
    ] = False,
    countries: Annotated[
        str | None, typer.Option(help="Only these, and all of them, by ISO code: IRQ,SYR,TUR.", metavar="LIST")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", help="First day.", metavar="YYYY-MM-DD")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day.", metavar="YYYY-MM-DD")] = None,
    excel: Excel = False,
) -> None:
    """Turn events into a panel: one row a dyad, country or actor and period, zeros filled in."""
    from coder.analysis.panels import PanelOptions, panel_of, parse_measures, parse_unit
    from coder.errors import OptionError
    from coder.exporters.tables import write_table
    from coder.ontology import Ontology

    with errors_shown():
        if out.resolve() == events.resolve():
            raise OptionError("is the input, too", where=str(out), hint="name another file")
        listed = tuple(name.strip().upper() for name in (countries or "").split(",") if name.strip())
        between = day_of(first, "--from"), day_of(last, "--to")
        options = PanelOptions(
            *parse_unit(unit), parse_measures(measure), actors, undirected, one_a_day, listed, *between
        )
        panel = panel_of(events, options, Ontology.load())
        write_table(out, panel.columns, panel.rows, excel=excel)
    _tell_panel(panel, out)


def _tell_panel(panel: Panel, out: Path) -> None:
    """What the panel holds, and which events are not in it and why."""
    typer.echo(
        f"{panel.size:,} rows ({panel.entities:,} units, {panel.first} to {panel.last}), {panel.events:,} events: {out}"
    )
    if panel.publication_dates:
        typer.echo(f"{panel.publication_dates:,} of them by their day of publication")
    for reason, number in panel.excluded.most_common():
        typer.echo(f"not in the panel: {number:,} events ({reason})")
    if panel.lost_deaths:
        typer.echo(f"not in the panel: {panel.lost_deaths:,} deaths that these report")


COMMANDS: tuple[Callable[..., None], ...] = (evaluate, sample, aggregate)
