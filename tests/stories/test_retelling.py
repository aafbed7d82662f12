"""What a story tells again: deeds, their doers, and what is said of them."""

from __future__ import annotations

import pytest

from coder.model import Event
from coder.pipeline import Coder

KILLING = "A Kenyan policeman shot two Iranian diplomats in Nairobi on Monday. "


def asserted(coder: Coder, text: str, **fields: str) -> list[Event]:
    return [e for e in coder.code(text, **fields) if e.status == "asserted"]


def row(event: Event) -> tuple[str | None, str, str | None]:
    return event.source and event.source.code, event.code, event.target and event.target.code


@pytest.mark.parametrize(
    "again",
    ["The attack was the worst in years.", "Monday's shooting happened in Nairobi.", "Many saw this attack happen."],
)
def test_a_deed_that_is_taken_up_is_no_second_event(full_coder: Coder, again: str) -> None:
    assert len(asserted(full_coder, KILLING + again)) == len(asserted(full_coder, KILLING)) == 1


def test_what_takes_up_a_deed_is_another_report_of_it(full_coder: Coder) -> None:
    (event,) = asserted(full_coder, KILLING + "The shooting happened in Nairobi.")
    assert event.n_mentions == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three Ghanaians were wounded in the attack.", ("KENCOP", "193", "GHACVL")),
        ("France condemned the attack.", ("FRA", "111", "KENCOP")),
        ("The gunman also shot three Ghanaians.", ("KENCOP", "193", "GHACVL")),
        ("The attackers also shot three Ghanaians.", ("---UAF", "193", "GHACVL")),
        ("Rebels attacked Ghana on Tuesday. France condemned a massacre.", ("FRA", "111", None)),
    ],
)
def test_who_did_it(full_coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in list(map(row, asserted(full_coder, KILLING + text)))


def test_an_attack_elsewhere_is_another_attack(full_coder: Coder) -> None:
    text = "Rebels attacked a base in Mali. The attack in Ghana killed three policemen."
    assert {e.attributes.country_iso3 for e in asserted(full_coder, text)} == {"MLI", "GHA"}


def test_the_doer_is_pointed_at_in_the_text_not_in_the_title(full_coder: Coder) -> None:
    events = asserted(full_coder, "Two Iranians were wounded in the attack.", title="Kenyan policeman attacks embassy")
    text = events[-1].document.text
    for event in events:
        if event.sentence.index >= 0:
            for side in (event.source, event.target):
                assert side is None or text[side.start : side.end] == side.text


def test_a_label_of_a_headline_is_no_deed(full_coder: Coder) -> None:
    codes = [row(e) for e in asserted(full_coder, "It rained.", title="Kenyan bus attack: bomb kills three soldiers")]
    assert [c for c in codes if c[0] == "KEN"] == []


def test_the_text_gives_the_headline_its_doer(full_coder: Coder) -> None:
    text = "Gunmen opened fire in Nairobi on Sunday, killing a Kenyan tourist. The hotel was closed."
    killings = asserted(full_coder, text, title="Kenyan tourist killed in shooting")
    assert ("KENUAF", "193", "KENCVL") in list(map(row, killings))
    assert all(e.source is not None for e in killings)


def test_a_headline_that_names_nobody_adds_nothing(full_coder: Coder) -> None:
    text = "Gunmen attacked Kenyan police in Nairobi on Sunday. A doctor and her family were at the hotel nearby."
    events = asserted(full_coder, text, title="Doctor's family witnessed attack in Kenya")
    assert [row(e) for e in events] == [("KENUAF", "190", "KENCOP")]


def test_other_dead_have_another_killer(full_coder: Coder) -> None:
    text = "Gunmen killed two Kenyan soldiers in Nairobi. A bomb killed five Kenyan soldiers in Mombasa."
    assert {(e.code[:2], e.source is None) for e in asserted(full_coder, text)} == {("19", False), ("18", True)}


def test_who_answered_a_deed_did_not_do_it(full_coder: Coder) -> None:
    answered = "The gunman was killed by Ghanaian soldiers. Two Iranians were wounded in the attack."
    assert ("KENCOP", "193", "IRNCVL") in list(map(row, asserted(full_coder, KILLING + answered)))


def test_a_later_report_gives_the_deed_its_place(full_coder: Coder) -> None:
    (event,) = asserted(full_coder, "A Kenyan policeman shot two Iranian diplomats. The attack happened in Nairobi.")
    assert event.attributes.location_name == "Nairobi"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طلبت إسرائيل من قوات حفظ السلام الانسحاب، لكن الأمم المتحدة رفضت الطلب.", ("IGOUNO", "120", "ISR")),
        ("فرض الاتحاد الأوروبي عقوبات على ميانمار. ونددت روسيا بهذه العقوبات.", ("RUS", "111", "IGOEEC")),
        ("زار وزير الخارجية الروسي طهران. وانتقدت إسرائيل الزيارة.", ("ISR", "111", "RUSGOV")),
    ],
)
def test_arabic_answers_are_aimed_at_the_author(
    full_coder: Coder, text: str, expected: tuple[str | None, str, str | None]
) -> None:
    assert expected in list(map(row, asserted(full_coder, text)))


