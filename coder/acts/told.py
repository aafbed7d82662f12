"""Acts that a story only names: *new sanctions would follow*, *the cost of leaving the union*, *his inquiry goes on*.

Measures, aid, inquiries and withdrawals are spoken about far longer than they take to happen, so that most nouns and
gerunds for them tell nothing new. In a story such an act counts where a verb tells it: a verb with a tense, a support
verb (*imposed sanctions*), a verb of happening, a report. Single sentences are coded as before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coder.acts.background import Background
from coder.acts.grounding import Grounding
from coder.acts.in_passing import named_in_passing
from coder.acts.incidents import Coding
from coder.matcher import EventMatch
from coder.model import Predicate

_INCIDENTS = ("170", "173", "175")  # coups, arrests and crackdowns happen: told in a slot of time, too
_DEEDS = (*_INCIDENTS, "174", "0841")  # of which news may tell in the present, too
_STANCES = ("051", "052")
_REPORTING = ("attribution",)
_RELATIVE, _MEANS = "relative", ("by", "after")
_CORE = ("subject", "object")
_QUOTES = ("'", '"', "“", "‘", "«")

Governors = Mapping[int, Sequence[EventMatch]]


def only_named(coding: Coding, grounding: Grounding, background: Background, governors: Governors) -> str | None:
    """Why no verb of its sentence tells an act of ``told_roots``, ``told_dealings`` (words.yaml); None where one does.

    Acts of other roots are only named where they stand in passing.
    """
    if not background.has_story:
        return None
    if not coding.code.startswith(grounding.words.told_roots):
        if coding.embedded:
            return None
        return named_in_passing(coding.predicate, grounding) or _decided(coding.predicate, grounding, governors)
    predicate = coding.predicate
    if grounding.analysis.sentence.index < 0:
        return "a headline that only names it" if _is_aside(predicate, grounding) else None
    if predicate.is_bare_noun:
        return _bare(predicate, grounding, governors, coding.code.startswith(_INCIDENTS))
    if _claims(predicate, grounding):
        return f"'{predicate.lemma}' tells what is so, not what somebody is to do"
    verb = grounding.teller(predicate)
    if _is_of_oneself(verb, grounding):
        return "done to oneself"
    if predicate.kind == "noun" and _is_weighed(predicate, verb):
        return f"a noun of which '{verb.lemma}' says what it is"
    if predicate.kind == "noun" and _is_known_measure(verb) and not background.names_day(verb):
        return "a measure with its participle: which one, told before"
    if verb.lemma in background.words.performing and verb.tense == "present":
        return None
    declared = coding.code.startswith(_STANCES) and coding.speakers  # *said that Peru stands by Chile*
    if not coding.code.startswith(_DEEDS) and not declared and background.tells_rule(verb):
        return "simple present behind the lead: a rule, no deed"
    return _formless(verb, grounding, governors)


def _is_of_oneself(verb: Predicate, grounding: Grounding) -> bool:
    """*Removed himself from the inquiry*."""
    objects = verb.slots.get("object", ()) if grounding.words.reflexives else ()
    return any(grounding.analysis.tokens[p.head].norm in grounding.words.reflexives for p in objects)


def _is_weighed(noun: Predicate, verb: Predicate) -> bool:
    """*The arrest was a reminder of the threat*."""
    subjects = (p.head for p in verb.slots.get("subject", ()))
    return verb.kind == "verb" and "complement" in verb.slots and noun.head in subjects


def _is_known_measure(support: Predicate) -> bool:
    """*The sanctions imposed by the union hurt farmers*."""
    return support.kind == "verb" and support.clause == _RELATIVE and support.voice == "passive"


def _decided(verb: Predicate, grounding: Grounding, governors: Governors) -> str | None:
    """*Peru's decision to join the alliance surprised Chile*: told before, unless the decision is."""
    if not grounding.words.told_roots or verb.kind != "verb" or verb.clause != "infinitive":
        return None
    above = (m for m in governors.get(verb.head, ()) if m.pattern.operator == "transparent")
    nouns = (m.predicate for m in above if m.predicate.is_bare_noun)
    return next((r for n in nouns if (r := _bare(n, grounding, governors, happens=False)) is not None), None)


def _is_aside(noun: Predicate, grounding: Grounding) -> bool:
    """Whether a headline tells something else beside a bare noun (*chairman stays on in graft inquiry*, *ban: ...*)."""
    if not noun.is_bare_noun:
        return False
    tokens = grounding.analysis.tokens
    topic = noun.head + 1 < len(tokens) and tokens[noun.head + 1].text == ":"
    return topic or any(g.kind == "verb" and slot not in _CORE for g, slot in grounding.arguments.get(noun.head, ()))


