"""Documents of one hostile shape at a quarter, half and all of the size limit: seconds, and how they grow.

python -m benchmarks.hostile_shapes [--characters N] [SHAPE ...]

A shape whose time more than doubles with its length, or that takes over 5 s at the limit, is marked.
"""

from __future__ import annotations

import argparse
import base64
import random
import re
import sys
import time
from collections.abc import Callable

from coder.model import Document
from coder.pipeline import Coder
from coder.readers import ReadLimits

SECONDS = 5.0
TOWNS = {
    "en": ["Aleppo", "Mosul", "Kidal", "Gaza", "Odesa", "Khartoum", "Sanaa", "Goma", "Kabul", "Basra"],
    "ar": ["حلب", "الموصل", "غزة", "الخرطوم", "صنعاء", "البصرة", "درعا", "بنغازي", "عدن", "دمشق"],
}


def _sentences(lang: str) -> Callable[[int], str]:
    """News-like sentences, each of another day, place and number: nothing in them can be merged."""

    def build(length: int) -> str:
        chance, parts, size = random.Random(1), [], 0
        while size < length:
            town, day, dead = chance.choice(TOWNS[lang]), chance.randint(1, 28), chance.randint(2, 900)
            year = chance.randint(1950, 2024)
            if lang == "en":
                part = f"Syrian troops attacked rebels in {town} on {day} March {year}, killing {dead} people. "
            else:
                part = f"هاجمت القوات السورية مقاتلي المعارضة في {town} يوم {day} مارس {year} وقتلت {dead} أشخاص. "
            parts.append(part)
            size += len(part)
        return "".join(parts)

    return build


def _of(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def _base64(length: int) -> str:
    return base64.b64encode(random.Random(2).randbytes(length)).decode()[:length]


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    return lambda length: opening * (length // 2) + closing * (length // 2)


def _words(length: int) -> str:
    chance = random.Random(3)
    return " ".join("".join(chance.choices("abcdefghilmnorstuعبتلمرس", k=6)) for _ in range(length // 7))


SHAPES: dict[str, Callable[[int], str]] = {
    "news en": _sentences("en"),
    "news ar": _sentences("ar"),
    "same sentence en": _of("Syrian troops attacked rebels near Homs. "),
    "same sentence ar": _of("هاجمت القوات السورية مقاتلي المعارضة قرب حمص. "),
    "no stop en": _of("Syria attacked Israel and "),
    "no stop ar": _of("هاجمت سوريا إسرائيل و"),
    "actor en": _of("Syria "),
    "actor, en": _of("Syria, "),
    "actor and en": _of("Syria and "),
    "actor ar": _of("سوريا "),
    "actor and ar": _of("سوريا و"),
    "verb en": _of("attacked "),
    "verb ar": _of("هاجم "),
    "of the": _of("the minister of "),
    "idafa": _of("وزير "),
    "said": _of("he said that "),
    "glued quotes": _of('(abc."Xy "'),
    "hyphens": _of("killed-by abc-on the least-5 "),
    "said ar": _of("قال إن "),
    "titles": _of("Mr. "),
    "initials": _of("U.S. "),
    "towns": _of("Aleppo, "),
    "days": _of("on Monday "),
    "dates": _of("3 March 2024 "),
    "deaths": _of("killed 10 people "),
    "deaths ar": _of("مقتل عشرة أشخاص و"),
    "numbers": _of("1 "),
    "number words": _of("two hundred and "),
    "number words ar": _of("مئتان و"),
    "thousands": _of("1,000"),
    "digits": _of("1"),
    "one word": _of("a"),
    "one word ar": _of("ب"),
    "waw": _of("و"),
    "article": _of("ال"),
    "random words": _words,
    "capitals": _of("Xaq "),
    "brackets": _of("("),
    "nested": _nested("(", ")"),
    "nested words": _nested("( a ", " )"),
    "quotes": _of('"'),
    "quoted": _of('"a" '),
    "stops": _of("."),
    "stops apart": _of(". "),
    "marks": _of("?!"),
    "dashes": _of("- "),
    "bullets": _of("• "),
    "commas": _of(", "),
    "spaces": _of(" "),
    "no-break spaces": _of("a\u00a0"),
    "lines": _of("\n"),
    "short lines": _of("a\n"),
    "wrapped": _of("Syrian troops attacked rebel fighters in the north of Aleppo today and\n"),
    "joiners": _of("\u200d"),
    "joined words": _of("سو\u200dريا "),
    "bidi": _of("\u202eSyria\u202c "),
    "diacritics": _of("\u064e"),
    "vowelled": _of("قَصَفَتْ "),
    "tatweel": _of("سـ"),
    "presentation": _of("\ufeb3\ufeee\ufead\ufef3\ufe8e "),
    "ligature": _of("\ufdfa "),
    "controls": _of("\x01"),
    "combining": _of("e\u0301"),
    "emoji": _of("\U0001f469\u200d\U0001f469\u200d\U0001f467 "),
    "mixed scripts": _of("Syria سوريا "),
    "mixed letters": _of("aب"),
    "html": _of('<p class="x">Syria</p>'),
    "entities": _of("&nbsp;&amp;"),
    "base64": _base64,
    "urls": _of("http://a.b/c?d=e&f=g "),
    "addresses": _of("a@b.c "),
}


def seconds_of(coder: Coder, text: str) -> float:
    """The processor time that one document takes."""
    lang = "ar" if re.search("[\u0600-\u06ff\ufdf0-\ufeff]", text[:200]) else "en"
    started = time.process_time()
    coder.code_document(Document("d", text, lang=lang))
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shapes", nargs="*", help="names of shapes; all when left out")
    parser.add_argument("--characters", type=int, default=ReadLimits().max_characters)
    chosen = parser.parse_args()
    coder = Coder()
    coder.code("Syria attacked Iran. هاجمت سوريا إيران.")
    slow = 0
    print(f"{'shape':20} {'1/4':>7} {'1/2':>7} {'all':>7}   of {chosen.characters:,} characters")
    for name in chosen.shapes or SHAPES:
        spent = [seconds_of(coder, SHAPES[name](chosen.characters // part)) for part in (4, 2, 1)]
        steep = spent[2] > 1 and spent[2] > 3 * spent[1]
        marks = ("  STEEP" if steep else "") + ("  SLOW" if spent[2] > SECONDS else "")
        slow += bool(marks)
        print(f"{name:20} {spent[0]:7.2f} {spent[1]:7.2f} {spent[2]:7.2f}{marks}", flush=True)
    print(f"{slow} of {len(chosen.shapes or SHAPES)} shapes are too slow")
    sys.exit(bool(slow))


if __name__ == "__main__":
    main()
