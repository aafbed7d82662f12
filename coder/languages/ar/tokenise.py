"""Arabic words as tokens: clitics apart, one reading for each word chosen in context by rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from coder.languages.ar.context import choose
from coder.languages.ar.lexis import bare
from coder.languages.ar.morphology import Morphology
from coder.languages.ar.normalise import fold, strip_marks
from coder.languages.ar.reading import Reading
from coder.languages.ar.verb_classes import PARTICIPLES
from coder.languages.base import Vocabulary
from coder.model import Sentence, Token

_WORD = re.compile(
    r"(?P<arabic>[\u0621-\u064a\u0671-\u06d3]+)|(?P<number>\d+(?:[.,:/]\d+)*)|(?P<latin>[^\W\d_](?:[\w'&-]*\w)?)|(?P<dots>\.{2,})|(?P<punct>[^\s\w]|_)|(?P<other>\w+)"
)
_PASSIVE = re.compile("[\u0648\u0641]?\u064e?[\u0621-\u064a]\u064f")
_QUOTES = frozenset("«»\"'()[]{}“”‘’")
_TANWIN = "\u064b\u064c\u064d"
_PRONOUN = "هو"
_WORDS_KEPT = 12_288  # some 1 KB each
_OTHER_POS = {"number": "NUM", "latin": "X", "other": "X"}
_CLITIC_POS = {"و": "CCONJ", "ف": "CCONJ", "ب": "ADP", "ل": "ADP", "ك": "ADP", "س": "PART"}
_PRONOUN_FEATS = {
    "1s": {"per": "1", "num": "s"},
    "1p": {"per": "1", "num": "p"},
    "2ms": {"per": "2", "num": "s"},
    "2mp": {"per": "2", "num": "p"},
    "3ms": {"per": "3", "gen": "m", "num": "s"},
    "3fs": {"per": "3", "gen": "f", "num": "s"},
    "3d": {"per": "3", "num": "d"},
    "3mp": {"per": "3", "gen": "m", "num": "p"},
    "3fp": {"per": "3", "gen": "f", "num": "p"},
}


class Tokeniser:
    """Splits sentences into syntactic words and says what each is."""

    def __init__(self, vocabulary: Vocabulary, morphology: str = "embedded") -> None:
        self._morphology = Morphology(vocabulary, morphology)
        self._word = lru_cache(maxsize=_WORDS_KEPT)(self._read)

    def tokens(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence, with offsets into its document."""
        stripped, offsets = strip_marks(sentence.text)
        offsets.append(len(sentence.text))
        matches = list(_WORD.finditer(stripped))
        words = [m for m in matches if m.group() not in _QUOTES]
        plain = stripped is sentence.text
        if plain:
            chosen = iter(choose([self._readings(m) for m in words]))
        else:
            raw = (sentence.text[offsets[m.start()] : offsets[m.end()]] for m in words)
            chosen = iter(choose([self._written(m, w) for m, w in zip(words, raw, strict=True)]))
        out: list[Token] = []
        for match in matches:
            word = match.group()
            reading = _plain(word, "PUNCT") if word in _QUOTES else next(chosen)
            if plain and not reading.proclitics and not reading.enclitic:
                start, end = sentence.start + match.start(), sentence.start + match.end()
                feats = reading.feats.copy()
                feats.pop("enc", None)
                out.append(Token(len(out), start, end, word, reading.norm, reading.lemma, reading.pos, feats))
            else:
                self._emit(out, match, reading, sentence, offsets)
        return out

    def possible_words(self, text: str) -> set[str]:
        """Every norm and lemma that a token of a sentence may get, whatever readings are chosen."""
        stripped, _ = strip_marks(text)
        found: set[str] = set()
        for match in _WORD.finditer(stripped):
            word = match.group()
            if match.lastgroup == "arabic":
                found.update(self._word(word)[1])
            else:
                found.add(fold(word))
        return found

    def _read(self, word: str) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
        """The readings of a word, and all norms and lemmas that they give."""
        readings = self._morphology.readings(word)
        return readings, tuple({form for reading in readings for form in _forms(reading)})

    def _readings(self, match: re.Match[str]) -> tuple[Reading, ...]:
        if match.lastgroup == "arabic":
            return self._word(match.group())[0]
        return (_plain(match.group(), _OTHER_POS.get(match.lastgroup or "", "PUNCT")),)

    def _written(self, match: re.Match[str], raw: str) -> tuple[Reading, ...]:
        """The readings that the vowel signs of a word allow; ``raw``: the word with them."""
        readings = self._readings(match)
        signs = match.lastgroup == "arabic" and len(raw) > len(match.group())
        return _by_diacritics(readings, raw) if signs else readings

    def _emit(
        self, out: list[Token], match: re.Match[str], reading: Reading, sentence: Sentence, offsets: list[int]
    ) -> None:
        first, last = match.start(), match.end()
        cut, end = first + len(reading.proclitics), first + reading.end

        def add(a: int, b: int, norm: str, lemma: str, pos: str, feats: dict[str, str]) -> None:
            start, stop = offsets[a], max(offsets[b], offsets[b - 1] + 1)  # a ligature may hold a boundary
            if b == len(offsets) - 1 or b == last:
                stop = self._word_end(sentence.text, offsets, b)
            text = sentence.text[start:stop]
            out.append(Token(len(out), sentence.start + start, sentence.start + stop, text, norm, lemma, pos, feats))

        for i, letter in enumerate(reading.proclitics):
            pos = "SCONJ" if letter == "ل" and reading.pos == "VERB" else _CLITIC_POS[letter]
            add(
                first + i, first + i + 1, letter, letter, pos, {"clitic": "pro", "src": reading.feats.get("src", "lex")}
            )
        feats = dict(reading.feats)
        person = feats.pop("enc", "").partition("_")[0]
        add(cut, end, reading.norm, reading.lemma, reading.pos, feats)
        if reading.enclitic:
            add(
                end,
                last,
                fold(reading.enclitic),
                _PRONOUN,
                "PRON",
                {"clitic": "enc", "src": feats.get("src", "lex"), **_PRONOUN_FEATS.get(person, {})},
            )

    @staticmethod
    def _word_end(text: str, offsets: list[int], position: int) -> int:
        """End of a word in the raw text: right after its last letter and the marks on it."""
        stop = offsets[position - 1] + 1
        limit = offsets[position]
        while stop < limit and not text[stop].isspace():
            stop += 1
        return stop


