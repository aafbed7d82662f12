"""Supporters, bodies with common names, counted people."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

ECUADOR = "QUITO - Police clashed with students in the capital of Ecuador on Tuesday. "
WASHINGTON = "WASHINGTON - The United States sent troops to Liberia on Tuesday. "


def sources(full_coder: Coder, text: str) -> set[str | None]:
    """The sources in the last sentence of a text that tells an event."""
    events = [e for e in full_coder.code(text, date="2010-10-02") if e.status == "asserted"]
    last = max(e.sentence.index for e in events)
    return {e.source and e.source.code for e in events if e.sentence.index == last and not e.reciprocal_of}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Supporters of Niger's ousted president attacked soldiers in Niamey.", "NEROPP"),
        ("Followers of the opposition leader attacked soldiers in Harare.", "ZWEOPP"),
        ("Supporters of the president attacked journalists in Caracas.", "VENCVL"),
        ("Government supporters attacked journalists in Caracas.", "VENCVL"),
        ("Supporters of the Muslim Brotherhood attacked soldiers in Cairo.", "EGYOPPMBR"),
        (ECUADOR + "Congress condemned the police.", "ECULEG"),
        (WASHINGTON + "Congress condemned the government in Monrovia.", "USALEG"),
        ("The United Nations praised Chad. The Secretary-General criticised Sudan.", "IGOUNO"),
        ("Two Germans attacked a soldier in Mali.", "DEUCVL"),
        ("KABUL - Turkey thanked Afghan elders. The interior ministry accused the Taliban of lying.", "AFGGOV"),
        ("ZAGREB - Croatia held elections. The opposition Social Democrats accused the police of fraud.", "HRVOPP"),
        ("Students marched in Cape Town, South Africa. Their leader accused the police of brutality.", "ZAFEDU"),
        ("GABORONE - The Botswana National Front accused the police of fraud.", "BWAPTY"),
        ("PARIS - The National Front accused the police of fraud.", "FRAPTYRNL"),
        ("A bodyguard of the minister attacked a farmer in Colombo, Sri Lanka.", "LKACOP"),
        ("BAMAKO - Gunmen attacked a village in Mali on Monday. The group freed a German.", "MLIUAF"),
    ],
)
def test_source(full_coder: Coder, text: str, expected: str) -> None:
    assert expected in sources(full_coder, text)


def test_the_force_is_the_police_spoken_of_before(full_coder: Coder) -> None:
    text = "LIMA - Police in Peru beat two miners on Monday. A lawyer accused the force of brutality."
    events = [e for e in full_coder.code(text, date="2010-10-02") if e.code[:2] == "11"]
    assert [e.target and e.target.code for e in events] == ["PERCOP"]


def test_a_ruling_is_that_of_a_court(full_coder: Coder) -> None:
    text = (
        "CAIRO - A court in Egypt banned the Muslim Brotherhood. Students threw stones at police outside the building. "
        "The movement's spokesman denounced the ruling."
    )
    events = [e for e in full_coder.code(text, date="2013-10-09") if e.code[:2] == "11"]
    assert [e.target and e.target.code for e in events] == ["EGYJUD"]
