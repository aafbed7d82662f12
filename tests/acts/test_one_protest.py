"""One protest told by several words, and whom a prefix is against."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

# (sentence, the asserted events as code, words of the source, words of the target)
ENGLISH: list[tuple[str, list[tuple[str, str | None, str | None]]]] = [
    (
        "Hundreds of people marched in Oslo, calling on the government to cut ties with Israel.",
        [("1412", "Hundreds of people", "the government")],
    ),
    (
        "Bolivian miners threw sticks of dynamite at police during a protest in Potosi.",
        [("145", "Bolivian miners", "police")],
    ),
    (
        "Thousands of Peruvians marched through Lima and demanded that the president resign.",
        [("1411", "Thousands of Peruvians", "the president")],
    ),
    (
        "Protesters in Dakar blocked roads and burned tyres.",
        [("144", "Protesters in Dakar", None), ("145", "Protesters in Dakar", None)],
    ),
    (
        "Hundreds of taxi drivers converged on the transport ministry in Bucharest, demanding that a law be scrapped.",
        [("1412", "Hundreds of taxi drivers", "the transport ministry in Bucharest")],
    ),
    ("Dozens of Belarusian inmates have stopped eating.", [("142", "Dozens of Belarusian inmates", None)]),
    (
        "Some 300 protesters gathered outside the Indian consulate in Vancouver to protest the killing of a man.",
        [("141", "Some 300 protesters", "the Indian consulate in Vancouver")],
    ),
    ("Angry villagers torched a police post in Jharkhand.", [("145", "Angry villagers", "police")]),
    (
        "Thousands of Peruvians have braved the rain to protest all night, demanding the resignation of the mayor.",
        [("1411", "Thousands of Peruvians", "the mayor")],
    ),
    (
        "Thousands of Peruvians took to the streets of Lima and caused damage in five shops.",
        [("145", "Thousands of Peruvians", None)],
    ),
    ("Students staged an anti-India protest in Dhaka.", [("141", "Students", "India")]),
    ("Anti-junta protesters marched in Mandalay.", [("141", "Anti-junta protesters", "junta")]),
    ("An anti-Chinese demonstration was held in Manila.", [("141", None, "Chinese")]),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text[:30] for text, _ in ENGLISH])
def test_a_protest_is_told_once(
    full_coder: Coder, text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    """What the same people do and say at a protest is one event, against whom its words name."""
    events = [e for e in full_coder.code(text, date="2026-03-10") if e.status == "asserted"]
    found = [(e.code, e.source and e.source.text, e.target and e.target.text) for e in events]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("A pro-Russian mayor was shot dead in Kherson.", ["UKRGOV"]),
        ("Police arrested twelve anti-Israel protesters in Berlin.", ["DEUCVL"]),
        ("Iraqi police searched the offices of a pro-Iranian party.", ["IRQPTY"]),
    ],
)
def test_a_prefix_gives_no_country(full_coder: Coder, text: str, targets: list[str]) -> None:
    """*Pro-Russian*, *anti-Israel* say how people stand to a country, not whose they are."""
    events = [e for e in full_coder.code(text, date="2026-03-10") if e.status == "asserted"]
    assert [e.target.code for e in events if e.target is not None] == targets
