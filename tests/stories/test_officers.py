"""Police and courts that a story names for passive arrests and verdicts, and whom criticism of an act is aimed at."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

Row = tuple[str | None, str, str | None]


def rows(coder: Coder, text: str, root: str) -> list[Row]:
    """The asserted events of a root, as codes."""
    events = [e for e in coder.code(text, date="2026-03-10") if e.status == "asserted" and e.code.startswith(root)]
    return [(e.source and e.source.code, e.code, e.target and e.target.code) for e in events]


@pytest.mark.parametrize(
    ("text", "root", "expected"),
    [
        (
            "Three opposition activists were detained in Almaty on Friday. Kazakh police said the rally was illegal.",
            "17",
            ("KAZCOP", "173", "KAZOPP"),
        ),
        (
            "A Cameroonian journalist was sentenced to ten years on Monday. "
            "His lawyer said the military court in Yaounde had ignored evidence.",
            "116",
            ("CMRJUD", "116", "CMRMED"),
        ),
        ("Police in Manila said three Korean nationals were arrested on Sunday.", "17", ("PHLCOP", "173", "KOR")),
        (
            "Turkey's interior minister said 41 members of a banned group had been detained.",
            "17",
            ("TURGOV", "173", None),
        ),
        # abroad, or far from any police
        (
            "A student was detained in Minsk. Polish police are looking into threats against exiles.",
            "17",
            (None, "173", "BLREDU"),
        ),
        (
            "Two Danish tourists were arrested in Cairo on Monday. Denmark's foreign minister said he would wait.",
            "17",
            (None, "173", "DNKCVL"),
        ),
    ],
)
def test_who_arrests(full_coder: Coder, text: str, root: str, expected: Row) -> None:
    """The body that speaks or stands near is the doer, unless the arrest was in another country."""
    assert rows(full_coder, text, root) == [expected]


def test_fighters_are_taken_by_others_than_the_police_named_elsewhere(full_coder: Coder) -> None:
    text = "Police cordoned off a market in Lagos on Friday. Doctors treated the wounded. Crowds left the town. "
    text += "Two Boko Haram leaders were captured near Maiduguri."
    assert rows(full_coder, text, "17")[0][0] is None


OFFICER = "His neighbour, a police officer, was also taken into custody."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Izmir said his brother was detained on Tuesday. " + OFFICER, ("TURCOP", "173", "TURCOP")),
        ("Soldiers in Izmir detained his brother on Tuesday. " + OFFICER, (None, "173", "TURCOP")),
        ("ANKARA, Turkey - " + OFFICER + " The policeman had been on leave.", (None, "173", "TURCOP")),
    ],
)
def test_who_arrests_policemen(full_coder: Coder, text: str, expected: Row) -> None:
    """The police of an arrest beside theirs; no policeman of the words alone, who may be the arrested."""
    assert rows(full_coder, text, "173")[-1] == expected


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Amnesty International criticised the detention of two reporters in Ethiopia.", "ETH"),
        ("The European Union condemned the sentencing of opposition leaders in Belarus.", "BLR"),
        ("Ghana criticised the closure of three newspapers by the Algerian government.", "DZAGOV"),
        ("Chile criticised the treatment of migrants by the United States.", "USA"),
        ("Sweden condemned the killing of three aid workers in Sudan.", None),
    ],
)
def test_who_is_criticised(full_coder: Coder, text: str, target: str | None) -> None:
    """Never who suffered the act: its doer, or of what only states do the country around it."""
    assert [t for _, _, t in rows(full_coder, text, "111")] == [target]


def test_answered_arrests(full_coder: Coder) -> None:
    """*The arrests* are those of the police told of before."""
    text = "Moldovan police arrested seven people on Tuesday. The Kremlin condemned the arrests."
    assert rows(full_coder, text, "111") == [("RUSGOV", "111", "MDACOP")]


@pytest.mark.parametrize(
    ("text", "root", "expected"),
    [
        ("Chilean students occupied the education ministry on Tuesday.", "14", ("CHLEDU", "144", "CHLGOV")),
        (
            "Bolivia's ombudsman accused the security forces of using excessive force.",
            "11",
            ("BOLJUD", "1122", "BOLCOP"),
        ),
        ("Mali's junta banned all political parties.", "17", ("MLIGOV", "1722", "MLIPTY")),
        ("A Brazilian senate panel is looking into the army's role.", "09", ("BRALEG", "090", "BRAMIL")),
        ("Lawmakers in Seoul voted to impeach the justice minister.", "09", ("KORLEG", "090", "KORGOV")),
        # private people of a bare country, and firms, may be from anywhere
        ("Kuwait revoked the citizenship of 30 dissidents.", "17", ("KWT", "172", "---OPP")),
        ("A Paris court fined the airline 75,000 euros.", "17", ("FRAJUD", "172", "---BUS")),
    ],
)
def test_whose_people(full_coder: Coder, text: str, root: str, expected: Row) -> None:
    """Powers are used at home, and people turn against *the ministry* of their own country."""
    assert rows(full_coder, text, root) == [expected]


def test_who_protests_to_a_state(full_coder: Coder) -> None:
    """Who summons an ambassador is not of the ambassador's country."""
    text = "BEIJING, May 18 - The talks of China failed. The foreign minister summoned the Japanese ambassador."
    assert rows(full_coder, text, "114") == [("CHNGOV", "114", "JPNGOV")]


def test_who_charges_public_figures(full_coder: Coder) -> None:
    """Who is in public life is charged at home, as the prosecutors who speak say."""
    text = "Bangladesh's former prime minister has been charged with fraud, prosecutors said on Monday."
    assert rows(full_coder, text, "173") == [("BGDJUD", "173", "BGDELI")]


def test_who_goes_on(full_coder: Coder) -> None:
    """What is joined to a relative clause in the progressive goes on with the main verb."""
    text = "Kenyan police dismantled a gang that was smuggling fuel and arrested five of its members."
    assert [(source, code) for source, code, _ in rows(full_coder, text, "173")] == [("KENCOP", "173")]


def test_verb_behind_a_mistaken_noun(full_coder: Coder) -> None:
    """*Used stun grenades ... and arrested 20 people*: with an object behind it *arrested* is no passive."""
    text = (
        "Security forces in Madagascar used stun grenades on Tuesday to disperse students who were protesting against "
        "water cuts, and arrested at least 20 people, lawyers said."
    )
    assert rows(full_coder, text, "173") == [("MDGCOP", "173", "MDGCVL")]
