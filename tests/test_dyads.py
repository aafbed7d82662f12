"""How actors that came with a document are joined."""

from __future__ import annotations

import pytest

from coder.model import Document, GivenMention
from coder.pipeline import Coder
from tests.small import shown, small_coder


@pytest.fixture(scope="module")
def coder(tmp_path_factory: pytest.TempPathFactory) -> Coder:
    return small_coder(tmp_path_factory.mktemp("small"))


def given(coder: Coder, text: str, *names: str) -> set[tuple[str | None, str | None, str]]:
    mentions = tuple(GivenMention(text.index(n), text.index(n) + len(n), n) for n in names)
    return shown(coder.code_document(Document("d", text, lang="en", mentions=mentions)))


@pytest.mark.parametrize(
    ("text", "names", "events"),
    [
        (
            "Iran launched an attack near the border after a dispute over Syria.",
            ("Iran", "Syria"),
            {("IRN", "SYR", "190")},
        ),
        ("Israel was attacked by night from somewhere in Syria.", ("Israel", "Syria"), {("SYR", "ISR", "190")}),
        ("Iran attacked Israel after a dispute over Syria.", ("Iran", "Israel"), {("IRN", "ISR", "190")}),
    ],
)
def test_an_open_side_takes_the_other_given_actor(
    coder: Coder, text: str, names: tuple[str, str], events: set[tuple[str, str, str]]
) -> None:
    assert given(coder, text, *names) == events


def test_actors_that_an_act_joins_already_are_not_joined_again(coder: Coder) -> None:
    text = "Iran attacked Israel and was attacked at night."
    assert given(coder, text, "Iran", "Israel") == {("IRN", "ISR", "190"), (None, "IRN", "190")}


def test_detected_actors_are_never_joined_by_nearness(coder: Coder) -> None:
    events = coder.code("Iran launched an attack near the border after a dispute over Syria.")
    assert all(e.target is None for e in events if e.source and e.source.code == "IRN")


def test_the_speaker_is_not_taken(coder: Coder) -> None:
    assert given(coder, "Syria said Iran launched an attack.", "Syria", "Iran") == {("IRN", None, "190")}
