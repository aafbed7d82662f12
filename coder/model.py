"""The data types that flow through the coder, from document to event.

All offsets are Unicode code points, end exclusive. Offsets of tokens, phrases, predicates and mentions
count from the start of the document's text (or of its title, for the sentence with index -1).
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

PredicateKind = Literal["verb", "noun"]
Voice = Literal["active", "passive"]
Modality = Literal["future", "possible", "conditional", "obligation"]
Tense = Literal["past", "present", "future"]
Status = Literal["asserted", "planned", "alleged", "denied", "negated", "hypothetical", "past_reference"]

STATUSES: tuple[Status, ...] = (
    "asserted",
    "planned",
    "alleged",
    "denied",
    "negated",
    "hypothetical",
    "past_reference",
)
TITLE_INDEX = -1
_TEXT_FIELDS = frozenset({"id", "text", "date", "title", "lang", "publisher", "url"})
HYPHENS = ("-", "–", "‑")
"""What joins a prefix to a word: hyphen, dash, hyphen that does not break."""


class Span(Protocol):
    """Anything that stands in the text: a token, phrase, mention or place."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character behind it."""


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def is_behind_particle(tokens: Sequence[Token], at: int, particles: Container[str]) -> bool:
    """Whether a name is a surname of nobody else: *a de Lima aide*, behind a particle that no name comes before."""
    if at == 0 or tokens[at - 1].norm not in particles:
        return False
    return at == 1 or not tokens[at - 2].text[:1].isupper()


def reaches_into(span: Span, start: int, end: int) -> bool:
    """Whether a span shares a character with the stretch from ``start`` to ``end``."""
    return span.start < end and start < span.end


@dataclass(frozen=True, slots=True)
class GivenMention:
    """An actor mention that came with the input record; ``code`` is None when only the span is known."""

    start: int
    end: int
    text: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One input record. ``date`` is the day of publication; ``extra`` holds fields to carry through."""

    id: str
    text: str
    date: date | None = None
    title: str | None = None
    lang: str | None = None
    publisher: str | None = None
    url: str | None = None
    mentions: tuple[GivenMention, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def carried(self, name: str) -> Any:
        """What the input record had in the field ``name``, None where it had nothing (and of ``mentions``)."""
        value = getattr(self, name) if name in _TEXT_FIELDS else self.extra.get(name)
        return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a document: ``text == document.text[start:end]`` (of the title when ``index`` is -1)."""

    index: int
    start: int
    end: int
    text: str
    lang: str

    def between(self, start: int, end: int) -> str:
        """The words between two offsets into the document."""
        return self.text[start - self.start : end - self.start]


@dataclass(slots=True)
class Token:
    """One syntactic word. Arabic proclitics (w, f, b, l, k, s) and enclitic pronouns are tokens of their own; the
    article stays with its noun.

    ``norm`` and ``lemma`` are passed through the language's ``normalise``; ``pos`` is a Universal Dependencies tag;
    ``feats`` holds what the language knows, e.g. number (s/d/p), gender (m/f), aspect, definite ("yes").
    """

    index: int
    start: int
    end: int
    text: str
    norm: str
    lemma: str
    pos: str
    feats: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase, pronoun or clause that fills a slot.

    ``tokens`` are the indices of the phrase's own words in text order: head, name parts, adjectives, noun modifiers,
    numbers and determiners. What hangs below it is apart: ``genitives`` (possessor, *of* complement, second term of an
    idafa), ``appositions``, and ``attached`` (other prepositional complements by preposition, e.g. "in", "from").
    ``start``/``end`` span the phrase with everything below it except conjuncts and relative clauses.
    """

    head: int
    start: int
    end: int
    head_start: int
    head_end: int
    kind: Literal["noun", "pronoun", "clause"]
    tokens: tuple[int, ...]
    genitives: tuple[Phrase, ...] = ()
    appositions: tuple[Phrase, ...] = ()
    attached: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Predicate:
    """A verb or event noun with its slots.

    ``subject`` and ``object`` are logical: the passive is already undone. A slot lists its fillers, one phrase for each
    conjunct. A phrase whose ``head`` is the head of another predicate embeds that predicate.
    ``support`` is the head token of the support verb from which an event noun took its subject and adjuncts.
    ``support_for`` is, on that verb, the head token of the event noun.
    ``clause`` says how the predicate's own clause hangs on its governor: e.g. "relative", "complement", "if", "after".
    """

    head: int
    start: int
    end: int
    lemma: str
    kind: PredicateKind
    slots: dict[str, tuple[Phrase, ...]]
    voice: Voice = "active"
    negated: bool = False
    modality: Modality | None = None
    tense: Tense | None = None
    support: int | None = None
    support_for: int | None = None
    clause: str | None = None

    @property
    def is_bare_noun(self) -> bool:
        """Whether it is an event noun that no support verb carries out (*the raid*, not *launched a raid*)."""
        return self.kind == "noun" and self.support is None


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity that the language's own recogniser found (spaCy's labels: PERSON, ORG, GPE, LOC, DATE ...)."""

    start: int
    end: int
    label: str


