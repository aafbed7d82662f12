"""The events as data for the table that filters and sorts in the browser.

Each column is a list of its different values and, for each event, a position in that list: a filter compares numbers,
and 100,000 events stay within a few megabytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coder.report.annotated import CodedSentence
from coder.report.places import country_name
from coder.report.source import Events

MOST = 100_000
# Bytes, so that the whole page stays below 15 MB.
LARGEST = 11_000_000
# Values of a column are ids and names; a longer one is cut.
_LONGEST = 80


def event_data(events: Events, sentences: Sequence[CodedSentence]) -> tuple[int, str]:
    """How many events are in the table, and its data as JSON.

    The data are ``columns`` by name, ``count``, and ``text``: for each event the number of the sentence shown, or -1.
    Of more than ``MOST`` events, or of more than ``LARGEST`` bytes, evenly spaced ones are taken.
    """
    columns = _columns(events)
    texts: Mapping[str, int] = {e["event_id"]: s.number for s in sentences for e in s.events}
    shown = [texts.get(event, -1) for event in events["event_id"]]
    most = min(len(events), MOST)
    while True:
        chosen = sample(len(events), most)
        data = {
            "count": len(chosen),
            "columns": {name: _packed(values[k] for k in chosen) for name, values in columns.items()},
            "text": [shown[k] for k in chosen],
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        size = len(text.encode("utf-8", "backslashreplace"))
        if size <= LARGEST:
            return len(chosen), text
        most = most * 9 * LARGEST // (10 * size)


def _columns(events: Events) -> dict[str, Sequence[Any]]:
    codes = events.rows("event_code", "event_label")
    return {
        "date": events["event_date"],
        "source": events["source_code"],
        "target": events["target_code"],
        "code": [f"{code or ''} {label or ''}".strip() for code, label in codes],
        "root": events["event_root"],
        "place": [", ".join(filter(None, row)) or None for row in events.rows("location_name", "country_iso3")],
        "country": [country_name(code) if code else None for code in events["country_iso3"]],
        "deaths": events["fatalities"],
        "lang": events["lang"],
        "document": events["doc_id"],
    }


def sample(whole: int, most: int) -> Sequence[int]:
    """At most ``most`` positions out of ``whole``, evenly spaced."""
    return range(whole) if whole <= most else [k * whole // most for k in range(most)]


def _packed(values: Iterable[Any]) -> dict[str, list[Any]]:
    """The different values in order (missing first), and the position of each event's value among them."""
    cut = [_cut(value) for value in values]
    missing = [None] if None in cut else []
    different: list[Any] = [*missing, *sorted({value for value in cut if value is not None})]
    position = {value: k for k, value in enumerate(different)}
    return {"values": different, "index": [position[value] for value in cut]}


def _cut(value: Any) -> Any:
    return f"{value[: _LONGEST - 1]}…" if isinstance(value, str) and len(value) > _LONGEST else value
