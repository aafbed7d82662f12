"""People whom the words at their names say to be out of office, and nationals whose occupation is told."""

from __future__ import annotations

import pytest

from coder.model import Event
from tests.full import coder


def codes(text: str, title: str | None = None) -> set[str]:
    """The codes of all actors of the events of a text without a date, so that no office has ended by the calendar."""
    events: list[Event] = coder().code(text, title=title)
    return {m.code for e in events for m in (e.source, e.target) if m is not None}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iran condemned former French president Nicolas Sarkozy on Monday.", "FRAELI"),
        ("Iran condemned France's former president Nicolas Sarkozy on Monday.", "FRAELI"),
        ("Iran condemned the former French president, Nicolas Sarkozy.", "FRAELI"),
        ("Iran condemned Nicolas Sarkozy, the former president.", "FRAELI"),
        ("Iran condemned ex-president Nicolas Sarkozy on Monday.", "FRAELI"),
        ("Former president Nicolas Sarkozy was ill. Mr Sarkozy later criticised Iran.", "FRAELI"),
        ("Iran condemned Nicolas Sarkozy on Monday.", "FRAGOV"),
        ("Iran condemned President Nicolas Sarkozy, the former mayor.", "FRAGOV"),
        ("Iran condemned Nicolas Sarkozy, a former mayor.", "FRAGOV"),
        ("Iran condemned Nicolas Sarkozy, the former lawyer.", "FRAGOV"),
        ("Iran condemned billionaire president Donald Trump.", "USAGOV"),
    ],
)
def test_former_people_are_elites(text: str, code: str) -> None:
    assert {c for c in codes(text) if c != "IRN"} == {code}


def test_the_text_says_that_people_of_the_headline_are_out_of_office() -> None:
    text = "The party of the former prime minister Tony Blair was divided. Nobody came."
    assert codes(text, "Iran condemns Tony Blair") == {"IRN", "GBRELI"}
    assert codes("The party of Tony Blair was divided.", "Iran condemns Tony Blair") == {"IRN", "GBRGOV"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kenyan police arrested a Dane who is a co-founder of a bank.", "DNKBUS"),
        ("Mr. Holm, a Dane who was a journalist, was arrested by Kenyan police.", "DNKMED"),
        ("Kenyan police arrested a Dane who works as a nurse.", "DNKHLH"),
        ("Kenyan police arrested two Danes who worked as journalists.", "DNKMED"),
        ("Kenyan police arrested a Dane who is missing.", "DNK"),
        ("Kenyan police arrested a Dane who was not a journalist.", "DNK"),
        ("Kenyan police arrested a Dane who is an adviser to the Ugandan government.", "DNK"),
    ],
)
def test_nationals_have_the_occupation_that_is_told(text: str, code: str) -> None:
    assert codes(text) == {"KENCOP", code}


def test_a_county_before_a_noun_is_nobodys_last_name() -> None:
    text = "Police arrested a Warren County man after a Boone County shooting."
    shooting = next(e for e in coder().code(text) if e.trigger_text == "shooting")
    assert shooting.source is None


def test_a_security_patrol_is_police() -> None:
    assert codes("Gunmen fired on a security patrol in Jordan.") == {"JORUAF", "JORCOP"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("President-elect Barack Obama criticised Iran. Nobody came.", "USAPTY"),
        ("President-elect Barack Obama was ill. Mr Obama later criticised Iran.", "USAPTY"),
        ("The Democratic candidate Barack Obama was ill. Mr Obama later criticised Iran.", "USAPTY"),
        ("President Barack Obama criticised Iran. As a presidential candidate, he was milder.", "USAGOV"),
        ("President Barack Obama was ill. Then President-elect Barack Obama won. Mr Obama criticised Iran.", "USAGOV"),
        ("Mr Obama criticised Iran.", "USAGOV"),
    ],
)
def test_who_waits_for_an_office_does_not_hold_it(text: str, code: str) -> None:
    assert {c for c in codes(text) if c != "IRN"} == {code}


def test_the_calendar_tells_whether_a_candidate_holds_an_office() -> None:
    text = "The Democratic candidate Barack Obama criticised Iran."
    events = coder().code(text, date="2012-10-01")
    assert {m.code for e in events for m in (e.source, e.target) if m is not None} == {"IRN", "USAGOV"}
