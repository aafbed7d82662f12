"""With which means an act of force was done: the words of the act itself, its instruments, circumstances and doers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from coder.languages import normaliser
from coder.model import Analysis, Phrase, Predicate, Token

LIST = "means."
_Phrases = Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]
_HIT = frozenset({"object", "against", "on", "ضد", "علي"})
_OBJECT = "object"
_AFTER = "after"  # of tolls: killed after a rocket attack
_OTHERS = frozenset({"before", "since", "despite", "in response to", "because", "amid"})  # another act's means
_INSTRUMENT = ("with", "ب")
_CAUSES = frozenset({"participle", "result", "when", "after", "عندما", "بعد", "اثر"})


class WeaponFinder:
    """Finds means with the lists ``means.NAME`` of words.yaml, in the order of the file."""

    def __init__(self, words: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
        self._lists = {
            lang: tuple((name, listed) for name, listed in lists.items() if name.startswith(LIST))
            for lang, lists in words.items()
        }
        self._tolls = {lang: frozenset(lists.get("casualty_verbs", ())) for lang, lists in words.items()}
        self._verbs = {lang: lists.get("means_verbs", ()) for lang, lists in words.items()}
        self._known = cache(self._compile)  # by language: hashing all the lists takes longer than a look-up

    def weapon(self, analysis: Analysis, predicate: Predicate) -> str | None:
        """The means of an act, else those of the act that it hangs on (*fired on the crowd, killing six*)."""
        own = self._own(analysis, predicate)
        if own is not None:
            return own
        for other in analysis.predicates:
            hangs = any(
                p.head == predicate.head for slot, phrases in other.slots.items() if slot in _CAUSES for p in phrases
            )
            if other is not predicate and hangs and (found := self._own(analysis, other)):
                return found
        return None

    def _own(self, analysis: Analysis, predicate: Predicate) -> str | None:
        lang = analysis.sentence.lang
        tokens = analysis.tokens
        verbs, known = self._known(lang)
        used = predicate.lemma in verbs
        spans = [(predicate.start, predicate.end)]
        others = _OTHERS if predicate.lemma in self._tolls.get(lang, ()) else _OTHERS | {_AFTER}
        for slot, phrases in ((s, p) for s, p in predicate.slots.items() if s not in others):
            whole = slot not in _HIT or (slot == _OBJECT and (used or predicate.kind == "noun"))
            spans += [span for phrase in phrases for span in _spans(phrase, whole)]
        told = [[t for t in tokens if start <= t.start < end] for start, end in spans]
        found = [rank for own in told for rank in _ranks(own, known)]
        return _value(self._lists[lang][min(found)][0]) if found else None

    def _compile(self, lang: str) -> tuple[frozenset[str], _Phrases]:
        """The verbs of using means, and the phrases by their first word, each with the rank of its list."""
        normalise = normaliser(lang)
        table: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for rank, (_, listed) in enumerate(self._lists.get(lang, ())):
            for words in (tuple(normalise(phrase).split()) for phrase in listed):
                table.setdefault(words[0], []).append((rank, words))
        return frozenset(normalise(word) for word in self._verbs.get(lang, ())), table


def _spans(phrase: Phrase, whole: bool) -> Iterator[tuple[int, int]]:
    """The words of a phrase, or only its instrument (*a post with grenades*); a clause tells of another act."""
    if phrase.kind == "clause":
        return
    if whole:
        yield phrase.start, phrase.end
    else:
        yield from ((p.start, p.end) for name in _INSTRUMENT for p in phrase.attached.get(name, ()))


def _value(name: str) -> str:
    return name.removeprefix(LIST).replace("_", " ")


def _ranks(tokens: Sequence[Token], listed: _Phrases) -> Iterator[int]:
    """The lists whose phrases stand in the tokens, each word as lemma or as written."""
    for first, token in enumerate(tokens):
        for form in _forms(token):
            for rank, phrase in listed.get(form, ()):
                own = tokens[first : first + len(phrase)]
                if len(own) == len(phrase) and all(word in _forms(t) for t, word in zip(own, phrase, strict=True)):
                    yield rank


def _forms(token: Token) -> tuple[str, ...]:
    return token.lemma, token.norm, token.norm.removeprefix("ال")
