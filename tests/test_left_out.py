"""What a text tells and no table shows is on record, with the rule that leaves it out."""

from __future__ import annotations

import pytest

from coder import left_out
from coder.engines import batches
from coder.explain import explain
from coder.model import Document, Event
from coder.pipeline import CodedDocument
from tests.full import coder, coder_with_open_sides

RAIN = "Heavy rain fell over Lisbon on Monday. Trains stood still until noon. "


def coded(text: str, title: str | None = None) -> CodedDocument:
    """A text with its events and what is left out of them."""
    return coder().coded(Document("d", text, title=title, lang="en"))


def short(events: list[Event]) -> list[tuple[str, str | None]]:
    return [(e.code, e.left_out) for e in events]


@pytest.mark.parametrize(
    ("text", "code", "reason"),
    [
        ("Police arrested a man for theft.", "173", left_out.CRIME),
        ("A soldier shot his wife.", "193", left_out.FAMILY),
        ("Residents denounced the plan.", "111", None),
        ("The plan was denounced.", "111", left_out.NO_KNOWN_SIDE),
        ("The Portuguese government took part in the talks.", "040", left_out.NO_PARTNER),
        (RAIN + "The Portuguese government welcomed the plan.", "051", left_out.ONE_SIDE_OPEN),
        (RAIN + "A carmaker sued a supplier.", "115", left_out.FIRMS),
        (RAIN + "The plan of the Portuguese government was criticised.", "111", left_out.IDLE_BLAME),
        (RAIN + "The Spanish government condemned the attack.", "111", None),
        (RAIN + "The Portuguese government condemned the Spanish government.", "111", None),
    ],
)
def test_a_row_that_a_rule_takes_out_says_why(text: str, code: str, reason: str | None) -> None:
    found = coded(text)
    assert (code, reason) in short(found.events if reason is None else found.left_out)
    assert code not in {e.code for e in (found.left_out if reason is None else found.events)}


def test_a_headline_that_the_text_tells_is_on_record() -> None:
    text = "Syrian rebels attacked a Turkish convoy on Monday. It was raining. The road was closed."
    found = coded(text, title="Syrian rebels attack Turkish convoy")
    assert [(e.sentence.index, e.n_mentions) for e in found.events] == [(0, 2)]
    assert [(e.sentence.index, e.left_out) for e in found.left_out] == [(-1, left_out.HEADLINE)]


def test_what_is_kept_is_not_on_record() -> None:
    text = RAIN + "The Portuguese government welcomed the plan."
    found = coder_with_open_sides().coded(Document("d", text, lang="en"))
    assert short(found.events) == [("051", None)]
    assert found.left_out == []


def test_unknown_sides_keep_their_words() -> None:
    found = coded("Zorblatt rejected the offer of Quimby.")
    assert found.events == []
    [event] = found.left_out
    assert event.source is not None
    assert (event.source.text, event.source.code) == ("Zorblatt", "---")


def test_a_sentence_has_each_row_once_on_record() -> None:
    told = coded("The Portuguese government took part in the talks.").left_out
    assert short(told) == [("040", left_out.NO_PARTNER)]


def test_what_is_no_fact_and_of_nobody_is_not_on_record() -> None:
    assert coded("The plan may be denounced.").left_out == []


def test_explain_says_what_is_left_out() -> None:
    told = explain(coder(), Document("d", "Police arrested a man for theft.", lang="en"))
    assert told.index("EVENTS (0)") < told.index("LEFT OUT of every table (1)") < told.index(left_out.CRIME)
    assert "LEFT OUT" not in explain(coder(), Document("d", "Syrian rebels attacked a Turkish convoy.", lang="en"))


def test_a_saved_batch_keeps_the_record() -> None:
    made = batches.code(coder(), [Document("d", "Police arrested a man for theft.", lang="en")])
    [item] = batches.load(batches.dump(made))
    assert isinstance(item, CodedDocument)
    assert short(item.left_out) == [("173", left_out.CRIME)]
    assert item.left_out[0].document.text == ""


def test_every_reason_is_listed() -> None:
    names = [value for name, value in vars(left_out).items() if name.isupper() and name not in ("LEFT_OUT", "REASONS")]
    assert {n for n in names if isinstance(n, str) and n.startswith(left_out.LEFT_OUT)} == set(left_out.REASONS)
