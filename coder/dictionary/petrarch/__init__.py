"""Imports the dictionaries of PETRARCH and PETRARCH2, exports imported actors and agents (docs/from-petrarch.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coder.dictionary.petrarch.actors import (
    actors_yaml,
    agents_yaml,
    export_actors,
    export_agents,
    read_actors,
    read_agents,
)
from coder.dictionary.petrarch.lines import Ids, slug
from coder.dictionary.petrarch.phrases import discards_yaml, issues_yaml, read_discards, read_issues
from coder.dictionary.petrarch.report import Line, Report
from coder.dictionary.petrarch.verbs import read_verbs
from coder.dictionary.petrarch.verbs_yaml import VerbFiles, VerbWriter
from coder.dictionary.petrarch.yaml_text import comment, scalar
from coder.dictionary.store import Store
from coder.errors import InputError
from coder.ontology import Ontology

REPORT_FILE = "import-report.csv"
CODES_FILE = "ontology/codes.yaml"
_HEADER = "# Imported from {}. Drafts: check before use.\n"


@dataclass(frozen=True, slots=True)
class Sources:
    """The files to import; each may be missing."""

    verbs: Path | None = None
    actors: tuple[Path, ...] = ()
    agents: Path | None = None
    discards: Path | None = None
    issues: Path | None = None


def import_petrarch(sources: Sources, out: Path) -> Report:
    """Read PETRARCH's files and write a folder of our dictionaries, with a report of every line that was changed."""
    given = (sources.verbs, *sources.actors, sources.agents, sources.discards, sources.issues)
    for path in given:
        if path is not None and not path.is_file():
            raise InputError("no such file", where=str(path), hint="give a dictionary file of PETRARCH")
    if not any(given):
        raise InputError("nothing to import", hint="name at least one of --verbs --actors --agents --discards --issues")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError("exists and is not empty", where=str(out), hint="choose a new or empty folder")
    report = Report()
    texts: dict[str, Iterable[str]] = {}
    _import_all(sources, report, texts)
    _write(out, texts)
    report.write(out / REPORT_FILE)
    return report


def _import_all(sources: Sources, report: Report, texts: dict[str, Iterable[str]]) -> None:
    ids = Ids()
    if sources.verbs is not None:
        writer = VerbWriter(Ontology.load(), ids, report)
        texts.update(_verb_texts(writer.write(read_verbs(sources.verbs, report)), sources.verbs))
    stems: set[str] = set()
    for path in sources.actors:
        stem = slug(path.stem)
        stem = stem if stem not in stems else f"{stem}_{len(stems)}"
        stems.add(stem)
        records = read_actors(path, report)
        texts[f"actors/{stem}.yaml"] = [_HEADER.format(comment(path.name)), *actors_yaml(records, ids, report)]
    if sources.agents is not None:
        agents = agents_yaml(read_agents(sources.agents, report), ids)
        texts["en/agents.yaml"] = [_HEADER.format(comment(sources.agents.name)), *agents]
    if sources.discards is not None:
        discards = discards_yaml(read_discards(sources.discards, report), ids)
        texts["en/discards.yaml"] = [_HEADER.format(comment(sources.discards.name)), *discards]
    if sources.issues is not None:
        issues = issues_yaml(read_issues(sources.issues, report), ids)
        texts["en/issues.yaml"] = [_HEADER.format(comment(sources.issues.name)), *issues]


def _verb_texts(files: VerbFiles, path: Path) -> dict[str, Iterable[str]]:
    header = _HEADER.format(comment(path.name))
    texts: dict[str, Iterable[str]] = {
        f"en/verbs/{name}.yaml": [header, *("\n" + e for e in entries)] for name, entries in files.files.items()
    }
    if files.operators:
        texts["en/operators.yaml"] = [header, *files.operators]
    if files.words:
        texts["en/words.yaml"] = [header, *files.words]
    if files.codes:
        texts[CODES_FILE] = [header, "codes:\n", *_code_lines(files.codes, path)]
    return texts


def _code_lines(codes: dict[str, Line], path: Path) -> Iterable[str]:
    for code, line in sorted(codes.items()):
        label = scalar(f"Code {code} of {path.name}")
        yield f"  {_quoted(code)}: {{label: {label}}}  # {comment(line.place)}\n"


def _quoted(text: str) -> str:
    quoted = scalar(text)
    return quoted if quoted.startswith('"') else f'"{quoted}"'


def _write(out: Path, texts: dict[str, Iterable[str]]) -> None:
    try:
        for name, parts in texts.items():
            body = "".join(parts)
            if body.count("\n") <= 1:
                continue  # nothing but the header
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8", newline="\n")
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", where=str(out), hint="choose another folder") from None


def export_petrarch(store: Store, out: Path) -> Sequence[Path]:
    """Write the imported actors and agents of a store back as PETRARCH's files; the others have no such form."""
    out.mkdir(parents=True, exist_ok=True)
    agents = [a for language in store.languages.values() for a in language.agents.values()]
    written = []
    for name, lines in (
        ("actors.txt", export_actors(store.actors.values())),
        ("agents.txt", export_agents(agents)),
    ):
        text = "".join(f"{line}\n" for line in lines)
        if text:
            (out / name).write_text(text, encoding="utf-8", newline="\n")
            written.append(out / name)
    return written


__all__ = ["Line", "Report", "Sources", "export_petrarch", "import_petrarch"]
