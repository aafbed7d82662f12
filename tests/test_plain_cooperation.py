"""Plain English sentences of talk, aid and sanctions: one row for each act, with both sides."""

from __future__ import annotations

import pytest

from tests.full import coder
from tests.small import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kenyan president and his Ugandan counterpart discussed the border by telephone.",
            {("KENGOV", "UGAGOV", "041"), ("UGAGOV", "KENGOV", "041")},
        ),
        ("The Kenyan cabinet discussed the budget.", set()),
        ("The African Union imposed asset freezes and travel bans on Malian generals.", {("IGOAFU", "MLIMIL", "163")}),
        ("Norway cut $12 million in military aid to Mali.", {("NOR", "MLI", "1622")}),
        ("Norway lent $3 billion to Mali in March.", {("NOR", "MLI", "071")}),
        ("Chile refused to back a new Peruvian package of sanctions against Cuba.", {("CHL", "PER", "120")}),
        ("Kenya plans to deepen military cooperation with Chad.", {("KEN", "TCD", "0312")}),
        ("Kenya and Chad have agreed to share intelligence.", {("KEN", "TCD", "0314"), ("TCD", "KEN", "0314")}),
        ("Kenya and Chad began naval exercises on Monday.", {("KEN", "TCD", "062"), ("TCD", "KEN", "062")}),
        ("Kenya rejected a Ugandan offer of talks.", {("KEN", "UGA", "125")}),
        ("The UN criticised the Malian government for jailing students.", {("IGOUNO", "MLIGOV", "111")}),
        ("The UN set up a panel to investigate abuses by Malian soldiers.", {("IGOUNO", "MLIMIL", "090")}),
        ("Chad urged all sides to show restraint.", {("TCD", None, "0256")}),
        ("Chad described the Kenyan sanctions as illegal.", {("TCD", "KEN", "111")}),
        ("Chad praised Kenya for opening its border.", {("TCD", "KEN", "051")}),
        ("Chad rejected accusations by Kenya that it funds rebels.", {("TCD", "KEN", "016")}),
        ("A Chadian army spokesman dismissed the charge as propaganda.", {("TCDMIL", None, "016")}),
        ("The Kenyan president dismissed the protesters as puppets.", {("KENGOV", "---CVL", "111")}),
        ("The Kenyan rebels walked out of talks with Chad.", {("KENREB", "TCD", "164")}),
        (
            "Chile's president arrived in Nairobi on his first visit to Kenya.",
            {("CHLGOV", "KEN", "042")},
        ),
    ],
)
def test_rows(text: str, expected: set[tuple[str | None, str | None, str]]) -> None:
    assert shown(coder().code(text)) == expected
