"""Reads dictionary folders into validated entries; reports every fault with file, line and hint.

The folder decides the kind: ``actors/**``, ``<lang>/agents.yaml``, ``<lang>/operators.yaml``, ``<lang>/verbs/*.yaml``,
``<lang>/words.yaml``. Later folders are laid on top of earlier ones: the same id replaces, ``disabled: true`` removes.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coder.dictionary import loader
from coder.dictionary.schema import (
    CORE_SLOTS,
    ENTRY_TYPES,
    ActorEntry,
    AgentEntry,
    DiscardEntry,
    Entry,
    IssueEntry,
    OperatorEntry,
    VerbEntry,
)
from coder.errors import DictionaryError, InputError, Problem
from coder.model import Ref

LANGUAGES = ("en", "ar")
_READ_ELSEWHERE = ("ontologies", "ontology", "places")
_PLACES = "put it into actors/, en/verbs/ or ar/verbs/, or call it agents, operators or words.yaml in en/ or ar/"
_LABELS = {"string_type": "must be text", "missing": "is missing", "extra_forbidden": "unknown field"}


@dataclass
class LanguageEntries:
    """The entries of one language, by id in file order."""

    verbs: dict[str, VerbEntry] = field(default_factory=dict)
    operators: dict[str, OperatorEntry] = field(default_factory=dict)
    agents: dict[str, AgentEntry] = field(default_factory=dict)
    discards: dict[str, DiscardEntry] = field(default_factory=dict)
    issues: dict[str, IssueEntry] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Store:
    """All entries of all folders, and what was wrong with them."""

    actors: dict[str, ActorEntry] = field(default_factory=dict)
    languages: dict[str, LanguageEntries] = field(
        default_factory=lambda: {code: LanguageEntries() for code in LANGUAGES}
    )
    problems: list[Problem] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    version: str = ""

    def entries(self) -> Iterable[Entry]:
        """Every entry, actors first."""
        yield from self.actors.values()
        for language in self.languages.values():
            yield from language.verbs.values()
            yield from language.operators.values()
            yield from language.agents.values()
            yield from language.discards.values()
            yield from language.issues.values()

    def raise_problems(self) -> None:
        """Raise ``DictionaryError`` with every fault found so far, if there is one."""
        if self.problems:
            raise DictionaryError(self.problems)


def _kind_of(parts: tuple[str, ...]) -> tuple[str, str | None] | None:
    """(kind, language) of a file by its place in the folder; None for files that hold no entries."""
    if parts[0] == "actors":
        return "actors", None
    if parts[0] in LANGUAGES and len(parts) > 1:
        name = parts[1].removesuffix(".yaml").removesuffix(".yml")
        if name in ("verbs", "operators", "agents", "words", "discards", "issues"):
            return name, parts[0]
    return None


def _line_at(node: Any, path: Sequence[int | str], line: int) -> int:
    """The line of the deepest part of ``path`` that exists in the file."""
    step: Any
    for step in path:
        known = isinstance(node, loader.Mapping) and step in node
        if not known and not (isinstance(node, loader.Listing) and isinstance(step, int) and step < len(node)):
            break
        line, node = node.lines[step], node[step]
    return line


def _aliases(kind: type[Entry]) -> list[str]:
    return sorted(f.alias or name for name, f in kind.model_fields.items() if name != "ref")


def _validation_problems(error: ValidationError, node: loader.Mapping, kind: type[Entry], label: str) -> list[Problem]:
    problems = []
    for fault in error.errors():
        path = [p for p in fault["loc"] if isinstance(p, (int, str))]
        line = _line_at(node, path, node.line)
        name = ".".join(str(p) for p in path)
        if fault["type"] == "extra_forbidden":
            close = difflib.get_close_matches(str(path[-1]), _aliases(kind), 1)
            hint = f"did you mean '{close[0]}'?" if close else "fields: " + ", ".join(_aliases(kind))
            problems.append(Problem(label, line, f"unknown field '{name}'", hint))
        else:
            what = _LABELS.get(fault["type"], fault["msg"].removeprefix("Value error, "))
            subject = f"entry '{node['id']}'" if isinstance(node.get("id"), str) else "entry"
            hint = f"in {subject}; see docs/dictionaries.md for the fields of an entry"
            problems.append(Problem(label, line, f"'{name}' {what}" if name else what, hint))
    return problems


def _fold_slots(node: loader.Mapping, slots: frozenset[str], fields: frozenset[str]) -> None:
    """Move constraints written at the top level of an entry or pattern (``object: [aid]``) into ``where``."""
    where = node.get("where")
    folded = where if isinstance(where, loader.Mapping) else loader.Mapping(node.line)
    for key in [k for k in node if k in slots and k not in fields]:
        folded[key] = node.pop(key)
        folded.lines[key] = node.lines[key]
    if folded and "where" not in node:
        node["where"] = folded
        node.lines["where"] = folded.line
    for pattern in node.get("patterns", ()):
        if isinstance(pattern, loader.Mapping):
            _fold_slots(pattern, slots, fields)


class _Reader:
    def __init__(self, store: Store) -> None:
        self.store = store

    def read(self, root: Path, label: str) -> None:
        seen: dict[str, Ref] = {}
        files = [(p, p.relative_to(root)) for p in loader.dictionary_files(root)]
        words_first = sorted(files, key=lambda f: f[1].name != "words.yaml")
        for path, relative in words_first:
            kind = _kind_of(relative.parts)
            if kind is not None:
                self._file(loader.read_source(path, f"{label}{relative.as_posix()}"), *kind, seen)
            elif relative.parts[0] not in _READ_ELSEWHERE and not relative.parts[0].startswith("."):
                self.store.problems.append(Problem(f"{label}{relative.as_posix()}", 1, "is read by nothing", _PLACES))

    def _file(self, source: loader.Source, kind: str, lang: str | None, seen: dict[str, Ref]) -> None:
        self.store.problems += source.problems
        if source.content is None:
            return
        if kind == "words":
            self._words(source, lang or "")
            return
        if not isinstance(source.content, loader.Listing):
            problem = Problem(source.label, 1, "the file must be a list of entries", "start each entry with `- id:`")
            self.store.problems.append(problem)
            return
        for node, line in zip(source.content, source.content.lines, strict=True):
            self._entry(node, line, source.label, kind, lang, seen)

    def _words(self, source: loader.Source, lang: str) -> None:
        if not isinstance(source.content, loader.Mapping):
            problem = Problem(source.label, 1, "words.yaml must map list names to lists", "write `name: [word, word]`")
            self.store.problems.append(problem)
            return
        for name, items in source.content.items():
            line = source.content.lines[name]
            if isinstance(items, list) and all(isinstance(i, str) for i in items):
                self.store.languages[lang].words[name] = tuple(items)
            else:
                self.store.problems.append(
                    Problem(source.label, line, f"'{name}' must be a list of words", "write `- word` below it")
                )

    def _entry(self, node: Any, line: int, label: str, kind: str, lang: str | None, seen: dict[str, Ref]) -> None:
        if not isinstance(node, loader.Mapping):
            self.store.problems.append(Problem(label, line, "an entry must be a mapping", "start it with `- id:`"))
            return
        model = ENTRY_TYPES[kind]
        table = self._table(kind, lang)
        if node.get("disabled") == "true" and isinstance(node.get("id"), str):
            if table.pop(node["id"], None) is not None:
                self.store.removed.append(node["id"])
            return
        if lang is not None:
            slots = CORE_SLOTS | set(self.store.languages[lang].words.get("slots", ()))
            _fold_slots(node, slots, frozenset(_aliases(model)))
        try:
            entry = model.model_validate(node).model_copy(update={"ref": Ref(label, line)})
        except ValidationError as error:
            self.store.problems += _validation_problems(error, node, model, label)
            return
        key = f"{kind}:{entry.id}" if kind == "actors" else entry.id
        if key in seen:
            hint = f"first used at {seen[key]}; ids are never reused"
            self.store.problems.append(Problem(label, node.lines.get("id", line), f"repeated id '{entry.id}'", hint))
            return
        seen[key] = entry.ref
        if entry.id in table:
            self.store.replaced.append(entry.id)
        table[entry.id] = entry

    def _table(self, kind: str, lang: str | None) -> dict[str, Any]:
        if kind == "actors":
            return self.store.actors
        table: dict[str, Any] = getattr(self.store.languages[lang or ""], kind)
        return table


def read_store(base: Path, *, replace: Path | None = None, add: Sequence[Path] = (), strict: bool = True) -> Store:
    """Read the dictionaries.

    ``base`` is the shipped folder; ``replace`` takes the place of its actors, agents, verbs and operators (words stay
    unless it brings them); ``add`` folders are laid on top. With ``strict`` any fault raises
    ``DictionaryError`` with all of them.
    """
    for folder in [f for f in (replace, *add) if f is not None]:
        if not folder.is_dir():
            raise InputError(
                "no such dictionaries folder", where=str(folder), hint="give a folder with actors/, en/ or ar/"
            )
    store = Store()
    reader = _Reader(store)
    if replace is None:
        reader.read(base, "dictionaries/")
    else:
        _keep_words(base, store)
        reader.read(replace, _label(replace))
    for folder in add:
        reader.read(folder, _label(folder))
    store.version = loader.content_hash([replace or base, *add])
    if strict:
        store.raise_problems()
    return store


def _keep_words(base: Path, store: Store) -> None:
    own = Store()
    _Reader(own).read(base, "dictionaries/")
    for code, language in own.languages.items():
        store.languages[code].words.update(language.words)


def _label(folder: Path) -> str:
    return f"{folder.name}/"


def words_of(store: Store) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The word lists by language."""
    return {code: language.words for code, language in store.languages.items()}
