"""The other side of protests, verdicts and arrests (and of refusals at home), told in another sentence of the story."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

CHARGE = "LA PAZ, Bolivia - The government accused the opposition of violence on Tuesday. "


def dyads(open_coder: Coder, text: str) -> set[tuple[str | None, str | None]]:
    """Who did something to whom in the last sentence of a text that tells an event."""
    events = [e for e in open_coder.code(text, date="2019-10-29") if e.status == "asserted"]
    last = max(e.sentence.index for e in events)
    return {(e.source and e.source.code, e.target and e.target.code) for e in events if e.sentence.index == last}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CHARGE + "The opposition refused to end its campaign.", ("BOLOPP", "BOLGOV")),
        (CHARGE + "On Wednesday the opposition held a rally in the capital.", ("BOLOPP", "BOLGOV")),
        # nothing is told between the two, or the government deals with two groups
        ("LA PAZ, Bolivia - Miners marched on Tuesday. The opposition held a rally in the capital.", ("BOLOPP", None)),
        (
            CHARGE + "It also accused the teachers' union of violence. The government refused to negotiate.",
            ("BOLGOV", None),
        ),
    ],
)
def test_one_counterpart_is_the_target(open_coder: Coder, text: str, expected: tuple[str, str | None]) -> None:
    assert expected in dyads(open_coder, text)


MARCH = "LUSAKA, Zambia - Traders marched on Friday against the police. "
STUDENTS = "LAHORE, Pakistan - Students protested against the United States on Friday. "
BANKERS = "ACCRA, Ghana - A court sentenced two Nigerian bankers to six years in prison on Monday. "
ARREST = "QUITO, Ecuador - Police arrested three Chilean students on Monday. "


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        (MARCH + "On Saturday traders held a rally in the city of Ndola.", "141", ("ZMBBUS", None)),
        (MARCH + "The traders held a second rally in the evening.", "141", ("ZMBBUS", "ZMBCOP")),
        (STUDENTS + "Students also burned flags and held a rally in the city.", "141", ("PAKEDU", "USA")),
        (
            MARCH
            + "Traders also marched against the army on Saturday. On Sunday traders held a rally in the city of Ndola.",
            "141",
            ("ZMBBUS", None),
        ),
        (MARCH + "The traders also marched to the offices of Copper Holdings.", "141", ("ZMBBUS", None)),
        (MARCH + "Nurses also held a rally in the evening.", "141", ("ZMBHLH", None)),
        (BANKERS + "The court passed the sentence after a trial of two weeks.", "116", ("GHAJUD", "NGABUS")),
        (BANKERS + "In another case the court passed a sentence of two years.", "116", ("GHAJUD", None)),
        (BANKERS + "The court passed the sentence of the driver on Friday.", "116", ("GHAJUD", None)),
        (
            BANKERS + "A court sentenced a French nurse on Tuesday. The court passed the sentence in the evening.",
            "116",
            ("GHAJUD", None),
        ),
        (ARREST + "The police made the arrests at a hotel.", "173", ("ECUCOP", "CHLEDU")),
        (ARREST + "The police also announced another arrest.", "173", ("ECUCOP", None)),
    ],
)
def test_one_target_of_the_same_doers(
    open_coder: Coder, text: str, code: str, expected: tuple[str, str | None]
) -> None:
    """Protests, verdicts and arrests have the target of the others by the same people, if there is one such target."""
    events = [e for e in open_coder.code(text, date="2019-10-29") if e.status == "asserted" and e.code == code]
    last = events[-1]
    assert (last.source and last.source.code, last.target and last.target.code) == expected
