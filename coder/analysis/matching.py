"""Which event of one coder is which of another: explicit rules, one to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from coder.ontology import Ontology, actor_blocks

CodeRule = Literal["exact", "root", "quad", "any"]
ActorRule = Literal["dyad", "source", "target", "any"]
CodeLevel = Literal["code", "country"]
Unit = Literal["document", "sentence"]
Key = tuple[str, ...]
# A match weighs more than all that makes it a closer one, so that as many events as can be are matched.
_MATCH, _SAME_CODE, _SAME_ROOT, _SAME_SIDE, _SAME_SENTENCE = 1e6, 8.0, 4.0, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Rules:
    """When two events are the same.

    ``code``: the same CAMEO code, root or quad class, or any. ``actors``: the same source and target, only one of them,
    or any. ``actor_codes``: whole actor codes, or their first block only (country or organisation). ``within``: in the
    same document, or in the same sentence of it. A missing actor is the same as a missing actor or an unknown one.
    """

    code: CodeRule = "root"
    actors: ActorRule = "dyad"
    actor_codes: CodeLevel = "code"
    within: Unit = "document"


@dataclass(frozen=True, slots=True)
class Coded:
    """One event as one coder has it. ``row`` is the record it came from."""

    document: str
    sentence: int | None
    code: str
    root: str
    quad: str
    source: str
    target: str
    row: Mapping[str, Any]


def coded(row: Mapping[str, Any], ontology: Ontology) -> Coded:
    """The event of a record; ``event_code`` must be there."""
    code = str(row["event_code"])
    sentence = row.get("sentence_index")
    return Coded(
        document=str(row["doc_id"]),
        sentence=None if sentence is None else int(sentence),
        code=code,
        root=ontology.root(code),
        quad=str(ontology.quad_class(code) or ""),
        source=_actor(row.get("source_code")),
        target=_actor(row.get("target_code")),
        row=row,
    )


def _actor(code: object) -> str:
    """An actor code in upper case; an unknown or missing actor is empty."""
    text = str(code or "").strip().upper()
    return "" if text == "---" else text


def unit_of(event: Coded, within: Unit) -> Key:
    """The document, or the document and the sentence."""
    return (event.document,) if within == "document" else (event.document, str(event.sentence))


def level_of(event: Coded, rule: CodeRule) -> str:
    """The event's class at the level of a code rule."""
    return {"exact": event.code, "root": event.root, "quad": event.quad, "any": ""}[rule]


def _side(code: str, level: CodeLevel) -> str:
    return code if level == "code" else (actor_blocks(code) or [""])[0].replace("---", "")


def agree(one: Coded, other: Coded, rules: Rules) -> bool:
    """Whether two events of one unit are the same by the rules."""
    if level_of(one, rules.code) != level_of(other, rules.code):
        return False
    sides = {"dyad": ("source", "target"), "source": ("source",), "target": ("target",), "any": ()}[rules.actors]
    return all(_side(getattr(one, s), rules.actor_codes) == _side(getattr(other, s), rules.actor_codes) for s in sides)


def _likeness(one: Coded, other: Coded) -> float:
    sides = (one.source == other.source) + (one.target == other.target)
    return (
        _SAME_CODE * (one.code == other.code)
        + _SAME_ROOT * (one.root == other.root)
        + _SAME_SIDE * sides
        + _SAME_SENTENCE * (one.sentence == other.sentence)
    )


def match(gold: Sequence[Coded], found: Sequence[Coded], rules: Rules) -> list[tuple[int, int]]:
    """Pairs of positions in ``gold`` and ``found``: each event in one pair at most, as many pairs as there can be.

    Of several ways to pair as many events, the one whose pairs are most alike is taken (same code, root, actors,
    sentence): a maximum-weight bipartite matching within each document or sentence.
    """
    sides: dict[Key, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, events in enumerate((gold, found)):
        for position, event in enumerate(events):
            sides[unit_of(event, rules.within)][side].append(position)
    pairs: list[tuple[int, int]] = []
    for ours, theirs in sides.values():
        if ours and theirs:
            pairs += _match_unit(gold, found, ours, theirs, rules)
    return sorted(pairs)


def _match_unit(
    gold: Sequence[Coded], found: Sequence[Coded], ours: Sequence[int], theirs: Sequence[int], rules: Rules
) -> list[tuple[int, int]]:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    weights = np.zeros((len(ours), len(theirs)))
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            if agree(gold[a], found[b], rules):
                weights[i, j] = _MATCH + _likeness(gold[a], found[b])
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(ours[i], theirs[j]) for i, j in zip(rows, columns, strict=True) if weights[i, j] > 0]
