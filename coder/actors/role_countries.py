"""The countries that a story gives to its roles: *Turkish police* tells whose police another sentence means.

Read from the words of all sentences without analysing them, so that it does not matter which sentences hold events.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from coder.actors.hits import SentenceHits
from coder.actors.index import Hit
from coder.dictionary.schema import ActorEntry, AgentEntry
from coder.model import TITLE_INDEX, Ref

_GAP = 2  # words between a people and its role: the Turkish riot police
_POSSESSIVES = frozenset({"'s", "’s", "'"})
_OF = frozenset({"of", "in"})
_ARTICLES = frozenset({"the"})
_PAST, _ADVERB = "ed", "ly"
_ARABIC_ARTICLE = "ال"
_WITHIN = frozenset({"in", "across", "throughout"})
_NEAR = 3  # sentences, its own included, in which a text goes on about a country
_COUNTRY_KINDS = ("demonym", "name", "capital")


@dataclass(frozen=True, slots=True)
class _Countries:
    """The country blocks that a sentence of the text names; ``opening``: the one where it begins (*In Romania*)."""

    start: int
    named: frozenset[str]
    opening: str | None


@dataclass(slots=True)
class _Given:
    by_entry: dict[Ref, set[str]] = field(default_factory=dict)
    by_role: dict[str, set[str]] = field(default_factory=dict)
    actors: Counter[str] = field(default_factory=Counter)
    sentences: list[_Countries] = field(default_factory=list)


class RoleCountries:
    """Which countries a story names with an agent noun or with a role."""

    def __init__(self, sentences: Callable[[], Iterable[SentenceHits]]) -> None:
        """``sentences``: the hits of every sentence of the story, title included; read when first asked."""
        self._sentences = sentences
        self._given: _Given | None = None

    def of_entries(self, entries: Iterable[Ref]) -> set[str]:
        """The country blocks that stand somewhere with one of these agent nouns."""
        known = self._known().by_entry
        return set().union(*(known.get(ref, ()) for ref in entries))

    def of_roles(self, roles: Iterable[str]) -> set[str]:
        """The country blocks that stand somewhere with an agent of one of these roles."""
        known = self._known().by_role
        return set().union(*(known.get(role, ()) for role in roles))

    def actors(self) -> Mapping[str, int]:
        """How often the story names a person or body of each country block; the title counts twice."""
        return self._known().actors

    def scene(self, offset: int) -> str | None:
        """The country to which a sentence at an offset of the text, or right before it, turns (*In Romania ...*).

        None where a sentence between them names another.
        """
        told = self._known().sentences
        at = bisect_right(told, offset, key=lambda s: s.start)
        if at and told[at - 1].opening:
            return told[at - 1].opening
        nearest = next((s for s in reversed(told[max(0, at - _NEAR) : max(0, at - 1)]) if s.named), None)
        return nearest.opening if nearest is not None and len(nearest.named) == 1 else None

    def _known(self) -> _Given:
        if self._given is None:
            self._given = _Given()
            for sentence in self._sentences():
                for agent, country in named_roles(sentence):
                    self._given.by_entry.setdefault(agent.ref, set()).add(country)
                    for role in agent.roles:
                        self._given.by_role.setdefault(role, set()).add(country)
                for role, country in named_bodies(sentence):
                    self._given.by_role.setdefault(role, set()).add(country)
                times = 2 if sentence.analysis.sentence.index == TITLE_INDEX else 1
                self._given.actors.update({c: times * n for c, n in Counter(_of_actors(sentence)).items()})
                if times == 1:
                    self._given.sentences.append(_countries(sentence))
        return self._given


def named_roles(sentence: SentenceHits) -> Iterator[tuple[AgentEntry, str]]:
    """The agent nouns of a sentence that stand with a country, each with the country's block."""
    hits = sentence.all_hits()
    for hit in hits:
        if isinstance(hit.terminal.entry, AgentEntry):
            for other in hits:
                country = country_of(other)
                if country is None or sentence.is_backer(other) or not _belong(sentence, hit, other):
                    continue
                if not _occupies(sentence, hit):
                    yield hit.terminal.entry, country


def named_bodies(sentence: SentenceHits) -> Iterator[tuple[str, str]]:
    """The roles of the bodies that a sentence names (*the Kenya Police Service*), each with its country's block."""
    for hit in sentence.all_hits():
        entry = hit.terminal.entry
        if isinstance(entry, ActorEntry) and entry.kind == "organization" and entry.country:
            yield from ((role.role, entry.country) for role in entry.roles)


def _of_actors(sentence: SentenceHits) -> Iterator[str]:
    """The countries of the people and bodies that a sentence names."""
    for hit in sentence.all_hits():
        entry = hit.terminal.entry
        word = sentence.analysis.tokens[hit.last].norm if hit.first == hit.last else ""
        if isinstance(entry, ActorEntry) and entry.kind not in ("country", "place") and entry.country:
            yield from (entry.country,) if word not in sentence.words.common_names else ()


def _countries(sentence: SentenceHits) -> _Countries:
    tokens = sentence.analysis.tokens
    named = [(h, e.country) for h in sentence.all_hits() if isinstance(e := h.terminal.entry, ActorEntry) and e.country]
    opening = next((c for h, c in named if h.first == 1 and tokens[0].norm in _WITHIN), None)
    return _Countries(sentence.analysis.sentence.start, frozenset(c for _, c in named), opening)


def _goes_on(words: list[str], links: Container[str]) -> bool:
    """Whether the words behind a people are no attributes: *Russians and rebels*, *Russian jets targeted rebels*."""
    acted = len(words) > 1 and words[-1].endswith(_PAST) and not words[-2].endswith(_ADVERB)
    return acted or any(w in links for w in words)


def _occupies(sentence: SentenceHits, agent: Hit) -> bool:
    """*American occupation forces* do not say whose *the army* of the story is."""
    tokens = sentence.analysis.tokens[agent.first : agent.last + 1]
    return any(t.norm in sentence.words.occupiers for t in tokens)


def country_of(hit: Hit) -> str | None:
    """The country block that a hit names as a country, a people or a capital."""
    entry = hit.terminal.entry
    if not isinstance(entry, ActorEntry) or entry.kind != "country" or hit.terminal.kind not in _COUNTRY_KINDS:
        return None
    return entry.country


def _belong(sentence: SentenceHits, agent: Hit, country: Hit) -> bool:
    tokens = sentence.analysis.tokens
    if sentence.index.lang == "ar":
        noun, beside = (tokens[i].text.startswith(_ARABIC_ARTICLE) for i in (agent.last, country.first))
        return country.first == agent.last + 1 and (country.terminal.kind != "demonym" or noun == beside)
    if country.last < agent.first:
        between = tokens[country.last + 1 : agent.first]
        owned = bool(between) and between[0].norm in _POSSESSIVES
        words = between[1:] if owned else between
        near = len(words) <= (_GAP if owned or country.terminal.kind == "demonym" else 0)
        roles = [i in sentence.by_token for i in range(agent.first - len(words), agent.first)]
        if roles != sorted(roles):
            return False  # *Kenyan troops shelled militants*: the role next to the country has it
        plain = near and all(t.text.isalpha() and t.text.islower() for t in words)
        return plain and (owned or not words or not _goes_on([t.norm for t in words], sentence.words.links))
    after = [t for t in tokens[agent.last + 1 : country.first] if t.norm not in _ARTICLES]
    return country.terminal.kind != "demonym" and len(after) == 1 and after[0].norm in _OF
