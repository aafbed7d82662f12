"""What a sentence shares with the one before it."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

CALL = "Merkel and Macron spoke by telephone on Monday. "
ASKED = "TUNIS, May 3 - Women's groups protested in Tunisia on Monday. They called on the government to pay. "


def last(full_coder: Coder, text: str) -> set[tuple[str, str | None, str | None]]:
    """Code, source and target of what the last sentence tells."""
    events = [e for e in full_coder.code(text, date="2018-05-06") if e.status == "asserted"]
    index = max(e.sentence.index for e in events)
    told = (e for e in events if e.sentence.index == index)
    return {(e.code, e.source and e.source.code, e.target and e.target.code) for e in told}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CALL + "Macron later spoke with Theresa May.", "041"),
        (CALL + "Macron later met Theresa May.", "040"),
        ("Macron visited Berlin on Monday. Macron later spoke with Theresa May.", "040"),
    ],
)
def test_who_speaks_on_after_a_call_is_on_the_telephone(full_coder: Coder, text: str, code: str) -> None:
    assert (code, "FRAGOV", "GBRGOV") in last(full_coder, text)


def test_it_also_called_goes_on_with_who_called_before(full_coder: Coder) -> None:
    told = last(full_coder, ASKED + "It also called on the parliament to adopt the bill.")
    assert {source for _, source, _ in told} == {"TUNCVL"}


def test_spoke_by_telephone_is_no_passive(full_coder: Coder) -> None:
    assert last(full_coder, "France's Macron spoke by telephone with Merkel.") == {
        ("041", "FRAGOV", "DEUGOV"),
        ("041", "DEUGOV", "FRAGOV"),
    }
