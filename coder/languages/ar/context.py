"""Choosing one reading for each word from its neighbours, by costs that can be explained."""

from __future__ import annotations

from collections.abc import Sequence

from coder.languages.ar.reading import Reading

_START = Reading("", 0, "", "", "", "PUNCT")


def transition(before: Reading, after: Reading) -> float:
    """How badly ``after`` follows ``before``."""
    if after.proclitics:
        return 0.0
    left, right = before.pos, after.pos
    if before.enclitic:
        left = "PRON"
    if left == "PUNCT" or before is _START:
        return 0.0 if right in ("VERB", "PART", "SCONJ", "ADP") else 0.4
    if left == "ADP":
        return 3.0 if right == "VERB" else 1.0 if right == "ADJ" else 0.0
    if left == "PART":
        return 0.0 if right == "VERB" else 1.0
    if left == "SCONJ":
        return 0.0 if right == "VERB" else 0.3
    if left == "NUM":
        return 1.0 if right == "VERB" else 0.0
    if right == "ADJ":
        if left in ("NOUN", "PROPN", "ADJ"):
            agree = before.feats.get("def") == after.feats.get("def")
            return 0.0 if agree else 0.8
        return 0.8
    if left == "VERB" and right == "VERB":
        return 1.0
    return 0.2


def choose(candidates: Sequence[tuple[Reading, ...]]) -> list[Reading]:
    """The cheapest sequence of readings (Viterbi over word costs and transitions)."""
    paths: list[tuple[float, Reading, int]] = [(0.0, _START, -1)]
    history: list[list[tuple[float, Reading, int]]] = []
    for options in candidates:
        layer = []
        for reading in options:
            best = min(((cost + transition(before, reading), i) for i, (cost, before, _) in enumerate(paths)))
            layer.append((best[0] + reading.cost, reading, best[1]))
        history.append(layer)
        paths = layer
    out: list[Reading] = []
    if not history:
        return out
    index = min(range(len(history[-1])), key=lambda i: history[-1][i][0])
    for layer in reversed(history):
        _, reading, previous = layer[index]
        out.append(reading)
        index = previous
    out.reverse()
    return out
