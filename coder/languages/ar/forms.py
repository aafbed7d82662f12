"""The forms that a dictionary phrase takes in running text: article, feminine, dual, sound plurals."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from coder.languages.ar import closed
from coder.languages.ar.normalise import normalise
from coder.languages.ar.tokenise import Tokeniser
from coder.languages.base import FormKind
from coder.model import Sentence

_ARTICLE = "ال"
#: words that begin with what looks like the article
_NO_ARTICLE = closed.words("ألماني ألمان ألمانية ألباني ألبان ألبانية إلكتروني إلكترونية التماس التهاب التزام التفاف")
#: endings of a noun or adjective that stands by itself, and of one that governs a genitive
_ABSOLUTE = {"m": ("", "ان", "ين", "ون"), "f": ("ه", "تان", "تين", "ات")}
_FEMININE = ("ه", "تان", "تين", "ات", "تا", "تي")
_CONSTRUCT = {"m": ("", "ا", "ي", "و"), "f": ("ه", "تا", "تي", "ات")}


class Inflection:
    """Inflects names, demonyms, adjectives and agent nouns."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        self._tokeniser = tokeniser
        self._cached = lru_cache(maxsize=65536)(self._forms)

    def forms(self, phrase: str, kind: FormKind) -> frozenset[tuple[str, ...]]:
        """All sequences of token norms that the phrase takes."""
        return self._cached(normalise(phrase), phrase, kind)

    def _forms(self, norm: str, phrase: str, kind: FormKind) -> frozenset[tuple[str, ...]]:
        words = tuple(norm.split())
        if not words:
            return frozenset()
        if kind == "name":
            return frozenset({words, self._tokens(phrase)})
        if kind in ("demonym", "adjective"):
            return frozenset(_agreeing(words)) | {words}
        return frozenset(_agent(words, self._adjectives(words))) | {words, self._tokens(phrase)}

    def _tokens(self, phrase: str) -> tuple[str, ...]:
        """The norms of the phrase as the tokeniser gives them in running text."""
        sentence = Sentence(0, 0, len(phrase), phrase, "ar")
        return tuple(token.norm for token in self._tokeniser.tokens(sentence) if token.pos != "PUNCT")

    def _adjectives(self, words: tuple[str, ...]) -> int:
        """How many words at the end of a phrase are adjectives of its head."""
        count = 0
        text = " ".join(words)
        tokens = [t for t in self._tokeniser.tokens(Sentence(0, 0, len(text), text, "ar")) if t.pos != "PUNCT"]
        if len(tokens) != len(words):
            return 0
        for token in reversed(tokens[1:]):
            if token.pos != "ADJ" and not (
                token.norm.endswith("ي") and not token.norm.startswith(_ARTICLE) and token.pos != "PROPN"
            ):
                break
            count += 1
        return count


def stem(word: str) -> str:
    """A word without article and feminine ending."""
    base = word[2:] if word.startswith(_ARTICLE) and len(word) > 4 and word not in _NO_ARTICLE else word
    return base[:-1] if base.endswith("ه") and len(base) > 3 else base


def inflect(word: str, gender: str, place: int, construct: bool = False) -> str:
    """The singular (0), dual (1 nominative, 2 oblique) or sound plural form of a word without its article."""
    base = stem(word)
    ending = (_CONSTRUCT if construct else _ABSOLUTE)[gender][place]
    return base + ending


def _numbers(word: str, construct: bool = False) -> list[tuple[str, str, bool]]:
    """Forms of a word with gender and whether the sound plural fits: (form, gender, plural)."""
    rows = [(inflect(word, gender, place, construct), gender, place == 3) for gender in "mf" for place in range(4)]
    rows.append((stem(word) + ("ي" if construct else "ين"), "m", True))
    return rows


def _agreeing(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """All words inflected together (a head with its adjectives, or adjectives alone), bare and with the article."""
    out: set[tuple[str, ...]] = set()
    for gender, place in product("mf", range(4)):
        row = tuple(inflect(word, gender, place) for word in words)
        out |= {row, tuple(_ARTICLE + w for w in row)}
    oblique = tuple(stem(word) + "ين" for word in words)
    out.add(tuple(stem(word) + "ا" for word in words))  # indefinite accusative: قتلوا جنديا عراقيا
    return out | {oblique, tuple(_ARTICLE + w for w in oblique)}


def _agent(words: tuple[str, ...], adjectives: int) -> set[tuple[str, ...]]:
    """Head inflected; adjectives agree; the last term of an idafa with or without its article."""
    if len(words) == 1 or adjectives == len(words) - 1:
        return _single(words) | _feminine_plural(words)
    out: set[tuple[str, ...]] = set()
    head, rest = words[0], words[1:]
    last = rest[-1]
    tails = {rest, (*rest[:-1], last if last.startswith(_ARTICLE) else _ARTICLE + last)}
    keeps = head.endswith("ه")
    for form, gender, _ in _numbers(head, construct=True):
        if not keeps or gender == "f":
            out |= {(form, *tail) for tail in tails}
    out |= {(head, *tail) for tail in tails}
    return out


def _single(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """A head with its agreeing adjectives; the head alone also in the construct state."""
    out = _agreeing(words) | {words, tuple(w if w.startswith(_ARTICLE) else _ARTICLE + w for w in words)}
    if len(words) == 1:
        out |= {(form,) for form, _, _ in _numbers(words[0], construct=True)}
        if words[0].endswith("ه"):  # طلبة are students, طلب is a request
            out = {(form,) for (form,) in out if form.endswith(_FEMININE)}
    return out


def _feminine_plural(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Broken plurals with their adjective: feminine singular with things (``قوات حكومية``), plural with persons."""
    if len(words) == 1:
        return set()
    head, rest = words[0], words[1:]
    out: set[tuple[str, ...]] = set()
    for endings in ("", "ه", "ون", "ين", "ات"):
        row = (head, *(stem(w) + endings for w in rest))
        out |= {row, tuple(w if w.startswith(_ARTICLE) else _ARTICLE + w for w in row)}
    return out
