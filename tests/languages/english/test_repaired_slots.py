"""Arguments that the parser hangs on the wrong word."""

from __future__ import annotations

import pytest

from coder.model import Event
from tests.full import coder


def told(text: str, code: str) -> list[Event]:
    return [e for e in coder().code(text) if e.status == "asserted" and e.code.startswith(code)]


def test_a_gerund_behind_a_two_word_verb_is_what_is_refused() -> None:
    assert not told("Iran objects to signing the accord with Israel.", "057")
    assert told("Iran objects to signing the accord with Israel.", "12")


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish president said Greece would regret it and accused Bulgaria of lying.",
        'The Turkish president said "Greece will not pay" and accused Bulgaria of lying.',
    ],
)
def test_a_past_form_goes_on_with_the_past_form_before_what_may_be(text: str) -> None:
    (accusation,) = told(text, "112")
    assert accusation.source is not None
    assert accusation.source.code == "TURGOV"


def test_an_act_of_which_several_are_accused_is_not_told() -> None:
    text = "Activists accused the army and its allies of bombing a hospital."
    assert [e.code for e in coder().code(text) if e.status == "asserted"] == ["1123"]


def test_an_apposition_behind_the_verb_is_no_part_of_the_subject() -> None:
    (arrest,) = told("The soldier was arrested and charged with theft, assault and possession of a gun.", "173")
    assert arrest.target is not None
    assert arrest.target.text == "The soldier"


def test_shooting_attacks_are_one_noun() -> None:
    found = told("Canadian tourist killed in shooting attacks in Jordan", "193")
    assert [(e.source, e.target.code if e.target else None) for e in found] == [(None, "CANCVL")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Iran and Shiite militias attacked Israel.", {"Iran", "Shiite militias"}),
        ("US and South Korean forces attacked Iran.", {"US", "South Korean forces"}),
    ],
)
def test_a_country_beside_an_adjective_is_an_actor_of_its_own(text: str, actors: set[str]) -> None:
    assert {e.source.text for e in told(text, "190") if e.source} == actors


def test_a_participle_says_where_somebody_is_from() -> None:
    codes = {e.target.code for e in told("Gunmen killed a woman visiting from Canada.", "193") if e.target}
    assert codes == {"CANCVL"}


def test_those_at_whose_hands_somebody_dies_did_it() -> None:
    (death,) = told("Five nurses died at the hands of Libyan rebels.", "190")
    assert death.source is not None
    assert death.source.code == "LBYREB"


def test_the_owner_of_denied_claims_is_addressed() -> None:
    (denial,) = told("Ankara denied Amnesty's claims.", "016")
    assert denial.target is not None
    assert denial.target.text == "Amnesty"


def test_who_is_visiting_is_met() -> None:
    text = "Erdogan met with visiting Iranian Foreign Minister Javad Zarif in Ankara."
    assert {e.target.code for e in told(text, "043") if e.target} == {"IRNGOV"}
    assert {e.target.code for e in told(text, "042") if e.target} == {"TURGOV"}


def test_an_offensive_is_a_noun_where_it_acts() -> None:
    assert told(
        "A Syrian regime offensive on the last major opposition bastion has displaced thousands of people.", "190"
    )


@pytest.mark.parametrize(
    ("text", "code", "target"),
    [
        ("Iran wanted the withdrawal of US troops from Iraq.", "1056", "USA"),
        ("Tehran wanted Syrian rebels to release the pilgrims.", "1053", "SYRREB"),
    ],
)
def test_what_is_wanted_of_others_is_demanded_not_done(text: str, code: str, target: str) -> None:
    found = [e for e in coder().code(text) if e.status == "asserted"]
    assert [(e.code, e.target.code if e.target else None) for e in found] == [(code, target)]


def test_the_responsible_did_it() -> None:
    (attack,) = told("Los Zetas were responsible for the killing of nine policemen in Mexico.", "190")
    assert attack.source is not None
    assert attack.target is not None
    assert attack.target.code == "MEXCOP"


@pytest.mark.parametrize(
    "text",
    [
        "That is the reverse of what the ministers ought to be doing.",
        "It is not what the army will on Tuesday be told to do.",
    ],
)
def test_modals_before_a_passive_or_a_progressive_leave_a_tree(text: str) -> None:
    assert told(text, "") == []


def test_who_will_be_meeting_whom_is_read_across_a_day() -> None:
    found = told("The president will on Tuesday be meeting the Syrian leader in Paris.", "036")
    assert {e.target.code for e in found if e.target} == {"SYRGOV", "---GOV"}


@pytest.mark.parametrize(
    ("headline", "sides"),
    [
        ("Russia, France to cooperate on fishing", {("RUS", "FRA"), ("FRA", "RUS")}),
        ("China, India agree to resume talks", {("CHN", "IND"), ("IND", "CHN")}),
        ("In Russia, France plans to sign a deal", {("FRA", None)}),
        ("Paris, France to host talks", {("FRA", None)}),
        ("Russia, France says it will sign a deal", {("FRA", None)}),
    ],
)
def test_a_comma_joins_two_states_before_a_plural_verb_in_a_headline(
    headline: str, sides: set[tuple[str, str | None]]
) -> None:
    found = {(e.source.code if e.source else None, e.target.code if e.target else None) for e in told(headline, "03")}
    assert found == sides


@pytest.mark.parametrize("asking", ["asking them to resign", "calling on them to resign", "urging them to leave"])
def test_who_writes_is_who_asks_them(asking: str) -> None:
    (appeal,) = told(f"The Kenyan minister has written to journalists {asking}.", "02")
    assert appeal.source is not None
    assert appeal.source.code == "KENGOV"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Gunmen disguised as nurses stormed a Malian army hospital.", "Gunmen"),
        ("Rebels dressed as soldiers attacked the Malian army.", "Rebels"),
        ("Rebels posing as soldiers stormed a Malian army base.", "Rebels"),
        ("Rebels dressed in black as Malian soldiers attacked them.", "Malian soldiers"),
    ],
)
def test_who_is_disguised_acts_and_not_what_he_is_disguised_as(text: str, source: str) -> None:
    assert {e.source.text for e in told(text, "19") if e.source} == {source}
