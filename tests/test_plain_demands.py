"""Appeals, aid, yielding, demands, refusals, threats and reductions in plain English, with the full dictionaries."""

from __future__ import annotations

import pytest

from tests.full import coder
from tests.small import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad has asked France for helicopters and armoured vehicles.", {("TCD", "FRA", "0232")}),
        ("The Red Cross appealed to all sides in Sudan to spare hospitals.", {("NGOIRC", None, "0256")}),
        ("Armenia asked Russia to send troops under a defence treaty.", {("ARM", "RUS", "0234")}),
        ("Sudan's rebels said they would not attend the peace talks.", {("SDNREB", None, "125")}),
        ("The Polish government won't accept refugees, a minister said.", {("POLGOV", "---REF", "1223")}),
        ("The UN chief said that these people must not be used as bargaining chips.", set()),
        ("Officials called on Benin on Monday to discuss trade.", set()),
    ],
)
def test_events_of_plain_sentences(text: str, expected: set[tuple[str | None, str | None, str]]) -> None:
    assert shown(coder().code(text)) == expected
