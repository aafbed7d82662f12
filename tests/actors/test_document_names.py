"""What a document says of its own names: surnames, namesakes, and short names in parentheses, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from coder.model import Document
from coder.pipeline import Coder


def mentions(coder: Coder, text: str, day: date = date(2013, 3, 5)) -> list[tuple[str, str]]:
    lang = "ar" if text[0] >= "\u0600" else "en"
    record = next(coder.actor_records([Document("d", text, date=day, lang=lang)]))
    return [(m["text"], m["code"]) for m in record["mentions"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Free Patriots Front (FPF), a Syrian rebel group, attacked Israel. FPF fighters fled.",
            ("FPF fighters", "SYRREB"),
        ),
        (
            "The Egyptian Ministry of Irrigation (EMI) met Sudan. Later the EMI met Iran.",
            ("the EMI", "EGYGOV"),
        ),
        ("The Front for Peace (FFP) met Israel. The FFP left.", None),
        ("Iran (see map) attacked Israel (USA). See left.", None),
    ],
)
def test_short_names_in_parentheses(full_coder: Coder, text: str, expected: tuple[str, str] | None) -> None:
    found = mentions(full_coder, text)
    short = [m for m in found if m[0] in ("FPF fighters", "the EMI", "The FFP", "See")]
    assert short == ([expected] if expected else [])


def test_arabic_short_names_need_a_known_group(full_coder: Coder) -> None:
    text = "أعلنت حركة تحرير السودان (حتس) وقف القتال. وقالت حتس إن القتال انتهى."
    assert ("حتس", "SDNREBSLA") in mentions(full_coder, text)
    text = "التقى الوزير سعيد (حتس) وزير الدفاع المصري. وقالت حتس إن القتال انتهى."
    assert all(name != "حتس" for name, _ in mentions(full_coder, text))


def test_a_surname_after_another_first_name_is_somebody_else(full_coder: Coder) -> None:
    found = dict(mentions(full_coder, "Eric Trump met Mr. Netanyahu. Trump criticised Iran.", date(2018, 3, 5)))
    assert "Eric Trump" not in found
    assert (found["Mr. Netanyahu"], found["Trump"]) == ("ISRGOV", "USAGOV")


def test_the_document_decides_between_namesakes(full_coder: Coder) -> None:
    text = "التقى وزير الخارجية السعودي فيصل المرزوقي نظيره المصري. وقال المرزوقي إن السعودية تدعم السلام."
    found = dict(mentions(full_coder, text))
    assert found["وزير الخارجية السعودي فيصل المرزوقي"] == "SAUGOV"
    assert found["المرزوقي"] == "SAUGOV"
    alone = dict(mentions(full_coder, "قال المرزوقي إن تونس تدعم السلام."))
    assert alone["المرزوقي"] == "TUNGOV"


def test_a_surname_stands_for_a_person_with_a_role_whom_no_dictionary_has(full_coder: Coder) -> None:
    found = dict(mentions(full_coder, "Mexican general Pedro Suarez said peace was near. Suarez met Obama."))
    assert found["Suarez"] == "MEXMIL"


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Iraqi Kurds met Turkish officials.", "Iraqi Kurds", "IRQKUR"),
        ("Kurdish fighters fled.", "Kurdish fighters", "---UAFKUR"),
        ("The minister met Lebanese Maronites.", "Lebanese Maronites", "LBNCHRMRN"),
        ("انتقد الوزير أكراد تركيا.", "أكراد تركيا", "TURKUR"),
        ("انتقد الوزير شيعة العراق.", "شيعة العراق", "IRQMOSSHI"),
        ("انتقد الوزير زعيم حزب الله.", "زعيم حزب الله", "LBNREBHEZ"),
        ("The newspaper criticised protesters in Tunisia.", "protesters", "TUNCVL"),
        ("انتقدوا المتظاهرين في تونس.", "المتظاهرين", "TUNCVL"),
        ("Rebel negotiators in Geneva accused Iran.", "Rebel negotiators", "---REB"),
        ("Diplomats in Vienna criticised Iran.", "Diplomats", "---GOV"),
        ("The Turkish delegation in Geneva criticised Iran.", "The Turkish delegation", "TURGOV"),
    ],
)
def test_peoples_and_neighbours_compose(full_coder: Coder, text: str, name: str, code: str) -> None:
    assert dict(mentions(full_coder, text)).get(name) == code


def test_a_person_is_not_who_stands_beside_him(full_coder: Coder) -> None:
    text = (
        "The meeting between US President Donald Trump and German Chancellor Angela Merkel started late. Mr Trump left."
    )
    assert ("Mr Trump", "USAGOV") in mentions(full_coder, text, date(2017, 3, 18))


def test_a_bare_surname_is_who_holds_the_office(full_coder: Coder) -> None:
    found = mentions(full_coder, "Ivanka Trump spoke. Iran criticised Trump.", date(2017, 3, 18))
    assert ("Trump", "USAGOV") in found


def test_a_county_is_no_town_abroad(full_coder: Coder) -> None:
    found = dict(mentions(full_coder, "The Bergen County prosecutor spoke. The Bergen prosecutor left."))
    assert found["The Bergen County prosecutor"] == "---JUD"
    assert found["The Bergen prosecutor"] == "NORJUD"
