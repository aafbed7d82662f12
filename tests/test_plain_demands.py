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
        ("The SPLM-IO said it would not return to the cabinet.", {("SSDREBSIO", "---GOV", "120")}),
        ("The coach said his team would not sign the player.", set()),
        ("The UN asked for access to prisoners held in Ukraine.", {("IGOUNO", None, "0255")}),
        ("The Maldives lifted a state of emergency imposed after the ruling.", {("MDV", None, "0814")}),
        ("Ecuador agreed to let UN monitors visit its prisons.", {("ECU", "IGOUNO", "0355")}),
        ("Serbia warned Kosovo it would send in troops.", {("SRB", "KSV", "138")}),
        ("Kenyan unions gave the government until Friday to act or face a strike.", {("KENLAB", "KENGOV", "139")}),
        ("China suspended imports of Lithuanian beef.", {("CHN", "LTU", "163")}),
        ("Burundi sent a battalion of peacekeepers to Somalia.", {("BDI", "SOM", "074")}),
        ("Burkina Faso turned to Russia for military trainers.", {("BFA", "RUS", "0232")}),
        ('"We call on Mali to free the captives," the French foreign minister said.', {("FRAGOV", "MLI", "0253")}),
        ("Chad said it would not hand over bases to the Americans.", {("TCD", "USA", "1243")}),
        ("The UN implored the Malian rebels to stop kidnapping civilians.", {("IGOUNO", "MLIREB", "0256")}),
        ("The Danish navy delivered two patrol vessels to Georgia.", {("DNKMIL", "GEO", "072")}),
        (
            "Benin and Mali, whose own juntas took power in 2020, asked Chad for troops.",
            {("BEN", "TCD", "0234"), ("MLI", "TCD", "0234")},
        ),
        (
            "The Chadian president ruled out talks until the Malian rebels free their captives.",
            {("TCDGOV", None, "125")},
        ),
        ("The Czech government ruled out sending soldiers to Ukraine.", {("CZEGOV", "UKR", "120")}),
        ("Taiwan began live-fire drills along its western coast.", {("TWN", None, "150")}),
        ("Belarus cancelled a joint military drill with Russia.", {("BLR", "RUS", "160")}),
        ("Angola requested a three-year programme from the IMF.", {("AGO", "IGOIMF", "020")}),
        ("The United States and its allies want Iran to accept inspections.", set()),
        ("Officials called on Benin on Monday to discuss trade.", set()),
    ],
)
def test_events_of_plain_sentences(text: str, expected: set[tuple[str | None, str | None, str]]) -> None:
    assert shown(coder().code(text)) == expected
