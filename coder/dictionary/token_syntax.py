"""Token patterns: what stands before and after a verb, word by word (docs/from-petrarch.md).

``said <target> must * policy`` is read from the verb outwards. A space lets other words stand between, ``_`` does not.
Items: a word; ``word_`` exactly this form; ``{a | b c}`` one of several; ``<set:NAME>`` a list of words.yaml;
``<source>``, ``<target>``, ``<both>`` the actor found here; ``<phrase>`` any noun phrase, passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Normalise = Callable[[str], str]
Cut = tuple[str, ...]
ItemKind = Literal["word", "source", "target", "both", "phrase"]
VERB = "*"
LITERALS = {"<source>": "source", "<target>": "target", "<both>": "both", "<phrase>": "phrase"}
WORD_WEIGHT, ACTOR_WEIGHT, SKIP_WEIGHT, CONNECTED = 6, 3, 2, 1

_ITEM = re.compile(r"(?P<space>[\s_]*)(?P<item><[^<>]*>|\{[^{}]*\}|[^\s_<>{}]+)")
_CONTRACTION = re.compile(r"(n't|'(?:s|re|ve|ll|d|m))$")


class TokenSyntaxError(ValueError):
    """A token pattern that cannot be read."""


@dataclass(frozen=True, slots=True)
class TokenItem:
    """One item: for words the alternatives, each cut into tokens. ``adjacent``: nothing between it and its inner
    neighbour."""

    kind: ItemKind
    cuts: tuple[Cut, ...] = ()
    exact: bool = False
    adjacent: bool = False


@dataclass(frozen=True, slots=True)
class TokenPattern:
    """Both sides of the verb, each from the verb outwards."""

    left: tuple[TokenItem, ...]
    right: tuple[TokenItem, ...]
    text: str

    @property
    def weight(self) -> int:
        """How much the pattern asks for; the one that asks for most wins."""
        return sum(_weight(item) for item in (*self.left, *self.right))


def _weight(item: TokenItem) -> int:
    base = {"word": WORD_WEIGHT, "phrase": SKIP_WEIGHT}.get(item.kind, ACTOR_WEIGHT)
    longest = max((len(cut) for cut in item.cuts), default=1) if len(item.cuts) == 1 else 1
    return base + 2 * (longest - 1) + (CONNECTED if item.adjacent else 0)


def regular_forms(verb: str) -> tuple[str, ...]:
    """A verb and its regular forms, whether it is a word or a stem (*exchang*). Irregular ones come by the lemma."""
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    past = verb + ("d" if verb.endswith("e") else "ed")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    stem = verb[:-1] if verb.endswith("e") and verb[-2:-1] not in "eoy" else verb
    return tuple(dict.fromkeys((verb, third, past, stem + "ing")))


def cut_word(word: str) -> tuple[Cut, ...]:
    """How a tokeniser may cut one written word: contractions apart, hyphenated words whole or in parts."""
    contracted = _CONTRACTION.search(word)
    if contracted is not None and contracted.start() > 0:
        return ((word[: contracted.start()], contracted[1]), (word,))
    if "-" in word.strip("-"):
        parts = tuple(p for p in re.split(r"(-)", word) if p)
        return (parts, (word,))
    return ((word,),)


def cuts_of(phrase: str, normalise: Normalise) -> tuple[Cut, ...]:
    """All ways to cut a phrase of one or several words."""
    found: list[Cut] = [()]
    for word in normalise(phrase).split():
        found = [(*before, *cut) for before in found for cut in cut_word(word)]
    return tuple(c for c in found if c)


def parse_tokens(text: str, normalise: Normalise, word_set: Callable[[str], Sequence[str] | None]) -> TokenPattern:
    """Read a token pattern. ``word_set`` gives the members of a set, None for an unknown one."""
    items: list[tuple[bool, str, bool]] = []  # connected with the one before, text, exact
    position = 0
    stripped = text.strip()
    while position < len(stripped):
        match = _ITEM.match(stripped, position)
        if match is None:
            if stripped[position:].strip(" _") == "" and items:
                items[-1] = (items[-1][0], items[-1][1], True)
                break
            raise TokenSyntaxError(f"'{stripped[position:]}' is not readable in the token pattern '{text}'")
        gap = match["space"]
        if gap.startswith("_") and gap != "_" and items:
            items[-1] = (items[-1][0], items[-1][1], True)  # "word_ next": the word exactly, then anything
        items.append((gap == "_" and bool(items), match["item"], False))
        position = match.end()
    verbs = [i for i, (_, item, _) in enumerate(items) if item == VERB]
    if len(verbs) != 1:
        raise TokenSyntaxError(f"the token pattern '{text}' must have one `*` for the verb, it has {len(verbs)}")
    at = verbs[0]
    left = [_item(items[i][1], items[i][2], items[i + 1][0], normalise, word_set) for i in range(at - 1, -1, -1)]
    right = [_item(item, exact, connected, normalise, word_set) for connected, item, exact in items[at + 1 :]]
    return TokenPattern(tuple(left), tuple(right), text)


def _item(
    text: str, exact: bool, adjacent: bool, normalise: Normalise, word_set: Callable[[str], Sequence[str] | None]
) -> TokenItem:
    if text in LITERALS:
        return TokenItem(LITERALS[text], adjacent=adjacent)  # type: ignore[arg-type]
    if text.startswith("<set:"):
        members = word_set(text[5:-1])
        if members is None:
            raise TokenSyntaxError(f"unknown word set '{text[5:-1]}'")
        return TokenItem("word", tuple(c for m in members for c in cuts_of(m, normalise)), True, adjacent)
    if text.startswith("<"):
        raise TokenSyntaxError(f"unknown item '{text}': use <source>, <target>, <both>, <phrase> or <set:NAME>")
    choices = text.strip("{}").split("|")
    cuts = tuple(c for choice in choices for c in cuts_of(choice, normalise))
    return TokenItem("word", cuts, exact, adjacent)
