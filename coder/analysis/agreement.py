"""How well two codings of the same documents agree: precision, recall and F1 with intervals, kappa and alpha."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coder.analysis.matching import Coded, Key, Rules, match, unit_of
from coder.errors import InputError

Array = Any  # of NumPy, which is imported where it is needed
NONE = "(none)"
REPLICATES, SEED, LEVEL = 2000, 1, 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its interval; None where nothing was there to estimate it from."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one class. ``gold`` and ``found`` count its events, ``matched`` those in a pair."""

    name: str
    gold: int
    found: int
    matched: int
    precision: Interval
    recall: Interval
    f1: Interval


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one question. ``units`` were judged by both; ``observed`` is the share on which they agree."""

    name: str
    units: int
    observed: float | None
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The comparison of two codings. ``pairs`` are positions in ``gold`` and ``found`` that are the same event."""

    rules: Rules
    gold: tuple[Coded, ...]
    found: tuple[Coded, ...]
    pairs: tuple[tuple[int, int], ...]
    documents: int
    ignored: int
    scores: tuple[Score, ...]
    confusion: Mapping[tuple[str, str], int]
    agreements: tuple[Agreement, ...]


# ---------------------------------------------------------------------- coefficients


def cohens_kappa(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Cohen's kappa (Cohen 1960) of two coders' labels; None without units or where chance alone agrees fully."""
    from sklearn.metrics import cohen_kappa_score

    if not one or len({*one, *other}) < 2:
        return None
    value = float(cohen_kappa_score(one, other))
    return None if math.isnan(value) else value


def krippendorffs_alpha(coders: Sequence[Sequence[str | None]]) -> float | None:
    """Krippendorff's alpha for nominal labels, one sequence a coder, None where a coder has none.

    None where it is not defined: nothing was labelled twice, or all labels are the same.
    """
    import krippendorff
    import numpy as np

    labels = sorted({label for coder in coders for label in coder if label is not None})
    numbers = {label: float(n) for n, label in enumerate(labels)}
    data = np.array([[np.nan if x is None else numbers[x] for x in coder] for coder in coders])
    paired = data[:, (~np.isnan(data)).sum(axis=0) > 1] if data.size else data
    if len(np.unique(paired[~np.isnan(paired)])) < 2:
        return None
    return float(krippendorff.alpha(paired, value_domain=list(numbers.values()), level_of_measurement="nominal"))


def agreement(name: str, one: Sequence[str], other: Sequence[str]) -> Agreement:
    """Observed agreement, kappa and alpha of two coders who labelled the same units."""
    same = sum(a == b for a, b in zip(one, other, strict=True))
    observed = same / len(one) if one else None
    return Agreement(name, len(one), observed, cohens_kappa(one, other), krippendorffs_alpha([one, other]))


# ---------------------------------------------------------------------- evaluation


def evaluate(
    gold: Sequence[Coded],
    found: Sequence[Coded],
    rules: Rules,
    judged: Iterable[tuple[str, int | None]] = (),
    *,
    replicates: int = REPLICATES,
    seed: int = SEED,
) -> Evaluation:
    """Compare two codings. Events of documents that the gold coding does not name are ignored, and counted.

    ``judged``: documents, or sentences of them by number, that were read and hold no event. Intervals are 95 %
    percentile intervals over ``replicates`` bootstrap samples of documents. Raises ``InputError`` without documents.
    """
    empty = set(judged)
    documents = sorted({event.document for event in gold} | {name for name, _ in empty})
    if not documents:
        raise InputError("the gold coding names no document", hint="fill its column doc_id")
    known = set(documents)
    ours, theirs = list(gold), [event for event in found if event.document in known]
    pairs = match(ours, theirs, rules)
    return Evaluation(
        rules=rules,
        gold=tuple(ours),
        found=tuple(theirs),
        pairs=tuple(pairs),
        documents=len(documents),
        ignored=len(found) - len(theirs),
        scores=tuple(_scores(ours, theirs, pairs, documents, rules, replicates, seed)),
        confusion=_confusion(ours, theirs, rules),
        agreements=tuple(_agreements(ours, theirs, _units(ours, theirs, empty, rules), rules)),
    )


def _class_of(event: Coded, rules: Rules) -> str:
    """The classes of the tables: quad classes where these are compared, else root codes."""
    return event.quad if rules.code == "quad" else event.root


MEASURES = ("precision", "recall", "f1")
_CHUNK = 100  # replicates drawn at once, which bounds memory


def _scores(
    gold: Sequence[Coded],
    found: Sequence[Coded],
    pairs: Sequence[tuple[int, int]],
    documents: Sequence[str],
    rules: Rules,
    replicates: int,
    seed: int,
) -> list[Score]:
    """Scores of all events and by class; a pair counts for recall in its gold class, for precision in the other."""
    import numpy as np

    rows = {name: n for n, name in enumerate(documents)}
    classes = sorted({_class_of(event, rules) for event in (*gold, *found)})
    columns = {name: n + 1 for n, name in enumerate(classes)}
    # By document, kind and class (0: all): gold events, found events, matched gold events, matched found events.
    counts = np.zeros((len(documents), 4, len(classes) + 1))
    matched = ([gold[i] for i, _ in pairs], [found[j] for _, j in pairs])
    for kind, events in enumerate((gold, found, *matched)):
        for event in events:
            counts[rows[event.document], kind, [0, columns[_class_of(event, rules)]]] += 1
    totals, samples = counts.sum(axis=0), _bootstrap(counts, replicates, seed)
    return [_score(name, totals[:, n], samples[:, :, n].T) for n, name in enumerate(["all", *classes])]


def _score(name: str, totals: Array, samples: Array) -> Score:
    precision, recall, f1 = (_interval(_ratio(totals, m), _ratio(samples, m)) for m in MEASURES)
    return Score(name, int(totals[0]), int(totals[1]), int(totals[2]), precision, recall, f1)


def _bootstrap(counts: Array, replicates: int, seed: int) -> Array:
    """The totals of ``counts`` (documents first) over documents drawn with replacement, one for each replicate."""
    import numpy as np

    generator = np.random.default_rng(seed)
    n, flat = len(counts), counts.reshape(len(counts), -1)
    sums = []
    for start in range(0, replicates, _CHUNK):
        size = min(_CHUNK, replicates - start)
        sums.append(generator.multinomial(n, np.full(n, 1 / n), size=size) @ flat)
    return np.concatenate(sums).reshape(-1, *counts.shape[1:])


def _ratio(counts: Array, measure: str) -> Array:
    """A measure from the four counts, NaN without events. F1 is twice the matches over all events of both."""
    import numpy as np

    gold, found, matched_gold, matched_found = counts
    above, below = {
        "precision": (matched_found, found),
        "recall": (matched_gold, gold),
        "f1": (matched_gold + matched_found, gold + found),
    }[measure]
    with np.errstate(invalid="ignore"):
        return np.divide(above, below)


def _interval(value: Array, samples: Array) -> Interval:
    import numpy as np

    known = samples[~np.isnan(samples)]
    if np.isnan(value) or not len(known):
        return Interval(None)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return Interval(float(value), float(low), float(high))


def _regardless_of_code(rules: Rules) -> Rules:
    return replace(rules, code="any")


def _confusion(gold: Sequence[Coded], found: Sequence[Coded], rules: Rules) -> Mapping[tuple[str, str], int]:
    """Classes of events that are the same but for their code; what only one coder has stands against ``(none)``."""
    pairs = match(gold, found, _regardless_of_code(rules))
    matched_gold, matched_found = {i for i, _ in pairs}, {j for _, j in pairs}
    table = Counter((_class_of(gold[i], rules), _class_of(found[j], rules)) for i, j in pairs)
    table.update((_class_of(e, rules), NONE) for n, e in enumerate(gold) if n not in matched_gold)
    table.update((NONE, _class_of(e, rules)) for n, e in enumerate(found) if n not in matched_found)
    return dict(sorted(table.items()))


def _units(
    gold: Sequence[Coded], found: Sequence[Coded], empty: Iterable[tuple[str, int | None]], rules: Rules
) -> list[Key]:
    """All units that the gold coder read, as far as the tables name them."""
    units = {unit_of(event, rules.within) for event in (*gold, *found)}
    if rules.within == "document":
        units |= {(name,) for name, _ in empty}
    else:
        units |= {(name, str(sentence)) for name, sentence in empty if sentence is not None}
    return sorted(units)


def _agreements(gold: Sequence[Coded], found: Sequence[Coded], units: Sequence[Key], rules: Rules) -> list[Agreement]:
    """Which class has an event that both saw; the same with misses as a class; does a unit hold a class at all."""
    table = _confusion(gold, found, rules)
    every = [pair for pair, n in table.items() for _ in range(n)]
    both = [pair for pair in every if NONE not in pair]
    pairs = match(gold, found, _regardless_of_code(rules))
    return [
        agreement("class of events that both coded", [a for a, _ in both], [b for _, b in both]),
        agreement(
            "code of events that both coded", [gold[i].code for i, _ in pairs], [found[j].code for _, j in pairs]
        ),
        agreement("class of events, missed ones as a class", [a for a, _ in every], [b for _, b in every]),
        *_presence(gold, found, units, rules),
    ]


def _presence(gold: Sequence[Coded], found: Sequence[Coded], units: Sequence[Key], rules: Rules) -> list[Agreement]:
    """For each class, whether a unit holds an event of it."""
    holds: tuple[dict[str, set[Key]], ...] = (defaultdict(set), defaultdict(set))
    for side, events in enumerate((gold, found)):
        for event in events:
            holds[side][_class_of(event, rules)].add(unit_of(event, rules.within))
    return [
        agreement(f"{name} in the {rules.within}", *([str(unit in side[name]) for unit in units] for side in holds))
        for name in sorted({*holds[0], *holds[1]})
    ]
