"""Stories of a few sentences: who is meant by *it*, *the group*, *the two sides*, and who did what has no doer."""

from __future__ import annotations

import pytest

from tests.full import coder

Row = tuple[str | None, str, str | None]

STORIES: list[tuple[str, list[Row]]] = [
    (
        "Amnesty International accused the Zambian government of censorship on Monday. It also called on the"
        " authorities to free two journalists.",
        [("NGOHRIAMN", "112", "ZMBGOV"), ("NGOHRIAMN", "0253", "ZMBGOV")],
    ),
    (
        "Norway called on Bolivia to release a jailed teacher. It also urged the country to hold fair trials.",
        [("NOR", "0253", "BOL"), ("NOR", "02", "BOL")],
    ),
    (
        "The United States imposed sanctions on Nicaragua on Thursday. It accused the country of jailing priests.",
        [("USA", "163", "NIC"), ("USA", "112", "NIC")],
    ),
    (
        "Police in Malawi stormed the offices of a radio station on Friday. Two editors were arrested and taken to a"
        " prison in Blantyre.",
        [("MWICOP", "171", "MWIMED"), ("MWICOP", "173", "MWIMED")],
    ),
    (
        "Congolese soldiers attacked M23 positions near Goma on Saturday. The rebels killed six soldiers before they"
        " withdrew.",
        [("CODMIL", "190", "CODREBMTT"), ("CODREBMTT", "190", "CODMIL")],
    ),
    (
        "Armenia and Azerbaijan held talks in Tbilisi on Wednesday. The two sides agreed to exchange prisoners.",
        [("ARM", "0353", "AZE"), ("AZE", "0353", "ARM")],
    ),
    (
        "The foreign ministers of Kenya and Somalia met in Nairobi. Both condemned the Sudanese army.",
        [("KENGOV", "043", "SOMGOV"), ("KENGOV", "111", "SDNMIL"), ("SOMGOV", "111", "SDNMIL")],
    ),
    (
        "Boko Haram attacked a village in Niger on Tuesday. The group also abducted 20 girls.",
        [("NGAINSBOK", "190", "NERCVL"), ("NGAINSBOK", "181", None)],
    ),
    (
        "Students marched through Dhaka on Sunday to demand elections. Police fired tear gas at them.",
        [("BGDEDU", "141", None), ("BGDCOP", "175", "BGDEDU")],
    ),
    (
        "The Turkish foreign ministry summoned the Swedish ambassador on Monday. It condemned the burning of a holy"
        " book in Stockholm and demanded an apology.",
        [("TURGOV", "114", "SWEGOV"), ("TURGOV", "111", None)],
    ),
    (
        "Thai and Cambodian soldiers exchanged fire near a temple on Friday. Each side accused the other of shooting"
        " first.",
        [("THAMIL", "193", "KHMMIL"), ("THAMIL", "112", "KHMMIL"), ("KHMMIL", "112", "THAMIL")],
    ),
    (
        "President Nayib Bukele of El Salvador met US officials in San Salvador on Monday. The president asked them to"
        " lift the sanctions on two of his aides.",
        [("SLVGOV", "0254", "USAGOV")],
    ),
    (
        "Gunmen ambushed a convoy of Pakistani soldiers in Waziristan on Friday. They killed eight of them and wounded"
        " five others, officials said.",
        [("PAKUAF", "190", "PAKMIL")],
    ),
    (
        "The ELN rejected the peace deal in Colombia. Its fighters kidnapped two oil workers in Arauca last weekend.",
        [("COLREBELN", "181", None)],
    ),
    (
        "Chinese President Hu Jintao met Kenyan officials on Tuesday. Hu dined with Prime Minister Yasuo Fukuda.",
        [("CHNELI", "040", "JPNELI")],
    ),
    (
        "Police and students clashed in Minsk, Belarus, on Sunday. Officers fired rubber bullets into a crowd.",
        [("BLRCOP", "175", "BLRCVL")],
    ),
    (
        "Boko Haram attacked two Cameroonian teachers on Sunday. Their driver was shot in the leg.",
        [("NGAINSBOK", "190", None), ("NGAINSBOK", "193", None)],
    ),
    (
        "Belarus police beat detained protesters in Minsk. Shops were closed. It rained. Several Belarusian journalists"
        " were also arrested.",
        [("BLRCOP", "173", "BLRMED")],
    ),
    (
        "South Africa's High Court met on Monday. Burundi quit the ICC and criticised the court.",
        [("BDI", "111", "IGOICC")],
    ),
    ("South Africa's High Court met on Monday. Burundi criticised the court.", [("BDI", "111", "ZAFJUD")]),
    ("Mali condemned the raid. It accuses Niger of war crimes.", [("MLI", "112", "NER")]),
]
ANSWERS: list[tuple[str, Row]] = [
    (
        "A court in Chad convicted a minister. Human Rights Watch hailed the judgment.",
        ("NGOHRW", "051", "TCDJUD"),
    ),
    ("Kenya imposed sanctions on Somalia. Ghana criticised the measures.", ("GHA", "111", "KEN")),
    ("Kenya imposed sanctions on Somalia. Somalia rejected the decision.", ("SOM", "120", "KEN")),
    ("Kenya offered Somalia a loan. Ghana criticised Mali. Somalia rejected the offer.", ("SOM", "120", "KEN")),
    ("Kenya accused Somalia of attacking Kenyan troops. Somalia rejected the accusation.", ("SOM", "016", "KEN")),
    ("Kenyan President William Ruto visited Iran. Israel criticised the visit.", ("ISR", "111", "KENGOV")),
]


