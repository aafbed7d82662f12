"""What a dictionary entry may say. Unknown fields are faults; every scalar comes in as text."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from coder.model import Ref, Status

CORE_SLOTS = frozenset({"subject", "object", "complement", "modifier", "genitive", "by"})
NO_CODE = "none"
UNKNOWN_CODE = "---"


def _to_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _none(value: Any) -> Any:
    return None if isinstance(value, str) and value.strip().lower() in ("", "none", "null", "~") else value


def _none_list(value: Any) -> Any:
    return [] if _none(value) is None else _to_list(value)


Words = Annotated[tuple[str, ...], BeforeValidator(_to_list)]
Slots = Annotated[tuple[str, ...], BeforeValidator(_none_list)]
Optional = Annotated[str | None, BeforeValidator(_none)]
Day = Annotated[date | None, BeforeValidator(_none)]
ByLanguage = dict[Literal["en", "ar"], Words]


class Strict(BaseModel):
    """Frozen, no unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(Strict):
    """A sentence that the entry must code, with the text of both actors (None: no such actor)."""

    text: str = Field(min_length=1)
    source: Optional = None
    target: Optional = None
    code: Optional = None
    status: Status = "asserted"
    date: Day = None


class Counterexample(Strict):
    """A sentence in which the entry must not fire (or give only the code named), and why."""

    text: str = Field(min_length=1)
    why: str = Field(min_length=1)


class Entry(Strict):
    """What all entries share. ``ref`` is filled by the loader."""

    id: str = Field(pattern=r"^[A-Za-z0-9_.\-]+$")
    ref: Ref = Ref("?", 0)
    disabled: bool = False


class Reading(Strict):
    """The fields that a pattern may override on its entry."""

    code: str | None = None
    source: Slots | None = None
    target: Slots | None = None
    noun_source: Slots | None = None
    noun_target: Slots | None = None
    possessor: Literal["source", "target"] | None = None
    reciprocal: bool | None = None
    where: dict[str, Words] = Field(default_factory=dict)
    voice: Literal["active", "passive"] | None = None
    kind: Literal["verb", "noun"] | None = None
    weapon: str | None = None
    tokens: str | None = None
    reverse: str | None = None


class Pattern(Reading):
    """A further reading of the same words, or of those of the entry's verbs that ``verbs`` names."""

    id: str = Field(pattern=r"^[A-Za-z0-9_.\-]+$")
    verbs: Words = ()


class VerbEntry(Reading, Entry):
    """Verbs and event nouns that behave alike, with one code and its readings.

    ``asked_only``: deeds that are no event of their own and only say what is asked for, demanded or refused.
    """

    code: str
    verb: str | None = None
    verbs: Words = ()
    nouns: Words = ()
    patterns: tuple[Pattern, ...] = ()
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Counterexample, ...] = ()
    status: Literal["draft", "checked"] = "checked"
    word_order: bool = False
    asked_only: bool = False
    forms: dict[str, Words] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_words(self) -> VerbEntry:
        if not self.all_verbs and not self.nouns:
            raise ValueError("names no verb and no noun")
        if not self.word_order and (self.forms or self.tokens or any(p.tokens for p in self.patterns)):
            raise ValueError("`tokens` and `forms` are for entries with `word_order: yes`")
        if self.asked_only and (self.word_order or self.nouns):
            raise ValueError("`asked_only` is for verbs with slots")
        return self

    @property
    def all_verbs(self) -> tuple[str, ...]:
        """The entry's verbs, however they are written."""
        return (*((self.verb,) if self.verb else ()), *self.verbs)


class OperatorEntry(VerbEntry):
    """A word that takes an embedded event (threaten, say, deny ...)."""

    code: str = NO_CODE
    operator: str
    embedded: Slots = ("complement",)


class AgentEntry(Entry):
    """Nouns and adjectives that give an actor its role."""

    nouns: Words = ()
    plurals: Words = ()
    adjectives: Words = ()
    roles: Words = ()
    prefix: str | None = None
    suffix: str | None = None
    exact: bool = False
    collective: bool = False