def _bare(noun: Predicate, grounding: Grounding, governors: Governors, happens: bool) -> str | None:
    """Why a noun without a support verb tells nothing. ``happens``: whether it may also tell when something was."""
    above = governors.get(noun.head, ())
    reports = {m.predicate.head for m in above if _reports(m)}
    words = grounding.words
    for verb, slot in grounding.arguments.get(noun.head, ()):
        if verb.head in reports and slot == "object" and not _is_quoted(noun, grounding):
            return None
        if verb.kind != "verb" or verb.modality is not None:
            continue
        if slot in _CORE and verb.lemma in words.occurrence_verbs and verb.tense == "past":
            return None
        if happens and slot in words.temporal and verb.tense == "past":
            return None
    return "a bare noun: named, not told"


def _is_quoted(noun: Predicate, grounding: Grounding) -> bool:
    """*Said, "travel ban"*: words, no report."""
    tokens, first = grounding.analysis.tokens, noun.head
    while first > 0 and tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN"):
        first -= 1
    return first > 0 and tokens[first - 1].text in _QUOTES


def _formless(verb: Predicate, grounding: Grounding, governors: Governors) -> str | None:
    """Gerunds and infinitives that nothing tells, also below a word that goes on with them (*by opting to leave*)."""
    seen: set[int] = set()
    while verb.head not in seen:
        seen.add(verb.head)
        if verb.is_bare_noun:
            return _bare(verb, grounding, governors, happens=False)
        above = governors.get(verb.head, ())
        if any(_only_claims(m, grounding) for m in above):
            return "a claim that is itself only named"
        if verb.kind == "noun":
            return None
        if verb.tense == "present" and verb.clause is not None and not any(_reports(m) for m in above):
            return f"'{verb.lemma}' in the present of a clause: named, not told"
        if verb.tense is not None or not _is_dependent(verb, grounding):
            above = [m for m in above if m.pattern.operator == "transparent" and m.predicate.tense is not None]
            if not above:
                return None
            verb = above[0].predicate
            continue
        if not above:
            told = _goes_with(verb, grounding) or _describes_order(verb, grounding)
            return None if told or verb.modality is not None else f"'{verb.lemma}' has no tense: named, not told"
        if any(m.pattern.operator != "transparent" for m in above):
            return None
        verb = above[0].predicate
    return None


def _reports(governor: EventMatch) -> bool:
    return governor.pattern.operator in _REPORTING


def _only_claims(report: EventMatch, grounding: Grounding) -> bool:
    """*A report that said he had bugged it*, *no reason to believe that he had*: nobody says it here."""
    saying = report.predicate
    if not _reports(report) or saying.kind != "verb":
        return False
    return saying.clause == _RELATIVE or (saying.tense is None and saying.clause == "infinitive")


def _is_dependent(verb: Predicate, grounding: Grounding) -> bool:
    tokens = grounding.analysis.tokens
    return verb.clause is not None or (verb.head > 0 and tokens[verb.head - 1].pos == "ADP")


def _goes_with(verb: Predicate, grounding: Grounding) -> bool:
    """*Fled, leaving the union*, *answered by expelling envoys*, *agreed to rest after signing it*: told with it."""
    if verb.clause == "participle":
        return True
    above = [g for g, slot in grounding.arguments.get(verb.head, ()) if slot in _MEANS]
    agreed = (g for a in above if a.clause == "infinitive" for g, _ in grounding.arguments.get(a.head, ()))
    return any(g.tense == "past" for g in (*above, *agreed))


def _describes_order(verb: Predicate, grounding: Grounding) -> bool:
    """*Issued an order barring the party*: the order is told, and what it says with it."""
    described = (p for s in _CORE for p in verb.slots.get(s, ()) if p.head < verb.head)
    above = (a for p in described for a in grounding.arguments.get(p.head, ())) if verb.clause == _RELATIVE else ()
    return any(g.kind == "verb" and g.tense == "past" and slot == "object" for g, slot in above)


def _claims(verb: Predicate, grounding: Grounding) -> bool:
    """*Insisted that his time would come*, *that nobody had known*: no demand."""
    if verb.lemma not in grounding.words.insisting:
        return False
    said = (grounding.by_head.get(p.head) for p in verb.slots.get("complement", ()))
    return any(p is not None and _is_indicative(p, grounding) for p in said)


def _is_indicative(verb: Predicate, grounding: Grounding) -> bool:
    """*Would come*, *had known*, *are different*; a demand has the bare form (*insisted that he leave*)."""
    if verb.modality is not None:
        return verb.modality == "future"
    inflected = verb.tense == "present" and grounding.analysis.tokens[verb.head].norm != verb.lemma
    return verb.tense == "past" or (inflected and verb.voice == "active")
