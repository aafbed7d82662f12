"""The native layout: everything that the coder knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from coder.dataset import COLUMNS, event_record
from coder.exporters.base import Context, table_layout
from coder.model import Document, Event


@table_layout("native", COLUMNS)
def rows(document: Document, events: Sequence[Event], context: Context) -> Iterator[dict[str, Any]]:
    """One row an event."""
    for event in events:
        yield event_record(event, context.ontology, context.versions)
