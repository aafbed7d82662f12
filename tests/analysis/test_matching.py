from __future__ import annotations

import pytest

from coder.analysis.matching import Rules, match
from tests.analysis.making import coded_event


@pytest.mark.parametrize(
    ("rules", "code", "source", "target", "sentence", "same"),
    [
        (Rules("exact"), "194", "SYRMIL", "SYRREB", 0, True),
        (Rules("exact"), "190", "SYRMIL", "SYRREB", 0, False),
        (Rules("root"), "190", "SYRMIL", "SYRREB", 0, True),
        (Rules("root"), "180", "SYRMIL", "SYRREB", 0, False),
        (Rules("quad"), "180", "SYRMIL", "SYRREB", 0, True),
        (Rules("quad"), "040", "SYRMIL", "SYRREB", 0, False),
        (Rules("any"), "040", "SYRMIL", "SYRREB", 0, True),
        (Rules(), "194", "SYRREB", "SYRMIL", 0, False),
        (Rules(), "194", "SYRGOV", "SYRREB", 0, False),
        (Rules(actor_codes="country"), "194", "SYRGOV", "SYR", 0, True),
        (Rules(actor_codes="country"), "194", "---GOV", "SYR", 0, False),
        (Rules(actors="source"), "194", "SYRMIL", None, 0, True),
        (Rules(actors="source"), "194", None, "SYRREB", 0, False),
        (Rules(actors="target"), "194", None, "syrreb", 0, True),
        (Rules(actors="any"), "194", None, None, 0, True),
        (Rules(), "194", "SYRMIL", "SYRREB", 3, True),
        (Rules(within="sentence"), "194", "SYRMIL", "SYRREB", 3, False),
    ],
)
def test_rules(rules: Rules, code: str, source: str | None, target: str | None, sentence: int, same: bool) -> None:
    gold = coded_event("d", "194", "SYRMIL", "SYRREB", 0)
    assert match([gold], [coded_event("d", code, source, target, sentence)], rules) == ([(0, 0)] if same else [])
    assert match([gold], [coded_event("other", code, source, target, sentence)], rules) == []


def test_an_unknown_actor_is_like_none() -> None:
    assert match([coded_event("d", "194", "---")], [coded_event("d", "194", None)], Rules()) == [(0, 0)]


def test_each_event_is_in_one_pair_at_most() -> None:
    gold, found = [coded_event("d", "190")], [coded_event("d", "193"), coded_event("d", "190")]
    assert match(gold, found, Rules()) == [(0, 1)]
    assert match(found, gold, Rules()) == [(1, 0)]


def test_as_many_are_paired_as_can_be_even_less_like_ones() -> None:
    """The closest pair (both A to B) would leave the other two without a partner: they share neither side."""
    gold = [coded_event("d", "190", "A", "B"), coded_event("d", "190", "A", "C")]
    found = [coded_event("d", "193", "A", "B"), coded_event("d", "180", "A", "B")]
    assert match(gold, found, Rules("quad", actors="source")) == [(0, 0), (1, 1)]
    same_root = [coded_event("d", "194", "A", "B"), coded_event("d", "180", "A", "B")]
    assert match(gold, same_root, Rules("root", actors="source")) == [(0, 0)]


def test_the_most_alike_are_paired() -> None:
    gold = [coded_event("d", "190", sentence=1), coded_event("d", "194", sentence=2)]
    found = [coded_event("d", "194", sentence=2), coded_event("d", "190", sentence=1)]
    assert match(gold, found, Rules()) == [(0, 1), (1, 0)]
