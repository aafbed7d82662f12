"""Lines in a text that lead to other articles of the paper: *READ MORE: Battle for the dam explained*."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_LINK = re.compile(
    r"""(?<![\w"'“‘«(])
    (?: (?:ALSO[ ])?READ | READ[ ](?:MORE|ALSO|NOW) | RE[Aa]d[ ]MORE | Read[ ](?:more|also) | Also[ ]read | See[ ]also
      | WATCH(?:[ ]NOW)? | OPINION | RELATED | INTERACTIVE | ANALYSIS | VIDEO | PHOTOS | IN[ ]PICTURES
      | SPECIAL[ ]SERIES | INSIDE[ ]STORY | PROFILE | PHOTO[ ]GALLERY | EXPLAINE[DR] | TIMELINE | INFOGRAPHIC
      | LISTENING[ ]POST | COUNTING[ ]THE[ ]COST )
    (?: :[ ] | [ ][-–—][ ] )""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_JOINTS = ":-–—\"'“‘(«"
_QUOTES = '"“'
_CLOSED = re.compile("[\\w?!]['’\"”]\\s\\Z")
_SENTENCE = re.compile("\\S+\\s+\\S+\\s.*[.!?][\"”’']?", re.DOTALL)
_LEAST_WORDS = 2
_REACH = 130  # characters: longer headlines are rare
# Words behind which a name goes on with a headline.
_BEFORE_NAMES = frozenset(
    """of in to with for by at from the a an and or over on amid under after before against between near as than is are
    about into inside across via per""".split()
)


def has_links(text: str) -> bool:
    """Whether any line leads to another article."""
    return _LINK.search(text) is not None


def without_links(text: str, span: Span, starters: frozenset[str]) -> Iterator[Span]:
    """What a sentence has of its own: what stands before the label, and behind the headline where that seems to end.

    A text that lost its line ends has the headline and the next sentence in one piece. ``starters`` are words that
    begin sentences and stand in small letters elsewhere, also in a headline; without one the rest of the piece goes.
    """
    begin, end = span
    link = _LINK.search(text, begin, end)
    if link is None:
        yield span
        return
    if before := text[begin : link.start()].rstrip():
        yield begin, begin + len(before)
    found = _end_of_headline(text, link.end(), end, starters)
    if found < end:
        yield found, end


def _end_of_headline(text: str, begin: int, end: int, starters: frozenset[str]) -> int:
    """Before a word that begins sentences, behind a quotation, or before the one name where it could have ended."""
    names, last = [], ""
    for number, word in enumerate(_WORD.finditer(text, begin, end)):
        before, last = last, word[0]
        if number < _LEAST_WORDS or not word[0][0].isupper():
            continue
        mark = text[word.start() - 1]
        if mark in _QUOTES and text[word.start() - 2].isspace():
            return word.start() - 1
        starts = not word[0][1:].isupper() and word[0].casefold() in starters
        if starts and text[begin : word.start()].rstrip()[-1] not in _JOINTS:
            return word.start()
        if before == word[0] or (number > _LEAST_WORDS and _CLOSED.search(text, begin, word.start())):
            return word.start()
        if mark.isspace() and before.islower() and text[word.start() - 2].isalnum() and before not in _BEFORE_NAMES:
            names.append(word.start())
    if len(names) != 1 or names[0] > begin + _REACH or not _SENTENCE.fullmatch(text, names[0], end):
        return end
    return names[0]
