"""People taken up by another noun: *the men* after *gunmen*, *the militants* after *insurgents*, *the 84-year-old*,
and the families and couples of a last name (*the Boons*, *Ken and Arlene Boon*).
"""

from __future__ import annotations

from functools import cached_property

from coder.actors.authorities import GoverningActors
from coder.actors.codes import BLOCK, UNKNOWN, codes_of
from coder.actors.references import names_of
from coder.model import ActorMention, Phrase, Token
from coder.ontology import actor_blocks

_MEN = ("men", "man")
_AGE = "year-old"
_PLURAL = "s"
_BODY = "IGO"
_JOINING = frozenset({"and", "&"})
_PERSON, _PLACES = "PERSON", frozenset({"GPE", "LOC", "FAC"})


class RenamedActors(GoverningActors):
    """Finds the people whom one sentence takes up by another noun than they had."""

    def _renamed(self, phrase: Phrase, found: ActorMention | None) -> ActorMention | None:
        if not self.coreference or self.index.lang != "en":
            return None
        if found is not None and (found.resolved_by not in ("agent", "unknown") or not found.code.startswith(UNKNOWN)):
            return None
        if self._tells_an_age and self._is_told_by_age(phrase):
            return self._one_before(phrase)
        if self._tokens[phrase.head].norm in _MEN and self._is_definite(phrase) and self._is_bare(phrase):
            return self._men_before(phrase)
        body = self._body_before(phrase) or self._body_of_that_noun(phrase, found)
        return body or self._couple(phrase) or self._family(phrase)

    def _body_before(self, phrase: Phrase) -> ActorMention | None:
        """*The Secretary-General*, *the Organization*, with capitals: the intergovernmental body named last."""
        if self._tokens[phrase.head].norm not in self.words.body_heads or not self._is_name(phrase):
            return None
        name = self._folded(phrase).removeprefix("the ").replace("-", " ")
        if name not in self.words.body_names:
            return None
        known = self._latest(lambda r: r.group and not r.plural and r.mention.code.startswith(_BODY), phrase, None)
        taken = self._referring(phrase, known)
        return None if taken is None else self._with_extent(taken, phrase)

    def _body_of_that_noun(self, phrase: Phrase, found: ActorMention | None) -> ActorMention | None:
        """*The delegation* after *a delegation of French lawmakers*, *the committee* after *the House committee*."""
        noun = self._tokens[phrase.head].lemma
        if noun not in self.words.institutions or not self._is_definite(phrase) or not self._is_bare(phrase):
            return None
        others = self._other_sides(phrase)
        kind = found.code[BLOCK:] if found is not None else ""
        for recents in self.memory.near(self.position, self._so_far()):
            called = [r for r in recents if not r.plural and noun in names_of(r.mention)]
            called = [r for r in called if self._is_before(r, phrase) and r.mention.head not in others]
            called = [r for r in called if not r.person or (kind and r.mention.code[BLOCK:] == kind)]
            called = [r for r in called if len(r.mention.code) > BLOCK and not r.mention.code.startswith(UNKNOWN)]
            if called:
                return self._referring(phrase, called[-1])
        return None

    def _men_before(self, phrase: Phrase) -> ActorMention | None:
        """*The men* after *armed men*, *gunmen*, *three men*: those who were called men last."""
        number = self._tokens[phrase.head].feats.get("num")
        others = self._other_sides(phrase)
        doers = codes_of((p for p in self.analysis.phrases if p.head in others), self.resolve)
        for recents in self.memory.near(self.position, self._so_far()):
            men = [r for r in recents if self._is_before(r, phrase) and r.plural == (number == "p")]
            men = [
                r for r in men if _are_men(r.mention, self._tokens[phrase.head].norm) and r.mention.code not in doers
            ]
            if men:
                return self._referring(phrase, men[-1])
        return None

    def _is_told_by_age(self, phrase: Phrase) -> bool:
        """*The 84-year-old*, *the 19-year-old student*."""
        return self._is_definite(phrase) and _AGE in self._folded(phrase)

    @cached_property
    def _tells_an_age(self) -> bool:
        return _AGE in self.analysis.sentence.text.casefold()

    def _folded(self, phrase: Phrase) -> str:
        return self.text(phrase.start, phrase.end).casefold()

    def _one_before(self, phrase: Phrase) -> ActorMention | None:
        """The one person who was spoken of in the sentence before."""
        others = self._other_sides(phrase)
        for recents in self.memory.near(self.position, self._so_far()):
            people = [r for r in recents if r.person and r.core and self._is_before(r, phrase)]
            people = [r for r in people if r.sentence != self._index or r.mention.head not in others]
            subjects = [r for r in people if r.subject] or people
            if subjects:
                known = max(subjects, key=lambda r: r.rank)
                return None if known.mention.resolved_by == "unknown" else self._referring(phrase, known)
        return None

    # ------------------------------------------------------------------ last names

    def _family(self, phrase: Phrase) -> ActorMention | None:
        """*The Boons*, after *Ken and Arlene Boon*."""
        head = self._tokens[phrase.head]
        if head.pos != "PROPN" or not head.norm.endswith(_PLURAL) or not self._is_definite(phrase):
            return None
        if not self._is_bare(phrase):
            return None
        known = self.memory.bearer(head.norm.removesuffix(_PLURAL), self.position, None)
        return None if known is None or len(actor_blocks(known.code)) < 2 else self._with_extent(known, phrase)

    def _couple(self, phrase: Phrase) -> ActorMention | None:
        """*Ken* of *Ken and Arlene Boon*: who the other one is."""
        at = phrase.head
        if len(phrase.tokens) > 1 or at + 3 >= len(self._tokens) or not self._is_first_name(self._tokens[at]):
            return None
        if self._tokens[at + 1].norm not in _JOINING or not self._is_first_name(self._tokens[at + 2]):
            return None
        other = next((p for p in self.analysis.phrases if at + 2 in p.tokens and at not in p.tokens), None)
        if other is None or sum(self._tokens[t].pos == "PROPN" for t in other.tokens) < 2:
            return None
        return self.resolve(other) if self._label(other) == _PERSON else None

    def _is_first_name(self, token: Token) -> bool:
        return token.pos == "PROPN" and token.index not in self.by_token and self._label_of(token) not in _PLACES


def _are_men(mention: ActorMention, noun: str) -> bool:
    """Whether people were called men, by a word of its own or as a part of one (*gunmen*)."""
    return any(w.endswith(noun) and not w.endswith(f"wo{noun}") for w in mention.text.casefold().split())
