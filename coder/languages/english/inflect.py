"""Normal forms, plurals, and the token sequences that a dictionary phrase takes in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from coder.languages.base import FormKind
from coder.languages.english.normalise import STRAIGHT, normalise
from coder.languages.english.runtime import spacy_module

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "mouse": "mice", "goose": "geese", "wife": "wives", "knife": "knives", "life": "lives", "thief": "thieves",
    "wolf": "wolves", "leaf": "leaves", "half": "halves", "alumnus": "alumni", "criterion": "criteria",
    "crisis": "crises", "coup": "coups", "corps": "corps", "medium": "media", "analysis": "analyses",
    "emphasis": "emphases", "basis": "bases", "mujahid": "mujahideen", "talib": "taliban", "fedayee": "fedayeen",
}  # fmt: skip
_REGULAR_MAN = frozenset("german roman human ottoman shaman norman turkman turkoman".split())
_INVARIABLE = frozenset(
    """police people military troops personnel clergy infantry cavalry staff aircraft spacecraft media
    mujahideen taliban""".split()
)
_TITLES = {"Sens.": "sen.", "Reps.": "rep.", "Govs.": "gov.", "Gens.": "gen."}  # of several, with that of one
_MEANT = {"bases": "base"}  # forms of two nouns, by the one that news tells of; the lemmatiser says basis
_MAX_WORDS = 8_192  # whose lemmas are kept
_LINKS = frozenset("of for in to at on against with from - de".split())
_SPELLINGS = {
    "defence": "defense", "labour": "labor", "centre": "center", "organisation": "organization",
    "programme": "program", "armour": "armor", "harbour": "harbor", "neighbour": "neighbor", "favour": "favor",
    "honour": "honor", "licence": "license", "organiser": "organizer", "paramilitarised": "paramilitarized",
    "demobilisation": "demobilization", "stabilisation": "stabilization", "mobilisation": "mobilization",
    "colour": "color", "theatre": "theater", "offence": "offense", "judgement": "judgment",
}  # fmt: skip
_OTHER_SPELLING = _SPELLINGS | {american: british for british, american in _SPELLINGS.items()}
_ENDINGS = (("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("fence", "fense"), ("el", "ell"))
_SHORT = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")
_PLAIN = re.compile("[A-Za-z]*(?:[a-z]{2}|[A-Z]{2})")
_CONTEXTS = (("", ""), ("the ", " said"), ("the ", "'s plan"), ("in (", ")"), ("with ", ", and"), ("to ", "."))


class Lemmas:
    """Lemmas as the dictionaries spell them: what the pipeline's lemmatiser gives, with its usual slips put right."""

    def __init__(self, verbs: Iterable[str], nouns: Iterable[str], conditions: Iterable[str] = ()) -> None:
        """Words with entries, and words that entries ask for beside them."""
        known = {w for n in nouns for w in n.split()} | set(conditions)
        self._known = {"VERB": {w for v in verbs for w in v.split()}, "NOUN": known}
        self._cache: dict[tuple[str, str, str], str] = {}
        self.irregular: Mapping[str, Sequence[str]] = {}

    def __call__(self, norm: str, lemma: str, pos: str) -> str:
        """The lemma of a token from its form, the pipeline's lemma and its tag."""
        known = self._known.get(pos)
        if known is None:
            return lemma
        key = (norm, lemma, pos)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) >= _MAX_WORDS:
                self._cache.clear()
            found = self._cache[key] = self._find(norm, lemma, pos, known)
        return found

    def possible(self, norm: str, lemma: str) -> Iterator[str]:
        """Every lemma that a form may get, whatever its tag, if the pipeline's lemmatiser gives ``lemma``."""
        yield from (lemma, with_e := _with_e(norm, lemma), _other_spelling(lemma), _other_spelling(with_e))
        yield from self.irregular.get(norm, ())
        yield _MEANT.get(norm, lemma)
        for pos in self._known:
            yield from _stems(norm, pos)

    def _find(self, norm: str, lemma: str, pos: str, known: set[str]) -> str:
        lemma = _with_e(norm, lemma) if pos == "VERB" else _MEANT.get(norm, lemma)
        if lemma in known:
            return lemma
        irregular = tuple(self.irregular.get(norm, ())) if pos == "VERB" else ()
        return next((v for v in (_other_spelling(lemma), *irregular, *_stems(norm, pos)) if v in known), lemma)


def _with_e(norm: str, lemma: str) -> str:
    """ "staged" is of "stage": "stag" would double its g."""
    if norm in (lemma + "ed", lemma + "ing") and _SHORT.fullmatch(lemma):
        return lemma + "e"
    return lemma


def _stems(norm: str, pos: str) -> tuple[str, ...]:
    if norm.endswith("ied"):
        return (norm[:-3] + "y",)
    if norm.endswith("es"):
        return norm[:-1], norm[:-2]
    if pos == "VERB" and norm.endswith(("ed", "ing")):
        stem = norm[:-2] if norm.endswith("ed") else norm[:-3]
        return (stem, stem + "e", stem[:-1]) if stem[-1:] == stem[-2:-1] else (stem, stem + "e")
    return (norm,)


