"""Names inside of other words: surnames behind a particle, whom people back, colleges, abbreviated ranks."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder


def sides(full_coder: Coder, text: str) -> list[tuple[str | None, str | None]]:
    """The codes of both sides of the asserted events."""
    events = [e for e in full_coder.code(text, date="2017-03-10") if e.status == "asserted" and not e.reciprocal_of]
    return [(e.source and e.source.code, e.target and e.target.code) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Philippine police arrested a de Lima aide on Thursday.", ("PHLCOP", "---")),
        ("Soldiers arrested a student in Lima.", ("PERMIL", "PEREDU")),
        ("The Policia Nacional de Colombia arrested ten rebels.", ("COLCOP", "COLREB")),
        ("The Merkel-backing newspaper criticised Canada.", ("---MED", "CAN")),
        ("Merkel criticised Canada.", ("DEUGOV", "CAN")),
        ("Queen's University urged students to stay at home.", ("---EDU", "---EDU")),
        ("US Maj. Gen. Bob Smith criticised Canada.", ("USAMIL", "CAN")),
        ("Vice Adm. Bob Smith criticised Canada.", ("---MIL", "CAN")),
        ("The journalist was poisoned by Russian operatives in a hotel.", ("RUSSPY", "---MED")),
        ("Hamas operatives attacked Israeli soldiers.", ("PSEREBHMS", "ISRMIL")),
        ("Democratic operatives criticised Canada.", ("USAPTYDEM", "CAN")),
        ("US federal agents arrested a Russian banker.", ("USACOP", "RUSBUS")),
        ("Gen. Abdel Fattah al-Sisi criticised Qatar.", ("EGYGOV", "QAT")),
    ],
)
def test_sides(full_coder: Coder, text: str, expected: tuple[str, str]) -> None:
    assert sides(full_coder, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Iran warned of dark days in case of a military attack on its soil.",
        "In the event of a Russian attack on Latvia, NATO would respond.",
    ],
)
def test_in_case_of_an_act_is_a_condition(full_coder: Coder, text: str) -> None:
    assert sides(full_coder, text) == []


def test_the_case_of_a_deed_is_no_condition(full_coder: Coder) -> None:
    text = "In the case of the Russian invasion of Georgia, NATO condemned Moscow."
    assert ("RUS", "GEO") in sides(full_coder, text)
