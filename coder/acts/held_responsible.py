"""Who is said by others to be behind a deed is accused of it (CAMEO 112): *said the group was behind the attack*.

The word *accuse* has its own entries; here what is said puts the deed on somebody. Who says it of himself has done it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coder.actors.codes import Resolve, codes_of
from coder.acts.background import Background
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.acts.incidents import Coding
from coder.acts.status import StatusVerdict
from coder.matcher import SentenceMatcher
from coder.model import Predicate
from coder.ontology import Ontology, actor_blocks

_BEHIND, _ACCUSE = "behind", "112"
_DESCRIBING = ("relative", "attributive", "participle")
_COURTS, _POWERS = "JUD", ("09", "115", "116", "17")


@dataclass(frozen=True, slots=True)
class HeldResponsible:
    """Turns what others say of the doers of one sentence into accusations."""

    matcher: SentenceMatcher
    ontology: Ontology
    resolve: Resolve

    def accused(self, codings: Sequence[Coding]) -> list[Coding]:
        """The codings, deeds that a speaker puts on somebody else as the speaker's accusations."""
        if any(self._may_be(c) or c.code.startswith(_ACCUSE) for c in codings):
            return [self._accusation(c) or c if self._may_be(c) else self._told_by_somebody(c) for c in codings]
        return list(codings)

    def _told_by_somebody(self, coding: Coding) -> Coding:
        """*Two men accused of spying were arrested*: an accusation of nobody only says which men."""
        accused = (
            coding.status == "asserted"
            and coding.code.startswith(_ACCUSE)
            and not codes_of(coding.sources, self.resolve)
        )
        if not accused or coding.predicate.clause not in _DESCRIBING:
            return coding
        return replace(coding, status="past_reference", reason="says which one: nobody is named who accuses")

    @staticmethod
    def _may_be(coding: Coding) -> bool:
        told = coding.status == "asserted" and bool(coding.speakers) and bool(coding.sources)
        return told and coding.code[:2] in CONTENTIOUS_ROOTS

    def _accusation(self, coding: Coding) -> Coding | None:
        if not self._is_put_on(coding.predicate):
            return None
        speakers, doers = codes_of(coding.speakers, self.resolve), codes_of(coding.sources, self.resolve)
        code = self.ontology.compose("accuse", coding.code)
        if code is None or not speakers or not doers or speakers & doers:
            return None
        return replace(coding, code=code, sources=coding.speakers, targets=coding.sources, speakers=())

    def _is_put_on(self, deed: Predicate) -> bool:
        """Whether the deed hangs on *to be behind* or *to be responsible for*."""
        if deed.support is not None:
            verb = self.matcher.by_head.get(deed.support)
            return verb is not None and any(p.head == deed.head for p in verb.slots.get(_BEHIND, ()))
        blaming = self.matcher.dictionary.word_set("blaming_verbs")
        verbs = (v for v in self.matcher.analysis.predicates if v.lemma in blaming)
        return any(p.head == deed.head for v in verbs for p in v.slots.get("for", ()))


def heard_in_court(
    coding: Coding,
    verdict: StatusVerdict,
    background: Background,
    resolve: Resolve,
) -> None:
    """What prosecutors or judges say that others had done is alleged; arrests and inquiries are news."""
    if not coding.speakers or verdict.status != "asserted" or coding.code.startswith(_POWERS):
        return
    courts = background.is_past_perfect(coding.predicate) and codes_of(coding.speakers, resolve)
    if courts and any(_COURTS in actor_blocks(code) for code in courts):
        verdict.add("alleged", "what prosecutors or judges say had happened")
