"""Who used force against a person whom the story names again."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

SHOT = "NAIROBI, May 5 - A gunman shot Ambassador Rolf Berger of Germany in Nairobi on Monday. "


def doers(full_coder: Coder, text: str) -> list[str | None]:
    """Who used force, sentence by sentence."""
    events = [e for e in full_coder.code(text, date="2016-05-06") if e.status == "asserted" and e.code[:2] == "19"]
    return [e.source and e.source.code for e in sorted(events, key=lambda e: e.sentence.index)]


def test_a_named_person_falls_to_who_was_told_before(full_coder: Coder) -> None:
    text = SHOT + "Berger was several minutes into a speech when he was gunned down."
    assert set(doers(full_coder, text)) == {"KENUAF"}


@pytest.mark.parametrize(
    "second",
    [
        "Two policemen were shot in Mombasa.",  # others
        "The German ambassador in Uganda was shot in April.",  # no name
    ],
)
def test_others_fall_to_nobody_known(full_coder: Coder, second: str) -> None:
    assert doers(full_coder, SHOT + second)[1:] in ([], [None])
