"""The code of an act of force by its means, and of an accusation by what somebody is accused of."""

from __future__ import annotations

import pytest

from coder.acts.incidents import by_means
from tests.full import coder


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (e.code, e.source.code if e.source else None, e.target.code if e.target else None)
        for e in coder().code(text, date="2019-05-07")
        if e.reciprocal_of is None and e.status == "asserted"
    ]


@pytest.mark.parametrize(
    ("code", "weapon", "finer"),
    [
        ("190", "mortar", "194"),
        ("190", None, "190"),
        ("183", "car bomb", "1832"),
        ("183", "suicide bomb", "1831"),
        ("183", "IED", "183"),
        ("183", "missile", "183"),
        ("195", "drone", "195"),
        ("1831", "car bomb", "1831"),
    ],
)
def test_means_tell_what_force_it_is(code: str, weapon: str | None, finer: str) -> None:
    assert by_means(code, weapon) == finer


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("A suicide bomber hit a Malian army convoy near Gao.", [("1831", "MLIINS", "MLIMIL")]),
        ("The truck bomb on Monday struck army offices in Mali.", [("1832", None, "MLIMIL")]),
        ("A truck bomber killed nine Kenyan policemen.", [("1832", "---INS", "KENCOP")]),
        ("A roadside bomb hit a Kenyan police vehicle near Mandera.", [("1833", None, "KENCOP")]),
        ("An explosion hit a Kenyan police station.", [("183", None, "KENCOP")]),
        ("Two insurgents detonated an explosive device near Kenyan soldiers.", [("183", "---INS", "KENMIL")]),
        ("A Malian army truck detonated a landmine near Kidal.", [("1833", None, "MLIMIL")]),
        ("The Chadian air force targeted rebel posts in Libya.", [("195", "TCDMIL", "LBYREB")]),
        ("Gunmen attacked an air force base in Kenya.", [("190", "KENUAF", "KENMIL")]),
    ],
)
def test_bombs_and_air_forces(sentence: str, events: list[tuple[str, str | None, str | None]]) -> None:
    assert told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Kenya accused former president Daniel Moi of spying on it for years.", [("1125", "KEN", "---ELI")]),
        ("The report by Kenya accused Ghana of engaging in torture.", [("1122", "KEN", "GHA")]),
        ("Kenya's president accused Ghana of blackmail.", [("1121", "KENGOV", "GHA")]),
        ("Kenya blamed Ghanaian strikes for the damage.", [("1123", "KEN", "GHA")]),
        ("Kenya blamed Ghana for the delay.", [("112", "KEN", "GHA")]),
        ("Kenya sought a full apology from Ghana.", [("022", "KEN", "GHA")]),
        ("The Kremlin dismissed the opposition as dreamers of the past.", [("111", "RUSGOV", "RUSOPP")]),
        ("Kenya's government dissolved the opposition party.", [("1722", "KENGOV", "KENOPP")]),
        ("Kenyan farmers were compelled to sell their cattle.", []),
        ("A newcomer unseated the long-serving mayor of Lagos.", []),
    ],
)
def test_words_that_tell_the_finer_code(sentence: str, events: list[tuple[str, str | None, str | None]]) -> None:
    assert told(sentence) == events
