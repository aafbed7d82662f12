"""What a word of promising, threatening or praising makes of the act below it, beyond the table of composition."""

from __future__ import annotations

from coder.actors.codes import BLOCK, Resolve
from coder.acts.grounding import Grounding
from coder.acts.incidents import Coding
from coder.model import Phrase

_FRIENDLY = ("03", "04", "05", "06", "07", "08")
_REDUCTIONS = "16"
_VOWING, _REJECT = ("intend", "offer", "agree"), "reject"
_THREATENING, _THREATS = ("intend", "threaten"), ("13", "15")


def meant(operator: str, inner: Coding) -> str:
    """The operator that counts: who vows not to help refuses to."""
    refuses = operator in _VOWING and inner.predicate.negated and inner.code.startswith(_FRIENDLY)
    return _REJECT if refuses else operator


def is_forsworn(operator: str, inner: Coding, code: str) -> bool:
    """Whether what would be a threat is not one: *vowed not to attack*."""
    return operator in _THREATENING and inner.predicate.negated and code.startswith(_THREATS)


def partners(inner: Coding, own: set[str], resolve: Resolve) -> tuple[Phrase, ...]:
    """Of those who would do something mutual, the others: those of other countries, if there are any.

    *Open to a meeting between its president and the rebels*. ``own``: the codes of who speaks of it.
    """
    sides = (*inner.sources, *inner.targets)
    found = [(p, m.code) for p in sides if (m := resolve(p)) is not None and m.code not in own]
    countries = {code[:BLOCK] for code in own}
    foreign = tuple(p for p, code in found if code[:BLOCK] not in countries)
    return foreign or tuple(p for p, _ in found)


def is_known_deal(coding: Coding, grounding: Grounding) -> bool:
    """Whether a deal or sanction that is praised or blamed has the article: *welcomed the ceasefire between them*."""
    named = coding.code.startswith((*_FRIENDLY, _REDUCTIONS)) and coding.predicate.kind == "noun"
    return named and grounding.is_definite(coding.predicate)
