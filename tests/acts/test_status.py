"""Of several statuses of an act the gravest holds."""

from __future__ import annotations

from coder.acts.status import StatusVerdict


def test_the_gravest_status_holds_with_its_reason() -> None:
    verdict = StatusVerdict()
    verdict.add("hypothetical", "a condition")
    verdict.add("planned", "in the future")
    assert (verdict.status, verdict.reason) == ("hypothetical", "a condition")
    verdict.add("denied", "he denies it")
    assert (verdict.status, verdict.reason) == ("denied", "he denies it")
