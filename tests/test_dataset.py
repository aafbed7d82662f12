from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from coder.crosswalk import acled_types
from coder.dataset import COLUMNS, OneADay, deduplicate, event_record, frame_of
from coder.model import Document
from coder.ontology import Ontology
from tests.factory import actor, event

VERSIONS = {"dictionary_version": "abc", "coder_version": "1.2"}

# The native event record.
ACTOR = "code actor text start end resolved_by".split()
NATIVE = [
    *"event_id incident_id reciprocal_of doc_id publisher url sentence_index sentence lang publication_date".split(),
    *"event_date date_precision date_text date_rule".split(),
    *[f"source_{name}" for name in ACTOR],
    *[f"target_{name}" for name in ACTOR],
    *"event_code event_root event_label quad_class goldstein plover_event plover_mode".split(),
    *"acled_event_type acled_sub_event_type trigger_text trigger_start trigger_end pattern_id pattern_file".split(),
    *"status attributed_to attributed_code".split(),
    *"location_text location_start location_end location_name country_iso3 admin1 admin2 latitude longitude".split(),
    *"geonameid geo_precision location_rule".split(),
    *"fatalities fatalities_low fatalities_high fatalities_source_side fatalities_target_side".split(),
    *"fatalities_civilians fatalities_text fatalities_start fatalities_end injuries injuries_text weapon".split(),
    *"n_mentions dictionary_version coder_version".split(),
]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology.load()


def test_columns_are_those_of_the_design() -> None:
    assert [column.name for column in COLUMNS] == NATIVE
    assert all(column.description for column in COLUMNS)


def test_record(ontology: Ontology) -> None:
    record = event_record(event(fatalities=3), ontology, VERSIONS)
    assert list(record) == NATIVE
    assert record["event_code"] == "194"
    assert record["event_root"] == "19"
    assert record["event_label"] == "Fight with artillery and tanks"
    assert (record["quad_class"], record["goldstein"]) == (4, -10.0)
    assert (record["plover_event"], record["plover_mode"]) == ("ASSAULT", "heavy-weapons")
    assert record["acled_sub_event_type"] == "Shelling/artillery/missile attack"
    assert (record["event_date"], record["publication_date"]) == ("2024-08-05", "2024-08-06")
    assert record["pattern_file"] == "en/verbs/19_fight.yaml:12"
    assert (record["dictionary_version"], record["coder_version"]) == ("abc", "1.2")
    json.dumps(record)


def test_missing_is_none_never_zero_or_empty(ontology: Ontology) -> None:
    made = event(source=None, target=None, event_date=None, country_iso3="")
    record = event_record(replace(made, attributed_to=""), ontology, VERSIONS)
    for name in (
        "source_code",
        "target_start",
        "event_date",
        "fatalities",
        "injuries",
        "country_iso3",
        "attributed_to",
    ):
        assert record[name] is None
    assert "" not in record.values()


def test_frame_keeps_missing_values_and_whole_numbers(ontology: Ontology) -> None:
    frame = frame_of([event(fatalities=3), event("042", event_date=None)], ontology, VERSIONS)
    assert list(frame.columns) == NATIVE
    assert frame["fatalities"].tolist()[0] == 3
    assert frame["fatalities"].isna().tolist() == [False, True]
    assert frame["event_date"].isna().tolist() == [False, True]
    assert frame["event_date"].dt.year.tolist()[0] == 2024
    assert frame_of([], ontology, VERSIONS).shape == (0, len(NATIVE))


# De-duplication


def test_same_event_of_two_sentences_is_one() -> None:
    first, second = event(sentence=0), event(sentence=3, fatalities=4, fatalities_text="four dead")
    [merged] = deduplicate([second, first])
    assert merged.event_id == first.event_id
    assert merged.n_mentions == 2
    assert merged.attributes.fatalities == 4


def test_two_triggers_of_one_sentence_are_one_mention() -> None:
    again = replace(event(), event_id="other", trigger_start=20, trigger_end=25)
    [merged] = deduplicate([event(), again])
    assert merged.n_mentions == 1


@pytest.mark.parametrize(
    "other",
    [
        {"code": "193"},
        {"source": "IRQREB"},
        {"event_date": date(2024, 8, 4)},
        {"location_name": "Aleppo"},
        {"status": "planned"},
        {"target": None},
    ],
)
def test_different_events_stay_apart(other: dict[str, object]) -> None:
    assert len(deduplicate([event(), event(sentence=1, **other)])) == 2  # type: ignore[arg-type]


def test_unknown_actors_are_the_same_by_their_words() -> None:
    villagers, nomads = actor("---", "villagers"), actor("---", "nomads")
    assert len(deduplicate([event(target=villagers), event(target=nomads, sentence=1)])) == 2
    assert (
        len(deduplicate([event(target=villagers), event(target=replace(villagers, text="Villagers"), sentence=1)])) == 1
    )


