"""Who acts and who is acted on, with the full dictionaries."""

from __future__ import annotations

import pytest

from tests.full import coder, coder_with_all_unknown
from tests.small import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fighting broke out between the Iraqi army and Hamas fighters in Baghdad.",
            {("IRQMIL", "PSEREBHMS", "190"), ("PSEREBHMS", "IRQMIL", "190")},
        ),
        (
            "The Iraqi president held a meeting with the Iranian president.",
            {("IRQGOV", "IRNGOV", "040"), ("IRNGOV", "IRQGOV", "040")},
        ),
        ("The Bavarian government met the Saxon government.", {("DEUGOV", "DEUGOV", "040")}),
        ("Protesters in Baghdad burned cars.", {("IRQCVL", None, "145")}),
    ],
)
def test_sides_of_an_act(text: str, expected: set[tuple[str | None, str | None, str]]) -> None:
    assert shown(coder().code(text)) == expected


def test_amman_is_no_oman() -> None:
    """عمان alone is the capital of Jordan; the sultanate has its full name."""
    (dispersal,) = [e for e in coder().code("فضت الشرطة اعتصاما أمام البرلمان في عمان.") if e.code == "175"]
    assert dispersal.source is not None
    assert dispersal.source.code == "JORCOP"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Norway condemned the bombing of an academy in Tripoli.", "the bombing of an academy in Tripoli"),
        ("Norway condemned the attacks, which killed dozens.", "the attacks"),
        ("Ghana criticised Mali over the attack.", "Mali"),
        ("Peru condemned the killing of two policemen by Colombian rebels.", "Colombian rebels"),
        ("أدانت النرويج الهجوم.", "الهجوم"),
        ("نددت النرويج بالتفجير.", "التفجير"),
    ],
)
def test_who_keeps_all_unknown_actors_gets_the_deed_that_is_criticised(text: str, target: str) -> None:
    found = [e for e in coder_with_all_unknown().code(text) if e.code.startswith("111")]
    assert [e.target.text for e in found if e.target] == [target]


@pytest.mark.parametrize("text", ["Norway condemned the attacks.", "Norway condemned the bombing of an academy."])
def test_by_default_a_deed_is_no_target(text: str) -> None:
    found = [e for e in coder().code(text) if e.code.startswith("111")]
    assert found
    assert all(e.target is None for e in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Saudi-led strike on a school bus in Aden used a guided bomb.", ("SAU", "YEMEDU", "190")),
        ("A Kenyan-led offensive against the rebels began on Monday.", ("KEN", "---REB", "190")),
        ("A Russian-backed offensive against the rebels began on Monday.", (None, "---REB", "190")),
    ],
)
def test_who_leads_a_strike_is_its_doer_and_who_backs_it_is_not(
    text: str, expected: tuple[str | None, str, str]
) -> None:
    assert expected in shown(coder().code(text))
