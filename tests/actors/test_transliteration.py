"""Names written over from Arabic script are found in any usual spelling, by folding and not by lists."""

from __future__ import annotations

import re
from datetime import date

import pytest

from coder.languages.english.normalise import normalise
from coder.languages.english.transliteration import same_name, spelling
from coder.model import Document
from coder.pipeline import Coder


def folded(name: str) -> object:
    return spelling(re.findall(r"[\w]+|['\-]", normalise(name)))


@pytest.mark.parametrize(
    "names",
    [
        ["Muammar Gaddafi", "Moammar Qaddafi", "Mouammar Kadhafi", "Mu'ammar al-Qadhafi", "Moammar el-Gadhafi"],
        ["Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi", "Abd al-Fattah as-Sisi", "Abdulfattah Alsisi"],
        ["Mohammed Morsi", "Muhammad Mursi", "Mohamed Morsy", "Mohamad Mursi"],
        ["Saddam Hussein", "Saddam Husayn", "Saddam Hussain", "Saddam Hossein"],
        ["Abdel Rahman Aref", "Abdurrahman Aref", "Abd ar-Rahman Arif", "Abdulrahman Aref"],
        ["Walid Jumblatt", "Oualid Joumblatt", "Waleed Jumblat"],
        ["Mahmoud Ahmadinejad", "Mahmud Ahmadi-Nejad"],
        ["Hassan Nasrallah", "Hasan Nasralla"],
    ],
)
def test_spellings_of_one_name(names: list[str]) -> None:
    first = folded(names[0])
    assert [n for n in names if not same_name(first, folded(n))] == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Saleh", "Ali Sulaih"),
        ("Hassan Nasr", "Hussein Nasr"),
        ("Khalid Omar", "Galid Omar"),
        ("Mursi", "Morsi"),  # short single words stay with the lists
        ("Saleh", "Salah"),
        ("Bashar Assad", "Bushra Assad"),
        ("Karim Hasan", "Karam Hasan"),
    ],
)
def test_other_names_and_short_words_are_told_apart(one: str, other: str) -> None:
    assert not same_name(folded(one), folded(other))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Moammer al-Qadhafi", date(2005, 1, 1), "LBYGOV"),
        ("Abdelfattah Alsisi", date(2020, 1, 1), "EGYGOVMIL"),
        ("Omer el-Beshir", date(2005, 1, 1), "SDNGOVMIL"),
        ("Aiman Zawahri", date(2005, 1, 1), "IMGMOSALQ"),
        ("al-Shabab", date(2012, 1, 1), "SOMINSSHB"),
    ],
)
def test_no_list_needs_every_spelling(full_coder: Coder, name: str, day: date, code: str) -> None:
    text = f"A spokesman criticised {name} on Monday."
    record = next(full_coder.actor_records([Document("d", text, date=day, lang="en")]))
    found = {m["text"]: m["code"] for m in record["mentions"]}
    assert found.get(name, "").startswith(code[:6])
