"""What is said and done without a political party is no event of a story."""

from __future__ import annotations

import pytest

from tests.full import coder

STORY = "Heavy rain fell over Lisbon on Monday. Trains stood still until noon. "


def sides(text: str) -> set[tuple[str, str | None, str | None]]:
    """Code, source and target of the asserted events of a text."""
    events = [e for e in coder().code(text, date="2026-03-10") if e.status == "asserted"]
    return {(e.code, e.source and e.source.code, e.target and e.target.code) for e in events}


@pytest.mark.parametrize(
    "text",
    [
        "The other passengers were asked to stay in their seats.",
        "The two bakeries teamed up with a school.",
        "A shopkeeper apologized to a student.",
        "The airline thanked its pilots.",
        "Portugal cooperated closely.",
        "The bank gave 3 million euros in grants to small companies.",
        "Volkswagen sued a supplier.",
        "Brazilian students thanked their Chinese teachers.",
        "Close cooperation between Portugal and Spain led to a truce.",
        "Portugal's president called the meeting with Spain 'a campaign event'.",
        "The first lady hosted a White House luncheon.",
        "The Portuguese minister refused to discuss his taxes.",
        "The Portuguese minister spoke to China Daily about his plans.",
        "The singer withdrew because of Portugal's opposition to Spain.",
        "A Portuguese court sided with the drivers.",
        "Portugal is confident that the harvest will be good.",
        "Portugal has made investments in Portuguese robotics companies.",
        "The Portuguese minister has advocated a softer tone.",
        "Portugal's president told the Portuguese minister that he would stay.",
        "Ministers called on lawmakers to stay.",
        "The Portuguese president has returned to Portugal.",
        "The Portuguese minister met government officials.",
        "Portuguese students told Portuguese officials that they had paid.",
    ],
)
def test_left_out(text: str) -> None:
    assert sides(STORY + text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Portugal's government thanked the teachers.", ("051", "PRTGOV", "PRTEDU")),
        ("Spain called for calm.", ("020", "ESP", None)),
        ("Amnesty International called for calm.", ("020", "NGOHRIAMN", None)),
        ("The Portuguese government denied responsibility.", ("016", "PRTGOV", None)),
        ("Portuguese police accused the company of fraud.", ("1121", "PRTCOP", "---BUS")),
        ("Volkswagen sued the Portuguese government.", ("115", "MNCVWG", "PRTGOV")),
        # people of two countries
        ("Brazilian companies thanked Chinese investors.", ("051", "BRABUS", "CHNBUS")),
        ("Portugal's president told Portugal's parliament that he would stay.", ("010", "PRTGOV", "PRTLEG")),
        ("Portugal's president urged the Portuguese government to act.", ("020", "PRTGOV", "PRTGOV")),
        ("Portugal has invested in Spain.", ("061", "PRT", "ESP")),
        ("Portuguese police urged residents to stay at home.", ("020", "PRTCOP", "---CVL")),
    ],
)
def test_kept(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in sides(STORY + text)


def test_a_sentence_is_no_story() -> None:
    assert sides("Portuguese doctors apologized to the students.")


def test_titles_written_short_are_offices() -> None:
    weather = "Heavy rain fell over Texas on Monday. It was cold in Ohio. "
    text = weather + "Sen. Ana Hill (R-Neb.) urged Portugal to resume talks."
    assert sides(text) == {("026", "USALEG", "PRT")}
