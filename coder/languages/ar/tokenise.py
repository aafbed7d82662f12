"""Arabic words as tokens: clitics apart, one reading for each word chosen in context by rules."""

from __future__ import annotations

import re

from coder.languages.ar.context import choose
from coder.languages.ar.morphology import Morphology
from coder.languages.ar.normalise import fold, strip_marks
from coder.languages.ar.reading import Reading
from coder.languages.base import Vocabulary
from coder.model import Sentence, Token

_WORD = re.compile(
    r"(?P<arabic>[\u0621-\u064a\u0671-\u06d3]+)|(?P<number>\d+(?:[.,:/]\d+)*)|(?P<latin>[^\W\d_](?:[\w'&-]*\w)?)|(?P<dots>\.{2,})|(?P<punct>[^\s\w]|_)|(?P<other>\w+)"
)
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

    def tokens(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence, with offsets into its document."""
        stripped, offsets = strip_marks(sentence.text)
        offsets.append(len(sentence.text))
        matches = list(_WORD.finditer(stripped))
        candidates: list[tuple[Reading, ...]] = []
        for match in matches:
            candidates.append(self._candidates(match, sentence.text[offsets[match.start()] : offsets[match.end()]]))
        out: list[Token] = []
        for match, reading in zip(matches, choose(candidates), strict=True):
            self._emit(out, match, reading, sentence, offsets)
        return out

    def _candidates(self, match: re.Match[str], raw: str) -> tuple[Reading, ...]:
        word = match.group()
        if match.lastgroup == "arabic":
            readings = self._morphology.readings(word)
            return _by_diacritics(readings, raw) if len(raw) > len(word) else readings
        pos = {"number": "NUM", "latin": "X", "other": "X"}.get(match.lastgroup or "", "PUNCT")
        norm = fold(word)
        return (Reading("", len(word), "", norm, norm, pos, {"src": "rule" if pos == "X" else "lex"}),)

    def _emit(
        self, out: list[Token], match: re.Match[str], reading: Reading, sentence: Sentence, offsets: list[int]
    ) -> None:
        first, last = match.start(), match.end()
        cut, end = first + len(reading.proclitics), first + reading.end

        def add(a: int, b: int, norm: str, lemma: str, pos: str, feats: dict[str, str]) -> None:
            start, stop = offsets[a], offsets[b]
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
                "هو",
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


def _by_diacritics(readings: tuple[Reading, ...], raw: str) -> tuple[Reading, ...]:
    """Readings as far as the vowel signs that were written allow: u then i is a passive, tanwin is an indefinite noun."""
    passive = bool(re.match(r"[وفسل]?[\u064e\u0650]?[\u0621-\u064a]\u064f", raw))
    tanwin = "\u064b" in raw or "\u064c" in raw or "\u064d" in raw
    out = []
    for r in readings:
        cost, feats = r.cost, r.feats
        if (
            r.pos == "VERB"
            and passive
            and (feats.get("asp") == "p" or feats.get("vox") == "u")
            and feats.get("vox") != "a"
        ):
            if feats.get("asp") == "p":
                feats = {**feats, "vox": "p"}
        if tanwin and (r.pos == "VERB" or feats.get("def") or r.enclitic):
            cost += 3.0
        out.append(Reading(r.proclitics, r.end, r.enclitic, r.norm, r.lemma, r.pos, feats, cost))
    return tuple(out)
