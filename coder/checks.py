"""Dictionary checks that need the whole pipeline: codes, reachability, and every example and counterexample.

Each example runs twice: with its entry alone for its words (does it fire?) and with the full dictionary (does it win?).
A counterexample must not give an event of its entry in the full dictionary.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coder.acts.protest_aims import PROTEST_AIMS, PROTEST_FORMS
from coder.composition import STATUS_OPERATORS
from coder.dictionary.compiled import CompiledPattern, LanguageDictionary, compile_language, expected_code, unreachable
from coder.dictionary.loader import dictionary_files
from coder.dictionary.schema import NO_CODE, Counterexample, Example, OperatorEntry, VerbEntry
from coder.dictionary.store import LANGUAGES, LanguageEntries, Store, read_store
from coder.errors import InputError, Problem
from coder.languages import normaliser
from coder.languages.split import sentences
from coder.meeting_places import ELSEWHERE, MEETING
from coder.model import ActorMention, Analysis, Document, Event, reaches_into
from coder.ontology import Ontology
from coder.pipeline import Coder, CoderOptions
from coder.resources import dictionaries_root

_NO_SLOT_HINT = (
    "slots: subject, object, complement, modifier, genitive, by, and the words listed under `slots` in words.yaml"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence of an entry and what it must show."""

    lang: str
    entry: VerbEntry
    sentence: Example | Counterexample

    @property
    def document(self) -> Document:
        """The sentence as a document of its own."""
        day = self.sentence.date if isinstance(self.sentence, Example) else None
        return Document(id=self.entry.id, text=self.sentence.text, date=day, lang=self.lang)


def cases(store: Store, only: frozenset[str] | None = None) -> list[Case]:
    """Every example and counterexample; ``only`` keeps the files with these labels."""
    out: list[Case] = []
    for lang, entries in store.languages.items():
        for entry in (*entries.verbs.values(), *entries.operators.values()):
            if only is None or entry.ref.path in only:
                out += [Case(lang, entry, example) for example in entry.examples]
                out += [Case(lang, entry, counterexample) for counterexample in entry.counterexamples]
    return out


def check_all(coder: Coder, store: Store, only: frozenset[str] | None = None) -> list[Problem]:
    """All problems of the dictionaries, sorted by place; ``store`` may hold faults of reading already."""
    problems = [*store.problems, *check_codes(store, coder.ontology), *check_reachable(store)]
    problems += check_sentences(coder, cases(store, only))
    return sorted(set(problems))


# ---------------------------------------------------------------------- codes


def check_codes(store: Store, ontology: Ontology) -> list[Problem]:
    """Event codes, operators, role and country blocks that the ontology does not know."""
    problems = []
    for language in store.languages.values():
        for entry in (*language.verbs.values(), *language.operators.values()):
            codes = [entry.code, *(p.code for p in entry.patterns), *(e.code for e in entry.examples)]
            wrong = (c for c in dict.fromkeys(codes) if c is not None and c != NO_CODE and not ontology.is_code(c))
            problems += [_unknown_code(entry.ref.path, entry.ref.line, code, entry.id, ontology) for code in wrong]
        for operator in language.operators.values():
            known = STATUS_OPERATORS | set(ontology.operators)
            if operator.operator not in known:
                hint = "operators: " + ", ".join(sorted(known))
                what = f"unknown operator '{operator.operator}' in '{operator.id}'"
                problems.append(Problem(operator.ref.path, operator.ref.line, what, hint))
        for agent in language.agents.values():
            problems += _unknown_roles(agent.ref.path, agent.ref.line, agent.roles, ontology)
    for actor in store.actors.values():
        roles = [r.role for r in actor.roles]
        problems += _unknown_roles(actor.ref.path, actor.ref.line, roles, ontology)
        if actor.country is not None and actor.country not in ontology.countries:
            hint = "country blocks are in ontologies/roles.yaml; international actors take `code`"
            what = f"unknown country code '{actor.country}' in '{actor.id}'"
            problems.append(Problem(actor.ref.path, actor.ref.line, what, hint))
    return problems


def unreached_codes(store: Store, ontology: Ontology) -> dict[str, list[str]]:
    """By language the event codes, roots aside, that no entry, operator over entries or aim of a protest gives."""
    return {lang: _unreached(entries, ontology) for lang, entries in store.languages.items()}


def _unreached(entries: LanguageEntries, ontology: Ontology) -> list[str]:
    written = (e for e in (*entries.verbs.values(), *entries.operators.values()))
    given = {
        str(code) for e in written for code in (e.code, *(p.code for p in e.patterns)) if code not in (None, NO_CODE)
    }
    operators = {e.operator for e in entries.operators.values()} & set(ontology.operators)
    given |= {ELSEWHERE} if MEETING in given else set()
    given |= {form + digit for form in PROTEST_FORMS for digit, name in PROTEST_AIMS.items() if entries.words.get(name)}
    while True:
        composed = {ontology.compose(operator, code) for operator in operators for code in given} - {None} - given
        if not composed:
            return [code for code in ontology.codes if len(code) > 2 and code not in given]
        given |= {code for code in composed if code is not None}


