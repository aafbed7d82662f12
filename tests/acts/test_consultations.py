"""Meetings and calls beside what was said there, and meetings that are only weighed."""

from __future__ import annotations

import pytest

from tests.full import coder
from tests.small import shown

TALKS = {("KENGOV", "UGAGOV", "040"), ("UGAGOV", "KENGOV", "040")}
CALL = {("KENGOV", "UGAGOV", "041"), ("UGAGOV", "KENGOV", "041")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The presidents of Kenya and Uganda spoke by telephone on Monday.", CALL),
        ("The presidents of Kenya and Uganda spoke at the opening of a school.", set()),
        ("In a video call with the Ugandan president, the Kenyan president discussed a border post.", CALL),
        (
            "In a phone call with the Ugandan president, the Kenyan president praised Chad.",
            {("KENGOV", "TCD", "051")},
        ),
        (
            "At a meeting with the Ugandan president, the Kenyan president promised to send a field hospital.",
            {("KENGOV", "UGAGOV", "0333")},
        ),
        ("Analysts say a meeting between the Kenyan and Ugandan presidents would calm the border.", set()),
        ("The Kenyan president said the release of Ugandan soldiers was vital.", set()),
        ("The Kenyan minister held talks in Mombasa.", set()),
        ("The Chadian premier spoke of progress in the talks between Kenya and Uganda.", set()),
        ("The Chadian premier will lead a delegation on a visit to Kenya.", set()),
        (
            "The Kenyan army and Ugandan rebels sat down for ceasefire negotiations brokered by Chad.",
            {
                ("KENMIL", "UGAREB", "046"),
                ("UGAREB", "KENMIL", "046"),
                ("TCD", "KENMIL", "045"),
                ("TCD", "UGAREB", "045"),
            },
        ),
        (
            "The Kenyan president received the Ugandan minister and an accompanying delegation.",
            {("KENGOV", "UGAGOV", "043")},
        ),
        ("Kenya was upbeat about a new round of talks with Ugandan rebels.", {("KEN", None, "013")}),
        ("Kenya pledged closer security cooperation with Chad.", {("KEN", "TCD", "031")}),
        ('"I had a long conversation with the Ugandan president," the Kenyan president said.', TALKS),
        ('"Nor do we endorse the Ugandan president," the Kenyan president said.', set()),
        ("Negotiators from Kenya and Uganda began talks on Monday.", {(s, t, "046") for s, t, _ in TALKS}),
        ("The heads of the Kenyan and Ugandan armies met.", {("KENMIL", "UGAMIL", "040"), ("UGAMIL", "KENMIL", "040")}),
        ("After an hour of discussions with the Ugandan president, the Kenyan president flew home.", TALKS),
        ("Kenya mediated in the quarrel between Chad and Ghana.", {("KEN", "TCD", "045"), ("KEN", "GHA", "045")}),
        ("Kenya's president concluded a visit to Uganda.", {("KENGOV", "UGA", "042")}),
        (
            "The Kenyan minister brushed aside suggestions that Nairobi had armed Ugandan rebels.",
            {("KENGOV", None, "016")},
        ),
        ("The president of Kenya plans to meet his Ugandan counterpart.", {("KENGOV", "UGAGOV", "036")}),
        ("The Kenyan minister signed the 2009 accords with Uganda.", set()),
        ("Kenya denied that it was arming the Ugandan rebels.", {("KEN", None, "016")}),
        (
            "The Kenyan army and Ugandan rebels swapped prisoners after mediation by Chad.",
            {
                ("KENMIL", "UGAREB", "084"),
                ("UGAREB", "KENMIL", "084"),
                ("TCD", "KENMIL", "045"),
                ("TCD", "UGAREB", "045"),
            },
        ),
        ("Kenya's president phoned the Ugandan minister to urge calm.", {("KENGOV", "UGAGOV", "020")}),
        (
            "Kenya said it was open to a meeting between its president and the Ugandan rebels.",
            {("KEN", "UGAREB", "036")},
        ),
        ("Kenya vowed never to negotiate with Ugandan rebels.", {("KEN", "UGAREB", "125")}),
        ("Kenya promised not to attack Uganda.", set()),
        (
            "Kenya accused Uganda of shooting down a drone and recalled its ambassador from Kampala.",
            {("KEN", "UGA", "1123"), ("KEN", "UGAGOV", "161")},
        ),
        (
            "Chad appealed to Kenya to show restraint and offered to mediate.",
            {("TCD", "KEN", "0256"), ("TCD", None, "039")},
        ),
        ("Kenya condemned what it called the hypocrisy of Uganda.", {("KEN", "UGA", "111")}),
        (
            "Kenya freed two Ugandan soldiers after mediation by Chad.",
            {("KEN", "UGAMIL", "0841"), ("TCD", None, "045")},
        ),
        ("Kenya condemned the new sanctions announced by Chad.", {("KEN", "TCD", "111")}),
        ("Kenya and Uganda pledged to deepen ties.", {("KEN", "UGA", "032"), ("UGA", "KEN", "032")}),
        ('"We will not negotiate with Ugandan rebels," the Kenyan minister said.', {("KENGOV", "UGAREB", "125")}),
        ("Chad welcomed the talks between Kenya and Uganda.", {("TCD", "KEN", "051"), ("TCD", "UGA", "051")}),
    ],
)
def test_rows(text: str, expected: set[tuple[str | None, str | None, str]]) -> None:
    assert shown(coder().code(text)) == expected


def test_two_of_an_office_are_those_whom_one_phrase_has_named() -> None:
    story = (
        "The Kenyan and Ugandan ministers met in Lagos. The mayor of Lagos said it was a good day. Chad denied the "
        "claim. The prime minister of Kenya spoke. The two ministers agreed to meet again in May."
    )
    assert {("KENGOV", "UGAGOV", "036"), ("UGAGOV", "KENGOV", "036")} <= shown(coder().code(story))


@pytest.mark.parametrize(
    "text", ["In 2019 Kenya and Uganda signed a treaty.", "In 2019 a raid by rebels killed Kenyans."]
)
def test_a_year_that_opens_the_sentence_dates_it(text: str) -> None:
    told = coder().code(text, date="2024-08-06")
    assert {(e.status, str(e.attributes.event_date)) for e in told} == {("past_reference", "2019-07-01")}


def test_an_envoy_of_a_body_is_taken_up_by_the_noun() -> None:
    story = (
        "The United Nations Special Envoy for Yemen, Hans Grundberg, met the prime minister of Yemen. People in "
        "Yemen are tired. The envoy thanked the Kenyan government."
    )
    assert ("IGOUNO", "KENGOV", "051") in shown(coder().code(story, date="2023-05-10"))
