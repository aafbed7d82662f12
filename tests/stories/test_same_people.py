"""One group of people has one code all through its story."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

MARCH = "TEGUCIGALPA, Honduras - Some 3,000 teachers marched to the education ministry on Wednesday. "
ARREST = "BAKU, Azerbaijan - Police arrested two journalists on Tuesday outside the prosecutor's office. "


def targets(full_coder: Coder, text: str) -> set[str | None]:
    """The targets in the last sentence of a text that tells an event."""
    events = [e for e in full_coder.code(text, date="2014-03-12") if e.status == "asserted"]
    last = max(e.sentence.index for e in events)
    return {e.target and e.target.code for e in events if e.sentence.index == last}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MARCH + "Riot police fired tear gas at the protesters near the stadium.", "HNDEDU"),
        (MARCH + "Police arrested eleven of the demonstrators.", "HNDEDU"),
        (ARREST + "A court jailed the pair for two months.", "AZEMED"),
        ("Rebels kidnapped two oil workers in Arauca, Colombia. On Friday they released the hostages.", "COLLAB"),
        ("Police in Chile evicted the pupils from a school in Maipu and arrested seven.", "CHLEDU"),
        ("Gunmen abducted two Turkish engineers near Kabul. The kidnappers released the men on Tuesday.", "TURCVL"),
        (ARREST + "The interior minister accused relatives of the pair of lying.", "AZECVL"),
        # another crowd was told of since, no article, another number
        (
            MARCH
            + "In the evening some youths held a protest in the city of Choluteca. Police arrested the protesters.",
            "HNDCVL",
        ),
        (MARCH + "Police arrested demonstrators in the city of Choluteca.", "HNDCVL"),
        (ARREST + "Police also arrested the three men.", "AZECVL"),
    ],
)
def test_people_taken_up_by_another_noun_keep_their_kind(full_coder: Coder, text: str, expected: str) -> None:
    assert expected in targets(full_coder, text)


STUDENTS = "QUITO, Ecuador - Police arrested three Chilean students on Monday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STUDENTS + "The arrest of the three people by the police followed a raid on a hotel.", {"CHLEDU"}),
        ("French and Spanish police arrested five people on Monday.", {"FRACVL"}),
        # others, not as many, two groups
        (STUDENTS + "Police arrested two activists at a hotel.", {"ECUCVL"}),
        (STUDENTS + "The arrest of the two people by the police followed a raid on a hotel.", {"ECUCVL"}),
        (
            STUDENTS + "Police arrested a Peruvian nurse on Sunday. "
            "The arrest of the people by the police followed a raid on a hotel.",
            {"ECUCVL"},
        ),
    ],
)
def test_arrested_people_keep_the_country_of_their_own_words(
    full_coder: Coder, text: str, expected: set[str | None]
) -> None:
    """What only the country of the story or of the police says of the arrested gives way to what the story tells."""
    events = [e for e in full_coder.code(text, date="2014-03-12") if e.status == "asserted" and e.code == "173"]
    last = max(e.sentence.index for e in events)
    assert {e.target and e.target.code for e in events if e.sentence.index == last} == expected
