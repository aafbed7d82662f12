"""What is counted in the cells of a panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from coder.dataset import Column

Measure = Literal["counts", "roots", "quad", "acled", "goldstein", "fatalities"]
MEASURES: tuple[Measure, ...] = ("counts", "roots", "quad", "acled", "goldstein", "fatalities")
ROOTS = tuple(f"{n:02}" for n in range(1, 21))
QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
ACLED = {
    "Battles": "battles",
    "Explosions/Remote violence": "explosions",
    "Violence against civilians": "violence_against_civilians",
    "Protests": "protests",
    "Riots": "riots",
    "Strategic developments": "strategic_developments",
}
DEATHS = ("fatalities", "fatalities_low", "fatalities_high", "fatalities_civilians", "injuries")


def _counts(names: Mapping[Any, str], what: str) -> tuple[Column, ...]:
    return tuple(Column(name, "integer", f"Events: {what} {key}.") for key, name in names.items())


COLUMNS: Mapping[Measure, tuple[Column, ...]] = {
    "counts": (Column("events", "integer", "Events."),),
    "roots": _counts({root: f"root_{root}" for root in ROOTS}, "CAMEO root code"),
    "quad": _counts(QUADS, "quad class"),
    "acled": _counts(ACLED, "ACLED type"),
    "goldstein": (
        Column("goldstein_sum", "number", "Sum of Goldstein scores; 0 without events."),
        Column("goldstein_mean", "number", "Their mean; missing without events."),
        Column("goldstein_min", "number", "The most conflictual score; missing without events."),
    ),
    "fatalities": (
        Column("fatalities", "integer", "Reported deaths, those of an incident once."),
        Column("fatalities_low", "integer", "Lowest reported numbers (the number itself where no range is given)."),
        Column("fatalities_high", "integer", "Highest reported numbers (likewise)."),
        Column("fatalities_civilians", "integer", "Reported deaths of civilians."),
        Column("injuries", "integer", "Reported injuries."),
    ),
}


def deaths_of(row: Mapping[str, Any]) -> dict[str, int]:
    """The casualties that one record reports; without a range, low and high are the number itself."""
    best = row.get("fatalities")
    found = {name: row.get(name) for name in DEATHS}
    found["fatalities_low"] = best if found["fatalities_low"] is None else found["fatalities_low"]
    found["fatalities_high"] = best if found["fatalities_high"] is None else found["fatalities_high"]
    return {name: int(value or 0) for name, value in found.items()}


@dataclass(slots=True)
class Cell:
    """What is known of one entity in one period."""

    events: int = 0
    by_root: dict[str, int] = field(default_factory=dict)
    by_quad: dict[int, int] = field(default_factory=dict)
    by_acled: dict[str, int] = field(default_factory=dict)
    scores: list[float] = field(default_factory=list)
    deaths: dict[str, int] = field(default_factory=dict)

    def add(self, row: Mapping[str, Any]) -> None:
        """Count one event."""
        self.events += 1
        for counts, name in (
            (self.by_root, "event_root"),
            (self.by_quad, "quad_class"),
            (self.by_acled, "acled_event_type"),
        ):
            key = row.get(name)
            if key is not None:
                counts[key] = counts.get(key, 0) + 1
        if row.get("goldstein") is not None:
            self.scores.append(float(row["goldstein"]))

    def add_deaths(self, deaths: Mapping[str, int]) -> None:
        """Count the casualties of one incident."""
        for name, number in deaths.items():
            self.deaths[name] = self.deaths.get(name, 0) + number

    def values(self) -> dict[str, int | float | None]:
        """All columns of all measures."""
        scores = self.scores
        return {
            "events": self.events,
            **{f"root_{root}": self.by_root.get(root, 0) for root in ROOTS},
            **{name: self.by_quad.get(key, 0) for key, name in QUADS.items()},
            **{name: self.by_acled.get(key, 0) for key, name in ACLED.items()},
            "goldstein_sum": round(sum(scores), 6) if scores else 0.0,
            "goldstein_mean": round(sum(scores) / len(scores), 6) if scores else None,
            "goldstein_min": min(scores, default=None),
            **{name: self.deaths.get(name, 0) for name in DEATHS},
        }
