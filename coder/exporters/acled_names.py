"""ACLED's names for actors: governments with their years, groups, crowds and those behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from coder.crosswalk import REBELS, blocks_of, is_civilian
from coder.model import ActorMention, Event
from coder.ontology import Ontology, actor_blocks, load_text_yaml

STATE, REBEL, MILITIA, IDENTITY, RIOTERS, PROTESTERS, CIVILIAN, EXTERNAL = range(1, 9)
_CROWDS = {PROTESTERS: "Protesters", RIOTERS: "Rioters", CIVILIAN: "Civilians"}
_WOMEN = ("women", "woman", "girl", "نساء", "امرأة", "فتيات", "فتاة", "سيدات")


@dataclass(frozen=True, slots=True)
class Side:
    """One actor as ACLED names it: ``inter`` is the number of its type, ``person`` who it was by name."""

    name: str | None = None
    inter: int | None = None
    associated: tuple[str, ...] = ()
    person: str | None = None
    open: bool = False
    """Whether the text leaves open who it was: nobody named, or only that they were armed."""


NOBODY = Side(open=True)


class AcledNames:
    """The file ``acled_names.yaml`` of an ontology: years of governments, names of groups, associated actors."""

    def __init__(self, path: Path) -> None:
        table: Mapping[str, Any] = load_text_yaml(path) if path.exists() else {}
        self._as: dict[str, str] = {
            iso3: entry["as"] for iso3, entry in table.get("governments", {}).items() if "as" in entry
        }
        self._since = {
            iso3: [date.fromisoformat(day) for day in entry["since"]]
            for iso3, entry in table.get("governments", {}).items()
        }
        self._groups: Mapping[str, str] = table.get("groups", {})
        self.associated: Mapping[str, str] = table.get("associated", {})

    def of_country(self, iso3: str, name: str, day: date | None) -> str:
        """A country's name with the years of its government on a day; the present one without a day."""
        return self._as.get(iso3, name) + self._years(iso3, day)

    def _years(self, iso3: str, day: date | None) -> str:
        since = self._since.get(iso3, [])
        for first, following in pairwise(since):
            if day is not None and first <= day < following:
                return f" ({first.year}-{following.year})"
        return f" ({since[-1].year}-)" if since and (day is None or day >= since[-1]) else ""

    def group(self, countries: frozenset[str], code: str) -> str | None:
        """The form of a group's name, by the last block of its code; None where none is listed."""
        own = actor_blocks(code)[-1:] or [""]
        keys = [*(f"{country}/{own[0]}" for country in sorted(countries)), own[0]]
        return next((self._groups[key] for key in keys if key in self._groups), None)


@lru_cache(maxsize=8)
def acled_names(folder: Path) -> AcledNames:
    """The names that come with the ontology in a folder."""
    return AcledNames(folder / "acled_names.yaml")