def rows(text: str) -> list[Row]:
    """Source, code and target of what is told as news."""
    events = [e for e in coder().code(text, date="2023-06-12") if e.status == "asserted"]
    return [(e.source and e.source.code, e.code, e.target and e.target.code) for e in events]


def lacking(told: list[Row], expected: list[Row]) -> list[Row]:
    """Which expected rows have none of their own: both sides the same (None: any target), the code or a finer one."""
    left, missing = list(told), []
    for source, code, target in expected:
        found = (r for r in left if r[0] == source and r[1].startswith(code) and target in (None, r[2]))
        if (row := next(found, None)) is None:
            missing.append((source, code, target))
        else:
            left.remove(row)
    return missing


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_who_is_meant(text: str, expected: list[Row]) -> None:
    assert lacking(rows(text), expected) == []


def test_a_coalition_is_no_armed_group() -> None:
    text = "Boko Haram attacked a village in Niger on Tuesday. A spokesman for the coalition urged Chad to send troops."
    assert not any(source and "BOK" in source for source, code, _ in rows(text) if code.startswith("02"))


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_whom_an_answer_means(text: str, expected: Row) -> None:
    source, code, target = expected
    assert any(s == source and c.startswith(code[:2]) and t == target for s, c, t in rows(text))


def test_an_answer_to_what_nobody_told_has_no_target() -> None:
    text = "Somalia rejected a plan. Kenya imposed sanctions on Mali. Ghana welcomed a visit."
    assert not any(source == "GHA" and target for source, _, target in rows(text))


def test_each_other_is_no_third_party() -> None:
    told = rows("Iran and Israel accused each other of breaking the truce on Sunday.")
    assert told == [("IRN", "1123", "ISR"), ("ISR", "1123", "IRN")]


@pytest.mark.parametrize(
    "text",
    [
        "Israeli soldiers attacked a camp on Sunday. Three Israeli soldiers were killed.",
        "Gunmen attacked a church in Kaduna on Sunday. The bishop was killed in Ghana last week.",
        "Gunmen attacked a church in Kaduna on Sunday. A priest was arrested.",
    ],
)
def test_a_passive_does_not_take_any_doer(text: str) -> None:
    assert rows(text)[-1][0] is None


def test_what_is_done_beside_a_plan_is_planned_too() -> None:
    assert "141" not in [c for _, c, _ in rows("Kenyan teachers will march on Sunday, protesting against ministers.")]


NOT_MEANT: list[tuple[str, Row]] = [
    ("Mali condemned the report. It accuses Mali of war crimes.", ("MLI", "112", "MLI")),
    (
        "Malian troops entered Kidal on Monday after talks in Bamako. Bamako said its soldiers attacked it on Sunday.",
        ("MLIMIL", "190", "MLIGOV"),
    ),
    (
        "A Maasai community in Kenya lost a case on Monday. Then he was arrested by Tanzanian police.",
        ("TZACOP", "173", "KENCVL"),
    ),
    ("The Pentagon criticised Kenya on Monday. Kenyan planes bombed the group.", ("KENMIL", "195", "USAGOVMIL")),
    ("Oduya was questioned by a Kenyan prosecutor on Monday before police arrested him.", ("---COP", "173", "KENJUD")),
]


@pytest.mark.parametrize(("text", "wrong"), NOT_MEANT)
def test_who_is_not_meant(text: str, wrong: Row) -> None:
    told = rows(text)
    assert wrong[1] in {code[:3] for _, code, _ in told}
    assert not any(s == wrong[0] and c.startswith(wrong[1]) and t == wrong[2] for s, c, t in told)
