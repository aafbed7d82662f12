"""The forms under which names of places are compared: exact keys, and skeletons that transliterations share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from coder.languages import normaliser

_PLAIN = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "þ": "th",
        "ə": "e",
        **dict.fromkeys("'’‘`´ʿʾʻʼ′.\u2019\u02bf\u02be", ""),
        **dict.fromkeys("-‐‑–—/_,", " "),
    }
)
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_LATIN_ARTICLES = frozenset("al el ad ed ar er as es at et az ez an en ash esh ath eth adh ech ul il".split())
_SAME_SOUND = str.maketrans({"q": "k", "g": "j", "c": "k", "z": "s", "x": "s", "p": "b"})
_DROPPED = re.compile(r"[aeiouyhwv]")
_DOUBLED = re.compile(r"(.)\1+")
_DIGRAPHS = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("dj", "j"))
_VOWELS = "aeiou"


@lru_cache(maxsize=8_192)
def latin_key(name: str) -> str:
    """Case, accents, apostrophes, hyphens and full stops away; "Saint" as "St". The article of Arabic names stays."""
    text = name
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    words = text.casefold().translate(_PLAIN).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_SHORT_FORMS.get(word, word) if len(words) > 1 else word for word in words)


def first_word(word: str) -> str | None:
    """How the key of a Latin name begins that has several words and this one first; None where an article may go."""
    words = latin_key(word).split()
    if not words or words[0] == "the" or words[0] in _LATIN_ARTICLES:
        return None
    return _SHORT_FORMS.get(words[0], words[0])


def article_free(key: str) -> str:
    """A Latin key without the articles of Arabic names ("al mawsil" -> "mawsil", "deir ez zor" -> "deir zor")."""
    words = key.split()
    kept = [word for word in words if word not in _LATIN_ARTICLES]
    return " ".join(kept) if kept else key


@lru_cache(maxsize=4_096)
def skeleton(key: str) -> str:
    """What transliterations of one name share: consonants of like sound, without article and doubling.

    A vowel at the start counts as one, whichever it is.
    """
    bare = _DOUBLED.sub(r"\1", article_free(key).replace(" ", ""))
    for pair in _DIGRAPHS:
        bare = bare.replace(*pair)
    first = {"h": "h"}.get(bare[:1], "a" if bare[:1] in _VOWELS else "")
    return first + _DROPPED.sub("", bare).translate(_SAME_SOUND)


_ARABIC_SOUNDS = str.maketrans(
    dict(zip("بتثجدذرزسشصضطظغفقكلمنخ", "bttjddrssssddsjfkklmnk", strict=True)) | dict.fromkeys("اويهعحء ", "")
)


def arabic_skeleton(key: str) -> str:
    """The skeleton of an Arabic key, the same as that of its Latin transliterations."""
    bare = " ".join(word.removeprefix("ال") for word in key.split())
    first = {"ا": "a", "ع": "a", "ه": "h", "ح": "h"}.get(bare[:1], "")
    return first + bare.translate(_ARABIC_SOUNDS)


@lru_cache(maxsize=8_192)  # the names of places fill it
def arabic_key(name: str) -> str:
    """The normal form of Arabic; hamza on its carrier and hyphens away."""
    return normaliser("ar")(name).replace("ؤ", "و").replace("ئ", "ي").replace("-", " ").strip()


def arabic_variants(key: str) -> tuple[str, ...]:
    """A key with and without its article, the form as written first."""
    if key.startswith("ال") and len(key) > 4:
        return key, key[2:]
    return key, "ال" + key


def place_key(name: str, lang: str) -> str:
    """The key of a name in a language."""
    return arabic_key(name) if lang == "ar" else latin_key(name)