@dataclass(slots=True, eq=False)
class Analysis:
    """What a language module says of one sentence.

    ``phrases`` are all noun phrases in text order, in whatever slot or none (each is also reachable by its head token).
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    predicates: tuple[Predicate, ...]
    phrases: tuple[Phrase, ...]
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """Where a dictionary entry stands. ``path`` is relative to the dictionaries folder where possible."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, eq=False)
class ActorMention:
    """An actor in the text.

    ``code`` holds blocks of three letters; unknown parts are ``---``. ``resolved_by`` names the rule: name, demonym,
    agent, composed, given, counterpart, coreference, place, document, unknown. ``entries`` are the dictionary entries
    that took part.
    """

    start: int
    end: int
    text: str
    code: str
    actor_id: str | None
    resolved_by: str
    entries: tuple[Ref, ...] = ()
    head: int | None = None
    name: str | None = None

    @property
    def is_given(self) -> bool:
        """Whether it came with the document."""
        return self.resolved_by == "given"


@dataclass(frozen=True, slots=True)
class Force:
    """That an act is one of force, so that means and casualties are asked for.

    ``acts``: the heads of all acts of force of its sentence, among which the casualties are shared; None: of every
    predicate. ``counted``: whether the casualties are wanted.
    """

    acts: frozenset[int] | None = None
    counted: bool = True


@dataclass(slots=True)
class Attributes:
    """When, where, how many. Missing is None."""

    event_date: date | None = None
    date_precision: str | None = None
    date_text: str | None = None
    date_rule: str | None = None
    location_text: str | None = None
    location_start: int | None = None
    location_end: int | None = None
    location_name: str | None = None
    country_iso3: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    geo_precision: int | None = None
    location_rule: str | None = None
    fatalities: int | None = None
    fatalities_low: int | None = None
    fatalities_high: int | None = None
    fatalities_source_side: int | None = None
    fatalities_target_side: int | None = None
    fatalities_civilians: int | None = None
    fatalities_text: str | None = None
    fatalities_start: int | None = None
    fatalities_end: int | None = None
    injuries: int | None = None
    injuries_text: str | None = None
    weapon: str | None = None


@dataclass(slots=True)
class Event:
    """One coded event: the native record without what the ontology adds (labels, scores, crosswalks).

    ``left_out``: why it stands in no table whatever its status, if it does not (``coder/left_out.py``).
    """

    event_id: str
    incident_id: str
    reciprocal_of: str | None
    document: Document
    sentence: Sentence
    source: ActorMention | None
    target: ActorMention | None
    code: str
    trigger_text: str
    trigger_start: int
    trigger_end: int
    pattern_id: str
    pattern_ref: Ref
    status: Status
    status_reason: str | None
    attributed_to: str | None
    attributed_code: str | None
    attributes: Attributes
    n_mentions: int = 1
    issues: str | None = None
    left_out: str | None = None

    @property
    def withheld_because(self) -> str | None:
        """Why it is withheld: the rule that left it out, and what gave its status."""
        return "; ".join(filter(None, (self.left_out, self.status_reason))) or None