def _unknown_code(path: str, line: int, code: str, entry: str, ontology: Ontology) -> Problem:
    near = ontology.nearest(code)
    hint = f"nearest known: {near.code} {near.label}" if near else "codes are in ontologies/cameo.yaml"
    return Problem(path, line, f"unknown code '{code}' in '{entry}'", hint)


def _unknown_roles(path: str, line: int, roles: Iterable[str], ontology: Ontology) -> list[Problem]:
    hint = "role blocks: " + " ".join(ontology.roles)
    known = set(ontology.roles) | set(ontology.international) | set(ontology.religions)
    return [Problem(path, line, f"unknown role '{role}'", hint) for role in roles if role not in known]


def check_reachable(store: Store) -> list[Problem]:
    """Entries that can never win, unknown word sets and filler classes, slots that no language gives."""
    problems: list[Problem] = []
    for code, entries in store.languages.items():
        compiled = compile_language(code, entries, normaliser(code))
        problems += compiled.problems + unreachable(compiled) + _unknown_slots(compiled, entries.words.get("slots", ()))
    return problems


def _unknown_slots(dictionary: LanguageDictionary, known: Sequence[str]) -> list[Problem]:
    if not known:
        return []
    normalise = normaliser(dictionary.lang)
    slots = {"subject", "object", "complement", "modifier", "genitive", "by", *map(normalise, known)}
    problems: dict[tuple[str, str], Problem] = {}
    for pattern in _patterns(dictionary):
        paths = [*pattern.sources, *pattern.targets, *pattern.embedded, *(c.path for c in pattern.where)]
        for name in {step for path in paths for step in path} - slots:
            what = f"unknown slot '{name}' in '{pattern.id}'"
            problems[pattern.entry_id, name] = Problem(pattern.ref.path, pattern.ref.line, what, _NO_SLOT_HINT)
    return list(problems.values())


def _patterns(dictionary: LanguageDictionary) -> Iterator[CompiledPattern]:
    seen = set()
    for table in (dictionary.verbs, dictionary.asked, dictionary.nouns):
        for patterns in table.values():
            for pattern in patterns:
                if pattern.order not in seen:
                    seen.add(pattern.order)
                    yield pattern


# ---------------------------------------------------------------------- sentences


def check_sentences(coder: Coder, all_cases: Sequence[Case]) -> list[Problem]:
    """Run examples and counterexamples; each failure is one problem at its entry."""
    documents = [case.document for case in all_cases]
    parts = [sentences(d) for d in documents]
    stream = coder.analyse([s for part in parts for s in part])
    problems = []
    for case, document, part in zip(all_cases, documents, parts, strict=True):
        problem = check_case(coder, case, document, [next(stream) for _ in part])
        if problem is not None:
            problems.append(problem)
    return problems


def check_case(coder: Coder, case: Case, document: Document, analyses: Sequence[Analysis]) -> Problem | None:
    """The problem of one example or counterexample, None when it shows what it must."""
    full = coder.stage(case.lang).dictionary
    won = _own_events(coder.code_with(document, analyses, {case.lang: full}), case.entry)
    ref = case.entry.ref
    if isinstance(case.sentence, Counterexample):
        if any(e.status == "asserted" for e in won):
            what = f"counterexample of '{case.entry.id}' fires: {case.sentence.text}"
            return Problem(ref.path, ref.line, what, f"it must not, because: {case.sentence.why}; add a condition")
        return None
    if _satisfies(won, case.sentence, case.entry):
        return None
    alone = restricted(full, case.entry)
    fired = _own_events(coder.code_with(document, analyses, {case.lang: alone}), case.entry)
    everything = coder.code_with(document, analyses, {case.lang: full})
    kind, shown = "does not fire", everything
    if _satisfies(fired, case.sentence, case.entry):
        kind = "does not win"
    elif fired:
        kind, shown = "gives something else", fired
    return Problem(
        ref.path,
        ref.line,
        f"example of '{case.entry.id}' {kind}: {case.sentence.text}",
        f"expected {_wanted(case.sentence, case.entry)}; got {_shown(shown)}; run `coder explain` on it",
    )


def restricted(dictionary: LanguageDictionary, entry: VerbEntry) -> LanguageDictionary:
    """The dictionary with only ``entry`` left for the words of ``entry``."""

    def keep(table: dict[str, list[CompiledPattern]]) -> dict[str, list[CompiledPattern]]:
        out: dict[str, list[CompiledPattern]] = defaultdict(list)
        for lemma, patterns in table.items():
            own = [p for p in patterns if p.entry_id == entry.id]
            out[lemma] = own or patterns
        return out

    alone = LanguageDictionary(dictionary.lang, words=dictionary.words)
    alone.verbs, alone.nouns = keep(dictionary.verbs), keep(dictionary.nouns)
    alone.asked = keep(dictionary.asked)
    return alone


