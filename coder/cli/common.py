"""What the commands share: options, exit codes, and how errors are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console

from coder.errors import CoderError, OptionError

if TYPE_CHECKING:
    from coder.readers import Rejection

EXIT_REJECTED, EXIT_NOTHING, EXIT_INTERRUPTED = 1, 2, 130
errors = Console(stderr=True)

Inputs = Annotated[
    list[Path],
    typer.Argument(help="Files (.txt .jsonl .csv .tsv .parquet .xml) or folders of them.", metavar="INPUT..."),
]
Addresses = Annotated[
    list[str],
    typer.Argument(
        help="Files (.txt .jsonl .csv .tsv .parquet .xml) or folders of them; with Spark any address that it reads.",
        metavar="INPUT...",
    ),
]
Dictionaries = Annotated[
    Path | None,
    typer.Option(
        "--dictionaries", help="A folder whose actors, agents, verbs and operators replace ours.", metavar="DIR"
    ),
]
AddDictionaries = Annotated[
    list[Path] | None,
    typer.Option(
        "--add-dictionaries", help="A folder laid on top: same id replaces, `disabled: true` removes.", metavar="DIR"
    ),
]
Morphology = Annotated[
    Literal["embedded", "buckwalter", "calima"], typer.Option("--morphology", help="Arabic lexicon.")
]
Model = Annotated[str | None, typer.Option("--model", help="English spaCy model.", metavar="NAME")]
PublicationDate = Annotated[
    str | None, typer.Option("--date", help="Publication date of records that have none.", metavar="YYYY-MM-DD")
]
Excel = Annotated[
    bool, typer.Option("--excel", help="With a .csv file: marked as UTF-8, and no text is taken for a formula.")
]
Lang = Annotated[Literal["auto", "en", "ar"], typer.Option("--lang", help="Language of all documents.")]


@contextmanager
def errors_shown() -> Iterator[None]:
    """Turn our errors and those of files and disks into a message and exit code 2; nothing else is caught."""
    try:
        yield
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        errors.print(f"{where}{error.strerror or error}", style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(EXIT_NOTHING) from None
    except CoderError as error:
        errors.print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(EXIT_NOTHING) from None


def show_notice(text: str) -> None:
    """Tell the user something that is no error."""
    errors.print(text, style="yellow", markup=False, highlight=False, soft_wrap=True)


def show_rejections(number: int, first: Iterable[Rejection], listing: Path | None) -> None:
    """Tell how many documents were rejected, the first ones with their reasons."""
    counted = "1 document was" if number == 1 else f"{number:,} documents were"
    show_notice(f"{counted} rejected; see {listing}")
    for item in first:
        show_notice(f"    {item.where}: {item.reason}")


def show_languages(looks: Mapping[str, int], first: Iterable[tuple[str, str]]) -> None:
    """Tell how many documents were read though they look like another language, and which are the first."""
    number = sum(looks.values())
    counted = "1 document looks" if number == 1 else f"{number:,} documents look"
    each = ", ".join(f"{name} {n:,}" for name, n in sorted(looks.items()))
    show_notice(f"{counted} like another language than `lang` says ({each}); --check-lang rejects such documents")
    for doc_id, name in first:
        show_notice(f"    {doc_id}: looks like {name}")


def day_of(text: str | None, option: str = "--date") -> date | None:
    """The day that an option names."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise OptionError(f"'{text}' is no date", where=option, hint="write it as YYYY-MM-DD") from None


def coder_options(
    dictionaries: Path | None,
    add: list[Path] | None,
    model: str | None,
    morphology: str,
    **events: Any,
) -> Any:
    """``CoderOptions`` from the options of a command; ``events`` are those of ``EventOptions``."""
    from coder.dyads import EventOptions
    from coder.pipeline import CoderOptions

    return CoderOptions(
        dictionaries=dictionaries,
        add_dictionaries=tuple(add or ()),
        model=model,
        morphology=morphology,
        events=EventOptions(**events),
    )
