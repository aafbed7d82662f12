"""Short names that a document introduces in parentheses: *the Free Patriots Front (FPF)*, a name from there on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from coder.actors.index import Hit, Terminal
from coder.dictionary.schema import ActorEntry
from coder.model import ActorMention, Phrase, Ref, Token

ID_PREFIX = "document."  # of entries that only one document knows
_LONGEST_NAME = 10  # tokens
_GROUPS = frozenset({"organization", "armed_group", "party"})
_SMALL_WORDS = frozenset("of the and for in on de la del et y".split())
_IN_PARENTHESES = re.compile(r"\(([^()]{1,60})\)")
_ARTICLE, _RELATIVE = "ال", ("ي", "يه")  # an Arabic adjective in parentheses is no short name


@dataclass(frozen=True, slots=True)
class Introduction:
    """A short name in parentheses: the tokens of the full name (empty: only its last is known) and of the short one."""

    last: int
    short: range
    full: range = field(default=range(0))


def may_introduce(text: str) -> bool:
    """Whether a sentence can hold an introduction, told from its raw text."""
    contents = ("".join(found.split()) for found in _IN_PARENTHESES.findall(text)) if "(" in text else ()
    return any(_is_acronym(short) or (len(short) > 2 and short[0] >= "\u0621") for short in contents if short)


def introductions(tokens: Sequence[Token]) -> Iterator[Introduction]:
    """The short names that a sentence introduces, in text order."""
    for opening in range(1, len(tokens) - 2):
        if tokens[opening].text != "(":
            continue
        closing = next((i for i in range(opening + 2, min(opening + 5, len(tokens))) if tokens[i].text == ")"), None)
        if closing is None:
            continue
        short = range(opening + 1, closing)
        text = "".join(tokens[i].text for i in short)
        if _is_acronym(text):
            yield Introduction(opening - 1, short, _initials(tokens, opening, text))
        elif len(short) == 1 and _is_arabic_short_name(tokens[opening + 1]):
            yield Introduction(opening - 1, short)


def _is_acronym(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(letters) <= 8 and text[0].isupper() and sum(map(str.isupper, letters)) >= max(2, len(letters) - 2)


def _is_arabic_short_name(token: Token) -> bool:
    norm = token.norm
    return norm[:1] >= "\u0621" and len(norm) > 2 and not norm.startswith(_ARTICLE) and not norm.endswith(_RELATIVE)


def _initials(tokens: Sequence[Token], opening: int, short: str) -> range:
    """The tokens before the parenthesis whose initials are the letters of the short name."""
    wanted = "".join(c for c in short if c.isupper())
    initials = ""
    for first in range(opening - 1, max(-1, opening - 1 - _LONGEST_NAME), -1):
        text = tokens[first].text
        if text[:1].isupper():
            initials = text[0] + initials
        elif text.casefold() not in _SMALL_WORDS and text not in ("-", "/", "'s", "'"):
            break
        if initials == wanted:
            return range(first, opening)
    return range(0)


class Aliases:
    """The short names of one document in one language, as known at one sentence."""

    def __init__(self, before: Aliases | None = None) -> None:
        """``before``: those of the last sentence that introduced any."""
        self._entries: dict[tuple[str, ...], ActorEntry] = dict(before._entries) if before is not None else {}

    def learn(
        self,
        lang: str,
        tokens: Sequence[Token],
        phrases: Sequence[Phrase],
        by_token: dict[int, Hit],
        resolve: Callable[[Phrase], ActorMention | None],
    ) -> bool:
        """Take up the short names that a sentence introduces; those of nobody known are passed over. Whether any."""
        known = len(self._entries)
        for new in introductions(tokens):
            entry = _named_before(new, by_token) or _described(new, lang, tokens, phrases, resolve)
            if entry is not None:
                for names in (new.short, new.full):
                    key = tuple(tokens[i].norm for i in names)
                    if key:
                        self._entries[key] = entry
        return len(self._entries) > known

    def hits(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """The short names in a sentence."""
        for key, entry in self._entries.items():
            for first in range(len(tokens) - len(key) + 1):
                if all(tokens[first + i].norm == norm for i, norm in enumerate(key)) and tokens[first].pos != "VERB":
                    yield Hit(first, first + len(key) - 1, Terminal("name", entry))


def _named_before(new: Introduction, by_token: dict[int, Hit]) -> ActorEntry | None:
    hit = by_token.get(new.last)
    entry = hit.terminal.entry if hit is not None else None
    if not isinstance(entry, ActorEntry) or entry.kind not in _GROUPS:
        return None
    assert hit is not None
    # A known name within a longer one (the youth wing of Fatah (YWF)) is not the one that is shortened.
    return entry if not new.full or hit.first <= new.full[0] + 1 else None


def _described(
    new: Introduction,
    lang: str,
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    resolve: Callable[[Phrase], ActorMention | None],
) -> ActorEntry | None:
    """An actor known by what its name says or by the apposition that follows: *(FPF), a Syrian rebel group*."""
    if not new.full:
        return None
    after = new.short[-1] + 2
    described = after + 1 < len(tokens) and tokens[after].text == "," and tokens[after + 1].norm in ("a", "an")
    starts = [p for p in phrases if described and tokens[after + 1].start == p.start]
    owners = [p for p in phrases if p.head in new.full]
    for phrase in (*owners, *starts):
        mention = resolve(phrase)
        if mention is not None and mention.resolved_by in ("composed", "name", "place") and mention.head == phrase.head:
            code, ref = mention.code, mention.entries[0] if mention.entries else Ref("?", 0)
            name = " ".join(tokens[i].text for i in new.short)
            names = {lang: (name,)}
            fields = {"id": ID_PREFIX + "".join(filter(str.isalnum, name)), "code": code, "names": names, "ref": ref}
            return ActorEntry.model_validate(fields)
    return None
