"""Entries in the form that the matcher runs: patterns by lemma, fillers parsed, slot paths split."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from coder.dictionary.schema import NO_CODE, Example, OperatorEntry, Pattern, VerbEntry
from coder.dictionary.store import LanguageEntries
from coder.dictionary.token_syntax import TokenPattern, TokenSyntaxError, parse_tokens, regular_forms
from coder.errors import Problem
from coder.model import Ref

Normalise = Callable[[str], str]
SlotPath = tuple[str, ...]
_CLASS_WEIGHTS = {"any": 2, "none": 2, "actor": 3, "country": 4, "person": 3, "infinitive": 4, "actors": 4}
FillerKind = Literal[
    "words", "any", "none", "actor", "actors", "country", "person", "infinitive", "role", "event", "same", "other"
]

BEFORE: SlotPath = ("<before>",)
AFTER: SlotPath = ("<after>",)
_CLASS = re.compile(r"^<([a-z]+|[A-Z]{3})(?::([^>]+))?>$")


@dataclass(frozen=True, slots=True)
class Filler:
    """One thing that may fill a slot: words (any of a list of lemmas, each a head and its modifiers) or a class.

    ``single``: the items of one word; ``several``: those of a head with modifiers, all of whose words are ``parts``.
    """

    kind: FillerKind
    single: frozenset[str] = frozenset()
    several: tuple[frozenset[str], ...] = ()
    parts: frozenset[str] = frozenset()
    value: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Constraint:
    """A slot that must be filled by one of ``fillers``."""

    path: SlotPath
    fillers: tuple[Filler, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """One reading of a verb or noun entry, with everything inherited from the entry filled in.

    ``needs``: the slots without which no condition of ``where`` can hold; ``listed``: of each of these that only words
    can fill, its words, of which the sentence must have one.
    """

    id: str
    ref: Ref
    entry_id: str
    lang: str
    code: str | None
    sources: tuple[SlotPath, ...]
    targets: tuple[SlotPath, ...]
    noun_sources: tuple[SlotPath, ...]
    noun_targets: tuple[SlotPath, ...]
    possessor: Literal["source", "target"]
    reciprocal: bool
    where: tuple[Constraint, ...]
    voice: str | None
    kind: str | None
    weapon: str | None
    operator: str | None
    embedded: tuple[SlotPath, ...]
    order: int
    word_order: bool = False
    tokens: TokenPattern | None = None
    reverse: str | None = None
    needs: frozenset[str] = frozenset()
    listed: tuple[Filler, ...] = ()

    @property
    def refines(self) -> bool:
        """Whether this is a pattern of its entry: between equals it goes before the entry's own reading."""
        return self.id != self.entry_id


