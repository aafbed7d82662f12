"""A place before a noun of force is where it was; acts that are done to oneself; missiles at somebody."""

from __future__ import annotations

import pytest

from tests.full import coder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two doctors were killed in the Gaza strikes.", [(None, "195", "PSEHLH")]),
        ("A Malian soldier was killed in a Chad raid.", [(None, "190", "MLIMIL")]),
        ("Nine rebels were killed in US strikes.", [("USA", "195", "---REB")]),
        ("Nine rebels were killed in Chadian strikes.", [("TCD", "195", "---REB")]),
        ("Two Malian teachers were killed in a school shooting.", [(None, "193", "MLIEDU")]),
        ("Two Malian teachers were killed in a Bamako raid.", [(None, "190", "MLIEDU")]),
        ("A Kabul suicide attack killed two Malian teachers.", [(None, "1831", "MLIEDU")]),
        ("Two Malian teachers died in a bomb blast in the centre of the Chadian capital.", [(None, "183", "MLIEDU")]),
        ("A refugee attack near Bamako shocked Mali on Monday.", [(None, "190", "MLIREF")]),
        ("Two Malian soldiers were killed in a convoy attack.", [(None, "190", "MLIMIL")]),
        ("Chad's attack killed two Malian teachers.", [("TCD", "190", "MLIEDU")]),
        ("Rebels attacked in an apparent bid to frighten voters.", [("---REB", "190", None)]),
        ("Rebels carried out an attack in a wedding hall.", [("---REB", "190", "---")]),
        ("A Malian officer shot himself.", []),
        ("The radio spoke of ruin in case of a Chadian attack on Mali.", []),
        ("Chad fired missiles on a Malian army post.", [("TCD", "194", "MLIMIL")]),
        ("Chad launched air raids across Mali.", [("TCD", "195", "MLI")]),
        ("Chad and the United Nations clashed over refugees.", [("TCD", "111", "IGOUNO")]),
    ],
)
def test_sides_of_force(text: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    told = [e for e in coder().code(text) if e.status == "asserted" and e.reciprocal_of is None]
    assert [(e.source and e.source.code, e.code, e.target and e.target.code) for e in told] == expected