class Namer:
    """Names the actors of one event."""

    def __init__(self, event: Event, ontology: Ontology) -> None:
        self.ontology, self.names = ontology, acled_names(ontology.folder)
        self.place = event.attributes.country_iso3
        self.day = event.attributes.event_date or event.document.date

    def crowd(self, mention: ActorMention | None, inter: int) -> Side:
        """Protesters, rioters or civilians, with those whom they belong to."""
        person = mention.name if mention and not blocks_of(mention) <= self.ontology.countries.keys() else None
        return Side(self._generic(_CROWDS[inter], mention), inter, self._behind(mention), person)

    def force(self, mention: ActorMention | None) -> Side:
        """An armed side."""
        blocks = blocks_of(mention)
        if mention is None or not blocks - {"---"}:
            return Side(self._generic("Unidentified Armed Group", mention), MILITIA, open=True)
        if blocks & (REBELS | {"UAF"}):
            return self._group(mention, REBEL if blocks & REBELS else MILITIA)
        if "CRM" in blocks:
            named = self._listed(mention) or (mention.name if mention.resolved_by == "name" else None)
            return Side(named or self._generic("Unidentified Gang", mention), MILITIA)
        if is_civilian(blocks):
            return self.crowd(mention, CIVILIAN)
        if blocks & self.ontology.international.keys():
            return Side(mention.name or mention.text, EXTERNAL)
        generic = "Police Forces" if "COP" in blocks else "Military Forces"
        return Side(self._of(generic, mention), self._state_type(mention))

    def party(self, mention: ActorMention | None) -> Side:
        """A side of a strategic development: armed actors by their names, a country or government as such."""
        blocks = blocks_of(mention)
        if mention is None:
            return NOBODY
        if blocks and blocks <= self.ontology.countries.keys() | {"GOV"}:
            return Side(self._of("Government", mention), self._state_type(mention))
        return self.force(mention)

    def civilians_of(self, mention: ActorMention | None) -> str:
        """The civilians who were hurt beside another target."""
        return self._generic("Civilians", mention)

    def _country(self, mention: ActorMention | None) -> str | None:
        blocks = actor_blocks(mention.code) if mention else []
        return next((iso3 for block in blocks if (iso3 := self.ontology.iso3(block))), None)

    def _generic(self, generic: str, mention: ActorMention | None) -> str:
        """``generic`` with the actor's country, else that of the place."""
        name = self.ontology.country_name(self._country(mention) or self.place)
        return f"{generic} ({name})" if name else generic

    def _of(self, generic: str, mention: ActorMention | None) -> str:
        """``generic`` of a country under its government of the day."""
        iso3 = self._country(mention) or self.place
        name = self.ontology.country_name(iso3)
        return f"{generic} of {self.names.of_country(iso3, name, self.day)}" if iso3 and name else generic

    def _listed(self, mention: ActorMention) -> str | None:
        form = self.names.group(blocks_of(mention), mention.code)
        if form is None or "{}" not in form:
            return form
        name = self.ontology.country_name(self.place)
        return form.format(name) if name else form.replace(" ({})", "")

    def _group(self, mention: ActorMention, inter: int) -> Side:
        """A named group; the country in "Syrian rebels" is no name of theirs."""
        shared = self.ontology.roles.keys() | self.ontology.countries.keys() | {"---", "IMG"}
        own_block = bool(blocks_of(mention) - shared)
        name = self._listed(mention)
        if name is None and mention.name and (own_block or mention.resolved_by in ("name", "coreference")):
            name = mention.name
        if name is None:
            return Side(self._generic("Unidentified Armed Group", mention), inter, open=True)
        return Side(name, inter, person=mention.name)

    def _state_type(self, mention: ActorMention) -> int:
        country = self._country(mention)
        return EXTERNAL if country and self.place and country != self.place else STATE

    def _behind(self, mention: ActorMention | None) -> tuple[str, ...]:
        """Whom a crowd or victims belong to: group, government, forces, profession; else the name of theirs."""
        if mention is None:
            return ()
        blocks = blocks_of(mention)
        country = self.ontology.country_name(self._country(mention) or self.place)
        found = [self._listed(mention)] if blocks & (REBELS | {"UAF", "PTY", "OPP"}) else []
        for roles, generic in (
            ({"GOV", "LEG"}, "Government"),
            ({"MIL"}, "Military Forces"),
            ({"COP"}, "Police Forces"),
        ):
            if blocks & roles and "ELI" not in blocks and not any(found):
                found.append(self._of(generic, mention))
        labels = [label for block, label in self.names.associated.items() if block in blocks]
        if any(word in mention.text.casefold() for word in _WOMEN):
            labels.append("Women ({})")
        found += [label.format(country) if country else label.replace(" ({})", "") for label in labels]
        if not any(found) and blocks - self.ontology.countries.keys() - {"CVL", "---"}:
            found.append(mention.name)
        return tuple(name for name in found if name)
