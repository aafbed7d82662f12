"""Who acts and who is acted on, with the full dictionaries."""

from __future__ import annotations

import pytest

from tests.full import coder
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
