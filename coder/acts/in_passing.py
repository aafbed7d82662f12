"""Acts that a story only names in passing: *the breakdown of the talks*, *protect the country from terrorism*.

A noun tells an act where it is carried out (*launched a raid*), where something happens to it (*talks began*) or beside
what happened (*after talks*). Below another noun, and beside a verb as its topic or reason, the reader knows the act
already. A text of one or two sentences has told nothing before, and a headline names what it tells.
"""

from __future__ import annotations

from coder.acts.grounding import Grounding
from coder.model import Predicate

_DEPTH = 4
_DESCRIBING = ("relative", "attributive")
_APPOSED = "apposition"


def named_in_passing(noun: Predicate, grounding: Grounding) -> str | None:
    """By which word an act noun without a verb of its own is only named, None where it may be told.

    ``passing_slots`` of words.yaml switches it on for a language.
    """
    words = grounding.words
    if not words.passing or not noun.is_bare_noun or grounding.analysis.sentence.index < 0:
        return None
    head = noun.head
    for _ in range(_DEPTH):
        verbs = [(g, s) for g, s in grounding.arguments.get(head, ()) if g.kind == "verb"]
        above = [(g, s) for g, s in verbs if not (g.clause in _DESCRIBING and g.head > head)]
        if above:
            return f"named in passing: '{above[0][0].lemma}'" if all(s in words.passing for _, s in above) else None
        phrase, relation = grounding.phrases.get(head, (None, ""))
        if phrase is None or phrase.head == head:
            return None
        word = grounding.analysis.tokens[phrase.head]
        if relation != _APPOSED and word.lemma not in words.telling_nouns:
            return f"named in passing: under '{word.text}'"
        head = phrase.head
    return None
