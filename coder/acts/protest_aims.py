"""What a protest is for: the last digit of CAMEO 141 to 145.

CAMEO 1.1b3 tells protests for another leadership (1), another policy (2), rights (3) and other institutions or another
regime (4). The aim is the first word of one of these kinds behind a word that says what people demand, reject or stand
against; the words stand in each language's words.yaml (`aim_*`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coder.acts.incidents import Coding
from coder.model import Token

PROTEST_FORMS = ("141", "142", "143", "144", "145")
"""The codes that an aim makes finer: demonstrations, hunger strikes, strikes, obstructions, riots."""
PROTEST_AIMS = {"1": "aim_leadership", "2": "aim_policy", "3": "aim_rights", "4": "aim_institutions"}
"""The last digit of the code -> the list of words.yaml that tells it."""
_STATING = ("demand_words", "condemn_words")
_SAYING = (*_STATING, "aim_prepositions")
_REACH = 8  # tokens between what says that there is an aim and the aim


class ProtestAims:
    """Reads the aims of protests in one language."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """``words``: the lists of words.yaml."""
        self._saying = frozenset(word for name in _SAYING for word in words.get(name, ()))
        self._stating = frozenset(word for name in _STATING for word in words.get(name, ()))
        self._kinds = {word: digit for digit, name in PROTEST_AIMS.items() for word in words.get(name, ())}

    def told(self, codings: Sequence[Coding], tokens: Sequence[Token]) -> list[Coding]:
        """The codings, protests with the code of their aim where the sentence tells one."""
        return [self._with_aim(c, tokens) if c.code in PROTEST_FORMS else c for c in codings]

    def _with_aim(self, protest: Coding, tokens: Sequence[Token]) -> Coding:
        people = {p.head for p in protest.sources}
        behind = range(protest.predicate.head + 1, len(tokens))
        said = next((i for i in behind if i not in people and self._says(tokens[i])), None)
        if said is None or protest.match.pattern.word_order:
            return protest
        digit = self._aim(said, tokens)
        return protest if digit is None else replace(protest, code=protest.code + digit)

    def _aim(self, said: int, tokens: Sequence[Token]) -> str | None:
        """The first aim in reach; another verb of saying carries on (*to protest for a day, demanding reform*)."""
        i, end = said + 1, said + 1 + _REACH
        while i < min(end, len(tokens)):
            if (kind := self._kind(tokens, i)) is not None:
                return kind
            if tokens[i].lemma in self._stating and tokens[i].pos == "VERB":
                end = i + 1 + _REACH
            i += 1
        return None

    def _kind(self, tokens: Sequence[Token], i: int) -> str | None:
        """The kind of aim that a word tells, with the next one before itself (``العزل الانفرادي`` removes nobody)."""
        word = tokens[i]
        found = self._kinds.get(word.lemma) or self._kinds.get(word.norm)
        if found is None or i + 1 == len(tokens):
            return found
        return self._kinds.get(f"{word.lemma} {tokens[i + 1].lemma}", found)

    def _says(self, token: Token) -> bool:
        return token.lemma in self._saying or token.norm in self._saying
