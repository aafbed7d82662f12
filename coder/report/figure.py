"""Charts as SVG, drawn by Vega-Lite when the report is written, so that the page needs no plotting code.

Each chart is drawn twice, for a laptop and for a phone; a style sheet shows one. Colours are CSS variables, so that one
drawing serves light and dark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

Spec = dict[str, Any]
# Widths in CSS pixels of a drawing with all that belongs to it: the content of the page on a laptop and on a phone.
WIDE, NARROW = 920, 340
VEGA_LITE = "6.4"
CATEGORIES = tuple(f"var(--cat{number})" for number in range(1, 8))
HEAT = tuple(f"var(--heat{number})" for number in range(1, 6))
_INK, _LINE = "var(--ink)", "var(--line)"
_CONFIG: Spec = {
    "background": None,
    "font": "Arial, Liberation Sans, Helvetica, sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": _INK,
        "titleColor": _INK,
        "tickColor": _LINE,
        "domainColor": _LINE,
        "gridColor": _LINE,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    },
    "legend": {"labelColor": _INK, "titleColor": _INK, "labelFontSize": 12, "titleFontSize": 12, "labelLimit": 300},
    "text": {"fill": _INK, "fontSize": 12},
}
_CLIP = re.compile(r"\bclip\d+\b")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of the page."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the page; it sorts, and a long one filters. A phone shows the rows of a ``wordy`` one as blocks."""

    name: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    wordy: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and the table that says the same. Without drawings there was nothing to draw; ``note`` says why."""

    name: str
    title: str
    note: str
    table: Table | None = None
    wide: str = ""
    narrow: str = ""


def drawings(name: str, title: str, spec: Callable[[int], Spec]) -> dict[str, Markup]:
    """The chart at both widths; ``spec`` gives the Vega-Lite specification for a width in pixels."""
    return {
        "wide": _svg(f"{name}-wide", title, spec(WIDE)),
        "narrow": _svg(f"{name}-narrow", title, spec(NARROW)),
    }


#: Pixels around a chart.
PADDING: Mapping[str, int] = {"left": 14, "right": 8, "top": 4, "bottom": 4}


def _svg(name: str, title: str, spec: Spec) -> Markup:
    import vl_convert  # starts a JavaScript engine

    fitted = {
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": PADDING,
        **spec,
        "config": _CONFIG,
    }
    svg = vl_convert.vegalite_to_svg(fitted, vl_version=VEGA_LITE, allowed_base_urls=[])
    # Ids are made unique in the page, and the same in every run.
    numbers: dict[str, str] = {}
    svg = _CLIP.sub(lambda found: numbers.setdefault(found[0], f"{name}-clip{len(numbers)}"), svg)
    label = f'<svg role="img" aria-label="{escape(title)}. The table below says the same." '
    return Markup(svg.replace("<svg ", label, 1))


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts in up to five classes, each about the same number of times larger than the one before.

    ``bounds`` are the least counts of the classes.
    """

    bounds: tuple[int, ...]

    @classmethod
    def of(cls, counts: Collection[int]) -> Scale:
        """The scale for these counts, all above 0."""
        least, most = min(counts, default=1), max(counts, default=1)
        classes = min(most - least + 1, len(HEAT))
        steps = (least * (most / least) ** (k / classes) for k in range(classes))
        return cls(tuple(sorted({max(least + k, round(step)) for k, step in enumerate(steps)})))

    def label(self, value: int) -> str:
        """The class of a count, as the legend names it."""
        return self.labels[sum(bound <= value for bound in self.bounds) - 1]

    @property
    def labels(self) -> list[str]:
        """All classes from small to large."""
        pairs = zip(self.bounds, self.bounds[1:], strict=False)
        closed = [f"{low:,}" if high - low == 1 else f"{low:,}–{high - 1:,}" for low, high in pairs]
        return [*closed, f"{self.bounds[-1]:,} or more"] if self.bounds else []

    @property
    def strong(self) -> list[str]:
        """The classes in the two strongest colours, on which text needs the other ink."""
        return self.labels[-2:]

    def encoding(self, field: str, legend: Mapping[str, Any] | None) -> Spec:
        """The colour encoding of a field that holds class labels."""
        colours = HEAT[len(HEAT) - len(self.bounds) :]
        return {
            "field": field,
            "type": "ordinal",
            "scale": {"domain": self.labels, "range": list(colours)},
            "legend": legend,
        }


def share(part: int, whole: int) -> str:
    """A share in percent."""
    return f"{100 * part / whole:.1f} %" if whole else ""
