"""Puts the page together and writes it, whole or not at all."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from coder.errors import InputError, OptionError
from coder.exporters.files import partial_path, remove
from coder.ontology import Ontology
from coder.report import balance, dyads, fatalities, overview, places, timeline
from coder.report.annotated import coded_sentences
from coder.report.event_table import event_data
from coder.report.places import country_name
from coder.report.source import Package, read_package

FILE_NAME = "report.html"
SENTENCES = 200


def write_report(package: Path, out: Path | None = None, *, sentences: int = SENTENCES) -> Path:
    """Write the report on the dataset package in a folder to ``out`` (``report.html`` in the folder), and return where.

    At most ``sentences`` sentences are shown as annotated text. ``InputError`` for a folder that is no package, a
    file of it that cannot be read, or a place that cannot be written.
    """
    if sentences < 0:
        raise OptionError(f"{sentences} is no number of sentences", where="--sentences", hint="give 0 or more")
    target = out or package / FILE_NAME
    if target.is_dir():
        raise InputError("is a folder", where=str(target), hint=f"name a file, such as {target / FILE_NAME}")
    if target.suffix.lower() not in (".html", ".htm"):
        raise OptionError("is no .html file", where=str(target), hint=f"name a file such as {FILE_NAME}")
    text = page(read_package(package), sentences)
    part = partial_path(target)
    try:
        part.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        part.replace(target)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}", where=str(target), hint="choose another file with -o"
        ) from None
    finally:
        remove(part)
    return target


def page(package: Package, sentences: int = SENTENCES) -> str:
    """The report as HTML text, the same for the same package."""
    events = package.events
    shown, whole = coded_sentences(events, sentences)
    ontology = Ontology.load()
    charts = [
        timeline.by_root(events, ontology),
        timeline.by_acled_type(events),
        balance.quad_classes(events),
        dyads.dyad_matrix(events),
        places.event_map(events),
        fatalities.deaths_by_month(events),
    ]
    script = _asset("report.js")
    in_table, data = event_data(events, shown)
    template = _environment().get_template("report.html.j2")
    return template.render(
        package=package,
        name=package.folder.resolve().name,
        facts=overview.facts(package),
        run=overview.run_facts(package.run),
        charts=charts,
        places=places.place_table(events),
        withheld_counts=overview.withheld_counts(package),
        withheld=overview.withheld_table(package),
        rejected=overview.rejected_table(package),
        sentences=shown,
        whole=whole,
        roots={root: ontology.label(root) or "" for root in sorted({r for r in events["event_root"] if r})},
        langs=sorted({lang for lang in events["lang"] if lang}),
        languages=overview.LANGUAGES,
        in_table=in_table,
        style=Markup(_asset("report.css")),
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        data=_inline_json(data),
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("coder.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["country"] = country_name
    return environment


def _asset(name: str) -> str:
    return files("coder.report").joinpath("templates", name).read_text(encoding="utf-8")


def _inline_json(text: str) -> Markup:
    """JSON that cannot end the element it stands in."""
    for mark, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(mark, escaped)
    return Markup(text)
