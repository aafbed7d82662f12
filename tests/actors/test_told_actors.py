"""Actors as stories tell them: taken up by another noun, by what most of them are, by whom a text goes on about."""

from __future__ import annotations

import pytest

from tests.full import coder

Row = tuple[str | None, str, str | None]

STORIES: list[tuple[str, str, list[Row]]] = [
    (
        "the ministry of the state that the text goes on about",
        "Vilnius accused Minsk of jamming radio signals. The foreign ministry also thanked Poland. Russian officials"
        " met the Belarusian president.",
        [("LTUGOV", "051", "POL")],
    ),
    (
        "two states side by side decide nothing",
        "Kenya and Ghana held a vote. Iran called on the government to resign.",
        [("IRN", "024", "---GOV")],
    ),
    (
        "the militants are the insurgents of before",
        "Mozambican troops killed six insurgents near Pemba. The militants attacked a village in Mozambique on Sunday.",
        [("MOZINS", "190", "MOZCVL")],
    ),
    (
        "the rebels are no militias of the government",
        "Medics were turned away by pro-government militias in Syria. The rebels shelled two villages in Idlib.",
        [("SYRREB", "194", "SYRCVL")],
    ),
    (
        "the men are the armed men of before",
        "Armed men stormed a hospital in Gao, Mali, on Monday. The men killed a doctor.",
        [("MLIUAF", "190", "MLIHLH")],
    ),
    (
        "gunmen on a Monday are not those of before",
        "Police in Jordan arrested three men on Sunday. On Monday gunmen killed a judge in Irbid.",
        [("JORUAF", "186", "JORJUD")],
    ),
    (
        "a person taken up by his age",
        "The Kenyan opposition leader Raila Odinga criticised France. The 72-year-old praised Ghana.",
        [("KENOPP", "051", "GHA")],
    ),
    (
        "a family by its name",
        "Ken and Arlene Boon, Canadian farmers, sued a power company. The Boons accused Ottawa of stealing their land.",
        [("CANAGR", "115", "BUS"), ("CANAGR", "112", "CANGOV")],
    ),
    (
        "the army that soldiers serve in is not whom they disperse",
        "Families of the dead marched in Kumasi, Ghana, on Monday. They accused the army of lies. Soldiers attacked"
        " them.",
        [("GHAMIL", "190", "GHACVL")],
    ),
    (
        "both are those who acted",
        "Kenya condemned the Guinean army after Ghana criticised it. Both also criticised Mali.",
        [("KEN", "111", "MLI"), ("GHA", "111", "MLI")],
    ),
    (
        "its spokesman speaks for it",
        "The African Union criticised Chad on Monday. Its spokesman also criticised Niger.",
        [("IGOAFU", "111", "NER")],
    ),
    (
        "we are those who are quoted",
        'Striking nurses met the minister. "We reject this offer and criticise Kenya," said the Tanzanian opposition.',
        [("TZAOPP", "111", "KEN")],
    ),
    (
        "the unions are no party that was told of before",
        "The Labour Party criticised the firm on Monday. The unions met the British transport minister.",
        [("LAB", "040", "GBRGOV")],
    ),
    (
        "the media are not the photographer of before",
        "A Japanese photographer was killed in Rangoon. The Burmese generals criticised the foreign media.",
        [("MMRMIL", "111", "---MED")],
    ),
    (
        "he may be a gunman",
        "After killing the judge, the gunman fled to Libya before he was arrested by Tunisian police.",
        [("TUNCOP", "173", "UAF")],
    ),
]

SIDES = [
    ("Gunmen killed twelve people in Baquba, Iraq, many of them police recruits.", "target", "IRQCOP"),
    ("A bomb killed 30 people in Kabul, mostly soldiers.", "target", "AFGMIL"),
    ("A bomb killed 30 people in Kabul, some of them soldiers.", "target", "AFGCVL"),
    ("Former leader Fidel Castro criticised the United States.", "source", "CUBELI"),
    ("The Paris-based carmaker signed a deal with Algeria.", "source", "FRABUS"),
    ("The Doha-based rebel leader criticised Chad.", "source", "---REB"),
    ("The mayor of London, Ontario, met the Mexican president.", "source", "CANGOV"),
    ("Two Spanish and three Moroccan policemen arrested a smuggler.", "source", "ESPCOP"),
    ("Prosecutors arrested 22 Mexican municipal policemen.", "target", "MEXCOP"),
    ("The Ukrainian president asked parliament for a new law.", "target", "UKRLEG"),
    ("Gunmen killed 16 people in a bar in Ciudad Juarez, Mexico, most of them students.", "target", "MEXEDU"),
    ("Peru's congress rejected the cabinet.", "target", "PERGOV"),
    ("Herders killed nine farmers near the Nigerian town of Barkin Ladi.", "target", "NGAAGR"),
    ("Workers of a Ghanaian bank criticised Togo.", "source", "GHALAB"),
    ("The leader of the Kenyan teachers' union criticised Togo.", "source", "KENEDU"),
    ("The Kenyan government criticised the warring parties.", "source", "KENGOV"),
    ("Activists of the ruling party's youth wing attacked two Bangladeshi photographers.", "source", "GOVPTY"),
]


@pytest.mark.parametrize(("text", "expected"), [s[1:] for s in STORIES], ids=[s[0] for s in STORIES])
def test_story(text: str, expected: list[Row]) -> None:
    events = [e for e in coder().code(text) if e.status == "asserted"]
    found = [(e.source.code if e.source else None, e.code, e.target.code if e.target else None) for e in events]
    for source, code, target in expected:
        fits = (r for r in found if (r[0] or "").endswith(source or "") and r[1].startswith(code))
        assert any((r[2] or "").endswith(target or "") for r in fits), found


@pytest.mark.parametrize(("text", "side", "code"), SIDES, ids=[t for t, *_ in SIDES])
def test_side(text: str, side: str, code: str) -> None:
    found = [m.code for e in coder().code(text, date="2012-05-01") if (m := getattr(e, side)) is not None]
    assert any(code in own for own in found), found
