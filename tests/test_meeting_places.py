"""The place of a meeting: visits, hosts, third locations."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Georgian president met the Russian foreign minister in Prague on Monday.", {"044"}),
        ("Syrian rebels met Syrian government negotiators in Geneva on Monday.", {"044"}),
        ("التقى الرئيس الجورجي وزير الخارجية الروسي في براغ يوم الاثنين.", {"044"}),
        ("The Georgian president met the Russian foreign minister on Monday.", {"040"}),
        # organisations are at home in many places
        ("The UN envoy met the Syrian government in Geneva on Monday.", {"040"}),
        ("Irish and Kenyan ministers met for talks in Oslo on Monday.", {"044"}),
        # the place of the topic
        ("The Irish and French presidents discussed the war in Yemen.", {"040"}),
        ("The Irish minister met the French president on the war in Yemen.", {"040"}),
        # the host's own town
        ("Speaking in Paris, the French president said that he met the Irish minister.", {"040"}),
        # residents
        ("The Russian ambassador met the French president in Paris on Monday.", {"040"}),
    ],
)
def test_where_both_are_abroad_or_at_home(full_coder: Coder, text: str, codes: set[str]) -> None:
    assert {event.code for event in full_coder.code(text)} == codes


@pytest.mark.parametrize(
    ("text", "guest", "host"),
    [
        ("The Turkish president met Vladimir Putin in Moscow on Friday.", "TURGOV", "RUSGOV"),
        ("In Moscow, Vladimir Putin met the Turkish president on Friday.", "TURGOV", "RUSGOV"),
        ("The Turkish president met Vladimir Putin on May 4 in Moscow.", "TURGOV", "RUSGOV"),
        (
            "The Turkish president spoke after a meeting with the Serbian minister of trade in Belgrade.",
            "TURGOV",
            "SRBGOV",
        ),
        ("The Turkish president was silent at a White House meeting with Donald Trump.", "TURGOV", "USAGOV"),
        (
            "Speaking to Irish reporters in a Moscow hotel after meeting Vladimir Putin, the Turkish president smiled.",
            "TURGOV",
            "RUSGOV",
        ),
        ("التقى الرئيس التركي وزير الخارجية الروسي في موسكو يوم الجمعة.", "TURGOV", "RUSGOV"),
    ],
)
def test_who_meets_somebody_in_his_country_visits_him(full_coder: Coder, text: str, guest: str, host: str) -> None:
    rows = {(e.source and e.source.code, e.code, e.target and e.target.code) for e in full_coder.code(text)}
    assert rows == {(guest, "042", host), (host, "043", guest)}
