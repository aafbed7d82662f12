"""Sentence splitting by rules, in one pass over the text, before anything is parsed.

A stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a list, or the next word goes on
in lower case.
Line ends end a sentence, except in text that was wrapped at a fixed width and where a sentence clearly goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coder.languages.detect import language_of, script_of
from coder.languages.links import has_links, without_links
from coder.model import TITLE_INDEX, Document, Sentence

MAX_CHARACTERS = 1_500
MAX_WORDS = 200
MAX_WRAP = 130
MIN_BROKEN = 40  # characters of a line that may go on in the next: shorter ones are list items and captions

Span = tuple[int, int]

_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"""[.!?؟۔…]+["'”’»›)\]}\u200e\u200f]*""")
_BULLETS = "•●▪◦‣*-–—"
_INLINE_BULLET = re.compile("(?<=\\s)[•●▪◦‣](?=\\s)")
_OPENERS = "\"'“”‘«‹([{\u200e\u200f\u202a\u202b\u2067\u2066-–—"
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]{},;:،؛/–—-]*\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?|\d+")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_LIST_MARK = re.compile(r"\s*(?:\(?\d{1,3}|[A-Za-z]|[ivx]{1,4})\Z")
_CLAUSE_END = re.compile(r"[,;:،؛)\]»”–—]\s")
_SPACE = re.compile(r"\s")
_LAST_WORD = re.compile(r"[A-Za-z]+\Z")
_WORD = re.compile(r"\S+")
_DASHES = re.compile(r"-+(?=[\s\"'“‘]|[^\W\d_])")  # stands for a space that was lost in conversion
_LEADING_DASHES = re.compile(r"(?:[-–—]+\s+)+|-+(?=[^\W\d_])")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TITLES = _words(
    """mr mrs ms mx dr prof gen lt col maj capt cpt sgt cpl pvt adm cmdr cdr brig rep reps sen sens gov
    govs pres supt insp     det rev hon fr st ste sr mt ft messrs mme mlle atty asst amb sec dir
    ayat sh vs al no nos art arts para op pp fig vol     ch approx est ca cf eg ie viz v"""
)
_BEFORE_NUMBER = _words("""jan feb mar apr jun jul aug sep sept oct nov dec no nos p pp art sec ch vol para fig ca""")
_ENDS_SOMETIMES = _words(
    """inc ltd corp co bros plc llc etc jr esq ave blvd rd dept univ assn govt u.s u.k u.n e.u d.c u.a.e
    u.s.a u.s.s.r     a.m p.m ph.d m.d b.a m.a mon tue tues wed thu thur thurs fri sat sun jan feb
    mar apr jun jul aug sep sept oct nov dec"""
)
_NOT_ENDING = frozenset({"no", "op", "al", "est", "art", "fig", "para", "sh", "det", "ft", "mt", "dir", "fr"})
_STARTERS = _words(
    """the a an he she it its they we you i his her their our my this that these those there here in on at
    by for from with     to of as after before during since while when where if but and or so yet
    however meanwhile earlier later also among under     over both all some many most several no not
    one two three four five six police officials president many what who how why     according
    despite although because until amid about between following last next now then washington"""
)
# Words with which no sentence ends: behind them a line break is none of the text.
_GO_ON = _words(
    """the a an of and or but nor at by from with into onto than as if because while whose its their his her our my
    between among under during since until against is are was were has have had be been will would on in to for"""
)


def split(text: str, lang_hint: str | None = None, start: int = 0) -> list[Span]:
    """The sentences of a text as spans, shifted by ``start``: in order, none empty, nothing left out but white space.

    ``lang_hint`` decides only what the text itself leaves open: in Arabic two dots part sentences.
    """
    spans = (
        piece
        for line in _lines(text)
        for sentence in _sentences(text, line, lang_hint)
        for piece in _pieces(text, sentence)
    )
    return [(begin + start, end + start) for begin, end in spans]


def sentences(document: Document) -> list[Sentence]:
    """The title (index -1) and the sentences of a document, each with its own language.

    There are none for a document in no known language. Stretches without a letter or digit, such as
    rules of dashes, are left out.
    """
    home = language_of(document)
    if home is None:
        return []
    found = [_sentence(document.text, span, index, home) for index, span in enumerate(_worded(document.text, home))]
    title = _trim(document.title, 0, len(document.title)) if document.title else None
    if document.title and title:
        found.insert(0, _sentence(document.title, title, TITLE_INDEX, home))
    return found


def _worded(text: str, home: str) -> Iterator[Span]:
    spans = split(text, home)
    if has_links(text):
        spans = [own for span in spans for own in without_links(text, span, _STARTERS)]
    for begin, end in spans:
        dashes = _LEADING_DASHES.match(text, begin, end)
        begin = begin if dashes is None else dashes.end()
        if any(map(str.isalnum, text[begin:end])):
            yield begin, end


def _sentence(text: str, span: Span, index: int, home: str) -> Sentence:
    own = text[span[0] : span[1]]
    return Sentence(index=index, start=span[0], end=span[1], text=own, lang=script_of(own, home) or home)


def _lines(text: str) -> Iterator[Span]:
    """The lines of a text; lines that were wrapped at a fixed width are joined."""
    lines = [span for match in _LINE.finditer(text) if (span := _trim(text, *match.span()))]
    soft = _soft_breaks(text, lines)
    begin: int | None = None
    for number, line in enumerate(lines):
        begin = line[0] if begin is None else begin
        if number not in soft:
            yield begin, line[1]
            begin = None


def _soft_breaks(text: str, lines: list[Span]) -> frozenset[int]:
    """The lines that end within a sentence."""
    return _wrapped(text, lines) | {n for n in range(len(lines) - 1) if _is_broken_off(text, lines[n], lines[n + 1])}


def _is_broken_off(text: str, line: Span, following: Span) -> bool:
    """Whether a long line ends with a word that ends no sentence, or in mid-sentence before a small letter."""
    if text.count("\n", line[1], following[0]) > 1 or line[1] - line[0] < MIN_BROKEN:
        return False
    last = _LAST_WORD.search(text, max(line[0], line[1] - 30), line[1])
    goes_on = last is not None and last[0] in _GO_ON and text[following[0]].isalnum()
    return goes_on or (text[following[0]].islower() and (text[line[1] - 1].isalnum() or text[line[1] - 1] == ","))


def _wrapped(text: str, lines: list[Span]) -> frozenset[int]:
    """The lines that end only because the next word did not fit; none where the text does not look wrapped."""
    width = max((end - begin for begin, end in lines), default=0)
    if not 40 <= width <= MAX_WRAP:
        return frozenset()
    full = [number for number in range(len(lines) - 1) if _is_full(text, lines[number], lines[number + 1], width)]
    broken_off = sum(not _STOP.fullmatch(text, lines[number][1] - 1, lines[number][1]) for number in full)
    wrapped = broken_off >= 2 and 2 * broken_off >= len(full) and 4 * len(full) >= len(lines)
    return frozenset(full if wrapped else ())


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    if text.count("\n", line[1], following[0]) > 1 or text[following[0]] in _BULLETS:
        return False
    word = _WORD.match(text, following[0], following[1])
    return line[1] - line[0] + 1 + (word.end() - word.start() if word else 0) > width


def _sentences(text: str, line: Span, lang_hint: str | None) -> Iterator[Span]:
    begin, end = line
    marks = [(match.end(), match) for match in _STOP.finditer(text, begin, end)]
    bullets = [(match.start(), None) for match in _INLINE_BULLET.finditer(text, begin, end)]
    for cut, stop in sorted([*marks, *bullets], key=lambda mark: mark[0]) if bullets else marks:
        if cut < end and (stop is None or _ends(text, begin, stop, end, lang_hint)):
            if span := _trim(text, begin, cut):
                yield span
            begin = cut
    if span := _trim(text, begin, end):
        yield span


def _ends(text: str, begin: int, stop: re.Match[str], end: int, lang_hint: str | None) -> bool:
    """Whether a sentence ends with this stop. Looks only a bounded way back, and ahead over white space."""
    cut = stop.end()
    mark = stop[0].rstrip("\"'”’»›)]}\u200e\u200f")
    first, following = _following(text, cut, end)
    before = _before(text, begin, stop.start())
    if text[cut] == "-" and (dashes := _DASHES.match(text, cut, end)) is not None:
        return _parted(text, dashes.end(), end, before, stop[0])
    if not text[cut].isspace():
        return _glued(before, mark, text[cut : cut + 2], stop[0] == mark) or _mangled(text, begin, stop)
    if first is None or first in ".!?؟۔…,;:،؛":
        return False
    if mark != ".":
        return _after_mark(mark, first, following, lang_hint)
    return _after_dot(text, begin, stop, before, first, following)


def _parted(text: str, after: int, end: int, before: str, stop: str) -> bool:
    """Dashes behind a stop part two sentences where a whole word, or a quotation, ends there and a capital follows."""
    first, _ = _following(text, after, end)
    whole = len(before) >= 3 and before[-2:].islower() and before.casefold() not in _TITLES
    return (whole or len(stop) > 1) and first is not None and first.isupper()


def _following(text: str, cut: int, end: int) -> tuple[str | None, str]:
    """The first character after white space and opening marks, and the word it begins."""
    position = cut
    while position < end and (text[position].isspace() or text[position] in _OPENERS):
        position += 1
    if position == end:
        return None, ""
    word = _WORD_AFTER.match(text, position, min(end, position + 40))
    return text[position], word[0] if word else ""


def _before(text: str, begin: int, stop: int) -> str:
    found = _WORD_BEFORE.search(text, max(begin, stop - 30), stop)
    return found[0] if found else ""


def _glued(before: str, mark: str, after: str, bare: bool) -> bool:
    """A stop without white space after it ends a sentence only between two whole words."""
    if _ARABIC_LETTER.match(after):
        letters = re.split(r"[.!?؟…]", before)[-1]
        return len(letters) >= 3 and _ARABIC_LETTER.match(letters) is not None
    plain = bare and mark in (".", "!", "?") and before.lower() != "www" and "." not in before and "@" not in before
    return (
        plain
        and len(before) >= 3
        and before[-2:].islower()
        and len(after) == 2
        and after[0].isupper()
        and after[1].islower()
    )


def _mangled(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a quotation ends there and its blank is lost (*it was over."Navarro replied*) or became a question mark.

    An odd number of marks before it, as far as a sentence may reach, says that it closes one.
    """
    at, cut = stop.start(), stop.end()
    if not (text[cut].isupper() and text[cut + 1 : cut + 2].islower()):
        return False
    if stop[0] == "?" and at - 2 > begin:
        return text[at - 1] in '"”' and text[at - 2] in ".!?"
    whole = stop[0][1:] == '"' and at - 3 > begin and text[at - 3 : at].isalpha() and text[at - 3 : at].islower()
    return whole and text.count('"', max(begin, at - MAX_CHARACTERS), at) % 2 == 1


def _after_mark(mark: str, first: str, following: str, lang_hint: str | None) -> bool:
    if first.islower():
        return following.startswith(("al-", "el-"))
    if set(mark) <= {".", "…"}:
        return first.isupper() or (_ARABIC_LETTER.match(first) is not None and lang_hint != "en")
    return True


def _after_dot(text: str, begin: int, stop: re.Match[str], before: str, first: str, following: str) -> bool:
    if first.islower() and not following.startswith(("al-", "el-")):
        return _opens_quotation(text, stop.end(), before)
    closed = len(stop[0]) > 1
    if _ARABIC_LETTER.match(before[-1:] or " "):
        return closed or not _arabic_abbreviation(before)
    if _LIST_MARK.match(text, begin, stop.start()) and not closed and stop.start() - begin <= 6:
        return False
    word = before.casefold()
    starts = following.casefold().rstrip(".") in _STARTERS and (not following.endswith(".") or len(following) > 2)
    if word in _BEFORE_NUMBER and first.isdigit():
        return False
    if word in _ENDS_SOMETIMES:
        return closed or starts or _ARABIC_LETTER.match(first) is not None
    if word in _TITLES:
        return word in _NOT_ENDING and (closed or (starts and before.islower()))
    if _is_initials(before):
        return closed or starts
    return True


def _opens_quotation(text: str, cut: int, before: str) -> bool:
    """Whether a quotation in small letters begins behind the stop of a whole word (*died. "they fled," he said*)."""
    opening = text[cut : cut + 2] in (' "', " “") and text[cut + 2 : cut + 3].islower()
    whole = len(before) >= 4 and before.isalpha() and before.islower()
    return opening and whole and before not in _TITLES and before not in _ENDS_SOMETIMES


def _arabic_abbreviation(word: str) -> bool:
    """Single letters with dots between them: a title (doctor), an acronym, an era."""
    return all(len(part) <= 1 for part in word.split(".")) and _ARABIC_LETTER.match(word) is not None


def _is_initials(word: str) -> bool:
    parts = word.split(".")
    return all(len(part) == 1 and part.isalpha() for part in parts) and (len(parts) > 1 or word.isupper())


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A sentence, or its parts when it is too long to be parsed: cut after clause punctuation, else at white space."""
    begin, end = span
    while (limit := _window(text, begin, end)) < end:
        half = begin + (limit - begin) // 2
        cut = max((match.end() for match in _CLAUSE_END.finditer(text, half, limit)), default=0)
        cut = cut or max((match.end() for match in _SPACE.finditer(text, half, limit)), default=limit)
        if piece := _trim(text, begin, cut):
            yield piece
        begin = cut
    if piece := _trim(text, begin, end):
        yield piece


def _window(text: str, begin: int, end: int) -> int:
    """How far a piece that begins here may reach at most."""
    limit = min(end, begin + MAX_CHARACTERS)
    for number, word in enumerate(_WORD.finditer(text, begin, limit), 1):
        if number == MAX_WORDS:
            return end if word.end() == end else word.end()
    return limit


def _trim(text: str, begin: int, end: int) -> Span | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    return (begin, end) if begin < end else None
