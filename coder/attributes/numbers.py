"""Numbers in the tokens of a sentence, as digits and as words, with how exact they are said to be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from coder.languages import normaliser
from coder.model import Token

Bound = Literal["exact", "at least", "at most", "about", "vague"]
Vague = Literal["several", "tens", "dozens", "hundreds", "thousands"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at ``tokens[first:last]`` with what bounds it. ``value`` is None when the text is vague (dozens).

    ``noun``: the number is in the noun itself (a dual, an indefinite singular).
    """

    first: int
    last: int
    value: int | None
    bound: Bound = "exact"
    high: int | None = None
    noun: bool = False


@dataclass(frozen=True)
class _Words:
    units: Mapping[str, int]
    scales: Mapping[str, int]
    vague: frozenset[str]
    joiners: frozenset[str]
    bounds: tuple[tuple[tuple[str, ...], Bound], ...]
    between: frozenset[str]

    @cached_property
    def starts(self) -> frozenset[str]:
        """The words with which a number begins that has no digit in front."""
        return frozenset({"a", *self.units, *self.scales, *self.vague, *self.between})


_EN_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_AR_UNITS = {
    1: "واحد واحدة أحد إحدى",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني",
    3: "ثلاثة ثلاث",
    4: "أربعة أربع",
    5: "خمسة خمس",
    6: "ستة ست",
    7: "سبعة سبع",
    8: "ثمانية ثماني ثمان",
    9: "تسعة تسع",
    10: "عشرة عشر",
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
    200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي",
    300: "ثلاثمئة ثلاثمائة",
    400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة",
    700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة ثمانيمئة",
    900: "تسعمئة تسعمائة",
    2000: "ألفان ألفين ألفي ألفا",
}
_BOUNDS: dict[str, dict[Bound, str]] = {
    "en": {
        "at least": "at least|no fewer than|no less than|not less than|a minimum of|more than|over|upwards of",
        "at most": "up to|as many as|at most|fewer than|less than|no more than",
        "about": "about|around|some|nearly|almost|approximately|roughly|an estimated|close to",
    },
    "ar": {
        "at least": "ما لا يقل عن|لا يقل عن|ما يزيد على|ما يزيد عن|أكثر من|اكثر من|أزيد من|على الأقل",
        "at most": "ما يصل إلى|أقل من|على الأكثر|نحو ما يصل إلى",
        "about": "نحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|ما يقرب من|تقريبا",
    },
}
_VAGUE: dict[str, dict[Vague, str]] = {
    "en": {
        "several": "several many few numerous countless",
        "tens": "tens scores",
        "dozens": "dozens",
        "hundreds": "hundreds",
        "thousands": "thousands",
    },
    "ar": {
        "several": "عدة عدد عددا بضعة بضع عديد العديد كثير الكثير",
        "tens": "عشرات العشرات",
        "hundreds": "مئات المئات",
        "thousands": "آلاف الآلاف",
    },
}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}", re.ASCII)
_RANGE = re.compile(r"(\d{1,6})[-–](\d{1,6})", re.ASCII)


@cache
def vague_words(lang: str) -> Mapping[str, Vague]:
    """The words, in normal form, that tell of many without a number, and of how many."""
    normalise = normaliser(lang)
    return {normalise(word): kind for kind, words in _VAGUE.get(lang, {}).items() for word in words.split()}


@cache
def _words(lang: str) -> _Words:
    normalise = normaliser(lang)
    units: dict[str, int] = {}
    if lang == "ar":
        units = {normalise(word): value for value, words in _AR_UNITS.items() for word in words.split()}
        scales = {"مئة": 100, "مائة": 100, "ألف": 1000, "آلاف": 1000, "مليون": 10**6, "ملايين": 10**6}
    else:
        units = {word: value for value, word in enumerate(_EN_UNITS)}
        units |= {word: 10 * value for value, word in enumerate(_EN_TENS, 2)}
        scales = {"hundred": 100, "thousand": 1000, "million": 10**6, "dozen": 12}
    bounds = [
        (tuple(normalise(phrase).split()), bound)
        for bound, phrases in _BOUNDS.get(lang, {}).items()
        for phrase in phrases.split("|")
    ]
    return _Words(
        units,
        {normalise(word): value for word, value in scales.items()},
        frozenset(vague_words(lang)),
        frozenset({"و"} if lang == "ar" else {"and", "-"}),
        tuple(sorted(bounds, key=lambda item: -len(item[0]))),
        frozenset({"بين"} if lang == "ar" else {"between"}),
    )


