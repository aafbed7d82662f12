"""Names that no dictionary has, by what their story says they are, and what takes them up."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder


def codes(coder: Coder, text: str) -> set[str]:
    """The codes of all actors of the events of a text."""
    return {m.code for e in coder.code(text, date="2024-08-06") for m in (e.source, e.target) if m is not None}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Peter Barlow was a British hacker. Kenyan police met Barlow on Monday.", "GBRCRM"),
        ("Barlow, who became a Ghanaian citizen, has a shop. Kenyan police met Barlow on Monday.", "GHACVL"),
        ("A man identified as Kofi Baba was seen. Baba is a Ghanaian policeman. Iran condemned Baba.", "GHACOP"),
        (
            "WASHINGTON Peter Barlow, who wrote much, is a former officer in Britain's Secret Intelligence Service. "
            "Kenyan police met Barlow on Monday.",
            "GBRELI",
        ),
        ("The land is needed, Nord Hydro's chief executive said. Kenya sued Hydro on Monday.", "---BUS"),
        ("Officials of the Sberbank Group in Russia left. BC Hydro was sold. Kenya sued Hydro on Monday.", "CANBUS"),
    ],
)
def test_a_name_is_who_the_story_says_it_is(full_coder: Coder, text: str, code: str) -> None:
    assert code in codes(full_coder, text)


def test_the_firm_is_the_one_that_was_named(full_coder: Coder) -> None:
    text = "BC Hydro sold land. Kenya had said little. On Monday, Kenya sued the firm."
    assert "CANBUS" in codes(full_coder, text)


def test_a_pronoun_beside_another_is_not_the_doer(full_coder: Coder) -> None:
    events = full_coder.code("Hamas has lorries. It said it refuses to hand them over.", date="2024-08-06")
    assert all(e.source is None or e.target is None or e.source.code != e.target.code for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "Peter Barlow is not a British hacker. Kenyan police met Barlow on Monday.",
        "Peter Barlow may be a British hacker. Kenyan police met Barlow on Monday.",
        "Peter Barlow is a friend of British hackers. Kenyan police met Barlow on Monday.",
    ],
)
def test_what_is_denied_possible_or_no_role_describes_nobody(full_coder: Coder, text: str) -> None:
    assert not any(code.startswith("GBR") for code in codes(full_coder, text))


@pytest.mark.parametrize(
    ("text", "code", "other"),
    [
        (
            "Ghana's ambassador left. The Kenyan embassy was closed. Rebels shot the ambassador.",
            "GHAGOV",
            "KENGOV",
        ),
        (
            "Ghana's ambassador left. The Kenyan embassy was closed. Rebels shot Ambassador Kofi Baba.",
            "GHAGOV",
            "KENGOV",
        ),
    ],
)
def test_one_is_taken_up_by_the_same_noun(full_coder: Coder, text: str, code: str, other: str) -> None:
    shot = [e for e in full_coder.code(text, date="2024-08-06") if e.code.startswith("19")]
    targets = {e.target.code for e in shot if e.target is not None}
    assert code in targets
    assert other not in targets


def test_a_participle_behind_a_clause_of_time_is_not_told_of_its_subject(full_coder: Coder) -> None:
    text = (
        "Ghana's ambassador spoke. The gunman fired twice, walking around Ambassador Kofi Baba as he lay still and "
        "shooting him again."
    )
    events = full_coder.code(text, date="2024-08-06")
    assert all(e.source is None or e.source.code != "GHAGOV" for e in events if e.code.startswith("19"))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Barlow, R-Utah, criticised the Chinese ambassador.",
        "Ann Barlow (D-Mass.) criticised the Chinese ambassador.",
        "Ann Barlow, R-Utah, wrote a letter. Barlow criticised the Chinese ambassador.",
        "In a letter, Chairmen Ann Barlow, R-Utah, and Bob Hollow, R-Va., criticised the Chinese ambassador.",
        "Sens. Ann Barlow (D-Mass.) and Bob Hollow (D-Wash.) met. Hollow criticised the Chinese ambassador.",
        "On Monday, Sens. Ann Barlow, R-S.C., and Bob Hollow, R-Ariz., criticised the Chinese ambassador.",
    ],
)
def test_party_and_state_behind_a_name_make_a_lawmaker(full_coder: Coder, text: str) -> None:
    assert codes(full_coder, text) == {"USALEG", "CHNGOV"}


def test_a_letter_and_a_hyphen_are_no_party(full_coder: Coder) -> None:
    events = full_coder.code("Ann Barlow, X-Ray, criticised the Chinese ambassador.", date="2024-08-06")
    assert not any(m is not None and "LEG" in m.code for e in events for m in (e.source, e.target))
