"""Country codes of other data sets: Correlates of War numbers and ISO codes of the countries in actor codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from coder.ontology import Ontology, actor_blocks

# What the package `countrycode` (the data of the R package) leaves open, because it depends on the year or the state is
# no more. From the Correlates of War state system, version 2016.
_ADDED = {"SRB": 345, "XKX": 347}
_FORMER = {"CSK": 315, "DDR": 265, "FRY": 345, "SCG": 345, "SUN": 365, "YMD": 680, "YUG": 345}
_UNIFIED = {"DEU": (date(1990, 10, 3), 260), "YEM": (date(1990, 5, 22), 678)}


@dataclass(frozen=True, slots=True)
class CountryKey:
    """A country: ISO 3166 alpha-3 code, or CAMEO's code of a state that is no more. ``iso3`` is None for these."""

    key: str
    iso3: str | None
    name: str


@cache
def _cow_numbers() -> Mapping[str, int]:
    from countrycode.countrycode import prepare_codelist  # type: ignore[attr-defined,unused-ignore]

    codes = prepare_codelist()
    pairs = zip(codes["iso3c"], codes["cown"], strict=True)
    return {**{iso3: int(number) for iso3, number in pairs if iso3 and number is not None}, **_ADDED, **_FORMER}


def cow_number(key: str, day: date) -> int | None:
    """The Correlates of War number that a country has on a day, None where it is no member of the state system.

    Germany before 3 October 1990 is 260 (the Federal Republic), Yemen before 22 May 1990 is 678 (the north).
    """
    unified, before = _UNIFIED.get(key, (date.min, 0))
    return before if day < unified else _cow_numbers().get(key)


def country_of(actor_code: str | None, ontology: Ontology) -> CountryKey | None:
    """The country of an actor code: its first block, if that is a country."""
    block = (actor_blocks(actor_code) or [""])[0] if actor_code else ""
    known = ontology.countries.get(block)
    if known is None:
        return None
    return CountryKey(known.iso3 or block, known.iso3, ontology.country_name(known.iso3) or known.name)


def country_of_place(iso3: str | None, ontology: Ontology) -> CountryKey | None:
    """The country of a place."""
    return CountryKey(iso3, iso3, ontology.country_name(iso3) or iso3) if iso3 else None
