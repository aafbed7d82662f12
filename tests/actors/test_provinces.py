"""States, provinces and towns give a role its country and are no actors alone; agencies known by their own name."""

from __future__ import annotations

import pytest

from tests.full import coder


def sides(text: str) -> tuple[str | None, str | None]:
    """The codes of source and target of the only asserted event of a text."""
    (event,) = [e for e in coder().code(text) if e.status == "asserted"]
    return event.source and event.source.code, event.target and event.target.code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Michigan man was arrested on Monday by German police.", ("DEUCOP", "USACVL")),
        ("Texas lawmakers criticised Iran.", ("USALEG", "IRN")),
        ("The governor of the state of Ohio criticised Iran.", ("USAGOV", "IRN")),
        ("California's attorney general criticised Iran.", ("USAGOV", "IRN")),
        ("The Bavarian government criticised Hungary.", ("DEUGOV", "HUN")),
        ("Borno police arrested a protester in Kenya.", ("NGACOP", "KENCVL")),
        ("The TSA criticised Iran.", ("USAGOV", "IRN")),
        ("HHS criticised the Canadian government.", ("USAGOVHLH", "CANGOV")),
        ("A Munich court criticised Iran.", ("DEUJUD", "IRN")),
        ("The governor of Basra criticised Iran.", ("IRQGOV", "IRN")),
        ("The US ambassador in Moscow criticised Iran.", ("USAGOV", "IRN")),
        ("انتقد رئيس بلدية إسطنبول إيران.", ("TURGOV", "IRN")),
        ("انتقد قائد شرطة نيروبي إيران.", ("KENCOP", "IRN")),
        ("انتقدت الحكومة البوروندية إيران.", ("BDIGOV", "IRN")),
    ],
)
def test_roles_take_the_country_of_their_province(text: str, expected: tuple[str, str]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize("text", ["Syria's army reached Ohio.", "French troops fired rockets at the Helmand hills."])
def test_a_province_alone_is_no_actor(text: str) -> None:
    codes = [m.code for e in coder().code(text) for m in (e.source, e.target) if m is not None]
    assert not {"USA", "AFG"} & set(codes)


def test_a_province_in_a_name_says_nothing() -> None:
    assert sides("Virginia Woolf criticised the British government.") == ("---", "GBRGOV")
