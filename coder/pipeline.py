"""The only place where the stages are chained: documents in, events out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coder import __version__, languages
from coder.actors import (
    ActorResolver,
    coded_mentions,
    single_agents,
)
from coder.attributes import AttributeCoder, CountryNames, Place, PlaceIndex
from coder.dataset import deduplicate, frame_of
from coder.dictionary.compiled import LanguageDictionary
from coder.dictionary.kept import kept_store
from coder.dictionary.phrase_index import Screening
from coder.dictionary.store import Store
from coder.dyads import EventOptions
from coder.errors import CoderError, DocumentError, OptionError
from coder.languages.detect import language_of, other_language
from coder.languages.english.runtime import loading
from coder.languages.split import sentences
from coder.matcher import SentenceMatcher
from coder.model import ActorMention, Analysis, Document, Event, Sentence
from coder.ontology import Ontology
from coder.readers import ReadDefaults, ReadLimits, Record, Rejection, to_document
from coder.resources import dictionaries_root
from coder.stage import LanguageStage
from coder.story import Story

if TYPE_CHECKING:
    import pandas as pd

# A batch ends with the document that reaches either.
BATCH_DOCUMENTS = 64
BATCH_CHARACTERS = 60_000
CODES_FILE = "ontology/codes.yaml"
Wanted = tuple[Story, Sequence[int]]


@dataclass(frozen=True, slots=True)
class CoderOptions:
    """Everything that decides what a coder gives; the same options and input give the same events.

    ``gate``: analyse only the sentences that can bear on an event; it changes the time that coding takes, nothing else.
    ``check_lang``: documents that are surely in another language are rejected whatever ``lang`` says of them.
    """

    dictionaries: Path | None = None
    add_dictionaries: tuple[Path, ...] = ()
    model: str | None = None
    morphology: str = "embedded"
    coreference: bool = True
    gate: bool = True
    check_lang: bool = False
    events: EventOptions = field(default_factory=EventOptions)


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document with its events in text order, whatever their status.

    ``looks``: the language that its text is surely in, where that is none of ours and its ``lang`` says otherwise.
    ``left_out``: what it tells that stands in no table whatever its status, each with the reason (``Event.left_out``).
    """

    document: Document
    events: list[Event]
    sentences: int
    looks: str | None = None
    left_out: list[Event] = field(default_factory=list)