def test_title_and_text_merge_and_the_text_is_kept() -> None:
    title = event(
        sentence=-1, date_precision="publication", event_date=date(2024, 8, 6), location_name=None, country_iso3=None
    )
    title = replace(title, attributes=replace(title.attributes, fatalities=7, fatalities_start=2, fatalities_end=3))
    text = event(sentence=1)
    [merged] = deduplicate([title, text])
    assert merged.event_id == text.event_id
    assert merged.n_mentions == 2
    assert merged.attributes.event_date == date(2024, 8, 5)
    assert merged.attributes.location_name == "Idlib"
    assert (merged.attributes.fatalities, merged.attributes.fatalities_start) == (7, None)


def test_references_to_dropped_halves_are_redirected() -> None:
    def half(sentence: int, mirrored: bool) -> object:
        sides = ("USA", "ISR") if not mirrored else ("ISR", "USA")
        made = event("046", *sides, sentence=sentence)
        one, other = f"{sentence}a", f"{sentence}b"
        return replace(made, event_id=other if mirrored else one, reciprocal_of=one if mirrored else None)

    events = [half(s, mirrored) for s in (-1, 0, 2) for mirrored in (False, True)]
    kept = deduplicate(events)  # type: ignore[arg-type]
    assert [(e.event_id, e.reciprocal_of, e.n_mentions) for e in kept] == [("0a", None, 3), ("0b", "0a", 3)]
    assert {e.incident_id for e in kept} == {"incident0"}


def test_order_does_not_depend_on_input_order() -> None:
    events = [event(code, sentence=s) for code in ("194", "193", "042") for s in (2, 0)]
    events = [replace(e, attributes=replace(e.attributes, location_name=str(i))) for i, e in enumerate(events)]
    assert deduplicate(events) == deduplicate(reversed(events))
    assert [e.sentence.index for e in deduplicate(events)] == [0, 0, 0, 2, 2, 2]


def test_deduplication_twice_changes_nothing() -> None:
    once = deduplicate([event(sentence=0), event(sentence=3), event("193")])
    assert deduplicate(once) == once


def test_one_a_day() -> None:
    other_day = event(event_date=date(2024, 8, 7), sentence=4)
    dateless = event(event_date=None)
    stream = [(Document("a", ""), [event(), other_day]), (Document("b", ""), [event(sentence=9), dateless, dateless])]
    assert [len(events) for _, events in OneADay().filter(stream)] == [2, 2]


# ACLED's types depend on who and how


@pytest.mark.parametrize(
    ("made", "types"),
    [
        (event("193", "SYRMIL", "SYRREB"), ("Battles", "Armed clash")),
        (event("193", "SYRMIL", "SYRCVL"), ("Violence against civilians", "Attack")),
        (event("190", "ISRMIL", "LBN", weapon="air strike"), ("Explosions/Remote violence", "Air/drone strike")),
        (event("186", "---UAF", "IRQGOV"), ("Violence against civilians", "Attack")),
        (event("186", "---UAF", "IRQMIL"), ("Battles", "Armed clash")),
        (event("186", "ISR", "IRNMIL", weapon="drone"), ("Explosions/Remote violence", "Air/drone strike")),
        (event("183", None, "IRQCVL", weapon="suicide bomb"), ("Explosions/Remote violence", "Suicide bomb")),
        (event("182", "INDCVL", "INDCVL"), ("Riots", "Mob violence")),
        (event("175", "EGYCOP", "EGYCVL"), ("Protests", "Protest with intervention")),
        (event("175", "EGYCOP", "EGYCVL", injuries=4), ("Protests", "Excessive force against protesters")),
        (event("192", "SYRMIL", None), ("Battles", "Government regains territory")),
        (event("192", "SYRREB", None), ("Battles", "Non-state actor overtakes territory")),
        (event("192", "TURMIL", None), ("Battles", "Non-state actor overtakes territory")),
        (event("046", "USAGOV", "FRAGOV"), (None, None)),
        (event("046", "YEMGOV", "YEMREB"), ("Strategic developments", "Agreement")),
        (event("154", "RUSMIL", None), ("Strategic developments", "Change to group/activity")),
        (event("154", "FRABUS", None), (None, None)),
        (event("111"), (None, None)),
        (event("141", "EGYCVL", "EGYGOV"), ("Protests", "Peaceful protest")),
        (event("190", "INDCVL", "INDREL"), ("Riots", "Mob violence")),
        (event("190", None, None), ("Violence against civilians", "Attack")),
        (event("190", "SYRMIL", None), ("Battles", "Armed clash")),
        (event("190", "ISR", None), ("Battles", "Armed clash")),
        (event("173", "EGYCOP", "EGYMED"), ("Strategic developments", "Arrests")),
        (event("173", "EGYCOP", "EGYCVL"), (None, None)),
        (event("173", "NGAREB", "NGACVL"), ("Violence against civilians", "Abduction/forced disappearance")),
        (event("144", "BOLLAB", None), ("Protests", "Peaceful protest")),
        (event("144", "BOLLAB", None, injuries=3), ("Riots", "Violent demonstration")),
        (event("144", "BOLREB", None), ("Strategic developments", "Change to group/activity")),
        (event("174", "SYRMIL", "SYRREF"), ("Strategic developments", "Other")),
        (event("174", "POL", "RUSGOV"), (None, None)),
    ],
)
def test_acled_types(ontology: Ontology, made: object, types: tuple[str | None, str | None]) -> None:
    assert acled_types(made, ontology) == types  # type: ignore[arg-type]
