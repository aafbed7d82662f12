"""Whether a person is a man or a woman, as far as the words say: *Mike Pence*, *Ms DeVos*, *the spokeswoman*."""

from __future__ import annotations

from collections.abc import Sequence

from coder.actors.hits import ActorWords
from coder.model import ActorMention, Phrase, Token


def gender_of(phrase: Phrase, mention: ActorMention, tokens: Sequence[Token], words: ActorWords) -> str | None:
    """``m`` or ``f`` by the head noun, else by what stands before a name, else by the name that the dictionary has."""
    head = tokens[phrase.head]
    if (own := words.genders.get(head.norm)) is not None and head.pos == "NOUN":
        return own
    if head.pos != "PROPN":
        return None
    before = (tokens[t] for t in phrase.tokens if t < phrase.head and tokens[t].text[:1].isupper())
    known = next((g for t in before if (g := words.genders.get(t.norm)) is not None), None)
    if known is not None or mention.name is None:
        return known
    name = mention.name.casefold().split()
    return words.genders.get(name[0]) if len(name) > 1 else None
