"""From an unchecked record to a document, or to the reason why it is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from coder.errors import DocumentError
from coder.model import Document, GivenMention
from coder.readers.base import KNOWN_FIELDS, PUBLISHED, ReadDefaults, ReadLimits, Record, Rejection, printable

_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_LIGATURE = 18  # characters of U+FDFA in NFKC, the most of all signs
_DAY = re.compile(r"(\d{4})(-?)(\d{2})\2(\d{2})(?:$|[T ].*)", re.ASCII | re.DOTALL)


def to_document(record: Record, defaults: ReadDefaults, limits: ReadLimits) -> Document | Rejection:
    """The document of a record, with every field checked."""
    doc_id = record.fallback_id
    try:
        doc_id = _id(record)
        fields = record.fields
        text = _text(fields, limits)
        return Document(
            id=doc_id,
            text=text,
            date=None if defaults.undated else _published(fields) or defaults.date,
            title=_title(fields, limits),
            lang=_lang(fields) or defaults.lang,
            publisher=_optional(fields, "publisher"),
            url=_optional(fields, "url"),
            mentions=_mentions(fields.get("mentions"), text),
            extra=_extra(fields),
        )
    except DocumentError as error:
        reason = f"{error.what}; {error.hint}" if error.hint else error.what
        return Rejection(printable(doc_id), record.where, printable(reason))


def _id(record: Record) -> str:
    value = record.fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        return record.fallback_id
    if not isinstance(value, str):
        raise DocumentError(f"the id is {_kind(value)}", hint="write the id as text")
    value = value.strip()
    if not value:
        return record.fallback_id
    _check(value, "id")
    if len(value) > 1000:
        raise DocumentError("the id is longer than 1,000 characters", hint="is it the text?")
    return value


def _text(fields: Mapping[str, Any], limits: ReadLimits) -> str:
    text = fields.get("text")
    if text is None:
        raise DocumentError("the record has no text", hint="put the article into the field 'text'")
    if not isinstance(text, str):
        raise DocumentError(f"the text is {_kind(text)}", hint="the field 'text' must be a string")
    length = _written_out(text, limits.max_characters)
    if length > limits.max_characters:
        ligatures = " with its ligatures written out" if length > len(text) else ""
        what = f"the text has {length:,} characters{ligatures}, more than {limits.max_characters:,}"
        raise DocumentError(what, hint="split it into articles")
    if not text.strip():
        raise DocumentError("the text is empty", hint="leave the record out or give it a text")
    _check(text, "text")
    return text


def _written_out(text: str, limit: int) -> int:
    """The characters of a text as it is analysed: one sign may stand for four words (U+FDFA)."""
    if len(text) > limit or len(text) * _LONGEST_LIGATURE <= limit:
        return len(text)
    return max(len(text), len(unicodedata.normalize("NFKC", text)))


def _title(fields: Mapping[str, Any], limits: ReadLimits) -> str | None:
    title = _optional(fields, "title")
    if title is not None and len(title) > limits.max_title_characters:
        what = f"the title has {len(title):,} characters, more than {limits.max_title_characters:,}"
        raise DocumentError(what, hint="is it the text?")
    return title


def _lang(fields: Mapping[str, Any]) -> str | None:
    lang = (_optional(fields, "lang") or "").strip().lower()
    return re.split("[-_]", lang)[0] or None if lang != "auto" else None


def _optional(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise DocumentError(f"the {name} is {_kind(value)}", hint=f"the field {name!r} must be a string")
    _check(value, name)
    return value if value.strip() else None


def _published(fields: Mapping[str, Any]) -> date | None:
    return _date(fields.get("date")) or _date(fields.get(PUBLISHED))


def _date(value: Any) -> date | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, date):
        return _plausible(value.date() if isinstance(value, datetime) else value)
    day = _DAY.fullmatch(str(value).strip()) if isinstance(value, str | int) else None
    try:
        if day:
            return _plausible(date(int(day[1]), int(day[3]), int(day[4])))
    except ValueError:
        pass
    raise DocumentError(f"{str(value)[:40]!r} is no date", hint="write it as YYYY-MM-DD, or leave it out")


def _plausible(day: date) -> date:
    """A day of publication; the calendar's ends are refused, since nothing can be reckoned back or on from them."""
    if not 1500 <= day.year <= 2500:
        raise DocumentError(f"{day} is no day of publication", hint="correct it, or leave it out")
    return day


def _mentions(value: Any, text: str) -> tuple[GivenMention, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise DocumentError(f"mentions are {_kind(value)}", hint="they must be a list of {start, end, text}")
    return tuple(_mention(item, number, text) for number, item in enumerate(value, 1))


def _mention(item: Any, number: int, text: str) -> GivenMention:
    what = f"mention {number}"
    if not isinstance(item, dict):
        raise DocumentError(f"{what} is {_kind(item)}", hint="it must be an object with start and end")
    start, end, code = item.get("start"), item.get("end"), item.get("code")
    if type(start) is not int or type(end) is not int:
        raise DocumentError(f"{what} has no whole numbers as start and end", hint="they are offsets into the text")
    if not 0 <= start < end <= len(text):
        what = f"{what} is out of range: {start} to {end} in a text of {len(text)} characters"
        raise DocumentError(what, hint="offsets count characters of the text from 0, and the end is exclusive")
    if item.get("text") is not None and item["text"] != text[start:end]:
        what = f"{what} says {str(item['text'])[:60]!r}, but the text there is {text[start:end][:60]!r}"
        raise DocumentError(what, hint="offsets count Unicode characters, not bytes or UTF-16 units")
    if code is not None and not (isinstance(code, str) and code.strip()):
        raise DocumentError(f"{what} has the code {code!r}", hint="a code is a string such as 'USAGOV', or left out")
    if code is not None:
        _check(code, "code of a mention")
    return GivenMention(start, end, text[start:end], code.strip() if code else None)


def _extra(fields: Mapping[str, Any]) -> dict[str, Any]:
    extra = {name: value for name, value in fields.items() if name not in KNOWN_FIELDS}
    for name, text in _strings(extra):
        _check(text, f"field {name!r}")
    return extra


def _strings(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every string in the fields, keys too, each with the name of its field."""
    pending: list[tuple[str, Any]] = [*fields.items(), *((name, name) for name in fields)]
    while pending:
        name, value = pending.pop()
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, dict):
            pending.extend((name, item) for pair in value.items() for item in pair)
        elif isinstance(value, list | tuple):
            pending.extend((name, item) for item in value)


def _check(text: str, name: str) -> None:
    """Refuse what would break the files that are written later."""
    if (position := text.find("\0")) >= 0:
        raise DocumentError(
            f"a NUL character in the {name}, at {position}", hint="the file is damaged or binary: remove it"
        )
    if surrogate := _SURROGATE.search(text):
        what = f"half a character (a lone surrogate) in the {name}, at {surrogate.start()}"
        raise DocumentError(what, hint="the file was cut or converted wrongly: write it again as UTF-8")


def _kind(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)
