"""Sides of an act that stand elsewhere in its sentence, and actors that share words."""

from __future__ import annotations

import pytest

from coder.model import Event
from tests.full import coder

ONLY = [
    ("Gunmen carried out a series of attacks in Kenya, killing four Ghanaian soldiers.", [("193", "KENUAF", "GHAMIL")]),
    ("Iran demanded the return of the remains of Iranians killed in Syria.", [("1053", "IRN", None)]),
    ("Kenya demanded the release of its two officers.", [("1053", "KEN", None)]),
    ("The Kenyan army denied an agreement had been reached.", [("010", "KENMIL", None)]),
    ("The Kenyan army denied shelling Ghana.", [("016", "KENMIL", "GHA")]),
    ("Kenya's attorney general said Siemens must stop or face further action.", [("139", "KENGOV", "MNCSIE")]),
    ("Kenya's attorney general said Siemens must stop.", [("100", "KENGOV", "MNCSIE")]),
    ("A Kenyan policeman fatally shot the Ghanaian ambassador.", [("186", "KENCOP", "GHAGOV")]),
    ("Nepal called on India to mobilise all efforts to help the affected families.", [("0233", "NPL", "IND")]),
    ("Kenya wants a massacre of rebels and no talks.", []),
    (
        "Kenya and Ghana discussed the withdrawal of troops from Mali.",
        [("040", "KEN", "GHA"), ("040", "GHA", "KEN")],
    ),
    ("Families marched in Nairobi over the release of prisoners by Ghana.", [("141", "KENCVL", "GHA")]),
    ("A suicide bomber killed six Kenyan soldiers.", [("1831", "---INS", "KENMIL")]),
    (
        "Rebels attacked a Kenyan army base, killing five Ugandan soldiers.",
        [("190", "---REB", "KENMIL"), ("190", "---REB", "UGAMIL")],
    ),
    ("Rebels attacked a Kenyan army base, killing five civilians.", [("190", "---REB", "KENMIL")]),
    ("Prosecutors said Miller planned to murder a Kenyan officer.", []),
    ("Kenyan rebels said they planned to attack Ghana.", [("138", "KENREB", "GHA")]),
]
COMPLETED = [
    ("The Kenyan rebels shelled the villages of Amra and Kesh.", "194", "KENREB", "CVL"),
    ("Gunmen carried out a series of attacks in Kenya, killing four Ghanaian soldiers.", "193", "UAF", "GHAMIL"),
    ("France wanted the release of its soldiers taken hostage by Chadian rebels.", "1053", "FRA", "TCDREB"),
    ("Ghana demanded the release of two Malian officers.", "1053", "GHA", "MLI"),
    ("The militant was killed in a gunfight with Turkish police.", "193", "TURCOP", "---UAF"),
    ("Three students were arrested during raids by Egyptian police.", "173", "EGYCOP", "EGYEDU"),
    ("Four rebels were killed in a Turkish military operation near Afrin.", "190", "TUR", "SYRREB"),
    ("The Taliban claimed responsibility for a bombing that killed eight policemen in Kabul.", "183", "AFG", "AFGCOP"),
    (
        "Eight policemen were killed by a car bomb in Kabul, and the Taliban claimed responsibility.",
        "183",
        "AFG",
        "AFGCOP",
    ),
    ("Russia criticised Turkey and demanded an apology.", "102", "RUS", "TUR"),
    ("Canada cut ties with Iran and imposed an embargo.", "163", "CAN", "IRN"),
    ("Protesters gathered in Minsk to denounce the Belarusian president.", "141", "CVL", "BLRGOV"),
    ("Spanish police arrested six in Madrid.", "173", "ESPCOP", "CVL"),
    ("French police arrested 12 others during the night.", "173", "FRACOP", "CVL"),
    ("Gunmen killed three policemen in Sinai and wounded five.", "193", "UAF", "EGYCOP"),
    ("Opponents of the Syrian government accused Iran of lying.", "112", "SYROPP", "IRN"),
    ("The Taliban claimed responsibility for an attack on Afghan police.", "015", "AFG", "AFGCOP"),
    ("Somali rebels claimed responsibility for the bombing that killed ten soldiers.", "015", "SOMREB", "MIL"),
    ("Three people were wounded when a gunman opened fire in central Oslo.", "193", "UAF", "NORCVL"),
    ("In a letter to the Chadian government, Kenya called for the release of reporters.", "0253", "KEN", "TCDGOV"),
    ("Protesters gathered outside the US embassy to voice their anger at Israel.", "141", "CVL", "ISR"),
    ("Fourteen people were killed when an air strike hit a market in Tigray.", "195", "", "ETHCVL"),
    ("Ghana passed a law on foreign agents, prompting criticism from Kenya.", "111", "KEN", "GHA"),
    (
        "The Kenyan president spoke by phone with the Ghanaian president and pledged military aid.",
        "0332",
        "KENGOV",
        "GHAGOV",
    ),
    ("Assailants set fire to a polling station in Karachi.", "1712", "UAF", "PAK"),
    ("Gunmen stormed a hotel in Lagos, killing six people.", "193", "UAF", "NGA"),
    ("The presidents of Kenya and Uganda met in Nairobi.", "043", "KENGOV", "UGAGOV"),
    ("The presidents of Kenya and Uganda met in Nairobi.", "042", "UGAGOV", "KENGOV"),
]
OPEN = [
    ("The Taliban denied responsibility for the bombing that killed eight policemen.", "183", "source"),
    ("Nobody claimed responsibility for a bombing that killed eight policemen.", "183", "source"),
    ("Rebels seized the village on Monday.", "192", "target"),
    ("Enemies of Israel criticised the accord.", "111", "source"),
    ("In a letter to the United Nations, Syria condemned the raids.", "111", "target"),
]


def events(text: str) -> list[Event]:
    return [e for e in coder().code(text) if e.status == "asserted"]


@pytest.mark.parametrize(("text", "code", "source", "target"), COMPLETED)
def test_open_sides_are_found(text: str, code: str, source: str, target: str) -> None:
    found = [
        (e.source.code if e.source else "", e.target.code if e.target else "")
        for e in events(text)
        if e.code.startswith(code)
    ]
    assert any(source in s and target in t for s, t in found), found


@pytest.mark.parametrize(("text", "code", "side"), OPEN)
def test_sides_that_nothing_names_stay_open(text: str, code: str, side: str) -> None:
    found = [getattr(e, side) for e in events(text) if e.code.startswith(code)]
    assert all(m is None or not m.code.strip("-") for m in found)


@pytest.mark.parametrize(("text", "expected"), ONLY)
def test_what_is_asserted_and_nothing_else(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = [(e.code, e.source and e.source.code, e.target and e.target.code) for e in events(text)]
    assert found == expected
