"""What the actor dictionaries hold: both languages, enough of every kind, blocks of groups that are nobody else's."""

from __future__ import annotations

from collections import Counter

import pytest

from coder.dictionary.schema import ActorEntry
from tests.full import coder

#: Entries in one language, each with its reason.
ONE_LANGUAGE = {
    "al_qaeda_bare": "القاعدة is also a base; English has no such second meaning",
    "fatah_bare": "فتح is also the verb to open",
    "mali_bare": "مالي is also financial",
    "oman_bare": "عمان is also Amman",
    "israeli_occupation": "قوات الاحتلال: Arabic media name the army so, English ones do not",
    "israeli_occupation_police": "شرطة الاحتلال: as above",
    "saddam_bare": "صدام is also a clash",
    "raisi_bare": "رئيسي is also principal",
    "assad_bare": "الأسد is also the lion",
    "arafat_bare": "عرفات is also the mountain",
    "usa_administration_ar": "الإدارة is any management; English administration is an agent noun",
    "germany_chancellor_ar": "مستشار is also an adviser; English chancellor is an agent noun",
    "austria_chancellor_ar": "as above",
    "israeli_settlers_ar": "the bare word means these in Arabic news, not in English",
}


def actors() -> list[ActorEntry]:
    return list(coder().store.actors.values())


def test_every_actor_has_names_in_both_languages() -> None:
    tables = {a.id: (a.names, a.demonyms, a.capital, a.seats) for a in actors()}
    one = {i for i, t in tables.items() if not all(any(names.get(lang) for names in t) for lang in ("en", "ar"))}
    assert one == set(ONE_LANGUAGE)


def _sort(actor: ActorEntry) -> str:
    code = actor.code or ""
    kind = next((c for c in ("IGO", "MNC") if code.startswith(c)), actor.kind)
    if code[:3] in ("NGO", "NGM") or (kind == "organization" and {r.role for r in actor.roles} & {"HRI", "DEV", "HLH"}):
        return "NGO"
    return "BUS" if kind == "organization" and any(r.role == "BUS" for r in actor.roles) else kind


@pytest.mark.parametrize(
    ("kinds", "least"),
    [(("armed_group",), 600), (("IGO",), 200), (("NGO",), 150), (("MNC", "BUS"), 150), (("media",), 60)],
)
def test_there_are_enough_of_every_kind(kinds: tuple[str, ...], least: int) -> None:
    counts = Counter(_sort(a) for a in actors() if a.kind != "person")
    assert sum(counts[kind] for kind in kinds) >= least


def test_the_block_of_an_armed_group_is_no_role_and_no_country() -> None:
    ontology = coder().ontology
    taken = ontology.roles.keys() | ontology.international.keys() | ontology.countries.keys()
    groups = [a for a in actors() if a.kind == "armed_group" and a.group]
    assert [a.id for a in groups if a.group in taken] == []
    unnamed = [a.id for a in actors() if a.kind == "armed_group" and a.group and len(a.group) != 3]
    assert unnamed == []
