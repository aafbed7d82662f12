"""Worker processes: order, back-pressure, and documents that kill them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coder.engines import workers
from coder.engines.batches import Batch
from coder.engines.workers import IN_FLIGHT, Work, in_order
from coder.errors import CoderError
from coder.model import Document
from coder.pipeline import CodedDocument
from coder.readers import Rejection
from tests.engines import dying

WORK = Work(dying.begin, (), dying.code)


def batch(*texts: str) -> Batch:
    return Batch([Document(f"{number}-{text}", text) for number, text in enumerate(texts)])


def test_batches_come_back_in_order_and_few_are_under_way() -> None:
    asked = 0

    def stream() -> Iterator[Batch]:
        nonlocal asked
        for number in range(30):
            asked += 1
            yield batch(str(number))

    seen = []
    for number, (given, coded) in enumerate(in_order(stream(), 2, WORK)):
        assert asked <= number + 2 * IN_FLIGHT + 1
        seen.append([item.document.text for item in coded if isinstance(item, CodedDocument)])
        assert seen[-1] == [item.text for item in given.items if isinstance(item, Document)]
    assert seen == [[str(number)] for number in range(30)]


def test_workers_are_renewed_without_losing_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "RENEWED", 2)
    stream = [batch(str(number)) for number in range(8)]
    pids = []
    for number, (_, [coded]) in enumerate(in_order(stream, 2, Work(dying.begin, (), dying.pids))):
        assert isinstance(coded, Rejection)
        assert coded.doc_id == f"0-{number}"
        pids.append(coded.reason)
    assert len(pids) == 8
    assert not set(pids[:4]) & set(pids[4:])


@pytest.mark.parametrize("fatal", ["die", "fill"])
def test_a_document_that_kills_its_worker_is_rejected_and_the_rest_goes_on(fatal: str) -> None:
    broken = Rejection("r", "somewhere", "broken")
    middle = Batch([*batch("c", fatal, "d").items, broken])
    stream = [batch("a", "b"), middle, batch("e"), batch(fatal, "f"), batch("g")]
    coded = [item for _, items in in_order(stream, 2, WORK) for item in items]
    names = [item.doc_id if isinstance(item, Rejection) else item.document.text for item in coded]
    assert names == ["a", "b", "c", f"1-{fatal}", "d", "r", "e", f"0-{fatal}", "f", "g"]
    reasons = {item.reason for item in coded if isinstance(item, Rejection) and item.doc_id != "r"}
    assert all("died, perhaps out of memory" in reason for reason in reasons)


def test_workers_that_cannot_start_end_the_run() -> None:
    with pytest.raises(CoderError, match="die at their start"):
        list(in_order([batch("a")], 2, Work(dying.begin_badly, (), dying.code)))
