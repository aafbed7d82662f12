"""The digits of appeals, demands and refusals, by what is asked for; what is asked for is no event of its own."""

from __future__ import annotations

import pytest

from tests.full import coder
from tests.small import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru urged Chile to protect the rights of migrants.", {("PER", "CHL", "0243")}),
        ("Peru pressed Chile to respect human rights.", {("PER", "CHL", "1043")}),
        ("Peru urged Chile to reconsider its travel ban.", {("PER", "CHL", "0242")}),
        ("Peru called on Chile to stop the air strikes.", {("PER", "CHL", "0256")}),
        ("Peru called on Chile to stop targeting hospitals.", {("PER", "CHL", "0256")}),
        ("The Peruvian president said Chile should avoid an escalation.", {("PERGOV", "CHL", "0256")}),
        ("The Peruvian president said Chile must stop the missile tests.", {("PERGOV", "CHL", "1056")}),
        ("Peruvian lawmakers called on the president to fire the interior minister.", {("PERLEG", "PERGOV", "0241")}),
        ("Peru asked Chile to hand over the documents.", {("PER", "CHL", "0214")}),
        ("Peru refused to share information with Chile.", {("PER", "CHL", "1214")}),
        ("Peru urged Chile to paint the bridge.", {("PER", "CHL", "020")}),
        ("Peru urged Chile not to change the law.", {("PER", "CHL", "020")}),
        ("Peru protects the rights of migrants.", set()),
        ("Peru avoided an escalation.", set()),
    ],
)
def test_what_is_asked_gives_the_digits(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert shown(coder().code(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru urged Chile not to attend the talks.", {("PER", "CHL", "020")}),
        ("Peru urged Chile to attend the talks.", {("PER", "CHL", "026")}),
        ("Peru urged Chile not to attack Bolivia.", {("PER", "CHL", "0256")}),
        ("Peru urged Chile not to impose sanctions on Bolivia.", {("PER", "CHL", "0254")}),
    ],
)
def test_asked_not_to_do_it(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert shown(coder().code(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru urged Chile to impose sanctions on Bolivia.", {("PER", "CHL", "020")}),
        ("Peru called for sanctions against Bolivia.", {("PER", "BOL", "113")}),
        ("Peru threatened Bolivia with sanctions.", {("PER", "BOL", "1312")}),
    ],
)
def test_a_call_for_sanctions_is_no_threat(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert shown(coder().code(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru accused Chile of trying to infiltrate its territory.", {("PER", "CHL", "1123")}),
        ("Peru accused Chile of fuelling a war in Bolivia.", {("PER", "CHL", "1123")}),
        ("The Peruvian president accused Chile of tapping his phone.", {("PERGOV", "CHL", "1125")}),
        ("Peruvian lawmakers alleged that the president laundered money.", {("PERLEG", "PERGOV", "1121")}),
        ("Peru accused Chile of ignoring its letters.", {("PER", "CHL", "112")}),
        ("Peru demanded that Chile hand over the body.", {("PER", "CHL", "1053")}),
    ],
)
def test_what_somebody_is_accused_of_gives_the_digits(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert shown(coder().code(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Peruvian president vowed not to work with Chile.", {("PERGOV", "CHL", "120")}),
        ("The Peruvian president vowed to work with Chile.", {("PERGOV", "CHL", "030")}),
        ("A Peruvian court found the Chilean man not guilty of spying.", set()),
        ("A Chilean man was found not guilty of spying by a Peruvian court.", set()),
        ("A Peruvian court found the Chilean man guilty of spying.", {("PERJUD", "CHLCVL", "116")}),
        (
            "Peruvian unions criticised the deal between Chile and Bolivia.",
            {("PERLAB", s, "111") for s in ("CHL", "BOL")},
        ),
        ("The Peruvian minister told a Chilean daily that the plan was ready.", set()),
    ],
)
def test_what_is_not_done_and_whose_it_is(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert shown(coder().code(text)) == expected
