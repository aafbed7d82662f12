"""Agreement of verbs and pronouns with noun phrases: full after the subject, in gender alone before it."""

from __future__ import annotations

from coder.languages.ar.closed import words
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.view import View

#: nouns in the singular that are people
_OF_PEOPLE = words("وفد حشد جمع فريق جمهور شعب مجموعة عائلة أسرة طاقم لجنة نقابة")


def unsure(view: View, phrase: NounPhrase) -> bool:
    """Whether gender and number of the phrase are guesses (an unknown word may be a broken plural)."""
    return view.feat(phrase.head, "src") == "rule" and not view.norms[phrase.head].endswith("ه")


def follows(view: View, verb: int, phrase: NounPhrase) -> bool:
    """Whether the verb agrees with a subject that stands before it."""
    gender, number, person = view.feat(verb, "gen"), view.feat(verb, "num") or "s", view.feat(verb, "per") or "3"
    if phrase.kind == "pronoun":
        return _pronoun(phrase, gender, number, person)
    if person != "3":
        return False
    if phrase.conjuncts:
        return number in "dp" or (number == "s" and gender == "f" and not phrase.human)
    if number == "s" and _by_quantity(view, phrase, gender):
        return True
    if phrase.number == "d":
        return number == "d"
    if phrase.number == "p":
        if number == "d":
            return phrase.tokens[0] != phrase.head
        if phrase.human and phrase.gender == "m":
            return number == "p" or (number == "s" and gender == "m" and view.feat(phrase.head, "num") == "s")
        return (
            (number == "s" and gender == "f")
            or number == "p"
            or (number == "s" and gender == "m" and unsure(view, phrase))
        )
    if number != "s":
        if number == "p" and phrase.head < verb - 1 and view.lemma(phrase.head) in _OF_PEOPLE:
            return True  # وفد من الأهالي ... وطالبوا
        return number == "p" and unsure(view, phrase) and not phrase.name and phrase.definite
    if not phrase.gender or not gender or phrase.gender == gender or phrase.name:
        return True
    return phrase.gender == "m" and unsure(view, phrase)


def _by_quantity(view: View, phrase: NounPhrase, gender: str) -> bool:
    """Whether the verb goes with the quantity before the noun (``عدد السكان انخفض``)."""
    first = phrase.tokens[0]
    if first == phrase.head or view.at(first) != "NOUN":
        return False
    return view.feat(first, "num") in ("", "s") and view.feat(first, "gen") == gender


def precedes(view: View, verb: int, phrase: NounPhrase) -> bool:
    """Whether the verb can have its subject right after it."""
    gender, number, person = view.feat(verb, "gen"), view.feat(verb, "num") or "s", view.feat(verb, "per") or "3"
    if number != "s" or person != "3" or (phrase.kind == "pronoun" and view.feat(phrase.head, "clitic") == "enc"):
        return False
    if not gender or not phrase.gender or phrase.name or unsure(view, phrase) or phrase.gender == gender:
        return True
    if phrase.number == "p":
        return phrase.tokens[0] != phrase.head or not (
            phrase.human and phrase.gender == "m" and gender == "f" and view.norms[phrase.head].endswith(("ون", "ين"))
        )
    return gender == "m" and phrase.gender == "f" and phrase.tokens[0] > verb + 2


def refers(view: View, pronoun: int, phrase: NounPhrase) -> bool:
    """Whether a third-person pronoun can stand for the phrase."""
    if (view.feat(pronoun, "per") or "3") != "3":
        return False
    gender, number = view.feat(pronoun, "gen"), view.feat(pronoun, "num") or "s"
    if phrase.conjuncts:
        return number in "dp"
    if phrase.number == "p":
        return number == "p" or (number == "s" and gender == "f")
    if phrase.number == "d":
        return number == "d"
    return (
        number == "s"
        and (not gender or not phrase.gender or phrase.name or gender == phrase.gender or unsure(view, phrase))
    ) or (number == "p" and unsure(view, phrase))


def _pronoun(phrase: NounPhrase, gender: str, number: str, person: str) -> bool:
    if phrase.person != person or (phrase.number != number and phrase.number + number not in ("dp", "pd")):
        return False
    return not gender or not phrase.gender or gender == phrase.gender
