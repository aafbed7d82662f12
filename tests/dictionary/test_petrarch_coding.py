"""What imported entries code: token patterns, word order, codes as written, discards, issues, combination with ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coder.explain import explain
from coder.model import Document, Event
from coder.pipeline import Coder, CoderOptions
from tests.dictionary.petrarch_files import PHRASE_VERBS, imported, petrarch_coder

Coded = set[tuple[str | None, str | None, str]]


@pytest.fixture(scope="module")
def coder(tmp_path_factory: pytest.TempPathFactory) -> Coder:
    return petrarch_coder(imported(tmp_path_factory.mktemp("petrarch"))[0])


def code(coder: Coder, text: str, day: date = date(2011, 6, 1)) -> list[Event]:
    return coder.code_document(Document("d", text, date=day, lang="en"))


def shown(events: list[Event]) -> Coded:
    return {(e.source and e.source.code, e.target and e.target.code, e.code) for e in events}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oldland praised Newland.", {("OLD", "NEW", "051")}),
        ("Oldland lauded Newland.", {("OLD", "NEW", "053")}),
        ("Oldland spoke up for Newland.", {("OLD", "NEW", "051")}),
        ("Oldland praised the effort of Newland.", {("OLD", "NEW", "0512")}),
        ("Oldland praised old Swiss francs notes from Newland.", {("OLD", "NEW", "903")}),
        ("Oldland praised old torn Swiss francs notes in Newland.", {("OLD", "NEW", "051")}),
        ("Oldland did not praise Newland.", {("OLD", "NEW", "112")}),
        ("Oldland was praised from Newland.", {("NEW", "OLD", "066")}),
        ("Oldland was praised by Newland.", {("NEW", "OLD", "051")}),
        ("Oldland gave grain to Newland.", {("OLD", "NEW", "070")}),
        ("Oldland gave a speech in Newland.", set()),
        ("Oldland visited Newland.", {("OLD", "NEW", "042"), ("NEW", "OLD", "043")}),
        ("Oldland visited Newland unannounced.", set()),
        ("Oldland offended Newland.", {("NEW", "OLD", "110")}),
    ],
)
def test_readings(coder: Coder, text: str, expected: Coded) -> None:
    assert shown(code(coder, text)) == expected


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The Oldland minister praised Newland.", {("OLDGOVMIN", "NEW")}),
        ("Oldland's press praised Newland.", {("OLDMED", "NEW")}),
        ("A relief group from Oldland praised Newland.", {("NGOOLD", "NEW")}),
        ("Oldland praised the silver oxen of Newland.", {("OLD", "NEWSOX")}),
        ("The Twin Isles praised Newland.", {("EAS", "NEW"), ("WES", "NEW")}),
        ("Jane Doe praised Oldland.", {("NEWGOV", "OLD")}),
        ("Oldland, the Harbour League and Newland praised the Twin Isles.",
         {(a, b) for a in ("OLD", "NGOHRBNEW", "NEW") for b in ("EAS", "WES")}),
        ("Congresswomen in Oldland and Newland praised the Twin Isles.",
         {(f"{a}LEG", b) for a in ("OLD", "NEW") for b in ("EAS", "WES")}),
    ],
)  # fmt: skip
def test_actors(coder: Coder, text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(s, t) for s, t, _ in shown(code(coder, text))} == pairs


def test_future_acts_keep_their_code_and_say_so(coder: Coder) -> None:
    (event,) = code(coder, "Oldland will praise Newland.")
    assert (event.code, event.status) == ("051", "planned")


def test_paired_events_are_one_incident(coder: Coder) -> None:
    first, second = code(coder, "Oldland visited Newland.")
    assert first.incident_id == second.incident_id
    assert second.reciprocal_of == first.event_id


def test_discards(coder: Coder) -> None:
    assert shown(code(coder, "Oldland praised Newland. Oldland praised the Twin Isles at baseballs.")) == {
        ("OLD", "NEW", "051")
    }
    assert code(coder, "Oldland praised Newland. The World Cup was near.") == []
    assert code(coder, "Oldland praised group assets of Newland.") != []
    assert "DISCARDED the whole story" in explain(coder, Document("d", "The World Cup was near.", lang="en"))


def test_issues_tag_events(coder: Coder) -> None:
    (event,) = code(coder, "Oldland praised the tariffs and free-trade rules of Newland.")
    assert event.issues == "TARIFFS,1;TRADE,1"
    (stopped,) = code(coder, "Oldland praised the price tag of tariffs of Newland.")
    assert stopped.issues is None


def test_phrase_patterns(tmp_path: Path) -> None:
    actors = "OLDLAND [OLD]\nNEWLAND [NEW]\n"
    coder = petrarch_coder(imported(tmp_path, verbs=PHRASE_VERBS, actors=actors)[0])
    assert shown(code(coder, "Oldland shipped food aid to Newland.")) == {("OLD", "NEW", "073")}
    assert shown(code(coder, "Oldland dispatched aid for Newland.")) == {("OLD", "NEW", "070")}
    assert shown(code(coder, "Oldland said it attacked Newland.")) >= {("OLD", "NEW", "015")}


def test_imported_and_built_in_entries_combine(tmp_path: Path) -> None:
    out, _ = imported(tmp_path)
    coder = Coder(CoderOptions(add_dictionaries=(out,)))
    assert ("FRA", "NEW", "051") in shown(code(coder, "France praised Newland."))
    assert ("FRA", "NEW", "112") in shown(code(coder, "France did not praise Newland."))
    assert ("FRA", "NEW", "190") in shown(code(coder, "France attacked Newland."))
    assert coder.ontology.is_code("903")
    assert coder.ontology.is_code("190")
