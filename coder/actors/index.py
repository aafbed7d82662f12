"""Finding names and agent nouns: one trie over token norms for all dictionary phrases of a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from coder.dictionary.schema import ActorEntry, AgentEntry
from coder.model import Token

ARTICLE = "ال"
MAX_ACRONYM = 3  # longer ones are also written with one capital: Nato, Unicef
_DECLINED = ("ADJ", "NOUN")
HitKind = Literal["name", "demonym", "capital", "seat", "agent", "adjective"]
Forms = Callable[[str, Any], frozenset[tuple[str, ...]]]
Accept = Callable[["Terminal", int, int], bool]


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a sequence of tokens may stand for. An ``acronym`` counts only in capitals (WHO, US, IS)."""

    kind: HitKind
    entry: ActorEntry | AgentEntry
    acronym: bool = False


# Where phrases that begin at one token end, with what they may stand for; the longest first.
Ends = list[tuple[int, list[Terminal]]]
# By the token with which they begin, in text order: the phrases as they are written, and those in other spellings.
Phrases = dict[int, tuple[Ends, Ends]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A dictionary phrase found in the tokens ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    terminal: Terminal

    def covers(self, token: int) -> bool:
        """Whether the token belongs to the phrase."""
        return self.first <= token <= self.last


class Variants(Protocol):
    """Names in other spellings."""

    def may_begin(self, norm: str) -> bool:
        """Whether such a name can begin with a word of this norm; all words of names are written with a capital."""
        ...

    def names(self, tokens: Sequence[Token], first: int) -> Ends:
        """Where the names that begin at a token with a capital, in any spelling, end; the longest first."""
        ...


class ActorIndex:
    """One trie over the token norms of all names, demonyms and agents of a language."""

    def __init__(
        self,
        lang: str,
        actors: Iterable[ActorEntry],
        agents: Iterable[AgentEntry],
        forms: Forms,
        normalise: Callable[[str], str],
        variants: Variants | None = None,
    ) -> None:
        self.lang, self.normalise, self.variants = lang, normalise, variants
        self._root: dict[str, Any] = {}
        for actor in actors:
            self._add_actor(actor, forms)
        for agent in agents:
            form_kind = "name" if agent.exact else "agent"
            self._add(forms, agent.nouns + agent.plurals, form_kind, Terminal("agent", agent))
            self._add(forms, agent.adjectives, "adjective", Terminal("adjective", agent))

    def _add_actor(self, actor: ActorEntry, forms: Forms) -> None:
        kinds: tuple[tuple[Mapping[Any, tuple[str, ...]], str, HitKind], ...] = (
            (actor.names, "name", "name"),
            (actor.demonyms, "demonym", "demonym"),
            (actor.capital, "name", "capital"),
            (actor.seats, "name", "seat"),
        )
        for table, form_kind, kind in kinds:
            self._add(forms, table.get(self.lang, ()), form_kind, Terminal(kind, actor))

    def _add(self, forms: Forms, phrases: Iterable[str], form_kind: str, terminal: Terminal) -> None:
        for phrase in phrases:
            exact = form_kind == "name" and phrase.isupper() and len(phrase) <= MAX_ACRONYM
            told = replace(terminal, acronym=True) if exact else terminal
            for keys in forms(phrase, form_kind):
                node = self._root
                for key in keys:
                    node = node.setdefault(key, {})
                node.setdefault("", []).append(told)

    def phrases(self, tokens: Sequence[Token]) -> Phrases:
        """Everything that the dictionaries have for some tokens, whether it would count there or not."""
        found: Phrases = {}
        for first in self._beginnings(tokens):
            own = self._own(tokens, first)
            named = tokens[first].text[:1].isupper()
            other = self.variants.names(tokens, first) if named and self.variants is not None else []
            if own or other:
                found[first] = own, other
        return found

    def begins(self, norm: str) -> bool:
        """Whether some phrase of the dictionaries begins with a word."""
        return norm in self._root

    def _beginnings(self, tokens: Sequence[Token]) -> list[int]:
        """The tokens with which a phrase can begin."""
        root = self._root
        if self.lang == "ar":
            return [i for i, t in enumerate(tokens) if t.norm in root or _below(root, t) is not None]
        if self.variants is None:
            return [i for i, t in enumerate(tokens) if t.norm in root]
        begins = self.variants.may_begin
        return [i for i, t in enumerate(tokens) if t.norm in root or (t.text[:1].isupper() and begins(t.norm))]

    def _own(self, tokens: Sequence[Token], first: int) -> Ends:
        """Where the entries that begin at a token end, as they are written; the longest first."""
        found: Ends = []
        node, declined = self._root, self.lang == "ar"
        for last in range(first, len(tokens)):
            below = _below(node, tokens[last]) if declined else node.get(tokens[last].norm)
            if below is None:
                break
            node = below
            if "" in node:
                found.append((last, node[""]))
        found.reverse()
        return found


def possible(phrases: Phrases) -> list[ActorEntry | AgentEntry]:
    """Every entry of some phrases, each once."""
    ends = (end for both in phrases.values() for one in both for end in one)
    return list({id(t.entry): t.entry for _, terminals in ends for t in terminals}.values())


def hits_in(phrases: Phrases, accept: Accept) -> list[Hit]:
    """Longest matches from left to right; ``accept`` decides on context and date."""
    out: list[Hit] = []
    end = 0
    for first in phrases:
        hit = longest(phrases, first, accept) if first >= end else None
        if hit is not None:
            hit = _without_name(phrases, hit, accept)
            out.append(hit)
            end = hit.last + 1
    return out


def longest(phrases: Phrases, first: int, accept: Accept, before: int | None = None) -> Hit | None:
    """The longest entry that begins at a token, and ends before another; as it is written rather than otherwise."""
    if first not in phrases:
        return None
    own, other = phrases[first]
    hit = _longest(own, first, accept, before)
    if not other or (hit is not None and hit.last >= other[0][0]):
        return hit
    variant = _longest(other, first, accept, before)
    return hit if variant is None or (hit is not None and hit.last >= variant.last) else variant


def _longest(ends: Ends, first: int, accept: Accept, before: int | None) -> Hit | None:
    for last, terminals in ends:
        if before is None or last < before:
            for terminal in terminals:
                if accept(terminal, first, last):
                    return Hit(first, last, terminal)
    return None


def _without_name(phrases: Phrases, hit: Hit, accept: Accept) -> Hit:
    """An agent ends where a name begins that goes beyond it: *leader of a party*, but زعيم + حزب الله."""
    if hit.terminal.kind != "agent":
        return hit
    for first in range(hit.first + 1, hit.last + 1):
        inner = longest(phrases, first, accept)
        if inner is not None and inner.last > hit.last and inner.terminal.kind == "name":
            return longest(phrases, hit.first, accept, first) or hit
    return hit


def _below(node: Mapping[str, Any], token: Token) -> dict[str, Any] | None:
    """The node under a word, also without the ending of an Arabic indefinite accusative (*25 فلسطينيا*)."""
    found: dict[str, Any] | None = node.get(token.norm)
    if found is None and token.feats.get("tanwin") == "acc" and token.pos in _DECLINED:
        found = node.get(token.norm[:-1])
    return found


def is_province(hit: Hit) -> bool:
    """Whether the words name a state or province, which lends a role its country and is no actor alone."""
    entry = hit.terminal.entry
    return isinstance(entry, ActorEntry) and entry.kind == "place" and hit.terminal.kind == "name"


def names_of(actors: Iterable[ActorEntry], lang: str, normalise: Callable[[str], str]) -> frozenset[str]:
    """All single words of actor names of a language, normalised: a language module must not take them apart."""
    tables = (t for a in actors for t in (a.names, a.demonyms, a.capital, a.seats))
    phrases = (p for t in tables for p in t.get(lang, ()))  # type: ignore[call-overload]
    return frozenset(word for phrase in phrases for word in normalise(phrase).split())


def feminine_demonyms(actors: Iterable[ActorEntry], normalise: Callable[[str], str]) -> frozenset[str]:
    """*القرغيزية* and its like: adjectives of any noun, also where the name of an agency holds them."""
    words = (normalise(d) for a in actors for d in a.demonyms.get("ar", ()))
    return frozenset(normalise(f"{ARTICLE}{word}ة") for word in words if " " not in word)


def agent_words(agents: Iterable[AgentEntry], normalise: Callable[[str], str]) -> frozenset[str]:
    """The single words of agent nouns, with and without the Arabic article: common nouns even where names hold them."""
    phrases = (p for a in agents for p in (*a.nouns, *a.plurals))
    words = {w.removeprefix(ARTICLE) for p in phrases for w in normalise(p).split()}
    return frozenset(words | {ARTICLE + w for w in words})


def single_agents(agents: Iterable[AgentEntry]) -> tuple[str, ...]:
    """The agent nouns of one word that stand for one person: a judge is one, the police are many."""
    return tuple(noun for a in agents if not a.collective for noun in a.nouns if " " not in noun)
