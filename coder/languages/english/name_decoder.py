"""spaCy's recogniser of names, decoded for many sentences at once: the same entities, in less than half the time.

The recogniser reads a sentence word by word: a word begins, goes on with, ends or is a name of some kind, or is none
(BILUO), and what was decided before is an input of the next decision. spaCy computes each step sentence by sentence;
here all sentences of a batch take their next step together, as one matrix. The network is spaCy's own, with its
weights. A recogniser of another build is used as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Span

from coder.languages.english.word_vectors import word_vectors

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH = 256
_FEATURES = 3  # this word, the first word of the open name, the word before where a name is open
_CLOSED = -1
Matrix = NDArray[np.float32]
Name = tuple[int, int, str]  # first word, last word (exclusive), label


@dataclass(frozen=True, slots=True)
class _Moves:
    """The moves of a recogniser by column. ``allowed`` has 0 where a move may be made and minus infinity elsewhere.

    Its rows: outside of names; the same in the last word; the same in white space; then for each label inside a name of
    that label, and the same in the last word.
    """

    letters: tuple[str, ...]
    labels: tuple[str, ...]
    label_of: NDArray[np.int64]
    opens: NDArray[np.bool_]
    closes: NDArray[np.bool_]
    allowed: Matrix


def name_decoder(recogniser: Any) -> NameDecoder | None:
    """A decoder with the weights of a recogniser; None where it is built in another way than spaCy's small models."""
    if type(recogniser) is not EntityRecognizer:
        return None
    model: Any = recogniser.model
    lower = model.get_ref("lower")
    plain = recogniser.cfg["beam_width"] == 1 and not recogniser.postprocesses
    shaped = lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") > 1
    if not plain or not shaped or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return None
    system: Any = recogniser.moves
    moves = _moves([system.get_class_name(column) for column in range(system.n_moves)])
    return NameDecoder(model, moves) if moves is not None else None


class NameDecoder:
    """Finds the names of sentences with the network of a recogniser."""

    def __init__(self, model: Any, moves: _Moves) -> None:
        words, self._lower, self._upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        first, *others = words.layers
        self._vectors = word_vectors(first) or first
        self._behind = others
        self._moves = moves

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The documents, each one sentence without entities so far, with their entities; in order."""
        stream = iter(docs)
        while batch := list(islice(stream, _BATCH)):
            by_length = sorted((doc for doc in batch if len(doc)), key=len, reverse=True)
            for doc, names in zip(by_length, self._names(by_length), strict=True):
                doc.set_ents([Span(doc, first, last, label) for first, last, label in names])
            yield from batch

    def _names(self, docs: Sequence[Doc]) -> list[list[Name]]:
        """The names of documents that are sorted by length, the longest first."""
        found: list[list[Name]] = [[] for _ in docs]
        if not docs:
            return found
        features = self._lower.predict(self._read(docs))  # words + 1 x features x hidden x pieces
        lengths = np.array([len(doc) for doc in docs])
        # The first row of the features stands for "no word".
        offsets = np.concatenate(([0], np.cumsum(lengths)[:-1])) + 1
        spaces = {(at, int(i)) for at, doc in enumerate(docs) for i in np.flatnonzero(doc.to_array("IS_SPACE"))}
        label, start = np.full(len(docs), _CLOSED), np.zeros(len(docs), dtype=np.int64)
        for step in range(int(lengths[0])):
            size = int(np.count_nonzero(lengths > step))
            rows = self._rows(label[:size], lengths[:size] == step + 1)
            for at in (at for at, i in spaces if i == step and label[at] == _CLOSED):
                rows[at] = 2
            inside = label[:size] != _CLOSED
            first = np.where(inside, offsets[:size] + start[:size], 0)
            before = np.where(inside, offsets[:size] + step - 1, 0)
            scores = self._scores(features, offsets[:size] + step, first, before)
            made = (scores + self._moves.allowed[rows]).argmax(axis=1)
            opened, closed = self._moves.opens[made], self._moves.closes[made]
            start[:size][opened] = step
            for ended in np.flatnonzero(closed).tolist():
                kind = self._moves.labels[self._moves.label_of[made[ended]]]
                found[ended].append((int(start[ended]), step + 1, kind))
            label[:size] = np.where(closed, _CLOSED, np.where(opened, self._moves.label_of[made], label[:size]))
        return found

    def _read(self, docs: Sequence[Doc]) -> Any:
        found = self._vectors.predict(docs)
        for layer in self._behind:
            found = layer.predict(found)
        return found

    @staticmethod
    def _rows(label: NDArray[np.int64], last: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Which row of the allowed moves holds for each document."""
        rows: NDArray[np.int64] = np.where(label == _CLOSED, 0, 3 + 2 * label) + last
        return rows

    def _scores(self, features: Matrix, *words: NDArray[np.int64]) -> Matrix:
        """The scores of all moves. The sums are made in spaCy's order, so that they are the same to the last bit."""
        summed = features[words[0], 0] + features[words[1], 1]
        summed += features[words[2], 2]
        summed += self._lower.get_param("b")
        scores: Matrix = self._upper.predict(summed.max(axis=2))
        return scores


def _moves(names: Sequence[str]) -> _Moves | None:
    """The moves by their names (``B-ORG``, ``O``); None where there are others than BILUO knows.

    ``U-`` without a label is for words that a user has barred; there are none.
    """
    letters = tuple(name.partition("-")[0] for name in names)
    kinds = tuple(name.partition("-")[2] for name in names)
    labels = tuple(dict.fromkeys(kind for kind in kinds if kind))
    columns = list(zip(letters, kinds, strict=True))
    if set(letters) != set("BILUO") or len(set(columns)) < len(columns):
        return None
    outside = [letter == "O" or (letter in "BU" and kind != "") for letter, kind in columns]
    rows = [
        outside,
        [free and letter != "B" for free, letter in zip(outside, letters, strict=True)],
        [letter == "O" for letter in letters],
    ]
    for label in labels:
        rows.append([letter in "IL" and kind == label for letter, kind in columns])
        rows.append([letter == "L" and kind == label for letter, kind in columns])
    allowed = np.where(np.array(rows), 0.0, -np.inf).astype(np.float32)
    label_of = np.array([labels.index(kind) if kind else _CLOSED for kind in kinds])
    opens, closes = (np.array([letter in some for letter in letters]) for some in ("BU", "LU"))
    return _Moves(letters, labels, label_of, opens, closes, allowed)