@dataclass(frozen=True, slots=True)
class WordOrderVerb:
    """A verb of an entry with ``word_order``: its own word is the key of the table, the others stand next to it.

    ``exact``: the key is one of the verb's forms; otherwise it is the lemma and any form of it counts.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    exact: bool
    pattern: CompiledPattern


@dataclass(slots=True)
class LanguageDictionary:
    """The compiled verbs, nouns and operators of one language. ``asked``: the verbs of entries with ``asked_only``."""

    lang: str
    verbs: dict[str, list[CompiledPattern]] = field(default_factory=lambda: defaultdict(list))
    asked: dict[str, list[CompiledPattern]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, list[CompiledPattern]] = field(default_factory=lambda: defaultdict(list))
    word_order: dict[str, list[WordOrderVerb]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _sets: dict[str, frozenset[str]] = field(default_factory=dict)

    def word_set(self, name: str) -> frozenset[str]:
        """The list ``name`` of words.yaml for look-up, empty where the dictionaries lack it."""
        if name not in self._sets:
            self._sets[name] = frozenset(self.words.get(name, ()))
        return self._sets[name]

    def condition_words(self) -> frozenset[str]:
        """Every word that the conditions of the readings name."""
        tables = (*self.verbs.values(), *self.asked.values(), *self.nouns.values())
        fillers = (f for patterns in tables for p in patterns for c in p.where for f in c.fillers)
        return frozenset(word for f in fillers for item in (f.single, *f.several) for word in item)

    def addressed(self) -> dict[str, frozenset[str]]:
        """For each verb the slots besides the object that may hold the target of a reading."""
        found: dict[str, set[str]] = {}
        for verb, patterns in self.verbs.items():
            found[verb] = {t[0] for p in patterns for t in p.targets if len(t) == 1 and t[0] != "object"}
        return {verb: frozenset(slots) for verb, slots in found.items() if slots}


def slot_path(text: str, normalise: Normalise) -> SlotPath:
    """``object.to`` as ("object", "to"). Slot names may hold spaces; they are normalised like words."""
    return tuple(normalise(part.strip()) for part in text.split("."))


class _Compiler:
    def __init__(self, lang: str, entries: LanguageEntries, normalise: Normalise) -> None:
        self.lang, self.normalise = lang, normalise
        self.out = LanguageDictionary(lang)
        self.out.words = {name: tuple(normalise(w) for w in items) for name, items in entries.words.items()}
        self.entries = entries
        self.order = 0

    def run(self) -> LanguageDictionary:
        for verb in self.entries.verbs.values():
            self._entry(verb, None)
        for operator in self.entries.operators.values():
            self._entry(operator, operator)
        return self.out

    def _entry(self, entry: VerbEntry, operator: OperatorEntry | None) -> None:
        readings: list[Pattern | None] = [None, *entry.patterns]
        for reading in readings:
            compiled = self._reading(entry, reading, operator)
            if entry.word_order:
                self._add_word_order(entry, reading.verbs if reading is not None else (), compiled)
                continue
            if compiled.kind != "noun":
                table = self.out.asked if entry.asked_only else self.out.verbs
                for verb in entry.all_verbs:
                    table[self.normalise(verb)].append(compiled)
            if compiled.kind != "verb":
                for noun in entry.nouns:
                    self.out.nouns[self.normalise(noun)].append(compiled)

    def _add_word_order(self, entry: VerbEntry, only: tuple[str, ...], compiled: CompiledPattern) -> None:
        for verb in only or entry.all_verbs:
            listed = entry.forms.get(verb)
            for form in (verb, *(listed or ())):
                key, before, after = self._verb_words(form)
                for inflected in regular_forms(key) if listed is None else (key,):
                    self.out.word_order[inflected].append(WordOrderVerb(before, after, True, compiled))
                    if len(before) == 1:  # "re +arrest" is also written "rearrest"
                        self.out.word_order[before[0] + inflected].append(WordOrderVerb((), after, True, compiled))
            if listed is None:
                key, before, after = self._verb_words(verb)
                self.out.word_order[key].append(WordOrderVerb(before, after, False, compiled))

    def _verb_words(self, text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """The word of a verb that is inflected (marked with +, or the first), and the words around it."""
        words = text.split()
        at = next((i for i, word in enumerate(words) if word.startswith("+")), 0)
        clean = [self.normalise(word.removeprefix("+")) for word in words]
        return clean[at], tuple(clean[:at]), tuple(clean[at + 1 :])

    def _reading(self, entry: VerbEntry, reading: Pattern | None, operator: OperatorEntry | None) -> CompiledPattern:
        def pick(name: str) -> Any:
            value = getattr(reading, name) if reading is not None else None
            return getattr(entry, name) if value is None else value

        sources, targets = self._sides(pick("source"), pick("target"), entry.word_order)
        possessor: Literal["source", "target"] = pick("possessor") or ("target" if ("object",) in targets else "source")
        where = {**entry.where, **(reading.where if reading else {})}
        self.order += 1
        code = str(pick("code"))
        given = pick("reverse")
        conditions = tuple(self._constraint(slot, items, entry) for slot, items in where.items())
        reverse = None if given in (None, NO_CODE) else str(given)
        return CompiledPattern(
            id=reading.id if reading else entry.id,
            ref=entry.ref,
            entry_id=entry.id,
            lang=self.lang,
            code=None if code == NO_CODE else code,
            sources=sources,
            targets=targets,
            noun_sources=self._noun_sources(pick("noun_source"), possessor),
            noun_targets=self._noun_targets(pick("noun_target"), targets, possessor),
            possessor=possessor,
            reciprocal=bool(pick("reciprocal")) or reverse is not None,
            where=conditions,
            voice=pick("voice"),
            kind=pick("kind"),
            weapon=pick("weapon"),
            operator=operator.operator if operator else None,
            embedded=tuple(slot_path(s, self.normalise) for s in operator.embedded) if operator else (),
            order=self.order,
            word_order=entry.word_order,
            tokens=self._tokens(entry, reading),
            reverse=reverse,
            needs=frozenset(c.path[0] for c in conditions if all(f.kind != "none" for f in c.fillers)),
            listed=tuple(c.fillers[0] for c in conditions if [f.kind for f in c.fillers] == ["words"]),
        )

    def _sides(
        self, source: Sequence[str] | None, target: Sequence[str] | None, word_order: bool
    ) -> tuple[tuple[SlotPath, ...], tuple[SlotPath, ...]]:
        """Where the two sides of a reading stand; None: where an entry does not say."""
        sources = tuple(slot_path(s, self.normalise) for s in (("subject",) if source is None else source))
        targets = tuple(slot_path(t, self.normalise) for t in target or ())
        if word_order:
            return (sources if source is not None else (("subject",), BEFORE)), targets or (("object",), AFTER)
        return sources, targets

    def _tokens(self, entry: VerbEntry, reading: Pattern | None) -> TokenPattern | None:
        text = entry.tokens if reading is None else reading.tokens
        if text is None:
            return None
        try:
            return parse_tokens(text, self.normalise, lambda name: self.out.words.get(f"set.{name}"))
        except TokenSyntaxError as error:
            self._fault(entry, str(error), "docs/from-petrarch.md explains token patterns")
            return None

    def _noun_sources(self, given: Iterable[str] | None, possessor: str) -> tuple[SlotPath, ...]:
        if given is not None:
            return tuple(slot_path(s, self.normalise) for s in given)
        genitive = (("genitive",), ("of",)) if possessor == "source" else ()
        below = (("of", "by"), ("object", "by"), ("genitive", "by"))
        return (("subject",), ("by",), *below, *genitive, ("modifier",))

    def _noun_targets(
        self, given: Iterable[str] | None, targets: tuple[SlotPath, ...], possessor: str
    ) -> tuple[SlotPath, ...]:
        if given is not None:
            return tuple(slot_path(s, self.normalise) for s in given)
        genitive: list[SlotPath] = [("genitive",)] if possessor == "target" else []
        of: list[SlotPath] = [("of",)] if possessor == "target" else []
        slots: list[SlotPath] = [("object",), *of, *genitive, ("against",), ("on",), ("ضد",), ("بحق",), ("علي",)]
        slots += [t for t in targets if t not in slots]
        return tuple(slots)

    def _constraint(self, slot: str, items: tuple[str, ...], entry: VerbEntry) -> Constraint:
        fillers: list[Filler] = []
        words: list[frozenset[str]] = []
        for item in items:
            match = _CLASS.match(item)
            if match is None:
                words.append(frozenset(self.normalise(item).split()))
            elif match[1] == "set":
                words += self._set(match[2] or "", entry)
            else:
                fillers.append(self._class(match[1], match[2] or "", entry))
        if words:
            single = frozenset(word for item in words if len(item) == 1 for word in item)
            several = tuple(item for item in words if len(item) > 1)
            fillers.append(Filler("words", single, several, frozenset().union(*several), weight=6))
        return Constraint(slot_path(slot, self.normalise), tuple(fillers), f"{slot}: [{', '.join(items)}]")

    def _set(self, name: str, entry: VerbEntry) -> list[frozenset[str]]:
        items = self.out.words.get(f"set.{name}")
        if items is None:
            self._fault(entry, f"unknown word set '{name}'", f"add `set.{name}:` to {self.lang}/words.yaml")
            return []
        return [frozenset(item.split()) for item in items]

    def _class(self, name: str, value: str, entry: VerbEntry) -> Filler:
        if name in _CLASS_WEIGHTS:
            return Filler(name, weight=_CLASS_WEIGHTS[name])  # type: ignore[arg-type]
        if name in ("same", "other"):
            return Filler(name, value=self.normalise(value), weight=4)  # type: ignore[arg-type]
        if name == "event":
            return Filler("event", value=value, weight=4 + len(value))
        if len(name) == 3 and name.isupper():
            return Filler("role", value=name, weight=5)
        self._fault(
            entry,
            f"unknown filler class '<{name}>'",
            "use <any>, <none>, <actor>, <actors>, <country>, <person>, <infinitive>, <event>, <MIL> or <set:name>",
        )
        return Filler("any")

    def _fault(self, entry: VerbEntry, what: str, hint: str) -> None:
        self.out.problems.append(Problem(entry.ref.path, entry.ref.line, f"{what} in '{entry.id}'", hint))


def compile_language(lang: str, entries: LanguageEntries, normalise: Normalise) -> LanguageDictionary:
    """Compile the verbs, nouns and operators of one language. Faults are collected in ``problems``."""
    return _Compiler(lang, entries, normalise).run()


def expected_code(entry: VerbEntry, example: Example) -> str | None:
    """The code that an example of ``entry`` must give; None where only *no event* is right."""
    code = example.code or entry.code
    return None if code == NO_CODE else code


def unreachable(dictionary: LanguageDictionary) -> list[Problem]:
    """Readings that can never win: an earlier one of the same word asks for exactly the same."""
    problems: dict[str, Problem] = {}
    losers: dict[str, int] = defaultdict(int)
    uses: dict[str, int] = defaultdict(int)
    first: dict[tuple[str, str, str], CompiledPattern] = {}
    tables: Mapping[str, Mapping[str, list[CompiledPattern]]] = {
        "verb": dictionary.verbs,
        "asked": dictionary.asked,
        "noun": dictionary.nouns,
    }
    for kind, table in tables.items():
        for lemma, patterns in table.items():
            for pattern in patterns:
                uses[pattern.id] += 1
                asks = repr(sorted(c.text for c in pattern.where)) + repr((pattern.voice, pattern.operator is None))
                winner = first.setdefault((kind, lemma, asks), pattern)
                if winner is not pattern:
                    losers[pattern.id] += 1
                    hint = (
                        f"'{winner.id}' at {winner.ref} has the same word '{lemma}' and the same conditions: merge them"
                    )
                    problems[pattern.id] = Problem(
                        pattern.ref.path, pattern.ref.line, f"unreachable: '{pattern.id}'", hint
                    )
    return [problems[i] for i, n in losers.items() if n == uses[i]]
