"""Whom *he*, *it*, *they*, *the group* mean, and whom they do not; people whose names are nouns of roles."""

from __future__ import annotations

import pytest

from tests.full import coder

Row = tuple[str | None, str, str | None]


def rows(text: str) -> list[Row]:
    """The asserted events of a text, as codes."""
    events = [e for e in coder().code(text, date="2017-03-10") if e.status == "asserted"]
    return [(e.source and e.source.code, e.code, e.target and e.target.code) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # told what he is, he goes on being told of
        ("Vladimir Barlow, the head of the Kenyan army, flew to Chad. He criticised Mali.", ("KENMIL", "111", "MLI")),
        # no man is she
        ("Anna Barlow of Kenya met Mike Pence. She criticised Mali.", ("KEN", "111", "MLI")),
        ("Mike Pence met Anna Barlow of Kenya. He criticised Mali.", ("USAGOV", "111", "MLI")),
        ("Hamas, the Palestinian militant group, met Egypt. The group criticised Jordan.", ("PSEREBHMS", "111", "JOR")),
        ("The militant group Hamas met Egypt. The group criticised Jordan.", ("PSEREBHMS", "111", "JOR")),
        ("China was calm. A spokesman said it condemned Germany.", ("CHN", "111", "DEU")),
        ("Egypt met Sudan on Monday. Both criticised Mali.", ("SDN", "111", "MLI")),
        ("Chad was calm. Police in Mali held Rand Paul on Monday and beat him.", ("MLICOP", "182", "USALEG")),
        ("The Hamas delegation said it condemned Jordan.", ("PSEREBHMS", "111", "JOR")),
        ("A Hezbollah bomber killed three people in Lebanon.", ("LBNREBHEZ", "190", "LBNCVL")),
        ("Westminster attacker Barlow Masonde killed three people in London.", ("GBRUAF", "190", "GBRCVL")),
        ("Journalist Mujahid Barlow was arrested by Yemeni police.", ("YEMCOP", "173", "YEMMED")),
        ("Julie Bishop flew to Chad on Monday. Bishop criticised Russia.", ("AUSGOV", "111", "RUS")),
        ("Jordan was calm. China was calm. Iran attacked the kingdom.", ("IRN", "190", "JOR")),
        ("The Taoiseach flew to Spain. He criticised Chad.", ("IRLGOV", "111", "TCD")),
    ],
)
def test_means(text: str, expected: Row) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Speaking in a Moscow hotel after her meeting with Mr Putin, Ms Barlow denied it.", "040"),
        (
            "Rights group Choice accused Volkswagen of fraud. The group condemned the decision of Germany.",
            "111",
        ),
        ("Palestinians spoke on Monday. A lawyer from Chad said it violated Israeli law.", "128"),
        ("Ofcom criticised a firm. The telecoms giant said it condemned the decision of Germany.", "111"),
    ],
)
def test_means_nobody_known(text: str, never: str) -> None:
    wrong = {"RUS", "MNCVWG", "PSE", "GBRGOV"}
    assert not [r for r in rows(text) if r[1] == never and r[0] in wrong and r[2] != "---BUS"]


def test_kin_are_not_whom_they_are_kin_of() -> None:
    found = rows("Kim, the half-brother of North Korean leader Kim Jong-un, was killed by two women in Malaysia.")
    assert "PRKGOV" not in {r[2] for r in found}


def test_a_word_behind_its_subject_names_nobody() -> None:
    found = rows(
        "James Comey spoke in Ohio. Senators Rand Paul and Lindsey Graham both asked the Justice Department to act."
    )
    assert "USACOP" not in {r[0] for r in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MEPs criticised Malta on Monday.", ("IGOEECLEG", "111", "MLT")),
        ("Michel Barnier met Enda Kenny on Monday.", ("IGOEEC", "040", "IRLGOV")),
        ("Neil Gorsuch met senators of the United States on Monday.", ("USAJUD", "040", "USALEG")),
        ("The House Freedom Caucus criticised Tom Price.", ("USALEG", "111", "USAGOV")),
    ],
)
def test_names_of_2017(text: str, expected: Row) -> None:
    assert expected in rows(text)
