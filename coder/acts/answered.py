"""Requests, demands, offers and threats that somebody else answers, or that are only an occasion: told before.

``ردت موسكو على طلب واشنطن``, ``سخر الوزير من تهديدات أنقرة``, ``بعد دعوة فرنسا``: what is told is the answer.
"""

from __future__ import annotations

from coder.acts.grounding import Grounding
from coder.matcher import EventMatch, SentenceMatcher
from coder.model import Phrase, Predicate

_WORDS_OF = ("appeal", "demand", "threaten", "offer", "intend", "reject")
_DENIAL, _CONTENT = "016", ("object", "complement")
_BACKING = "051"
_OWNERS = ("genitive", "modifier")
_TELLING = ("attribution", "transparent")


def answered(noun: Predicate, matcher: SentenceMatcher, grounding: Grounding) -> str | None:
    """Why the act of a noun is known, or told by its verb; None where the noun itself tells it.

    What is answered: only for languages whose ``answering_slots`` of words.yaml name the slots of it.
    """
    above = [(verb, slot) for verb, slot in grounding.arguments.get(noun.head, ()) if verb.kind == "verb"]
    if not above:
        return None
    words, match = grounding.words, matcher.match(noun)
    if match is not None and _is_told_by_verb(above, match, matcher):
        return "told by its verb, which has not happened"
    if any(_denies(verb, slot, matcher) for verb, slot in above):
        return "denied"
    if not words.answering_slots or match is None or not _is_speech(match):
        return None
    authors = [p for slot in _OWNERS for p in noun.slots.get(slot, ()) if p.kind != "pronoun"]
    if not authors:
        return None
    for verb, slot in above:
        if _tells(matcher.match(verb)):
            continue
        if slot in words.occasion_slots and match.pattern.operator is not None:
            return f"only an occasion of '{verb.lemma}'"
        if slot in words.answering_slots and _acts_otherwise(verb, authors):
            return f"answered by '{verb.lemma}'"
    return None


def _is_told_by_verb(above: list[tuple[Predicate, str]], match: EventMatch, matcher: SentenceMatcher) -> bool:
    """*Will resume talks*, read by the verb: its object is no second act that has already been."""
    verbs = (v for v, slot in above if slot == "object" and v.modality is not None)
    readings = (r for v in verbs if (r := matcher.match(v)) is not None)
    return any(r.pattern.operator is None and r.pattern.code == match.pattern.code for r in readings)


def _denies(verb: Predicate, slot: str, matcher: SentenceMatcher) -> bool:
    """``نفت كوريا تزويد أوكرانيا بقذائف``: the denial is the act."""
    match = matcher.match(verb) if slot in _CONTENT else None
    return match is not None and match.pattern.code == _DENIAL


def _is_speech(match: EventMatch) -> bool:
    """Whether a noun is what can be answered: an operator of speech, or backing (``دعم``, ``تأييد``)."""
    return match.pattern.operator in _WORDS_OF or (match.pattern.code or "").startswith(_BACKING)


def _tells(match: EventMatch | None) -> bool:
    return match is not None and match.pattern.operator in _TELLING


def _acts_otherwise(verb: Predicate, authors: list[Phrase]) -> bool:
    """Whether the verb has a doer other than the authors of what it answers."""
    doers = verb.slots.get("subject", ())
    own = {p.head for p in authors}
    return bool(doers) and not any(p.head in own or p.kind == "clause" for p in doers)
