"""People of another country than the story's, things that are nobody, and bodies taken up by their noun."""

from __future__ import annotations

import pytest

from tests.full import coder

Row = tuple[str | None, str, str | None]


def rows(text: str) -> list[Row]:
    """The asserted events of a text, as codes."""
    events = [e for e in coder().code(text, date="2026-03-10") if e.status == "asserted"]
    return [(e.source and e.source.code, e.code, e.target and e.target.code) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Polish government is tired. European politicians criticised Polish ministers on Monday.",
            ("---PTY", "111", "POLGOV"),
        ),
        (
            "Greece held a vote. Greek police were calm. Foreign lawmakers criticised the Greek government on Monday.",
            ("---LEG", "111", "GRCGOV"),
        ),
        # an office of a body with a name, one at home
        (
            "Greece is calm. Greek people are calm. In Athens on Monday, GOLFA's president criticised Egypt.",
            ("---GOV", "111", "EGY"),
        ),
        ("Greece is calm. Greek police are calm. The foreign ministry criticised Egypt.", ("GRCGOV", "111", "EGY")),
        ("Rosa Diaz of Peru was arrested by Kenyan police.", ("KENCOP", "173", "PERCVL")),
        ("The Osprey was destroyed by a U.S. airstrike on Sunday.", ("USA", "195", "---")),
        ("A Georgia judge sentenced a teacher to prison near Atlanta.", ("USAJUD", "116", "USAEDU")),
        ("Gunmen killed two soldiers after St Patrick's Day in Kenya.", ("KENUAF", "193", "KENMIL")),
        # the Isle of Man has a parish of that name
        ("Protesters remembered Michael Barlow in Kenya. Police arrested a man.", ("KENCOP", "173", "KENCVL")),
        ("Protesters in Bucharest attacked a bank.", ("ROMCVL", "190", "ROMBUS")),
        # who backs an army is not "the country"
        (
            "The Iran-backed army arrested a man on Monday. The country's teachers criticised Kenya.",
            ("---EDU", "111", "KEN"),
        ),
    ],
)
def test_who_it_is_and_of_which_country(text: str, expected: Row) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials met a delegation of French lawmakers in Minsk on Monday. The delegation criticised Belarus.",
            ("FRALEG", "111", "BLR"),
        ),
        (
            "The US House Intelligence Committee met on Monday. The committee criticised Chad.",
            ("USALEG", "111", "TCD"),
        ),
        (
            "Islamic State fought back on Monday. Iraqi forces attacked the militant group in western Mosul.",
            ("IRQMIL", "190", "IMGMOSISI"),
        ),
        (
            "Islamic State held Mosul. It rained for days. Nobody came. It rained again. The militants killed two"
            " policemen in Mosul on Monday.",
            ("IMGMOSISI", "190", "IRQCOP"),
        ),
        (
            "The president of Argentina wants a government with the opposition Peronists. Doctors marched in Rosario on"
            " Monday to protest against the government.",
            ("ARGHLH", "141", "ARGGOV"),
        ),
        ("Thousands of Indonesians rallied in Jakarta on Monday.", ("IDNCVL", "141", None)),
        ("A US inspector general criticised Chad on Monday.", ("USAGOV", "111", "TCD")),
        ("Donald Trump blamed the failure on the Democrats on Monday.", ("USAGOV", "112", "USAPTYDEM")),
        ("Germany's chancellor met the Taoiseach in Berlin. The Taoiseach criticised Chad.", ("IRLGOV", "111", "TCD")),
        ("Protesters gathered outside the Ferguson Market in Missouri on Sunday.", ("USACVL", "141", None)),
        (
            "Two policemen beat a student in Lyon. One of the officers was arrested on Sunday.",
            (None, "173", "FRACOP"),
        ),
        (
            "A man threw a stone at a patrol car in Leeds on Monday. A gunman later killed one officer.",
            ("---UAF", "193", "GBRCOP"),
        ),
        (
            "Police in Lyon said on Monday that three students were accused of fraud.",
            ("FRACOP", "1121", "FRAEDU"),
        ),
        (
            "South Korea's ousted president Park Geun-hye was ill. A judge met Ms Park, the country's first leader"
            " by election. Prosecutors accused Park of fraud on Friday.",
            ("KORJUD", "1121", "KORELI"),
        ),
    ],
)
def test_bodies_and_people_are_taken_up(text: str, expected: Row) -> None:
    assert expected in rows(text)


def test_one_officer_may_be_of_the_soldiers_told_of_last() -> None:
    text = "Police and soldiers searched Bara in Mali on Monday. Gunmen killed an officer."
    assert all(target != "MLICOP" for _, code, target in rows(text) if code.startswith("19"))


def test_a_body_that_no_dictionary_has_comes_between() -> None:
    text = (
        "The FAO welcomed the law in Lagos. The SOFRAC opposed it. Its staff were angry."
        " Nigeria accused the agency of lies."
    )
    assert all("FAO" not in (target or "") for _, code, target in rows(text) if code.startswith("112"))


def test_a_passage_that_turns_to_another_country_is_about_its_government() -> None:
    text = (
        "Dutch ministers are tired, and Dutch voters know it. The Dutch parliament met, and Dutch police came."
        " In Chile, thousands marched on Sunday. The government rejected the demands of the unions."
    )
    assert any(source == "CHLGOV" for source, code, _ in rows(text) if code.startswith("12"))


def test_adjectives_are_nobody() -> None:
    text = "Peru opened a criminal investigation on Monday. The data came as part of a criminal investigation."
    assert not any("CRM" in (source or "") for source, _, _ in rows(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NATO was calm on Monday. Angela Merkel criticised leaders from the military alliance.",
            ("DEUELI", "111", "IGONAT"),
        ),
        (
            "Germany and Namibia are friends. A US court sued Germany. The two countries signed a treaty.",
            ("NAM", "057", "DEU"),
        ),
        (
            "Russian jets targeted rebel camps. Syrian troops sat. The Syrian government criticised rebel leaders.",
            ("SYRGOV", "111", "---REB"),
        ),
        ("Russia bombed rebel-held areas of the Syrian city of Deraa.", ("RUS", "195", "SYRREB")),
        ("Russian artillery shelled the Syrian army.", ("RUSMIL", "194", "SYRMIL")),
        # an ally gives no country
        ("Rebel factions allied with Al-Qaeda attacked government troops in Syria.", ("SYRREB", "190", "SYRMIL")),
        # neither of whom is a general of Sudan, a Syrian rebel of Fatah
        ("Germany criticised Burhan Barlow.", ("DEU", "111", "---")),
        ("Rebels of the Fateh al-Sham Front attacked the Syrian army.", ("SYRREBNUS", "190", "SYRMIL")),
    ],
)
def test_whose_countries_are_not_those_nearby(text: str, expected: Row) -> None:
    assert expected in rows(text)


def test_a_people_that_protests_is_no_state() -> None:
    text = "Nobody slept. It was cold. Kenyans protested in Nairobi on Monday. It rained. The mayor left."
    assert ("KENCVL", "141", None) in rows(text)
