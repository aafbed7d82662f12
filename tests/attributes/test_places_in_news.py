"""Places of the events of whole sentences. The sets were written before the first run (docs/accuracy.md)."""

from __future__ import annotations

import pytest

from tests.attributes.judged import cases, well_placed

LEAST_RIGHT = 0.9


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_share_of_right_places(lang: str) -> None:
    every = cases(f"places_{lang}")
    missed = [case["text"] for case in every if not well_placed(case, lang)]
    assert 1 - len(missed) / len(every) >= LEAST_RIGHT, missed
