"""Acts that a story names in passing are not told."""

from __future__ import annotations

import pytest

from tests.full import coder

STORY = "Heavy rain fell over Lima on Monday. Trains stood still until noon. "


def roots(text: str) -> set[str]:
    return {e.code[:2] for e in coder().code(text, date="2026-03-10") if e.status == "asserted"}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Both sides regret the breakdown of the talks between Peru and Chile.", "04"),
        ("The minister vowed to shield Peru from terrorism by Chilean extremists.", "18"),
        ("Peru's decision to join NATO surprised Chile.", "05"),
        ("The paper printed a photo of a meeting between Peru and Chile.", "04"),
        ("A lawyer was asked about the attack by Peruvian rebels on Chile.", "19"),
        ("He had sold the house before an attack by Peruvian rebels on Chile.", "19"),
    ],
)
def test_named_in_passing(text: str, root: str) -> None:
    assert root not in roots(STORY + text)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Talks between Peru and Chile began in Quito.", "04"),
        ("Peru announced its decision to join NATO.", "05"),
        ("The Peruvian minister spoke at a meeting with the Chilean president.", "04"),
        ("Chile's army closed the border after an attack by Peruvian rebels on a Chilean base.", "19"),
        ("Tuesday saw the start of talks between Peru and Chile.", "04"),
        ("The death toll from an attack by Peruvian rebels on a Chilean base rose to nine.", "19"),
    ],
)
def test_told(text: str, root: str) -> None:
    assert root in roots(STORY + text)
