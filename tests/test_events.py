"""Matching, composition, attribution, status, dyads: one rule a test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coder.errors import OptionError
from coder.pipeline import Coder
from tests.small import coded, shown, small_coder


@pytest.fixture(scope="module")
def coder(tmp_path_factory: pytest.TempPathFactory) -> Coder:
    return small_coder(tmp_path_factory.mktemp("small"))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Syria shelled Israel.", {("SYR", "ISR", "194")}),
        ("Israel was shelled by Syria.", {("SYR", "ISR", "194")}),
        ("Syria shelled peas.", set()),
        ("Iran launched an attack on Israel.", {("IRN", "ISR", "190")}),
        ("Iran and Syria attacked Israel.", {("IRN", "ISR", "190"), ("SYR", "ISR", "190")}),
        ("Iran gave aid to Syria.", {("IRN", "SYR", "070")}),
        ("Iran met Syria.", {("IRN", "SYR", "040"), ("SYR", "IRN", "040")}),
        ("Iran and Syria met.", {("IRN", "SYR", "040"), ("SYR", "IRN", "040")}),
        ("Iran held talks with Syria.", {("IRN", "SYR", "046"), ("SYR", "IRN", "046")}),
    ],
)
def test_dyads(coder: Coder, text: str, events: set[tuple[str, str, str]]) -> None:
    assert shown(coded(coder, text)) == events


@pytest.mark.parametrize(
    ("text", "asserted", "status"),
    [
        ("Iran said Syria attacked Israel.", {("SYR", "ISR", "190")}, None),
        ("Iran threatened to attack Israel.", {("IRN", "ISR", "138")}, "planned"),
        ("Iran promised to give aid to Syria.", {("IRN", "SYR", "033")}, "planned"),
        ("Iran accused Israel of attacking Syria.", {("IRN", "ISR", "1123")}, "alleged"),
        ("Iran denied attacking Israel.", None, "denied"),
        ("Iran did not attack Israel.", set(), "negated"),
        ("Iran may attack Israel.", set(), "hypothetical"),
        ("Israel fears that Iran attacked Syria.", set(), "hypothetical"),
        ("Iran will visit Syria.", {("IRN", "SYR", "036")}, None),
        ("Iran said Israel must give aid to Syria.", {("IRN", "ISR", "103")}, None),
        ("Iran met Syria to accuse Israel of attacking Egypt.", {("IRN", "ISR", "1123")}, None),
        ("Iran promised to hold talks with Syria.", {("IRN", "SYR", "036")}, None),
        ("Iran will attack Israel.", {("IRN", "ISR", "138")}, None),
    ],
)
def test_operators_and_status(
    coder: Coder, text: str, asserted: set[tuple[str, str, str]] | None, status: str | None
) -> None:
    events = coded(coder, text)
    if asserted is not None:
        assert {(s, t, c[:3] if c.startswith(("13", "03")) else c) for s, t, c in shown(events)} == asserted
    if status is not None:
        assert any(e.status == status and e.status_reason for e in events)


def test_attribution_names_the_speaker(coder: Coder) -> None:
    event = next(e for e in coded(coder, "Iran said Syria attacked Israel.") if e.code == "190")
    assert (event.attributed_to, event.attributed_code) == ("Iran", "IRN")
    event = next(e for e in coded(coder, "According to Iran, Syria attacked Israel.") if e.code == "190")
    assert event.attributed_code == "IRN"


def test_the_halves_of_a_meeting_share_an_incident_and_name_each_other(coder: Coder) -> None:
    first, second = coded(coder, "Iran met Syria.")
    assert first.incident_id == second.incident_id
    assert {first.reciprocal_of, second.reciprocal_of} == {
        None,
        first.event_id if second.reciprocal_of else second.event_id,
    }


def test_one_act_in_two_words_is_one_event(coder: Coder) -> None:
    assert shown(coded(coder, "An Israeli air strike killed Syrian soldiers.")) == {("ISR", "SYRMIL", "195")}
    assert shown(coded(coder, "Syrian soldiers were killed in an Israeli air strike.")) == {("ISR", "SYRMIL", "195")}


def test_violence_stands_without_actors_and_diplomacy_does_not(coder: Coder) -> None:
    assert [e.code for e in coded(coder, "A village was attacked.") if e.status == "asserted"] == ["190"]
    assert coded(coder, "A village was visited.") == []


def test_require_dyad_keeps_only_events_with_both_sides(tmp_path: Path) -> None:
    strict = small_coder(tmp_path, require_dyad=True)
    assert coded(strict, "A village was attacked.") == []
    assert shown(coded(strict, "Syria attacked Israel.")) == {("SYR", "ISR", "190")}


def test_events_older_than_the_window_are_background(coder: Coder) -> None:
    events = coded(coder, "Syria attacked Israel in 2003.")
    assert [e.status for e in events] == ["past_reference"]
    assert [e.status for e in coded(coder, "Syria attacked Israel in 2003.", day=None)] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("After the Israeli attack on Syria, Iran met Egypt.", "asserted"),
        ("Iran wrote a book about the Israeli attack on Syria.", "past_reference"),
        ("Iran discussed any Israeli attack on Syria.", "hypothetical"),
    ],
)
def test_an_event_noun_counts_where_it_reports(coder: Coder, text: str, status: str) -> None:
    event = next(e for e in coded(coder, text) if e.code == "190")
    assert event.status == status


def test_arabic_gives_the_same_events(coder: Coder) -> None:
    assert shown(coded(coder, "قصفت القوات السورية إسرائيل.", "ar")) == {("SYRMIL", "ISR", "194")}
    assert shown(coded(coder, "قالت إيران إن القوات السورية قصفت إسرائيل.", "ar")) == {("SYRMIL", "ISR", "194")}


def test_triggers_and_actors_point_into_the_text(coder: Coder) -> None:
    text = "In short: Syrian troops shelled Israel.\nقصفت القوات السورية إيران."
    events = coder.code(text, date="2024-08-06")
    assert len(events) == 2
    for event in events:
        assert text[event.trigger_start : event.trigger_end] == event.trigger_text
        for side in (event.source, event.target):
            assert side is not None
            assert text[side.start : side.end] == side.text


def test_the_title_is_sentence_minus_one_and_merges_with_the_text(coder: Coder) -> None:
    events = coder.code("Syria shelled Israel on Monday.", date=date(2024, 8, 6), title="Syria shelled Israel")
    assert [(e.code, e.n_mentions) for e in events] == [("194", 2)]


def test_a_frame_in_gives_a_frame_out(coder: Coder) -> None:
    import pandas as pd

    frame = pd.DataFrame({"text": ["Syria shelled Israel.", "Nothing happened."], "date": ["2024-08-06", None]})
    out = coder.code_frame(frame)
    assert list(out["event_code"]) == ["194"]
    assert list(out["source_code"]) == ["SYR"]


def test_partners_who_agree_together_are_paired(coder: Coder) -> None:
    events = coded(coder, "Iran and Syria agreed to hold talks.")
    assert {("IRN", "SYR"), ("SYR", "IRN")} <= {(s, t) for s, t, c in shown(events) if c.startswith("03")}


def test_negation_reaches_the_complement_of_a_verb_that_no_entry_reads(coder: Coder) -> None:
    assert shown(coded(coder, "Iran did not want to attack Israel.")) == set()
    assert shown(coded(coder, "Iran may want to give aid to Syria.")) == set()


def test_what_an_author_will_not_do_is_a_refusal(coder: Coder) -> None:
    assert {c[:2] for _, _, c in shown(coded(coder, "Iran will not meet Syria."))} == {"12"}


def test_an_own_possession_is_no_target(coder: Coder) -> None:
    assert shown(coded(coder, "Iran attacked its own soldiers.")) <= {("IRN", None, "190"), ("IRN", "IRNMIL", "190")}


def test_words_are_not_placed_where_the_storys_violence_is(coder: Coder) -> None:
    events = coded(coder, "Israeli soldiers shelled rebels in Syria on Monday.\nIran met Egypt.")
    places = {e.code: e.attributes.country_iso3 for e in events}
    assert places == {"194": "SYR", "040": None}


def test_bad_rows_of_a_frame_are_left_out_and_listed(coder: Coder) -> None:
    import pandas as pd

    frame = pd.DataFrame(
        {"id": [1, 2, 3], "text": ["Syria shelled Israel.", None, "Iran met Syria."], "date": ["x", "", None]}
    )
    out = coder.code_frame(frame)
    assert set(out["doc_id"]) == {"3"}
    assert [doc_id for doc_id, _ in out.attrs["rejected"]] == ["1", "2"]
    with pytest.raises(OptionError, match="no column 'text'"):
        coder.code_frame(pd.DataFrame({"body": ["x"]}))


def test_a_toll_beside_coercion_is_no_act_of_its_own(coder: Coder) -> None:
    assert {
        c for _, _, c in shown(coded(coder, "Rebel fighters attacked a post, killing six soldiers and wounding 14."))
    } == {"190"}
    assert len(list(coded(coder, "Rebel fighters attacked a post, killing six soldiers and wounding 14 others."))) == 1


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Iran convicted troops of attacking Israel.", [("190", "alleged")]),
        ("Iran jailed troops for attacking Israel.", [("190", "alleged")]),
    ],
)
def test_the_ground_of_a_charge_is_alleged(full_coder: Coder, text: str, events: list[tuple[str, str]]) -> None:
    assert [(e.code, e.status) for e in full_coder.code(text) if e.code[:2] == "19"] == events


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Germany rejected proposals laid out by the African Union.", "IGOAFU"),
        ("The United States eased restrictions on the export of grain to Cuba.", "CUB"),
    ],
)
def test_the_actor_behind_a_thing_is_the_target(full_coder: Coder, text: str, target: str) -> None:
    assert target in {e.target.code for e in full_coder.code(text) if e.status == "asserted" and e.target}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels carried out a series of attacks in Jordan on Sunday.", [("190", "JORREB", None, "asserted")]),
        ("Rebels attacked Jordan on Sunday.", [("190", "---REB", "JOR", "asserted")]),
        ("Policeman shot dead after long chase", [("193", None, "---COP", "asserted")]),
        ("Policeman fatally shot in car park", [("193", None, "---COP", "asserted")]),
        ("Peru's government announced the kidnapping of two nurses.", [("181", None, "---HLH", "asserted")]),
        ("Peru's police announced the arrest of two nurses.", [("173", "PERCOP", "PERHLH", "asserted")]),
        ("Two Iraqi soldiers were killed by a stray Turkish bomb.", [("195", "TUR", "IRQMIL", "asserted")]),
        ("Two Iraqi soldiers were killed by a bomb.", [("183", None, "IRQMIL", "asserted")]),
        ("Rebels will surrender to Jordan, not to Egypt.", [("0356", "---REB", "JOR", "asserted")]),
    ],
)
def test_scenes_and_headlines(
    full_coder: Coder, text: str, found: list[tuple[str, str | None, str | None, str]]
) -> None:
    assert [
        (e.code, e.source and e.source.code, e.target and e.target.code, e.status) for e in full_coder.code(text)
    ] == found


@pytest.mark.parametrize(
    ("text", "code", "status"),
    [
        ("A man plotted to kill a soldier and attack a police station.", "190", "planned"),
        ("Rebels named conditions, including attacking Jordan.", "190", "hypothetical"),
        ("Russian police flew to Ankara to conduct a probe.", "090", "hypothetical"),
    ],
)
def test_deeds_that_are_only_named(full_coder: Coder, text: str, code: str, status: str) -> None:
    assert {e.status for e in full_coder.code(text) if e.code == code} == {status}
