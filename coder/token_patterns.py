"""Readings by word order: token patterns around a verb, and its actors before and after it (docs/from-petrarch.md).

Imported dictionaries say which words stand before and after a verb, not which phrase is its object. Their actors are
the known actors next to the verb: its subject or the nearest before it, its object or the first after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from coder.actors.codes import Resolve
from coder.dictionary.compiled import CompiledPattern, LanguageDictionary, SlotPath, WordOrderVerb
from coder.dictionary.token_syntax import Cut, TokenItem, TokenPattern
from coder.model import ActorMention, Analysis, Phrase, Predicate, Token, overlap
from coder.ontology import actor_blocks

ResolveAll = Callable[[Phrase], list[ActorMention]]
_UNKNOWN = "---"
_STOPS = frozenset({",", ";", ":", "--", "—", "–"})
_OF_LIST = frozenset({",", "and", "or", "nor", "&", "both", "either", "neither"})
_PLACES = ("in", "at", "near", "of", "from")


@dataclass(frozen=True, slots=True)
class Unit:
    """The words of one known actor: the tokens ``first`` to ``last``."""

    first: int
    last: int
    phrase: Phrase
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The actors that word order gives. ``among``: all of them stand in ``sources`` and act on each other."""

    sources: tuple[ActorMention, ...] = ()
    targets: tuple[ActorMention, ...] = ()
    among: bool = False


@dataclass(slots=True)
class _Found:
    """The actors that the items of a token pattern have named."""

    source: Unit | None = None
    target: Unit | None = None
    both: Unit | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading of one verb of the sentence: the verb's first and last token, and how well the verb fits."""

    pattern: CompiledPattern
    extent: tuple[int, int]
    fit: int