def quantities(tokens: Sequence[Token], lang: str) -> list[Quantity]:
    """All numbers in the tokens, in order; each takes in the words that bound it (at least, about)."""
    words = _words(lang)
    norms = [token.norm for token in tokens]
    found: list[Quantity] = []
    position = 0
    while position < len(norms):
        if norms[position] not in words.starts and not norms[position][:1].isdigit():
            position += 1
            continue
        quantity = _at(norms, position, words)
        if quantity is None:
            position += 1
        else:
            found.append(_bounded(norms, quantity, words))
            position = quantity.last
    return found


def _at(norms: Sequence[str], position: int, words: _Words) -> Quantity | None:
    norm = norms[position]
    if span := _RANGE.fullmatch(norm):
        return Quantity(position, position + 1, int(span[1]), "exact", int(span[2]))
    if norm in words.vague and norm not in words.units:
        following = norms[position + 1] if position + 1 < len(norms) else ""
        return None if norm == "few" and following == "er" else Quantity(position, position + 1, None, "vague")
    if norm == "a" and norms[position + 1 : position + 2] == ["dozen"]:
        return Quantity(position, position + 2, 12, "about")
    if norm in words.between:
        return _between(norms, position, words)
    value, last = _value(norms, position, words)
    if last == position:
        return None
    if norms[last : last + 1] in (["to"], ["-"], ["–"]) and last + 1 < len(norms):
        high, end = _value(norms, last + 1, words)
        if end > last + 1 and high > value:
            return Quantity(position, end, value, "exact", high)
    return Quantity(position, last, value)


def _between(norms: Sequence[str], position: int, words: _Words) -> Quantity | None:
    """Between ten and 15: the lower and the higher number."""
    low, middle = _value(norms, position + 1, words, joined=False)
    if middle == position + 1 or norms[middle : middle + 1] not in (["and"], ["و"], ["to"], ["الي"]):
        return None
    high, last = _value(norms, middle + 1, words)
    return Quantity(position, last, low, "exact", high) if last > middle + 1 and high > low else None


def _value(norms: Sequence[str], position: int, words: _Words, joined: bool = True) -> tuple[int, int]:
    """The value of the number that begins here, and where it ends; the same position when none begins."""
    total, current, last, previous = 0, 0, position, 10**9
    index = position
    while index < len(norms):
        norm = norms[index]
        number = int(norm.replace(",", "")) if _DIGITS.fullmatch(norm) else words.units.get(norm)
        if norm in words.scales and (last > position or words.scales[norm] < 10**6):
            scale = words.scales[norm]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
            previous, last = scale, index + 1
        elif number is not None and (last == position or _adds(number, previous)):
            current += number
            previous, last = number, index + 1
        elif not (joined and norm in words.joiners and last == index and index > position):
            break
        index += 1
    return total + current, last


def _adds(number: int, previous: int) -> bool:
    """Whether a number goes on the one before it: twenty five, two hundred ten; in Arabic five and twenty, thirteen."""
    if previous in (100, 1000, 10**6) or (previous >= 200 and previous % 100 == 0):
        return number < previous
    tens = 20 <= previous <= 90 and previous % 10 == 0 and number < 10
    return tens or (previous < 10 and (number == 10 or (20 <= number <= 90 and number % 10 == 0)))


def _bounded(norms: Sequence[str], quantity: Quantity, words: _Words) -> Quantity:
    for phrase, bound in words.bounds:
        begin, size = quantity.first - len(phrase), len(phrase)
        if begin >= 0 and tuple(norms[begin : quantity.first]) == phrase:
            own = quantity.bound if quantity.bound == "vague" else bound
            return Quantity(begin, quantity.last, quantity.value, own, quantity.high)
        if tuple(norms[quantity.last : quantity.last + size]) == phrase and phrase[0] in ("علي", "تقريبا"):
            return Quantity(quantity.first, quantity.last, quantity.value, bound, quantity.high)
    return quantity