class Role(Strict):
    """A role with the dates between which it holds, both inclusive."""

    role: str
    since: Day = Field(default=None, alias="from")
    until: Day = None

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        return {"role": value} if isinstance(value, str) else value

    def holds(self, day: date | None) -> bool:
        """Whether the role holds on ``day``; an unknown day takes every role."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class DatedCode(Strict):
    """A whole actor code, as an imported dictionary writes it, with the dates between which it holds (inclusive)."""

    code: str
    since: Day = Field(default=None, alias="from")
    until: Day = None

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        return {"code": value} if isinstance(value, str) else value

    def holds(self, day: date | None) -> bool:
        """Whether the code holds on ``day``; an unknown day fits only a code without dates."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Context(Strict):
    """Words that stand directly before or after a name."""

    before: Words = ()
    after: Words = ()


ActorKind = Literal["country", "person", "organization", "armed_group", "party", "media", "place", "listed"]


class ActorEntry(Entry):
    """A country, person, organisation or group."""

    country: str | None = None
    code: str | None = None
    codes: tuple[DatedCode, ...] = ()
    group: str | None = None
    kind: ActorKind = "organization"
    names: ByLanguage = Field(default_factory=dict)
    demonyms: ByLanguage = Field(default_factory=dict)
    capital: ByLanguage = Field(default_factory=dict)
    seats: ByLanguage = Field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    since: Day = Field(default=None, alias="from")
    until: Day = None
    iso3: str | None = None
    acled_name: str | None = None
    unless: dict[Literal["en", "ar"], Context] = Field(default_factory=dict)
    needs: dict[Literal["en", "ar"], Context] = Field(default_factory=dict)

    @field_validator("roles", "codes", mode="before")
    @classmethod
    def _one_role(cls, value: Any) -> Any:
        return [value] if isinstance(value, (str, dict)) else value

    @model_validator(mode="after")
    def _has_code(self) -> ActorEntry:
        if not (self.country or self.code or self.roles or self.kind in ("media", "listed")):
            raise ValueError("has neither country, code nor roles")
        if not any((*self.names.values(), *self.demonyms.values(), *self.seats.values(), *self.capital.values())):
            raise ValueError("has no name")
        return self

    def listed_code(self, day: date | None) -> str:
        """The code of an imported actor on a day: the first dated one that fits, else the last undated one."""
        dated = (c.code for c in self.codes if (c.since or c.until) and c.holds(day))
        undated = [c.code for c in self.codes if not (c.since or c.until)]
        last = self.codes[-1].code if self.codes and day is None else UNKNOWN_CODE
        return next(dated, undated[-1] if undated else last)

    def is_listed_on(self, day: date | None) -> bool:
        """Whether an imported actor has any code on a day."""
        return day is None or any(c.holds(day) for c in self.codes)

    def valid_on(self, day: date | None) -> bool:
        """Whether the entry as a whole exists on ``day``."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class DiscardEntry(Entry):
    """Phrases whose sentence or story is not coded. ``stems`` may go on within their last word."""

    phrases: Words = ()
    stems: Words = ()
    scope: Literal["sentence", "story"] = "sentence"


class IssueEntry(Entry):
    """Phrases that give a sentence a context tag; with ``stop`` they take all tags of the sentence or story away."""

    tag: str | None = None
    category: str | None = None
    phrases: Words
    stop: Literal["sentence", "story"] | None = None

    @model_validator(mode="after")
    def _has_tag(self) -> IssueEntry:
        if (self.tag is None) == (self.stop is None):
            raise ValueError("needs either `tag` or `stop`")
        return self


ENTRY_TYPES: dict[str, type[Entry]] = {
    "verbs": VerbEntry,
    "operators": OperatorEntry,
    "agents": AgentEntry,
    "discards": DiscardEntry,
    "issues": IssueEntry,
    "actors": ActorEntry,
}
