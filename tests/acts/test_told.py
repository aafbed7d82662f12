"""Acts of aid, yielding, inquiry, demand, reduction and justice that a story only names."""

from __future__ import annotations

import pytest

from tests.full import coder
from tests.small import shown

_STORY = "The mayor of Lisbon opened a museum. It was raining. {} Visitors queued all day."


def told(sentence: str, story: bool = True) -> set[tuple[str | None, str | None, str]]:
    text = _STORY.format(sentence) if story else sentence
    return shown(coder().code(text, date="2019-05-07"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The cost of leaving the African Union would be high for Kenya.",
        "Many Kenyans were in favour of leaving the African Union.",
        "Despite Kenya's decision to leave the African Union, prices fell.",
        "The firm fears tougher sanctions on Iran.",
        "The minister spoke of the expulsion of French diplomats from Chad.",
        "Kenya's withdrawal from the treaty has left the project in doubt.",
        "The senator wrote about his committee's investigation into Turkish officials.",
        "The order barring Syrian refugees drew laughter.",
        "A blog that said French spies had monitored the Greek government was closed.",
        "Turkey has no reason to believe that France had suspended aid to Chad.",
        "The Kenyan president insisted that his time would come.",
        "The sanctions imposed by the European Union on Iran hurt French farmers.",
        "The treaty obliges and the Kenyan code bars Somali judges from public office.",
        "The French president wants to ensure that France leaves the African Union in good order.",
        "Since taking office, the Kenyan president has withdrawn Kenya from the African Union.",
        'The Kenyan president said, "travel ban".',
        "The Kenyan minister has removed himself from the Turkish inquiry.",
        "The Kenyan president said the arrest was a reminder of the threat.",
        "The Kenyan president ordered the Kenyan defence ministry to protect the coast.",
        "The Kenyan opposition leader levied corruption charges against the prime minister.",
        "Kenya submitted a request to the World Trade Organization.",
        "The Kenyan court returned the issue to a local judge.",
        "The Kenyan officials were authorized by the Kenyan government to brief reporters.",
        "A local newspaper made inquiries about the theory.",
        "Two Kenyan women were helping their neighbours.",
        "Kenyan police are investigating.",
        "Kenya hopes to gain from cooperating with Chad.",
        "After every round of talks, Chad deploys troops to the border.",
        "Kenya was close to signing an agreement with Chad.",
    ],
)
def test_what_a_story_only_names(sentence: str) -> None:
    dealings = ("05", "06", "15")
    assert not {row for row in told(sentence) if row[2][:2] in ("07", "08", "09", "10", "16", "17", *dealings)}


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Kenya left the African Union on Monday.", ("KEN", "IGOAFU", "161")),
        ("The European Union imposed sanctions on Iran on Monday.", ("IGOEEC", "IRN", "163")),
        ("Chad hit back by expelling French diplomats.", ("TCD", "FRAGOV", "161")),
        ("Kenya has begun releasing Somali prisoners.", ("KEN", "SOMCVL", "0841")),
        ("Turkish prosecutors launched an investigation into a Greek bank.", ("TURJUD", "GRCBUS", "090")),
        (
            "His office said Chad was on notice, and the Greek government imposed sanctions on Chad.",
            ("GRCGOV", "TCD", "163"),
        ),
        ("Greece said Chad was at fault, and imposed sanctions on Chadian banks on Monday.", ("GRC", "TCDBUS", "163")),
        ("The Kenyan parliament insisted that the Kenyan government publish the list.", ("KENLEG", "KENGOV", "100")),
        ("The Kenyan foreign minister said he welcomes the French decision.", ("KENGOV", "FRA", "051")),
        ("Doctors in Kenya agreed to end their strike after reaching a deal with Chad.", ("KENHLH", "TCD", "057")),
    ],
)
def test_what_a_verb_tells(sentence: str, row: tuple[str, str, str]) -> None:
    assert row in told(sentence)


def test_single_sentences_are_coded_as_before() -> None:
    assert ("KEN", "IGOAFU", "0874") in told("Kenya's withdrawal from the African Union angered many.", story=False)


@pytest.mark.parametrize(
    ("sentence", "demands"),
    [
        ("The French foreign minister said that Israel must withdraw its soldiers.", True),
        ("An analyst said that France must spend more on roads.", False),
        ("The French foreign minister said that children must learn to swim.", False),
        ("The French foreign minister said that Greece must not be fooled.", False),
        ("The French foreign minister said that Greece must have known of the plan.", False),
        ("The French foreign minister said that Greece needs to lead.", False),
        ("The French foreign minister believes that Greece should share its experience.", False),
        ("The French foreign minister said that France must spend more on roads.", False),
    ],
)
def test_who_demands_in_a_story(sentence: str, demands: bool) -> None:
    assert any(row[2].startswith("10") for row in told(sentence)) is demands


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The French foreign minister said that Israel should withdraw its soldiers.", "0256"),
        ("The French foreign minister said that Israel should at least be more open.", "020"),
        ("The French foreign minister said that Israel has yet to withdraw its soldiers.", None),
        ("The French foreign minister said that Israel will have to compete with China.", None),
        ("The French foreign minister said he would stay should Israel withdraw its soldiers.", None),
    ],
)
def test_what_others_should_do_is_an_appeal(sentence: str, code: str | None) -> None:
    assert [row[2] for row in told(sentence) if row[1] == "ISR"] == ([code] if code else [])


@pytest.mark.parametrize(
    ("title", "row"),
    [
        ("Russian bank fined 40,000 euros by Greece over delays", ("GRC", "RUSBUS", "172")),
        ("Chinese journalist granted US asylum over threats", (None, "CHNMED", "075")),
    ],
)
def test_headlines_without_auxiliary(title: str, row: tuple[str | None, str, str]) -> None:
    assert row in shown(coder().code("It rained.", title=title, date="2019-05-07"))


def test_what_goes_on_with_an_old_agreement() -> None:
    text = "The peace deal was signed in August 2015. The Kenyan president gave in to French demands. It was raining."
    assert not shown(coder().code(text, date="2019-05-07"))


def test_the_ministry_that_speaks_of_charges_brought_them() -> None:
    text = "Two Russian spies have been charged over the theft, the US Justice Department announced."
    assert ("USAGOV", "RUSSPY", "173") in shown(coder().code(text, date="2019-05-07"))


def test_a_headline_of_what_is_to_come() -> None:
    events = coder().code("It rained.", title="Turkish prosecutors to question Greek minister", date="2019-05-07")
    assert {e.status for e in events if e.code == "090"} == {"planned"}
