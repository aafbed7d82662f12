"""Who is told to be of another country than the story's: *European politicians*, *leaders from the alliance*."""

from __future__ import annotations

from collections.abc import Container, Set

_ORIGIN = "from"
_PLACING = frozenset({"in", "at", "near", "of", "on"})  # *a militia in western Mosul*


def is_from_elsewhere(text: str, kinds: Container[str], offices: Container[str], unions: Set[str]) -> bool:
    """Whether the words of a mention place its people outside of one country.

    ``kinds``: adjectives that do (*foreign*, *European*), but not before one of the ``offices`` (*foreign minister*);
    ``unions``: nouns for several countries (*leaders from the alliance*).
    """
    words = text.casefold().split()
    for at, word in enumerate(words):
        if word == _ORIGIN:
            return not unions.isdisjoint(words[at:])
        if word in kinds and (at + 1 == len(words) or words[at + 1] not in offices):
            return not any(w in _PLACING for w in words[:at])
    return False


def is_of_a_named_body(text: str) -> bool:
    """Whether an office is that of a body with a name, which nobody knows: *FIDE's president* governs no country."""
    owner, mark, _ = text.replace("’", "'").partition("'s ")
    return bool(mark) and owner[:1].isupper() and owner[1:].isupper()
