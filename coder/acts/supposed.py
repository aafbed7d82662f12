"""Acts that somebody only alleges, claims, favours or supposes, by the words right beside them.

*Allegedly killed*, *the alleged attack*, *his lies that the army shelled it*, *supports boycotting Israel*, *if it goes
to trial, and he is found guilty*: nobody says that they happened. Lists in words.yaml, empty ones switch a rule off.
"""

from __future__ import annotations

from collections.abc import Iterator

from coder.acts.grounding import Grounding
from coder.model import Predicate, Status

_BEFORE = 3  # tokens between *allegedly* and its verb
_ING, _THAT, _IF = "ing", "that", "if"
_CONTENT = ("complement", _THAT)
_BETWEEN, _MODIFIERS = ("AUX", "ADV", "PART"), ("ADJ", "NOUN")


def supposed(act: Predicate, grounding: Grounding) -> Iterator[tuple[Status, str]]:
    """Why an act is not told as a fact."""
    verb, words = grounding.teller(act), grounding.words
    if words.alleging and (mark := _alleging(act, verb, grounding)) is not None:
        yield "alleged", f"only alleged: '{mark}'"
    if words.claimed_contents and (noun := _claim(act, verb, grounding)) is not None:
        yield "hypothetical", f"the content of a '{noun}'"
    if words.favouring and (above := _favoured(verb, grounding)) is not None:
        yield "hypothetical", f"only spoken for or thought of: '{above}'"
    if verb.kind == "verb" and _shares_condition(verb, grounding):
        yield "hypothetical", "part of a condition before it"


def _alleging(act: Predicate, verb: Predicate, grounding: Grounding) -> str | None:
    """*Were allegedly beaten*, *who purportedly met*; *the alleged attack*."""
    tokens, marks = grounding.analysis.tokens, grounding.words.alleging
    if act.kind == "noun":
        before = act.head - 1
        while before >= 0 and (tokens[before].norm in marks or tokens[before].pos in _MODIFIERS):
            if tokens[before].norm in marks:
                return tokens[before].text
            before -= 1
    if verb.kind != "verb":
        return None
    for token in reversed(tokens[max(verb.head - _BEFORE, 0) : verb.head]):
        if token.norm in marks and token.pos == "ADV":
            return token.text
        if token.pos not in _BETWEEN:
            break
    return None


def _claim(act: Predicate, verb: Predicate, grounding: Grounding) -> str | None:
    """*Claims that she met him*, *lies that the army shelled it*, *allegations that the attack was carried out*."""
    tokens, nouns = grounding.analysis.tokens, grounding.words.claimed_contents
    for governor, slot in (
        a for head in dict.fromkeys((act.head, verb.head)) for a in grounding.arguments.get(head, ())
    ):
        if slot == "complement" and governor.is_bare_noun and governor.lemma in nouns:
            return governor.lemma
    if verb.clause not in _CONTENT:
        return None
    slots = (*verb.slots.get("subject", ()), *(verb.slots.get("object", ()) if verb.voice == "passive" else ()))
    first = min((min(p.tokens) for p in slots), default=verb.head)
    first -= 1 if first and tokens[first - 1].pos == "DET" else 0
    claimed = first >= 2 and tokens[first - 1].norm == _THAT and tokens[first - 2].lemma in nouns
    return tokens[first - 2].lemma if claimed else None


def _favoured(verb: Predicate, grounding: Grounding) -> str | None:
    """*Supports boycotting Israel*, *is considering leaving*: a gerund below such a verb."""
    token = grounding.analysis.tokens[verb.head]
    if verb.kind != "verb" or verb.tense is not None or not token.norm.endswith(_ING):
        return None
    above = grounding.arguments.get(verb.head, ())
    favouring = grounding.words.favouring
    return next((g.lemma for g, slot in above if slot in ("complement", "object") and g.lemma in favouring), None)


def _shares_condition(verb: Predicate, grounding: Grounding) -> bool:
    """*If this goes to trial, and he is found guilty, ...*: a present joined to the condition right before it."""
    if verb.tense != "present" or verb.modality is not None or verb.clause not in (None, _CONTENT[0]):
        return False
    before = [p for p in grounding.analysis.predicates if p.kind == "verb" and p.head < verb.head]
    if not before or before[-1].clause != _IF or before[-1].tense != "present":
        return False
    between = grounding.analysis.tokens[before[-1].head + 1 : verb.head]
    return any(t.norm == "and" and t.pos == "CCONJ" for t in between)
