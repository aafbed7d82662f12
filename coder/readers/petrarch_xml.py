"""The XML input of PETRARCH and PETRARCH2: ``Sentence`` elements, each with its ``Text``; parses are ignored.

The id of a sentence is ``STORY_NUMBER``. Sentences of one story that stand together are one document, as PETRARCH keeps
them: discards and issues count for a story, and a later sentence may refer to an earlier one. Each stands in its own
paragraph. A record that says ``sentence="false"``, or whose id does not end in a number, is a story by itself.

A document type, and with it every entity, is refused before it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any
from xml.parsers import expat

from coder.readers.base import ReadLimits, Record, Rejection, reader

PARAGRAPH = "\n\n"
_CHUNK = 1 << 16
_MAX_DEPTH = 100
_BROKEN = "broken XML: "
_NUMBERED = re.compile(r"(.+)_\d+", re.DOTALL)
_PROLOG_PIECE = re.compile(rb"[^\[>]*[\[>]?")


class _RefusedError(Exception):
    """The file holds what no input needs, or is not what it seems; the rest of it is not read."""


@dataclass(slots=True)
class _Sentence:
    """One ``Sentence`` element. ``text`` is None until its ``Text`` begins."""

    line: int
    attributes: dict[str, str]
    text: list[str] | None = None
    characters: int = 0

    @property
    def id(self) -> str:
        return self.attributes.get("id", "").strip()

    @property
    def story(self) -> str | None:
        """The id of the story that it is a sentence of; None for a record that stands for itself."""
        numbered = _NUMBERED.fullmatch(self.id)
        alone = self.attributes.get("sentence", "true").strip().lower() == "false"
        return numbered[1] if numbered is not None and not alone else None

    @property
    def about(self) -> tuple[str | None, ...]:
        """What all sentences of a document share."""
        return (self.story, *(self.attributes.get(name, "").strip() or None for name in ("date", "source", "url")))

    def content(self) -> str:
        return " ".join("".join(self.text or ()).split())


@dataclass(slots=True)
class _Elements:
    """Collects the sentences of a stream of elements; takes no more of a text than it may have."""

    parser: Any
    limits: ReadLimits
    started: bool = False
    done: list[_Sentence] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _sentence: _Sentence | None = None
    _fed: int = 0

    def __post_init__(self) -> None:
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _doctype(self, *_: object) -> None:
        raise _RefusedError("the file declares a document type or entities, which are not read; remove <!DOCTYPE ...>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.started = True
        self._open.append(name)
        if len(self._open) > _MAX_DEPTH:
            raise _RefusedError(f"elements nested more than {_MAX_DEPTH} deep")
        if name == "Sentence":
            if self._sentence is not None:
                raise _RefusedError(
                    f"a <Sentence> inside that of line {self._sentence.line}; close each with </Sentence>"
                )
            self._sentence = _Sentence(self.parser.CurrentLineNumber, attributes)
        elif name == "Text" and self._sentence is not None:
            self._sentence.text = [*(self._sentence.text or ()), " "]

    def _end(self, name: str) -> None:
        self._open.pop()
        if name == "Sentence" and self._sentence is not None:
            self.done.append(self._sentence)
            self._sentence = None

    def _characters(self, data: str) -> None:
        sentence = self._sentence
        if sentence is None or sentence.text is None or self._open[-1] != "Text":
            return
        if sentence.characters <= self.limits.max_characters:
            sentence.text.append(data)
            sentence.characters += len(data)

    def feed(self, chunk: bytes, last: bool = False) -> str | None:
        """Parse some bytes; why the file cannot be read on, if so."""
        try:
            # Before the first element, up to a bracket at a time: a document type is refused before its entities begin.
            for piece in [chunk] if last or self.started else _PROLOG_PIECE.findall(chunk):
                self.parser.Parse(piece, last)
                self._fed += len(piece)
                if self._fed - self.parser.CurrentByteIndex > self.limits.max_line_bytes:
                    return f"a tag or comment is longer than {self.limits.max_line_bytes:,} bytes"
        except _RefusedError as error:
            return str(error)
        except expat.ExpatError as error:
            if last and self._fed == 0:
                return None
            return f"{_BROKEN}{error}; correct it there and save the file as UTF-8"
        return None

    def take(self) -> list[_Sentence]:
        taken, self.done = self.done, []
        return taken


@dataclass(slots=True)
class _Story:
    """The sentences of the document that is being put together, and the ids that the file has used."""

    path: Path
    file_id: str
    limits: ReadLimits
    offset: int = 0
    _first: _Sentence | None = None
    _texts: list[str] = field(default_factory=list)
    _characters: int = 0
    _used: set[bytes] = field(default_factory=set)

    def add(self, sentence: _Sentence) -> Iterator[Record | Rejection]:
        text = sentence.content()
        first = self._first
        if first is None or sentence.story is None or sentence.about != first.about:
            yield from self.flush()
        if not text:
            what = "the sentence has no <Text>" if sentence.text is None else "the <Text> is empty"
            yield Rejection(sentence.id or self._fallback(sentence), f"{self.path}:{sentence.line}", what)
            return
        self._first = self._first or sentence
        if self._characters <= self.limits.max_characters:
            self._texts.append(text)
            self._characters += len(text) + len(PARAGRAPH)

    def flush(self) -> Iterator[Record]:
        """The document, if one has begun."""
        first = self._first
        if first is None:
            return
        story, date, source, url = first.about
        fields = {
            "id": self._id(first, story),
            "text": PARAGRAPH.join(self._texts),
            "date": date,
            "publisher": source,
            "url": url,
        }
        self._first, self._texts, self._characters = None, [], 0
        yield Record(f"{self.path}:{first.line}", self._fallback(first), fields, self.offset)

    def _id(self, first: _Sentence, story: str | None) -> str:
        """A story that comes back, or goes on under another date, is named by its first sentence."""
        if story is None:
            return first.id
        key = blake2b(story.encode("utf-8", "replace"), digest_size=8).digest()
        if key in self._used:
            return first.id
        self._used.add(key)
        return story

    def _fallback(self, sentence: _Sentence) -> str:
        return f"{self.file_id}:{sentence.line}"


@reader(".xml")
def read_petrarch_xml(path: Path, file_id: str, limits: ReadLimits) -> Iterator[Record | Rejection]:
    """The stories of a file in PETRARCH's XML format: UTF-8 or UTF-16, whatever it declares."""
    parser = expat.ParserCreate("utf-8")
    elements, story = _Elements(parser, limits), _Story(path, file_id, limits)
    found, problem = False, None
    with path.open("rb") as file:
        while problem is None and (chunk := file.read(_CHUNK)):
            problem, story.offset = elements.feed(chunk), file.tell()
            for sentence in elements.take():
                found = True
                yield from story.add(sentence)
    problem = problem or elements.feed(b"", last=True)
    yield from story.flush()
    line = parser.ErrorLineNumber if problem and problem.startswith(_BROKEN) else parser.CurrentLineNumber
    if problem is not None:
        yield Rejection(f"{file_id}:{line}", f"{path}:{line}", f"{problem}. The rest of the file was not read")
    elif elements.started and not found:
        yield Rejection(file_id, str(path), "no <Sentence> in the file; .xml is read in the format of PETRARCH")