def _own_events(events: Iterable[Event], entry: VerbEntry) -> list[Event]:
    """The events that the entry gave; a transparent operator and what is only asked for give none: those beside it."""
    if entry.asked_only or (isinstance(entry, OperatorEntry) and entry.operator in STATUS_OPERATORS):
        return list(events)
    own = {entry.id, *(p.id for p in entry.patterns)}
    return [e for e in events if e.pattern_id in own]


def _satisfies(events: Sequence[Event], example: Example, entry: VerbEntry) -> bool:
    code = expected_code(entry, example)
    if code is None:
        return not events
    return any(
        e.code == code
        and e.status == example.status
        and _is_actor(e.source, example.source, example.text)
        and _is_actor(e.target, example.target, example.text)
        for e in events
    )


def _is_actor(mention: ActorMention | None, wanted: str | None, text: str) -> bool:
    if wanted is None or mention is None:
        return wanted is None and mention is None
    start = text.find(wanted)
    while start >= 0:
        if reaches_into(mention, start, start + len(wanted)):
            return True
        start = text.find(wanted, start + 1)
    return False


def _wanted(example: Example, entry: VerbEntry) -> str:
    code = expected_code(entry, example)
    return f"{code or 'no event'} {example.source or '-'} -> {example.target or '-'} ({example.status})"


def _said(mention: ActorMention | None) -> str:
    return mention.text if mention is not None else "-"


def _shown(events: Sequence[Event]) -> str:
    shown = [f"{e.code} {_said(e.source)} -> {_said(e.target)} ({e.status}, {e.pattern_id})" for e in events]
    return "; ".join(shown) or "no event"


# ---------------------------------------------------------------------- a folder


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found."""

    problems: tuple[Problem, ...]
    entries: int
    sentences: int
    unreached: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Event codes that nothing gives, by language; filled for our own dictionaries."""

    def summary(self) -> str:
        """The end of the output: a line on the entries, and the codes of each language that none of them gives."""
        found = f"{len(self.problems) or 'no'} problem{'s' * (len(self.problems) != 1)}"
        lines = [f"{self.entries} entries, {self.sentences} examples and counterexamples: {found}"]
        lines += [
            f"codes that no {lang} entry gives: {' '.join(codes)}" for lang, codes in self.unreached.items() if codes
        ]
        return "\n".join(lines)


def check_folder(path: Path | None = None, replace: bool = False) -> CheckReport:
    """Check our dictionaries, or those of the folder ``path`` on top of ours (``replace``: instead of ours).

    With a folder only its own files are reported and only its own sentences run; with a file only that file.
    Raises ``InputError`` for a path that is no dictionaries folder and stands in none.
    """
    base = dictionaries_root()
    if path is None or path.resolve() == base.resolve():
        store = read_store(base, strict=False)
        coder = Coder(store=store)
        found, unreached = tuple(check_all(coder, store)), unreached_codes(store, coder.ontology)
        return CheckReport(found, len(list(store.entries())), len(cases(store)), unreached)
    folder = _folder_of(path)
    store = read_store(base, replace=folder, strict=False) if replace else read_store(base, add=[folder], strict=False)
    coder = Coder(CoderOptions(add_dictionaries=(folder,)), store=store)
    only = _labels(folder, path)
    problems = [_as_given(p, folder) for p in check_all(coder, store, only) if p.path in only]
    entries = [e for e in store.entries() if e.ref.path in only]
    return CheckReport(tuple(problems), len(entries), len(cases(store, only)))


def _folder_of(path: Path) -> Path:
    """The dictionaries folder of a path: itself, or for a file the folder above ``actors/``, ``en/`` or ``ar/``."""
    if not path.is_file():
        return path
    for parent in path.resolve().parents:
        if parent.name in ("actors", *LANGUAGES):
            return parent.parent
    hint = "put it into actors/, en/ or ar/ of a dictionaries folder, e.g. my_words/en/verbs/19_fight.yaml"
    raise InputError("stands in no dictionaries folder", where=str(path), hint=hint)


def _labels(folder: Path, path: Path) -> frozenset[str]:
    files = dictionary_files(folder)
    if path.is_file():
        files = [f for f in files if f.resolve() == path.resolve()]
    return frozenset(f"{folder.name}/{f.relative_to(folder).as_posix()}" for f in files)


def _as_given(problem: Problem, folder: Path) -> Problem:
    """The problem with a path that can be opened from here."""
    return dataclasses.replace(problem, path=str(folder / problem.path.removeprefix(f"{folder.name}/")))