class Coder:
    """A coder with its dictionaries. Languages load when the first sentence of each comes."""

    def __init__(self, options: CoderOptions | None = None, store: Store | None = None) -> None:
        """``store``: dictionary entries read already (by the dictionary checks, which go on in spite of faults)."""
        self.options = options or CoderOptions()
        self._stages: dict[str, LanguageStage] = {}
        self._given_store = store

    @cached_property
    def ontology(self) -> Ontology:
        """Codes and crosswalks, with the codes that the user's folders bring (``ontology/codes.yaml``)."""
        ontology = Ontology.load()
        folders = (self.options.dictionaries, *self.options.add_dictionaries)
        for path in (folder / CODES_FILE for folder in folders if folder is not None):
            ontology = ontology.with_codes(path) if path.is_file() else ontology
        return ontology

    @cached_property
    def store(self) -> Store:
        """All dictionary entries; a ``DictionaryError`` lists every fault at once."""
        if self._given_store is not None:
            return self._given_store
        options = self.options
        with loading():
            return kept_store(dictionaries_root(), replace=options.dictionaries, add=options.add_dictionaries)

    @property
    def event_options(self) -> EventOptions:
        """What the user chose about events."""
        return self.options.events

    @property
    def coreference(self) -> bool:
        """Whether pronouns and bare definites are resolved."""
        return self.options.coreference

    @cached_property
    def country_blocks(self) -> dict[str, str]:
        """CAMEO country blocks by ISO 3166 code: those of the dictionaries, where they have the country."""
        countries = [c for c in self.ontology.countries.values() if c.iso3 is not None and not c.historical]
        own = {entry.country for entry in self.store.actors.values() if entry.kind == "country"}
        # Gaza is of Palestine, not of the West Bank; Romania is ROM, and not ROU as in Phoenix
        countries.sort(key=lambda c: (c.code in own, c.code == c.iso3))
        return {c.iso3: c.code for c in countries if c.iso3 is not None}

    @cached_property
    def attribute_coder(self) -> AttributeCoder:
        """Dates, places and casualties."""
        words = {
            code: {**entries.words, "agent_nouns": single_agents(entries.agents.values())}
            for code, entries in self.store.languages.items()
        }
        return AttributeCoder(self._place_index(), words)

    def _place_index(self) -> PlaceIndex:
        countries: list[CountryNames] = []
        others: list[Mapping[str, tuple[str, ...]]] = []
        persons: list[Mapping[str, tuple[str, ...]]] = []
        capitals = {(lang, n) for e in self.store.actors.values() for lang, own in e.capital.items() for n in own}
        for entry in self.store.actors.values():
            iso3 = entry.iso3 or (self.ontology.iso3(entry.country) if entry.country else None)
            if entry.kind == "country" and iso3:
                whole = "countries/" in entry.ref.path
                names: dict[str, tuple[str, ...]] = dict(entry.names.items())
                if entry.needs:  # عمان alone is the town of that name
                    names = {lang: tuple(n for n in own if (lang, n) not in capitals) for lang, own in names.items()}
                countries.append(CountryNames(iso3, names, dict(entry.demonyms.items()), whole))
            elif entry.kind not in ("country", "place"):
                (persons if entry.kind == "person" else others).append(dict(entry.names.items()))
        return PlaceIndex(countries, others, persons)

    def stage(self, code: str) -> LanguageStage:
        """The stage of a language, loaded on first use."""
        if code not in self._stages:
            options, strict = self.options, self._given_store is None
            store = self.store
            with loading():
                self._stages[code] = LanguageStage(
                    code, store, model=options.model, morphology=options.morphology, strict=strict
                )
        return self._stages[code]

    # ------------------------------------------------------------------ coding

    def code(self, text: str, date: Any = None, **fields: Any) -> list[Event]:
        """The events of a text, whatever their status. ``date``: publication day, ISO text or ``datetime.date``."""
        return self.code_document(_document(text, date, fields))

    def code_document(self, document: Document) -> list[Event]:
        """The events of one document in text order, those of its title first."""
        return self.coded(document).events

    def coded(self, document: Document) -> CodedDocument:
        """One document with its events and with what is left out of them."""
        return next(self._code_batch([document]))

    def code_documents(self, documents: Iterable[Document | Rejection]) -> Iterator[CodedDocument | Rejection]:
        """Code a stream in order. A document that fails becomes a ``Rejection``; the rest goes on."""
        stream = iter(documents)
        while batch := take_batch(stream):
            checked = [in_known_language(item, self.options.check_lang) for item in batch]
            coded = iter(self._code_safely([d for d in checked if isinstance(d, Document)]))
            for item in checked:
                yield item if isinstance(item, Rejection) else next(coded)

    def _code_safely(self, documents: Sequence[Document]) -> Iterator[CodedDocument | Rejection]:
        try:
            yield from self._code_bounded(documents)
            return
        except CoderError:
            raise
        except Exception:
            pass
        for document in documents:
            try:
                yield from self._code_bounded([document])
            except Exception as error:
                reason = f"could not be coded: {type(error).__name__}: {error}"
                yield Rejection(document.id, document.id, f"{reason}; please report it with the text")

    def _code_bounded(self, documents: Sequence[Document]) -> list[CodedDocument]:
        with ExitStack() as around:
            for stage in self._stages.values():
                around.enter_context(stage.language.batch())
            return list(self._code_batch(documents))

    def _code_batch(self, documents: Sequence[Document]) -> Iterator[CodedDocument]:
        split = [sentences(d) for d in documents]
        stories = [Story(self, d, self._without_discards(part)) for d, part in zip(documents, split, strict=True)]
        self._code_stories(stories)
        for story, whole in zip(stories, split, strict=True):
            events = deduplicate(e for s, found in story.coded() for e in self._tagged(found, s, story.sentences))
            looks = other_language(story.document.text) if story.document.lang else None
            yield CodedDocument(story.document, events, len(whole), looks, story.left_out())

    def _code_stories(self, stories: Sequence[Story]) -> None:
        """Analyse and code in rounds: sentences to which others refer may turn out to be needed on the way."""
        wanted = [(story, story.wanted_for(self._relevant(story.sentences))) for story in stories]
        if self.options.gate:
            self._draft(wanted)
            wanted = [(story, story.still_wanted()) for story in stories]
        while wanted:
            self._analyse_for(wanted)
            again = []
            for story, _ in wanted:
                missing = story.code()
                if not missing and self.options.coreference:
                    missing = story.take_up()
                if missing:
                    again.append((story, missing))
                else:
                    story.release()
            wanted = again

    def _analyse_for(self, wanted: Sequence[Wanted]) -> None:
        """Analyse sentences of stories: with the gate by way of drafts, of which there may be some already."""
        if not self.options.gate:
            analyses = self.analyse([story.sentences[p] for story, positions in wanted for p in positions])
            for story, positions in wanted:
                story.analyses.update(zip(positions, analyses, strict=False))
            return
        self._draft(wanted)
        self._complete(wanted)

    def _complete(self, wanted: Sequence[Wanted]) -> None:
        """Turn drafts into analyses."""
        for code, own in _by_language(wanted).items():
            drafts = [story.drafts[p] for story, p in own]
            for (story, p), analysis in zip(own, self.stage(code).language.complete(drafts), strict=True):
                story.analyses[p] = analysis

    def _draft(self, wanted: Sequence[Wanted]) -> None:
        """Make the drafts of sentences that have none."""
        for code, own in _by_language(wanted).items():
            new = [(story, p) for story, p in own if p not in story.drafts]
            drafts = self.stage(code).language.drafts([story.sentences[p] for story, p in new])
            for (story, p), draft in zip(new, drafts, strict=True):
                story.drafts[p] = draft

    def _relevant(self, parts: Sequence[Sentence]) -> Iterable[int]:
        """The positions of the sentences in which there can be an event."""
        if not self.options.gate:
            return range(len(parts))
        return [position for position, s in enumerate(parts) if self.stage(s.lang).may_hold_event(s)]

    @cached_property
    def screenings(self) -> dict[str, Screening]:
        """Discards and issues by language; empty where no dictionary has any."""
        made = {
            code: Screening(entries.discards.values(), entries.issues.values(), languages.normaliser(code))
            for code, entries in self.store.languages.items()
        }
        return {code: screening for code, screening in made.items() if screening}

    def _without_discards(self, parts: list[Sentence]) -> list[Sentence]:
        """The sentences that are to be coded: none of a story with a story discard, none with one of their own."""
        if not self.screenings:
            return parts
        found = [(s, self.screenings[s.lang].discard(s.text) if s.lang in self.screenings else None) for s in parts]
        if any(discard is not None and discard.story for _, discard in found):
            return []
        return [sentence for sentence, discard in found if discard is None]

    def _tagged(self, events: list[Event], sentence: Sentence, story: Sequence[Sentence]) -> list[Event]:
        screening = self.screenings.get(sentence.lang)
        tags = screening.tags(sentence.text, [s.text for s in story]) if screening is not None and events else None
        return [replace(e, issues=tags) for e in events] if tags else events

    def analyse(self, parts: Sequence[Sentence]) -> Iterator[Analysis]:
        """Analyses in the order of the sentences; each language gets its sentences in one go."""
        by_language: dict[str, list[Sentence]] = {}
        for sentence in parts:
            by_language.setdefault(sentence.lang, []).append(sentence)
        streams = {code: iter(self.stage(code).language.analyse(own)) for code, own in by_language.items()}
        for sentence in parts:
            yield next(streams[sentence.lang])

    def code_with(
        self, document: Document, analyses: Sequence[Analysis], dictionaries: Mapping[str, LanguageDictionary]
    ) -> list[Event]:
        """Code analysed sentences, those of some languages with other compiled dictionaries (the dictionary checks).

        With the gate, sentences whose frames give no event are left out, but not where another dictionary is used.
        """
        story = self._story(document, analyses)
        others = [dictionaries.get(a.sentence.lang) for a in analyses]
        told = (
            story.events(position, other)
            for position, (analysis, other) in enumerate(zip(analyses, others, strict=True))
            if other is not None or not self.options.gate or story.frames_may_tell(analysis)
        )
        return [event for events in told for event in events]

    def _story(self, document: Document, analyses: Sequence[Analysis]) -> Story:
        """A story whose sentences are all analysed."""
        story = Story(self, document, [a.sentence for a in analyses])
        story.analyses.update(enumerate(analyses))
        return story

    def inspect(self, document: Document, visit: Callable[[Analysis, ActorResolver, SentenceMatcher], None]) -> None:
        """Show every sentence's analysis, actors and matches to ``visit`` (used by ``coder explain``)."""
        story = self._story(document, list(self.analyse(sentences(document))))
        for position, analysis in story.analyses.items():
            resolver = story.resolver(position)
            visit(analysis, resolver, self.stage(analysis.sentence.lang).matcher(analysis, resolver))

    def frame_records(self, documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
        """The frames record of every sentence of every document."""
        stream = iter(documents)
        while batch := list(islice(stream, BATCH_DOCUMENTS)):
            parts = [(d.id, s) for d in batch for s in sentences(d)]
            for (doc_id, _), analysis in zip(parts, self.analyse([s for _, s in parts]), strict=True):
                yield frames_record(doc_id, analysis)

    def place_records(self, documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
        """The places record of every document: every place named, resolved."""
        for document, analyses in self._analysed(documents):
            places = self.attribute_coder.places(document, list(analyses))
            yield {"doc_id": document.id, "places": [places_record(place) for place in places]}

    def actor_records(self, documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
        """The actors record of every document: every actor mention of its text, coded; titles are only read."""
        for document, analyses in self._analysed(documents):
            yield {"doc_id": document.id, "mentions": [actors_record(m) for m in self._mentions(document, analyses)]}

    def _analysed(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Iterator[Analysis]]]:
        """Every document with the analyses of its sentences, which are to be taken before the next document."""
        stream = iter(documents)
        while batch := list(islice(stream, BATCH_DOCUMENTS)):
            split = [sentences(d) for d in batch]
            analyses = self.analyse([s for part in split for s in part])
            for document, part in zip(batch, split, strict=True):
                yield document, islice(analyses, len(part))

    def _mentions(self, document: Document, analyses: Iterable[Analysis]) -> Iterator[ActorMention]:
        story = self._story(document, list(analyses))
        for position, analysis in story.analyses.items():
            if analysis.sentence.index >= 0:
                slots = self.stage(analysis.sentence.lang).anchor_slots
                yield from coded_mentions(story.resolver(position), analysis, slots)

    def code_frame(self, frame: pd.DataFrame, statuses: Sequence[str] = ("asserted",)) -> pd.DataFrame:
        """Code a data frame with a column ``text`` (``id``, ``date``, ``lang`` ... if there); one row an event.

        Rows that cannot be coded are left out and listed in ``attrs["rejected"]`` of the result as (id, reason).
        """
        if "text" not in frame.columns:
            raise OptionError("the data frame has no column 'text'", hint="rename the column that holds the articles")
        coded = list(self.code_rows({str(k): v for k, v in row.items()} for row in frame.to_dict("records")))
        done = [item for item in coded if isinstance(item, CodedDocument)]
        kept = [event for item in done for event in item.events if event.status in statuses]
        out = frame_of(kept, self.ontology, self.versions)
        out.attrs["rejected"] = [(item.doc_id, item.reason) for item in coded if isinstance(item, Rejection)]
        return out

    def code_rows(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[CodedDocument | Rejection]:
        """Code the rows of a data frame, fields by name, as ``code_documents`` codes documents."""
        return self.code_documents(_read_row(row, number) for number, row in enumerate(rows))

    @cached_property
    def versions(self) -> dict[str, str]:
        """What must be the same for the same output."""
        return {"coder_version": __version__, "dictionary_version": self.store.version}


def _by_language(wanted: Sequence[Wanted]) -> dict[str, list[tuple[Story, int]]]:
    """Sentences of stories, each language's together."""
    found: dict[str, list[tuple[Story, int]]] = {}
    for story, positions in wanted:
        for p in positions:
            found.setdefault(story.sentences[p].lang, []).append((story, p))
    return found


def take_batch(stream: Iterator[Document | Rejection]) -> list[Document | Rejection]:
    """The next documents of a stream: as many as are coded at once, fewer where they are long, none at its end."""
    batch: list[Document | Rejection] = []
    characters = 0
    while len(batch) < BATCH_DOCUMENTS and characters < BATCH_CHARACTERS and (item := next(stream, None)) is not None:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Document) else 0
    return batch


def in_known_language(item: Document | Rejection, check_lang: bool = False) -> Document | Rejection:
    """The document, or its rejection where it is in none of our languages; ``check_lang``: whatever its ``lang``."""
    if isinstance(item, Rejection):
        return item
    known = language_of(item) in languages.SUPPORTED
    looks = None if known and not check_lang else other_language(item.text)
    if known and looks is None:
        return item
    seen = f": it looks like {looks}" if looks else ""
    reason = f"in no supported language ({', '.join(languages.SUPPORTED)}){seen}; "
    hint = "leave out --check-lang" if known else "give `lang`"
    return Rejection(item.id, item.id, f"{reason}{hint} if it is one of them")


def frames_record(doc_id: str, analysis: Analysis) -> dict[str, Any]:
    """One record of ``coder frames``: the predicates of a sentence with their slots."""
    return {
        "doc_id": doc_id,
        "sentence_index": analysis.sentence.index,
        "text": analysis.sentence.text,
        "predicates": [
            {
                "start": p.start,
                "end": p.end,
                "lemma": p.lemma,
                "kind": p.kind,
                "voice": p.voice,
                "negated": p.negated,
                "modality": p.modality,
                "slots": {
                    name: [
                        {"start": q.start, "end": q.end, "head_start": q.head_start, "head_end": q.head_end}
                        for q in phrases
                    ]
                    for name, phrases in p.slots.items()
                },
            }
            for p in analysis.predicates
        ],
    }


def places_record(place: Place) -> dict[str, Any]:
    """One place of a record of ``coder places``."""
    return {
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country_iso3": place.country or None,
        "admin1": place.admin1,
        "geonameid": place.geonameid,
        "geo_precision": place.precision,
    }


def actors_record(mention: ActorMention) -> dict[str, Any]:
    """One mention of a record of ``coder actors``."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "code": mention.code,
        "actor_id": mention.actor_id,
        "entry": str(mention.entries[0]) if mention.entries else None,
        "resolved_by": mention.resolved_by,
    }


def _document(text: str, date: Any, fields: Mapping[str, Any]) -> Document:
    made = _read({**fields, "text": text, "date": date}, "text")
    if isinstance(made, Rejection):
        raise DocumentError(made.reason, where=made.doc_id)
    return made


def _read_row(row: Mapping[str, Any], number: int) -> Document | Rejection:
    return _read(row, str(number))


def _read(fields: Mapping[str, Any], fallback_id: str) -> Document | Rejection:
    """A document of library input; NaN is missing, times of day are dropped, whole numbers may be ids."""
    given = {key: value for key, value in fields.items() if value is not None and value == value}
    if hasattr(given.get("date"), "hour"):
        given["date"] = given["date"].date()
    if "id" in given:
        given["id"] = str(given["id"])
    return to_document(Record(f"row {fallback_id}", fallback_id, given), ReadDefaults(), ReadLimits())
