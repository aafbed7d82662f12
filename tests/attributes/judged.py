"""Sentences with the dates, casualties and places that a reader gives them, judged through the whole pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import yaml

from coder.attributes import time_of
from coder.attributes.date_words import date_words
from coder.dictionary.store import read_store, words_of
from coder.languages import normaliser
from coder.languages.split import sentences
from coder.model import Attributes, Document, Event
from coder.resources import dictionaries_root
from tests.full import coder

VERBS = {lang: date_words(lang, lists) for lang, lists in words_of(read_store(dictionaries_root())).items()}
DATA = Path(__file__).parent / "data"
PUBLISHED = "2024-08-06"
Case = dict[str, str]


def cases(name: str) -> list[Case]:
    """The sentences of one file of ``data``."""
    loaded: list[Case] = yaml.load((DATA / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def events(case: Case, lang: str) -> list[Event]:
    """All events of a sentence, whatever their status."""
    return coder().code_document(_document(case, lang))


def _document(case: Case, lang: str) -> Document:
    published = case.get("published", PUBLISHED)
    day = None if published == "none" else date.fromisoformat(published)
    return Document("d", case["text"], date=day, lang=lang)


def chosen(case: Case, lang: str, found: Sequence[Event]) -> list[Event]:
    """The events of the trigger that a case names; all events where it names none or ``any`` of them will do."""
    if "on" not in case:
        return list(found)
    normalise = normaliser(lang)
    named = [e for e in found if normalise(case["on"]) in normalise(e.trigger_text)]
    return named or (list(found) if "any" in case or len({e.trigger_start for e in found}) == 1 else [])


def dated(case: Case, lang: str) -> set[str]:
    """The dates of the chosen events as ``day precision``."""
    found = [e.attributes for e in chosen(case, lang, events(case, lang))]
    return {_day(a.event_date, a.date_precision) for a in found}


def dated_act(case: Case, lang: str) -> set[str]:
    """The date of the trigger itself, for cases in which the coder has no event of it."""
    document = _document(case, lang)
    whens = [
        time_of(analysis, p, document, VERBS[lang])
        for analysis in coder().analyse(sentences(document))
        for p in analysis.predicates
        if case["text"][p.start : p.end] == case["on"]
    ]
    return {_day(when.date, when.precision) for when in whens}


def _day(day: date | None, precision: str | None) -> str:
    return f"{day} {precision}" if day else "none"


def counted(case: Case, lang: str) -> list[Case]:
    """The casualties of each incident of the chosen events that reports any; asserted events go before others."""
    told: dict[str, Case] = {}
    found = events(case, lang)
    asserted = [e for e in found if e.status == "asserted"]
    for event in chosen(case, lang, asserted or found):
        shown = _shown(event.attributes)
        if shown:
            told[event.incident_id] = shown
    return _joined(list(told.values()))


def _joined(told: list[Case]) -> list[Case]:
    """One report where the incidents tell of different things (one of the dead, one of the injured)."""
    names = [name for one in told for name in one if name in ("killed", "injured")]
    if len(set(names)) < len(names):
        return told
    merged = {name: said for one in told for name, said in one.items()}
    return [merged] if merged else []


def expected(case: Case) -> list[Case]:
    """What ``counted`` should give for a case."""
    wanted: Case = {name: _full(case[name]) for name in ("killed", "source", "target", "civilians") if name in case}
    if "injured" in case:
        wanted["injured"] = _full(case["injured"].split()[0])
    return [wanted] if wanted else []


def right(case: Case, lang: str) -> bool:
    """Whether the casualties of a case are as expected; sides count where the case names them."""
    found, wanted = counted(case, lang), expected(case)
    kept = [
        {k: v for k, v in one.items() if k in ("killed", "injured") or any(k in w for w in wanted)} for one in found
    ]
    return kept == wanted or ("any" in case and all(one in kept for one in wanted))


def placed(case: Case, lang: str) -> list[Attributes]:
    """The place of the predicate that a case names, of any where that will do; of the event where it has none."""
    document = Document("d", case["text"], lang=lang)
    found = [
        (case["text"][p.start : p.end], coder().attribute_coder.attributes(analysis, p, document))
        for analysis in coder().analyse(sentences(document))
        for p in analysis.predicates
    ]
    if case["place"] == "none":
        return [e.attributes for e in events(case, lang) if e.trigger_text == case["on"]]
    named = [a for words, a in found if words == case["on"]]
    return named or ([a for _, a in found] if "any" in case else [])


def well_placed(case: Case, lang: str) -> bool:
    """Whether the event of a case has the place that its words name, in the right country."""
    right = [_is_at(case, lang, a) for a in placed(case, lang)]
    return any(right) if "any" in case else bool(right) and all(right)


def _is_at(case: Case, lang: str, a: Attributes) -> bool:
    if case["place"] == "none":
        return a.location_name is None
    if a.location_name is None or a.country_iso3 != case.get("country"):
        return False
    normalise = normaliser(lang)
    named, wanted = normalise(a.location_text or a.location_name).casefold(), normalise(case["place"]).casefold()
    exact = "precision" not in case or a.geo_precision == int(case["precision"])
    return exact and (named in wanted or wanted in named)


def _full(said: str) -> str:
    return said if " " in said else " ".join([said] * 3)


def _shown(a: Attributes) -> Case:
    shown: Case = {}
    if a.fatalities_text is not None or a.fatalities is not None:
        shown["killed"] = _numbers(a.fatalities, a.fatalities_low, a.fatalities_high)
    if a.injuries_text is not None or a.injuries is not None:
        shown["injured"] = _numbers(a.injuries)
    sides = (("source", a.fatalities_source_side), ("target", a.fatalities_target_side))
    for name, number in (*sides, ("civilians", a.fatalities_civilians)):
        if number is not None:
            shown[name] = _numbers(number)
    return shown


def _numbers(*numbers: int | None) -> str:
    return " ".join("?" if n is None else str(n) for n in (numbers if len(numbers) == 3 else numbers * 3))