def _other_spelling(word: str) -> str:
    if word in _OTHER_SPELLING:
        return _OTHER_SPELLING[word]
    for british, american in _ENDINGS:
        if word.endswith(british):
            return word[: -len(british)] + american
        if word.endswith(american):
            return word[: -len(american)] + british
    return word


@lru_cache(maxsize=1)
def tokenizer() -> Tokenizer:
    """The tokenizer of the English pipelines; it needs no model."""
    made: Tokenizer = spacy_module().blank("en").tokenizer
    keep_abbreviations(made)
    return made


def keep_abbreviations(made: Tokenizer) -> None:
    """Leave *Sens.* and *Reps.* whole, as spaCy does *Sen.*; the models take them for the same word."""
    for word, one in _TITLES.items():
        made.add_special_case(word, [{"ORTH": word, "NORM": one}])


def sequences(phrase: str) -> frozenset[tuple[str, ...]]:
    """Every way in which running text cuts ``phrase`` into normalised tokens ("U.S." ends a sentence or does not)."""
    words = phrase.split(" ")
    if all(map(_is_plain, words)):
        return frozenset({tuple(map(normalise, words))})
    plain = phrase.translate(STRAIGHT)
    found = {cut for before, after in _CONTEXTS if (cut := _cut(plain, before, after))}
    return frozenset(found or {tuple(normalise(t.text) for t in tokenizer()(plain))})


@lru_cache(maxsize=20_000)
def _is_plain(word: str) -> bool:
    """Whether the tokeniser leaves the word whole in every context: most words of names, found without running it."""
    rules = tokenizer().rules or {}
    return _PLAIN.fullmatch(word) is not None and not any(word + end in rules for end in ("", "'s", "."))


def _cut(phrase: str, before: str, after: str) -> tuple[str, ...] | None:
    """The tokens of ``phrase`` between two bits of text, or None where its borders are not token borders."""
    start, end = len(before), len(before) + len(phrase)
    inner = [
        t for t in tokenizer()(before + phrase + after) if t.idx < end and t.idx + len(t) > start and not t.is_space
    ]
    if not inner or inner[0].idx != start or inner[-1].idx + len(inner[-1]) != end:
        return None
    return tuple(normalise(t.text) for t in inner)


@lru_cache(maxsize=20_000)
def plural(noun: str) -> str:
    """The plural of one normalised noun; a noun that is plural already stays as it is."""
    if noun in _INVARIABLE or not noun.isalpha():
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    for singular in ("man", "child", "wife"):
        if noun.endswith(singular) and noun not in _REGULAR_MAN:
            return noun[: -len(singular)] + _IRREGULAR[singular]
    if noun.endswith(("ss", "sh", "ch", "x", "z")):
        return noun + "es"
    if noun.endswith("us") and len(noun) > 3:
        return noun + "es"
    if noun.endswith("s"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("hero", "veto", "embargo", "echo", "torpedo")):
        return noun + "es"
    return noun + "s"


def head_position(words: Sequence[str]) -> int:
    """Which word of a noun phrase is its head: "ministers of defence", "commanders-in-chief", "prime ministers"."""
    for i, word in enumerate(words[1:-1], start=1):
        if word in _LINKS and not (word == "-" and words[i + 1] not in _LINKS):
            return i - 1
    return len(words) - 1


def forms(phrase: str, kind: FormKind) -> frozenset[tuple[str, ...]]:
    """All sequences of token norms that a dictionary phrase takes in a text."""
    found = set(sequences(phrase))
    if kind == "agent":
        found |= {v for words in list(found) for v in _hyphenated(words)}
    if kind == "agent" or (kind == "demonym" and _takes_plural(phrase)):
        found |= {v for words in list(found) for v in _plurals(words)}
    return frozenset(found | {v for words in found for v in _spellings(words)})


def _takes_plural(demonym: str) -> bool:
    word = normalise(demonym)
    return not word.endswith(("ese", "ish", "sh", "ch", "ss", "s"))


def _plurals(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    at = head_position(words)
    yield (*words[:at], plural(words[at]), *words[at + 1 :])
    if words[at] == "person":
        yield (*words[:at], "persons", *words[at + 1 :])
    if words[-1] == "general" and words[0] in ("attorney", "secretary", "solicitor", "consul"):
        yield (plural(words[0]), *words[1:])


def _hyphenated(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """ "vice president" is also written "vice-president", and the other way round."""
    if "-" in words:
        yield tuple(w for w in words if w != "-")
    elif len(words) == 2 and all(w.isalpha() for w in words):
        yield (words[0], "-", words[1])


def _spellings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if any(w in _OTHER_SPELLING for w in words):
        yield tuple(_OTHER_SPELLING.get(w, w) for w in words)
