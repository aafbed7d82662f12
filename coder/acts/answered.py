"""Requests, demands, offers and threats that somebody else answers, or that are only an occasion: told before.

``ردت موسكو على طلب واشنطن``, ``سخر الوزير من تهديدات أنقرة``, ``بعد دعوة فرنسا``: what is told is the answer.
"""

from __future__ import annotations

from coder.acts.grounding import Grounding
from coder.matcher import EventMatch, SentenceMatcher
from coder.model import Phrase, Predicate

_WORDS_OF = ("appeal", "demand", "threaten", "offer", "intend", "reject")
_OWNERS = ("genitive", "modifier")
_TELLING = ("attribution", "transparent")


def answered(noun: Predicate, matcher: SentenceMatcher, grounding: Grounding) -> str | None:
    """Why an act of speech told by a noun with its author is known; None where it is told here.

    Only for languages whose ``answering_slots`` of words.yaml name the slots of what is answered.
    """
    words, match = grounding.words, matcher.match(noun)
    if not words.answering_slots or match is None or match.pattern.operator not in _WORDS_OF:
        return None
    authors = [p for slot in _OWNERS for p in noun.slots.get(slot, ()) if p.kind != "pronoun"]
    if not authors:
        return None
    for verb, slot in grounding.arguments.get(noun.head, ()):
        if verb.kind != "verb" or _tells(matcher.match(verb)):
            continue
        if slot in words.occasion_slots:
            return f"only an occasion of '{verb.lemma}'"
        if slot in words.answering_slots and _acts_otherwise(verb, authors):
            return f"answered by '{verb.lemma}'"
    return None


def _tells(match: EventMatch | None) -> bool:
    return match is not None and match.pattern.operator in _TELLING


def _acts_otherwise(verb: Predicate, authors: list[Phrase]) -> bool:
    """Whether the verb has a doer other than the authors of what it answers."""
    doers = verb.slots.get("subject", ())
    own = {p.head for p in authors}
    return bool(doers) and not any(p.head in own or p.kind == "clause" for p in doers)