def _forms(reading: Reading) -> Iterator[str]:
    """Norms and lemmas of the tokens of a reading, also those that the grammar gives to participles and duals."""
    yield from reading.proclitics
    if reading.enclitic:
        yield from (fold(reading.enclitic), _PRONOUN)
    singular = reading.norm.removesuffix("ا")
    for form in (reading.norm, reading.lemma, singular):
        yield form
        yield bare(form)
        if form in PARTICIPLES:
            yield PARTICIPLES[form]


@lru_cache(maxsize=1024)
def _plain(word: str, pos: str) -> Reading:
    """The one reading of a number, a foreign word or punctuation."""
    norm = fold(word)
    return Reading("", len(word), "", norm, norm, pos, {"src": "rule" if pos == "X" else "lex"})


def _by_diacritics(readings: tuple[Reading, ...], raw: str) -> tuple[Reading, ...]:
    """Readings as far as written vowel signs allow: u on the first letter of a perfect is a passive, tanwin a noun."""
    passive = bool(_PASSIVE.match(raw)) and not any(r.feats.get("asp") == "i" for r in readings)
    tanwin = any(sign in raw for sign in _TANWIN)
    if not passive and not tanwin:
        return readings
    out = []
    for r in readings:
        cost, feats = r.cost, r.feats
        if passive and r.pos == "VERB" and feats.get("asp") == "p" and feats.get("vox") != "a":
            feats = {**feats, "vox": "p"}
            cost -= 0.5
        if tanwin and (r.pos == "VERB" or "def" in feats or r.enclitic):
            cost += 3.0
        elif tanwin and _TANWIN[0] in raw and r.pos in ("NOUN", "ADJ", "NUM"):
            feats = {**feats, "tanwin": "acc"}
        out.append(Reading(r.proclitics, r.end, r.enclitic, r.norm, r.lemma, r.pos, feats, cost))
    return tuple(out)
