"""What an author announces: a plan becomes an intention or a threat, what will not be done a refusal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coder.actors.codes import BLOCK, UNKNOWN, Resolve, codes_of
from coder.acts.grounding import CONTENTIOUS_ROOTS, Grounding
from coder.acts.incidents import Coding
from coder.matcher import SentenceMatcher
from coder.model import Predicate
from coder.ontology import Ontology

FUTURE = "the act is in the future"
NEGATED = "the act is negated"
_COOPERATION = ("04", "05", "06", "07", "08")
_OWN_PLAN, _THREAT = "15", "13"
_GOVERNMENT = "GOV"
_FROM, _BELOW = "from", ("from", "complement")
_AGREE, _AGREED, _REFUSED = "agree", "030", "120"


@dataclass(frozen=True, slots=True)
class Plans:
    """Settles the plans and refusals of one sentence."""

    matcher: SentenceMatcher
    ontology: Ontology
    resolve: Resolve

    def settled(self, coding: Coding) -> Coding:
        """The coding as an intention, a threat, a plan that others tell of or a refusal, else as it is."""
        if coding.status == "planned":
            return self._intention(coding)
        if self._is_told_plan(coding):
            return replace(coding, status="planned", reason="a plan that others tell of is no threat")
        return self._refusal(coding) if coding.status == "negated" else coding

    def _intention(self, coding: Coding) -> Coding:
        """A plan that its own author announces is an asserted intention or threat; planned mobilisation stays 15."""
        if coding.embedded or coding.reason != FUTURE or not self.authors(coding):
            return coding
        root = self.ontology.root(coding.code)
        if root == _OWN_PLAN:
            return replace(coding, status="asserted", reason=None)
        if root in _COOPERATION:
            operator = "intend"
        elif root in CONTENTIOUS_ROOTS and any(self.resolve(p) is not None for p in coding.targets):
            operator = "threaten"
        else:
            return coding
        code = self.ontology.compose(operator, coding.code)
        return coding if code is None else replace(coding, code=code, status="asserted", reason=None)

    def _is_told_plan(self, coding: Coding) -> bool:
        """*Prosecutors said that he planned to murder an officer*: nobody has threatened anybody."""
        intends = coding.match.pattern.operator == "intend" and coding.status == "asserted"
        threatens = intends and self.ontology.root(coding.code) == _THREAT
        return threatens and bool(coding.speakers) and not self.authors(coding)

    def _refusal(self, coding: Coding) -> Coding:
        """What its own author says will not be done is a refusal (*it will not lift the embargo*)."""
        predicate = coding.predicate
        if not predicate.negated or predicate.modality != "future" or not self.authors(coding):
            return coding
        if coding.reason != NEGATED:
            return coding
        if coding.match.pattern.operator == _AGREE and coding.code == _AGREED:
            return replace(coding, code=_REFUSED, status="asserted", reason=None)
        if self.ontology.root(coding.code) not in _COOPERATION:
            return coding
        if self._told_by_support(predicate):
            return coding  # *will not attend the talks* is refused by the verb
        code = self.ontology.compose("reject", coding.code)
        return coding if code is None else replace(coding, code=code, status="asserted", reason=None)

    def _told_by_support(self, predicate: Predicate) -> bool:
        verb = self.matcher.by_head.get(predicate.support) if predicate.support is not None else None
        match = self.matcher.match(verb) if verb is not None else None
        return match is not None and match.pattern.operator is None

    def authors(self, coding: Coding) -> bool:
        """Whether the plan is its author's own: nobody else reports it, or the speaker shares the source's country."""
        acting = codes_of(coding.sources, self.resolve)
        if not acting:
            return False
        if not coding.speakers:
            return True
        speaking = codes_of(coding.speakers, self.resolve)
        return not speaking or any(_speaks_for(s, a) for a in acting for s in speaking)


def _speaks_for(speaker: str, actor: str) -> bool:
    """Whether a speaker is of the actor's country, or of its government (*Poland will not, a minister said*)."""
    if actor == f"{UNKNOWN}{_GOVERNMENT}" and _GOVERNMENT in speaker:
        return True  # a minister says what *the government* will do
    if speaker[:BLOCK] == UNKNOWN:
        governs = speaker[BLOCK:] == _GOVERNMENT and actor[BLOCK:] in ("", _GOVERNMENT)
        return speaker == actor or (governs and actor[:BLOCK] != UNKNOWN)
    return actor[:BLOCK] == speaker[:BLOCK]


def is_prevented(predicate: Predicate, grounding: Grounding) -> bool:
    """Whether an act hangs by *from* on a verb of preventing, itself or its support verb."""
    head = predicate.head if predicate.support is None else predicate.support
    return any(
        slot in _BELOW and _FROM in governor.slots and governor.lemma in grounding.words.preventing
        for governor, slot in grounding.arguments.get(head, ())
    )
