"""Counts of the killed and injured, and which word of harm they belong to."""

from __future__ import annotations

import pytest

from coder.attributes.casualties import CasualtyCounter, Count
from coder.dictionary.store import read_store, words_of
from coder.resources import dictionaries_root
from tests.attributes.tagged import analysis

WORDS = words_of(read_store(dictionaries_root()))


def counts(tagged: str, lang: str, trigger: str) -> tuple[list[int | None], list[int | None]]:
    killed, injured = found(tagged, lang, trigger)
    return [c.value for c in killed], [c.value for c in injured]


def found(tagged: str, lang: str, trigger: str) -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    made = analysis(tagged, lang, {trigger: {}})
    result = CasualtyCounter(WORDS).casualties(made, made.predicates[0])
    return result.killed, result.injured


@pytest.mark.parametrize(
    ("tagged", "trigger", "killed", "injured"),
    [
        (
            "Rebels/NOUN killed/VERB/kill five/NUM soldiers/NOUN and/CCONJ wounded/VERB/wound ten/NUM",
            "killed",
            [5],
            [10],
        ),
        ("Five/NUM people/NOUN were/AUX killed/VERB/kill and/CCONJ 10/NUM injured/VERB/injure", "killed", [5], [10]),
        ("Two/NUM policemen/NOUN and/CCONJ three/NUM boys/NOUN died/VERB/die", "died", [2, 3], []),
        ("It killed/VERB/kill a/DET soldier/NOUN ./PUNCT", "killed", [1], []),
        ("The attack/NOUN left/VERB three/NUM dead/ADJ ./PUNCT", "attack", [3], []),
        ("Police/NOUN killed/VERB/kill him/PRON 40/NUM miles/NOUN/mile away/ADV", "killed", [], []),
        ("They fired/VERB 12/NUM rockets/NOUN/rocket and/CCONJ killed/VERB/kill Ali/PROPN", "killed", [], []),
        ("The blast/NOUN killed/VERB/kill dozens/NOUN", "blast", [None], []),
        (
            "Ten/NUM men/NOUN ,/PUNCT including/VERB two/NUM boys/NOUN ,/PUNCT were/AUX killed/VERB/kill",
            "killed",
            [10],
            [],
        ),
    ],
)
def test_english(tagged: str, trigger: str, killed: list[int | None], injured: list[int | None]) -> None:
    assert counts(tagged, "en", trigger) == (killed, injured)


@pytest.mark.parametrize(
    ("tagged", "trigger", "killed", "injured"),
    [
        ("أسفر/VERB عن/ADP مقتل/NOUN 3/NUM أشخاص/NOUN و/CCONJ إصابة/NOUN 10/NUM آخرين/ADJ", "أسفر", [3], [10]),
        ("ما لا يقل عن 5/NUM جنود/NOUN أصيبوا/VERB/أصيب في/ADP هجوم/NOUN", "أصيبوا", [], [5]),
        ("سقط/VERB قتيلان/NOUN:d/قتيل في/ADP الهجوم/NOUN", "سقط", [2], []),
        ("مقتل/NOUN جنديين/NOUN:d/جندي و/CCONJ إصابة/NOUN شرطي/NOUN:s و/CCONJ", "مقتل", [2], [1]),
        ("3/NUM قتلى/NOUN و/CCONJ 10/NUM جرحى/NOUN في/ADP قصف/NOUN", "قصف", [3], [10]),
        ("قتل/VERB عشرات/NOUN المدنيين/NOUN/مدني", "قتل", [None], []),
    ],
)
def test_arabic(tagged: str, trigger: str, killed: list[int | None], injured: list[int | None]) -> None:
    assert counts(tagged, "ar", trigger) == (killed, injured)


def test_bounds_civilians_and_spans() -> None:
    tagged = "Rebels/NOUN killed/VERB/kill at/ADP least/ADJ five/NUM civilians/NOUN/civilian ./PUNCT"
    killed, _ = found(tagged, "en", "killed")
    (count,) = killed
    assert (count.value, count.low, count.high, count.civilians) == (5, 5, None, 5)
    assert "Rebels killed at least five civilians ."[count.start : count.end] == "at least five civilians"


def test_nobody_was_harmed() -> None:
    tagged = (
        "Rebels/NOUN attacked/VERB/attack it/PRON but/CCONJ there/PRON were/AUX no/DET casualties/NOUN/casualty ./PUNCT"
    )
    assert counts(tagged, "en", "attacked") == ([0], [0])
    tagged = "هاجم/VERB مسلحون/NOUN القاعدة/NOUN دون/ADP وقوع/NOUN إصابات/NOUN/إصابة ./PUNCT"
    assert counts(tagged, "ar", "هاجم") == ([0], [0])


def test_a_part_and_a_total() -> None:
    tagged = "Ten/NUM people/NOUN ,/PUNCT including/VERB/include three/NUM children/NOUN/child ,/PUNCT "
    tagged += "were/AUX killed/VERB/kill"
    killed, _ = found(tagged, "en", "killed")
    assert [(c.value, c.civilians) for c in killed] == [(10, 3)]
    tagged = "A/DET raid/NOUN killed/VERB/kill two/NUM men/NOUN raising/VERB/raise the/DET toll/NOUN to/ADP 40/NUM"
    assert counts(tagged, "en", "killed") == ([2], [])


def test_ages_and_dates_are_no_victims() -> None:
    tagged = "Troops/NOUN killed/VERB/kill a/DET man/NOUN aged/VERB/age 24/NUM on/ADP May/PROPN 3/NUM 2024/NUM"
    assert counts(tagged, "en", "killed") == ([1], [])


def test_a_toll_goes_to_one_of_the_acts() -> None:
    tagged = "Rebels/NOUN shelled/VERB/shell it/PRON and/CCONJ five/NUM people/NOUN died/VERB/die"
    made = analysis(tagged, "en", {"shelled": {}, "died": {}})
    counter = CasualtyCounter(WORDS)
    shelled, died = made.predicates
    acts = {shelled.head}
    assert [c.value for c in counter.casualties(made, shelled, acts).killed] == [5]
    assert counter.casualties(made, died, acts).killed == ()


def test_absent_lists_are_empty() -> None:
    made = analysis("Rebels/NOUN killed/VERB/kill five/NUM soldiers/NOUN", predicates={"killed": {}})
    assert CasualtyCounter({}).casualties(made, made.predicates[0]).killed == ()
