"""Stories of a few sentences: what goes on with an old tale, sums of wars and years, and news told in the present."""

from __future__ import annotations

import pytest

from tests.full import coder_with_open_sides as coder

DAY = "2023-06-12"
OLD = [
    # a day of an earlier year's autumn, and what followed
    (
        "Kenya's parliament met on Tuesday. The unrest began at a festival on October 2nd. In the following days,"
        " rioters torched several factories in Nairobi. The weather was fine.",
        {"14": 0},
    ),
    # what is to come is no old time
    (
        "Kenya's parliament met on Tuesday. Elections will be held in September. Kenyan police arrested two students."
        " The weather was fine.",
        {"173": 1},
    ),
    # a chronicle: several old times that follow each other closely
    (
        "Kenya and Somalia signed a border treaty on Tuesday. The dispute began in 1963. The two countries fought in"
        " 1964. A round of talks in Cairo failed in 1988. Kenya and Ethiopia worked together on a map. It was published"
        " in 2002. Fishermen welcomed the treaty on Wednesday.",
        {"04": 0, "06": 0, "05": 1},
    ),
    # one old time on either side is none
    (
        "Kenya and Somalia signed a border treaty on Tuesday. The dispute began in 1963. Ethiopia's president met the"
        " Somali president in Cairo. Kenya's minister was born in 1960.",
        {"04": 1},
    ),
    (
        "Kenyan police arrested Peter Mwangi, an opposition politician, on Monday. Mwangi joined the opposition"
        " in 1998, was jailed twice and led a protest in 2008. His lawyer asked for bail.",
        {"173": 1, "14": 0},
    ),
    (
        "Thousands gathered in Kigali on Sunday to mark the anniversary of the genocide. Hutu extremists killed"
        " 800,000 people in 100 days. President Paul Kagame laid a wreath and met survivors.",
        {"19": 0, "20": 0},
    ),
    (
        "Russian forces shelled a village near Donetsk on Friday. The war has killed more than 7,000 people and driven"
        " a million from their homes. Diplomats met in Minsk on Saturday.",
        {"19": 1, "20": 0},
    ),
    (
        "Turkey's parliament extended emergency rule on Tuesday. The government imposed it after a failed coup"
        " in 2016. It arrested thousands of officers and dismissed judges. The opposition criticised the vote.",
        {"173": 0, "111": 1},
    ),
    (
        "Ethiopia and Eritrea reopened their border on Tuesday. The two countries fought a war two decades ago."
        " Ethiopia bombed Asmara airport and Eritrea shelled villages. Families embraced at the crossing.",
        {"19": 0},
    ),
    (
        "Gunmen attacked a church in Kaduna on Sunday. Boko Haram, which was founded in 2002, has carried out dozens of"
        " attacks on churches, killing hundreds of people. The governor visited the wounded.",
        {"19": 1, "20": 0},
    ),
    (
        "A bomb killed two Egyptian priests in Cairo on Sunday. The church was full. Copts live all over Egypt."
        " Dozens have been killed in sectarian clashes.",
        {"19": 0, "18": 1},
    ),
    (
        "Alassane Ouattara was sworn in on Monday. He came to power in 2011 after a war in which rebels captured"
        " Abidjan and arrested his rival. He promised to work for peace.",
        {"19": 0, "17": 0},
    ),
    (
        "Sri Lanka's president visited India on Sunday. The army defeated the Tamil Tigers in 2009 after 26 years of"
        " war. Soldiers shelled hospitals and killed thousands of civilians. The president promised to return land.",
        {"19": 0, "20": 0, "042": 1},
    ),
]
NEWS = [
    ("He scored in the 17th minute. Kenyan police arrested three Somali doctors. It rained.", "173"),
    ("Kenyan police have arrested dozens of teachers in Nairobi. Schools were closed. It rained.", "173"),
    (
        "The strike hit ports. Kenyan police have arrested 40 teachers since Saturday. Schools were closed.",
        "173",
    ),
    ("The trial ended. A Kenyan court has jailed the Ghanaian minister for ten years. His lawyer was absent.", "173"),
    ("Kenya became a republic in 1964. Ghana criticised Kenya over a fishing deal. Ships left the port.", "111"),
    ("Ministers met. Kenyan soldiers shell a village in Somalia on Friday. It rained.", "194"),
    (
        "Kenyan soldiers storm a hospital in Somalia. Police arrest three doctors. Kenyan troops shell a camp.",
        "194",
    ),
    ("Kenya bombed Somalia in 2011. Kenyan police arrested three Somali doctors on Monday. It rained.", "173"),
]


def codes(text: str) -> list[str]:
    """The codes of what is told as news."""
    return [e.code for e in coder().code(text, date=DAY) if e.status == "asserted"]


@pytest.mark.parametrize(("text", "expected"), OLD)
def test_old_tales_are_withheld(text: str, expected: dict[str, int]) -> None:
    told = codes(text)
    assert {part: min(1, sum(c.startswith(part) for c in told)) for part in expected} == expected


@pytest.mark.parametrize(("text", "code"), NEWS)
def test_news_beside_old_tales_is_kept(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(("day", "expected"), [("22.01.2023", []), ("01.06.2023", ["111"])])
def test_links_to_older_stories_are_no_news(day: str, expected: list[str]) -> None:
    text = (
        f"Ministers met in Paris. The Hungarian premier criticised Israel. ({day}) The law is new. The hall was full."
    )
    assert [e.code for e in coder().code(text, date=DAY) if e.status == "asserted"] == expected


def test_a_leap_day_of_no_last_year_is_no_old_time() -> None:
    text = (
        "Kenya's parliament met on Tuesday. A vote will be on February 29th. Kenyan police arrested two students on"
        " February 29th. The weather was fine."
    )
    assert all(e.sentence.index >= 0 for e in coder().code(text, date="2024-01-10"))
    assert any(e.code == "173" for e in coder().code(text, date="2024-01-10"))
