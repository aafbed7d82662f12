"""The dependency parse of one sentence as plain lists, with offsets into the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coder.model import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = ["IDX", "LENGTH", "HEAD", "DEP", "TAG", "POS", "LEMMA"]
Lemmatiser = Callable[[str, str, str], str]
_PLURAL_TAGS = ("NNS", "NNPS")
_HE = {"num": "s", "gen": "m", "person": "yes"}
_SHE = {"num": "s", "gen": "f", "person": "yes"}
_IT = {"num": "s", "gen": "n"}
_THEY = {"num": "p"}
_SPEAKER = {"per": "1"}
_HEARER = {"per": "2"}
_PRONOUNS: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), _HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), _SHE),
    **dict.fromkeys(("it", "its", "itself"), _IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), _THEY),
    **dict.fromkeys(("i", "me", "my", "mine", "we", "us", "our", "ours", "ourselves"), _SPEAKER),
    **dict.fromkeys(("you", "your", "yours"), _HEARER),
}
_NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Names:
    """What the recogniser says of the words of a tree.

    ``first`` leads from any word of a person's name to its first, ``labels`` from any word of an entity to its kind.
    """

    labels: Mapping[int, str]
    first: Mapping[int, int]


class NamesAskedError(Exception):
    """The grammar asks for a name in a sentence that the recogniser has not read."""


@dataclass(slots=True)
class Tree:
    """Tokens without white space, each with its relation, tag, head and children in text order.

    ``names`` is None as long as the recogniser has not read the sentence.
    """

    tokens: list[Token]
    dep: list[str]
    tag: list[str]
    head: list[int]
    lemmas: Lemmatiser
    children: list[list[int]] = field(default_factory=list)
    names: Names | None = None
    _edges: dict[int, tuple[int, int]] = field(default_factory=dict)
    _moved: list[int] = field(default_factory=list)

    def link(self) -> None:
        """Compute the children anew from the heads."""
        self._edges.clear()
        self.children = [[] for _ in self.tokens]
        for i, h in enumerate(self.head):
            if h != i:
                self.children[h].append(i)

    def attach(self, child: int, head: int, dep: str) -> None:
        """Hang ``child`` below ``head``; ``link`` must follow."""
        self.head[child], self.dep[child] = head, dep
        self._moved.append(child)

    def relations(self) -> tuple[list[int], list[str]]:
        """Heads and relations as they are now, for ``restore``."""
        return self.head[:], self.dep[:]

    def restore(self, relations: tuple[list[int], list[str]]) -> None:
        """Go back to heads and relations that were kept."""
        self.head, self.dep = relations
        self.link()

    def is_cyclic(self) -> bool:
        """Whether a token that was hung elsewhere since the last question hangs below itself."""
        moved, self._moved = self._moved, []
        return any(self._is_below_itself(child) for child in moved)

    def _is_below_itself(self, child: int) -> bool:
        above = child
        for _ in self.head:
            if self.head[above] == above:
                return False
            above = self.head[above]
        return True

    def kids(self, i: int, deps: frozenset[str] | tuple[str, ...]) -> Iterator[int]:
        """The children of ``i`` with one of these relations."""
        dep = self.dep
        return (c for c in self.children[i] if dep[c] in deps)

    def kid(self, i: int, dep: str) -> int | None:
        """The first child of ``i`` with this relation."""
        for c in self.children[i]:
            if self.dep[c] == dep:
                return c
        return None

    def pos(self, i: int) -> str:
        """The Universal Dependencies tag."""
        return self.tokens[i].pos

    def lemma(self, i: int) -> str:
        """The normalised lemma."""
        return self.tokens[i].lemma

    def norm(self, i: int) -> str:
        """The normalised form."""
        return self.tokens[i].norm

    def label(self, i: int) -> str | None:
        """The kind of the entity that the token is a word of; may raise ``NamesAskedError``."""
        return self._told().labels.get(i)

    def first_name(self, i: int) -> int | None:
        """The first word of the person's name that the token is a word of; may raise ``NamesAskedError``."""
        return self._told().first.get(i)

    def _told(self) -> Names:
        if self.names is None:
            raise NamesAskedError
        return self.names

    def is_verb(self, i: int) -> bool:
        """Whether the token is a verb or a copula, whatever hangs on it."""
        return self.tokens[i].pos in ("VERB", "AUX")

    def is_nominal(self, i: int) -> bool:
        """Whether the token can head a noun phrase."""
        return self.tokens[i].pos in _NOMINAL_POS

    def edges(self, i: int) -> tuple[int, int]:
        """First and last token of everything below ``i``, outer punctuation left out."""
        known = self._edges.get(i)
        if known is None:
            left = right = i
            for c in self.children[i]:
                if self.dep[c] != "punct":
                    low, high = self.edges(c)
                    left, right = min(left, low), max(right, high)
            known = self._edges[i] = (left, right)
        return known


def build(
    doc: Doc, offset: int, text: str, normalise: Callable[[str], str], lemmas: Lemmatiser, names: Names | None
) -> Tree:
    """The tree of a parsed ``doc``. ``text`` is the sentence as written, ``offset`` its place in the document."""
    name = doc.vocab.strings
    rows: list[list[int]] = doc.to_array(_COLUMNS).tolist()
    renumbered = _renumbered(doc)
    tokens: list[Token] = []
    dep: list[str] = []
    tag: list[str] = []
    head: list[int] = []
    for old, new in renumbered.items():
        at, length, distance, d, t, p, lemma = rows[old]
        written = text[at : at + length]
        target = old + _signed(distance)
        norm = normalise(written)
        feats = {"num": "p"} if name[t] in _PLURAL_TAGS else dict(_PRONOUNS.get(norm, {}))
        base = lemmas(norm, normalise(name[lemma]), name[p])
        tokens.append(Token(new, offset + at, offset + at + length, written, norm, base, name[p], feats))
        dep.append(name[d])
        tag.append(name[t])
        head.append(renumbered.get(target, new))
    tree = Tree(tokens, dep, tag, head, lemmas, names=names)
    tree.link()
    return tree


def names_of(doc: Doc) -> Names:
    """The names that the recogniser has found in ``doc``, by the tokens of its tree."""
    labels: dict[int, str] = {}
    first: dict[int, int] = {}
    renumbered = _renumbered(doc) if doc.ents else {}
    for e in doc.ents:
        words = [i for i in range(e.start, e.end) if i in renumbered]
        labels |= dict.fromkeys((renumbered[i] for i in words), e.label_)
        named = [i for i in words if doc[i].pos_ == "PROPN"]
        if e.label_ == "PERSON" and named:
            first |= dict.fromkeys((renumbered[i] for i in words), renumbered[named[0]])
    return Names(labels, first)


def _renumbered(doc: Doc) -> dict[int, int]:
    """The token of the tree for each token of ``doc`` that is no white space."""
    return {old: new for new, old in enumerate(token.i for token in doc if not token.is_space)}


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def span(tokens: Iterable[int]) -> tuple[int, int]:
    """The lowest and highest of some token indices."""
    ordered = sorted(tokens)
    return ordered[0], ordered[-1]