def test_a_doer_whose_place_is_known_is_still_who_did_it(full_coder: Coder) -> None:
    story = "A Kenyan policeman shot two Iranian diplomats in Nairobi. The gunman shot three Ghanaians in Nairobi."
    assert ("KENCOP", "193", "GHACVL") in list(map(row, asserted(full_coder, story)))


BLAST = "A car bomb killed six Kenyan soldiers in Mombasa on Monday. "


@pytest.mark.parametrize(
    "claim",
    [
        "Al-Shabaab claimed responsibility for the attack.",
        "Al-Shabaab claimed responsibility.",
        "Al-Shabaab said it had carried out the attack.",
    ],
)
def test_who_claims_a_deed_that_nobody_did_yet_did_it(full_coder: Coder, claim: str) -> None:
    first, *others = asserted(full_coder, BLAST + claim)
    assert row(first) == ("SOMINSSHB", "1832", "KENMIL")
    assert all(e.code == "015" for e in others)


def test_the_assailants_are_the_group_that_attacked(full_coder: Coder) -> None:
    events = asserted(full_coder, "Al-Shabaab killed six Kenyan nurses. The assailants also abducted a judge.")
    assert [row(e)[0] for e in events] == ["SOMINSSHB", "SOMINSSHB"]


def test_those_who_are_detained_are_not_the_police(full_coder: Coder) -> None:
    text = "Kenyan police dispersed striking nurses on Monday. Six of them were detained."
    assert all(row(e)[2] != "KENCOP" for e in asserted(full_coder, text))


def test_a_killing_does_not_take_up_a_border_closed_because_of_it(full_coder: Coder) -> None:
    text = (
        "The Kenyan army has shut the border with Uganda after the killing of a senior commander. It rained. It hailed."
    )
    rows = [row(e) for e in asserted(full_coder, text)]
    assert ("KENMIL", "191", "UGA") in rows
    assert all(source is None for source, code, target in rows if target != "UGA")


def test_those_hurt_in_an_attack_have_its_kind(full_coder: Coder) -> None:
    text = "Warplanes hit a hospital in Homs on Friday. A relief group said four nurses were injured in the attack. "
    told = [e for e in asserted(full_coder, text + "Nobody else was there.") if e.code[:2] in ("18", "19")]
    assert [(e.code, e.target and e.target.code, e.attributes.injuries) for e in told] == [("195", "SYRHLH", 4)]


def test_who_suffers_right_behind_a_deed_suffers_its_kind(full_coder: Coder) -> None:
    text = "Kenyan police came under fire from gunmen in Mombasa on Friday. Two traders were wounded. Others fled."
    told = [e for e in asserted(full_coder, text) if e.code[:2] in ("18", "19")]
    assert {e.code for e in told} == {"193"}


def test_the_day_that_an_attack_was_is_no_attack_told_before(full_coder: Coder) -> None:
    text = "A gunman shot Ambassador Rolf Berger of Germany in Nairobi. The funeral was held on the same day that an "
    text += "attack in Mombasa killed five people. Others fled."
    told = [row(e) for e in asserted(full_coder, text) if e.code[:2] in ("18", "19")]
    assert all(source is None for source, _, target in told if target == "KENCVL")