@dataclass(slots=True)
class WordOrder:
    """The word order of one sentence."""

    analysis: Analysis
    dictionary: LanguageDictionary
    resolve: Resolve
    resolve_all: ResolveAll
    suffixes: frozenset[str] = frozenset()
    _norms: list[str] = field(default_factory=list)
    _words: set[str] = field(default_factory=set)
    _readings: dict[int, dict[int, _Reading]] = field(default_factory=dict)
    _found: dict[tuple[int, int], _Found | None] = field(default_factory=dict)
    _units: list[Unit] | None = None

    def __post_init__(self) -> None:
        self._norms = [t.norm for t in self.analysis.tokens]
        self._words = {*self._norms, *(t.lemma for t in self.analysis.tokens)}

    # ------------------------------------------------------------------ which readings

    def candidates(self, predicate: Predicate) -> list[CompiledPattern]:
        """The readings of a verb whose words are all in the sentence."""
        if predicate.kind != "verb":
            return []
        return [reading.pattern for reading in self._readings_of(predicate.head).values()]

    def _readings_of(self, head: int) -> dict[int, _Reading]:
        """By the order of the pattern: where its verb stands, and how well the verb fits."""
        if head not in self._readings:
            found: dict[int, _Reading] = {}
            token = self.analysis.tokens[head]
            for entry in self._entries(token):
                extent = self._extent(entry, head) if self._may_hold(entry.pattern) else None
                if extent is not None:
                    fit = 2 * (extent[1] - extent[0]) + (1 if entry.exact and token.norm != token.lemma else 0)
                    known = found.get(entry.pattern.order)
                    if known is None or known.fit < fit:
                        found[entry.pattern.order] = _Reading(entry.pattern, extent, fit)
            self._readings[head] = found
        return self._readings[head]

    def _entries(self, token: Token) -> list[WordOrderVerb]:
        """The verbs whose listed form or whose lemma the token is."""
        table = self.dictionary.word_order
        listed = [e for e in table.get(token.norm, ()) if e.exact]
        return listed + [e for e in table.get(token.lemma, ()) if not e.exact]

    def _may_hold(self, pattern: CompiledPattern) -> bool:
        """Whether the sentence has a word for each item of the token pattern; most patterns end here."""
        if pattern.tokens is None:
            return True
        items = (*pattern.tokens.left, *pattern.tokens.right)
        return all(any(cut[0] in self._words for cut in i.cuts) for i in items if i.kind == "word")

    def _extent(self, entry: WordOrderVerb, head: int) -> tuple[int, int] | None:
        """First and last token of a verb of several words; hyphens between them do not count (*wire-tapped*)."""
        first = self._beside(entry.before[::-1], head, -1)
        last = self._beside(entry.after, head, 1)
        return None if first is None or last is None else (first, last)

    def _beside(self, words: Sequence[str], position: int, step: int) -> int | None:
        for word in words:
            position += step
            if 0 <= position < len(self._norms) and self._norms[position] == "-":
                position += step
            if not 0 <= position < len(self._norms) or self._norms[position] != word:
                return None
        return position

    def preference(self, pattern: CompiledPattern, predicate: Predicate) -> int:
        """Between equals: word order before frames, verbs of several words first, a listed form before the lemma."""
        reading = self._readings_of(predicate.head).get(pattern.order) if pattern.word_order else None
        return 0 if reading is None else 1 + reading.fit

    def holds(self, pattern: CompiledPattern, predicate: Predicate) -> bool:
        """Whether the token pattern of a reading fits around the verb."""
        return pattern.tokens is None or self._match(pattern, predicate) is not None

    # ------------------------------------------------------------------ token patterns

    def _match(self, pattern: CompiledPattern, predicate: Predicate) -> _Found | None:
        key = (pattern.order, predicate.head)
        if key not in self._found:
            assert pattern.tokens is not None
            self._found[key] = self._matched(pattern.tokens, self._span(pattern, predicate))
        return self._found[key]

    def _span(self, pattern: CompiledPattern, predicate: Predicate) -> tuple[int, int]:
        """First and last token of the verb with the words that belong to it."""
        reading = self._readings_of(predicate.head).get(pattern.order)
        return reading.extent if reading is not None else (predicate.head, predicate.head)

    def _matched(self, tokens: TokenPattern, span: tuple[int, int]) -> _Found | None:
        found = _Found()
        left = self._side(tokens.left, span[0] - 1, -1, self._left_limit(span[0]), found)
        if not left or not self._side(tokens.right, span[1] + 1, 1, self._right_limit(span[1]), found):
            return None
        return found

    def _side(self, items: Sequence[TokenItem], start: int, step: int, limit: int, found: _Found) -> bool:
        """Match items from the verb outwards; ``limit`` is the last position of the clause on this side."""
        if not items:
            return True
        item, rest = items[0], items[1:]
        position = start
        while (position - limit) * step <= 0:
            end = self._at(item, position, step)
            if end is not None and (end - limit) * step <= 0 and self._side(rest, end + step, step, limit, found):
                self._note(item, position, found)
                return True
            if item.adjacent or (end is not None and item.kind in ("source", "target", "both")):
                return False
            position += step
        return False

    def _at(self, item: TokenItem, position: int, step: int) -> int | None:
        """The last position, in reading direction, that the item takes from ``position``; None if it does not fit."""
        if item.kind == "word":
            return next((e for c in item.cuts if (e := self._cut_at(c, item.exact, position, step)) is not None), None)
        unit = self._unit_at(position)
        if item.kind == "phrase" and unit is None:
            return self._phrase_end(position, step)
        if unit is None or (item.kind == "both" and len(self.group(unit)) < 2):
            return None
        group = self.group(unit) if item.kind == "both" else [unit]
        return max(u.last for u in group) if step > 0 else min(u.first for u in group)

    def _cut_at(self, cut: Cut, exact: bool, position: int, step: int) -> int | None:
        first = position if step > 0 else position - len(cut) + 1
        if first < 0 or first + len(cut) > len(self._norms):
            return None
        for i, word in enumerate(cut):
            token = self.analysis.tokens[first + i]
            if token.norm != word and (exact or token.lemma != word or token.pos == "AUX"):
                return None
        return first + len(cut) - 1 if step > 0 else first

    def _phrase_end(self, position: int, step: int) -> int | None:
        for phrase in self.analysis.phrases:
            if phrase.kind == "noun" and position in phrase.tokens:
                return phrase.tokens[-1] if step > 0 else phrase.tokens[0]
        return None

    def _note(self, item: TokenItem, position: int, found: _Found) -> None:
        if item.kind in ("source", "target", "both"):
            setattr(found, item.kind, self._unit_at(position))

    # ------------------------------------------------------------------ actors

    def sides(self, pattern: CompiledPattern, predicate: Predicate) -> Sides:
        """The actors of a reading: those that its token pattern names, else by slots and word order."""
        found = (self._match(pattern, predicate) if pattern.tokens is not None else None) or _Found()
        span = self._span(pattern, predicate)
        targets = self._mentions(found.target)
        if found.both is not None:
            both = self._mentions(found.both)
            if found.both.first < span[0] and found.target is None:
                return Sides(both, among=True)
            sources = self._mentions(found.source) or self._by_paths(pattern.sources, predicate, span, ())
            others = tuple(s for s in sources if s.code not in {b.code for b in both})
            return Sides(others, both) if others else Sides(both, among=True)
        sources = self._mentions(found.source) or self._by_paths(pattern.sources, predicate, span, targets)
        targets = targets or self._by_paths(pattern.targets, predicate, span, sources)
        return Sides(sources, targets)

    def _by_paths(
        self, paths: Sequence[SlotPath], predicate: Predicate, span: tuple[int, int], taken: Sequence[ActorMention]
    ) -> tuple[ActorMention, ...]:
        for path in paths:
            units = self._path_units(path, predicate, span)
            found = [m for u in units for m in self._shared(u)] or [
                m for p in predicate.slots.get(path[0], ()) if p.kind == "pronoun" for m in self._known(p)
            ]
            free = tuple(m for m in found if not any(overlap(m, t) for t in taken))
            if free:
                return _unique(free)
        return ()

    def _path_units(self, path: SlotPath, predicate: Predicate, span: tuple[int, int]) -> list[Unit]:
        if path == ("<before>",):
            limit = max(self._left_limit(span[0]), self._subject_start(predicate))
            before = [u for u in self.units if u.last < span[0]]
            near = [u for u in before if u.first >= limit]
            if not near and not self._subject_start(predicate):
                near = before
            return self.group(near[-1]) if near else []
        if path == ("<after>",):
            limit = self._right_limit(span[1])
            after = [u for u in self.units if span[1] < u.first <= limit]
            return self.group(after[0]) if after else []
        heads = {p.head for p in predicate.slots.get(path[0], ())}
        own = [u for u in self.units if any(u.first <= h <= u.last for h in heads)]
        return own and [u for u in self.group(own[0]) if (u.first > span[1]) == (own[0].first > span[1])]

    def _subject_start(self, predicate: Predicate) -> int:
        """Where the verb's own subject begins, if it is a noun that stands before the verb: no actor before it acts
        (*Chad waited after a traveller was seen*)."""
        slot = "subject" if predicate.voice == "active" else "object"
        own = [p for p in predicate.slots.get(slot, ()) if p.kind == "noun" and p.head < predicate.head]
        return min((min(self._cover(p)) for p in own), default=0)

    def _known(self, phrase: Phrase) -> list[ActorMention]:
        mention = self.resolve(phrase)
        return self.resolve_all(phrase) if mention is not None and mention.code.strip("-") else []

    def _mentions(self, unit: Unit | None) -> tuple[ActorMention, ...]:
        return () if unit is None else _unique([m for u in self.group(unit) for m in self._shared(u)])

    def _shared(self, unit: Unit) -> list[ActorMention]:
        """The mentions of a unit; a bare role in a list takes its neighbour's country (*Peruvian unions and banks*)."""
        others = [u for u in self.group(unit) if u is not unit]
        named = [m.code for u in others for m in u.mentions if not m.code.startswith(_UNKNOWN)]
        out = []
        for mention in unit.mentions:
            if named and mention.code.startswith(_UNKNOWN):
                mention = replace(mention, code=_composed(self._base(named[0]), mention.code))
            out.append(mention)
        return out

    def _base(self, code: str) -> str:
        """A code without the role that its last agent gave it."""
        suffixes = sorted((s for s in self.suffixes if code.endswith(s) and len(s) < len(code)), key=len)
        return code.removesuffix(suffixes[-1]) if suffixes else code

    # ------------------------------------------------------------------ units and lists

    @property
    def units(self) -> list[Unit]:
        """The known actors of the sentence in text order, none inside another."""
        if self._units is None:
            self._units = list(self._find_units())
        return self._units

    def _find_units(self) -> Iterator[Unit]:
        found: list[tuple[Unit, set[int]]] = []
        for phrase in self.analysis.phrases:
            mention = self.resolve(phrase) if phrase.kind == "noun" else None
            if mention is None or mention.resolved_by == "coreference" or not mention.code.strip("-"):
                continue
            cover = self._cover(phrase)
            mentions = [self._without_place(phrase, m) for m in self._several(phrase, self.resolve_all(phrase))]
            found.append((Unit(min(cover), max(cover), phrase, tuple(mentions)), cover))
        kept = [
            unit
            for unit, _ in found
            if not any(unit.phrase.head in cover and other is not unit for other, cover in found)
        ]
        yield from self._with_places(sorted(kept, key=lambda u: u.first))

    def _cover(self, phrase: Phrase) -> set[int]:
        """The words of a phrase with those of its genitives."""
        return {*phrase.tokens, phrase.head}.union(*(self._cover(g) for g in phrase.genitives))

    def _several(self, phrase: Phrase, mentions: list[ActorMention]) -> list[ActorMention]:
        """*Judges of Chad and Mali* are those of each."""
        known = [m for g in phrase.genitives for m in self._known(g)]
        if len(mentions) != 1 or len(known) < 2 or not mentions[0].code.startswith(known[0].code):
            return mentions
        roles = mentions[0].code.removeprefix(known[0].code)
        return [replace(mentions[0], code=m.code + roles) for m in known] if roles else mentions

    def _without_place(self, phrase: Phrase, mention: ActorMention) -> ActorMention:
        """A role with the country of its place, as a bare role again: places are joined to all roles of a list."""
        if mention.resolved_by != "place":
            return mention
        roles = [s for s in self.suffixes if mention.code.endswith(s)]
        return replace(mention, code=_UNKNOWN + max(roles, key=len), resolved_by="agent") if roles else mention

    def _with_places(self, units: list[Unit]) -> Iterator[Unit]:
        """Bare roles and the names after their preposition: each role of the list with each name of the other."""
        self._units = units
        position = 0
        while position < len(units):
            roles = self.group(units[position])
            after = position + len(roles)
            bare = all(m.code.startswith(_UNKNOWN) for u in roles for m in u.mentions)
            if bare and after < len(units) and self._is_place_of(roles[-1], units[after]):
                places = self.group(units[after])
                named = [m.code if m.actor_id else m.code[:3] for u in places for m in u.mentions]  # a capital: no GOV
                for unit in roles:
                    shared = [replace(m, code=_composed(c, m.code)) for m in unit.mentions for c in named]
                    yield replace(unit, mentions=tuple(shared))
                after += len(places)
            else:
                yield from roles
            position = after

    def _is_place_of(self, role: Unit, name: Unit) -> bool:
        between = self.analysis.tokens[role.last + 1 : name.first]
        named = not any(m.code.startswith(_UNKNOWN) for m in name.mentions)
        return named and bool(between) and between[0].norm in _PLACES and all(t.pos == "DET" for t in between[1:])

    def group(self, unit: Unit) -> list[Unit]:
        """The list that an actor stands in (*Chad, Mali and Niger*), itself alone if none."""
        at = next(i for i, u in enumerate(self.units) if u.first == unit.first)
        low = high = at
        while low > 0 and self._listed(self.units[low - 1], self.units[low]):
            low -= 1
        while high + 1 < len(self.units) and self._listed(self.units[high], self.units[high + 1]):
            high += 1
        members = self.units[low : high + 1]
        joined = any(
            self._norms[i] in _OF_LIST - {","} for a, b in pairwise(members)
            for i in range(a.last + 1, b.first)
        )  # fmt: skip
        return members if joined else [self.units[at]]

    def _listed(self, one: Unit, other: Unit) -> bool:
        between = self.analysis.tokens[one.last + 1 : other.first]
        marks = [t for t in between if t.norm in _OF_LIST]
        rest = [t for t in between if t.norm not in _OF_LIST]
        return 0 < len(marks) <= 3 and all(t.pos in ("DET", "ADJ", "ADV") for t in rest)

    def _unit_at(self, position: int) -> Unit | None:
        return next((u for u in self.units if u.first <= position <= u.last), None)

    # ------------------------------------------------------------------ the clause

    def _is_stop(self, position: int) -> bool:
        """A comma or the like that does not stand inside a list of actors."""
        if self._norms[position] not in _STOPS:
            return False
        if any(p.tokens[0] < position < p.tokens[-1] for p in self.analysis.phrases):
            return False
        around = pairwise(self.units)
        return not any(a.last < position < b.first and b in self.group(a) for a, b in around)

    def _left_limit(self, first: int) -> int:
        return next((i + 1 for i in range(first - 1, -1, -1) if self._is_stop(i)), 0)

    def _right_limit(self, last: int) -> int:
        tokens = self.analysis.tokens
        return next((i - 1 for i in range(last + 1, len(tokens)) if self._is_stop(i)), len(tokens) - 1)


def _composed(base: str, roles: str) -> str:
    """A code with the roles of ``---ROLE``, each block once."""
    own = roles.removeprefix(_UNKNOWN)
    known = set(actor_blocks(base))
    return base + "".join(block for block in actor_blocks(own) if block not in known)


def _unique(mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    seen: dict[str, ActorMention] = {}
    for mention in mentions:
        seen.setdefault(mention.code, mention)
    return tuple(seen.values())
