"""The form under which English words of texts and dictionaries are compared. Needs no model."""

from __future__ import annotations

import re
import unicodedata

from coder.languages.kept_forms import kept

# One character for one, so that offsets stay as they are.
STRAIGHT = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip
# Function words that make no compound with what follows them, and others that make none with a name or an article.
_GLUED = re.compile(
    r"""(?<![\w'-])(?:the|of|that|from|was|were|is|are|have|had|said|says|with|his|her|their|its|who|which|and|but|they|been
    |(?:a|an|in|on|at|for|to|by|as|has|be|it|or|this)(?=-(?:[A-Z]|(?:the|a|an|his|her|their|its|that)\b(?!-))))-(?=[\w"])
    |[,;:]-+(?=[\w"])""",
    re.VERBOSE,
)
# Function words with which no compound ends, and numbers behind words that count.
_GLUED_BEHIND = re.compile(
    r"""(?<=[a-z]{3})-(?=(?:the|an|was|were|has|had|is|are|that|which|who|with|from|and|said|his|her|their)\b(?![-'’]))
    |(?<=[a-z]{6})-(?=(?:on|in|at|to|of|for|as)\ (?:the|an?|his|her|their|its)\ )|(?<=[a-z]ed)-(?=by\ )
    |(?<=\w{3})-(?=on\ (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)
    |\b(?:least|than|about|nearly)-(?=\d)""",
    re.VERBOSE,
)
# A quotation mark or dash and what became of the blank behind it: *at all,"?she said*, *the president "?who is ill*.
_MANGLED = re.compile(r"""(?<=[\w.,!?'])"\?(?=\w)|(?<=\ )"\?(?=[A-Za-z])|^"\?(?=[A-Z])""")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"})
_FOREIGN = re.compile(r"[^\x00-\x7f]+")  # where marks can be


def parsed(text: str) -> str:
    """The text as it is parsed, one character for one: plain quotes and hyphens, none where a blank was lost.

    In scraped pages a blank or a dash may have become a hyphen (*the-UN Office*, *was-delayed*, *the minister,-said*,
    *killed-by the army*), and a blank behind a mark a question mark.
    """
    plain = text.translate(STRAIGHT)
    if '"?' in plain:
        plain = _MANGLED.sub(_mended, plain)
    return _GLUED_BEHIND.sub(_parted, _GLUED.sub(_parted, plain)) if "-" in plain else plain


def _parted(glued: re.Match[str]) -> str:
    return glued[0].replace("-", " ")


def _mended(mangled: re.Match[str]) -> str:
    """A closing mark, or a dash where a blank stands before it."""
    begin = mangled.start()
    return "- " if begin and mangled.string[begin - 1] == " " else '" '


@kept
def normalise(text: str) -> str:
    """NFKC, casefolded, without accents, with straight quotes and plain hyphens."""
    if text.isascii():
        return text.casefold()
    flat = unicodedata.normalize("NFKC", text.translate(STRAIGHT)).translate(STRAIGHT).casefold().translate(_LETTERS)
    if flat.isascii():
        return flat
    return unicodedata.normalize("NFC", _FOREIGN.sub(_bare, unicodedata.normalize("NFD", flat)))


def _bare(foreign: re.Match[str]) -> str:
    """Letters without their marks."""
    return "".join([c for c in foreign[0] if not unicodedata.combining(c)])
