"""The word vectors of spaCy's networks in less time: the same to the last bit, with spaCy's own weights.

The networks of the small models turn each word by itself into a vector (from its form, its shape, its first and last
letters) before they look at its neighbours. In news four of five words have just been met: a word is embedded once, not
each time that it is met. Then each of four blocks looks one word further to both sides; here their sums are laid out so
that the largest of three is found by whole columns, and what is only needed for training is left out. A network of
another build is used as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import Tok2Vec

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH = 256
_KEPT = 16_384  # words; 6 MB
_LAYERS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
_BLOCK = ["expand_window", "maxout", "layernorm", "dropout"]
_NO_ZERO = 1e-08  # thinc adds it to variances
Matrix = NDArray[np.float32]


def word_vectors(model: Any) -> WordVectors | None:
    """The vectors of a ``Tok2Vec`` network; None where it does not embed each word by itself, as spaCy's own do."""
    if not {"embed", "encode"} <= set(model.ref_names) or len(model.layers) != 2:
        return None
    names = [layer.name.partition("(")[0] for layer in model.get_ref("embed").layers]
    return WordVectors(model) if names == _LAYERS else None


class WordVectors:
    """Computes what a ``Tok2Vec`` network says of the words of documents."""

    def __init__(self, model: Any) -> None:
        self._features, _, self._hashed, self._mixed, _ = model.get_ref("embed").layers
        self._encode = _encoder(model.get_ref("encode")) or model.get_ref("encode")
        width = model.get_ref("embed").get_dim("nO")
        self._table: Matrix = np.full((_KEPT, width), 0, np.float32)  # its memory is taken at once and stays the same
        self._rows: dict[bytes, int] = {}

    def predict(self, docs: Sequence[Doc]) -> list[Matrix]:
        """One matrix for each document, with one row for each of its words."""
        features = self._features.predict(docs)
        embedded = self._embedded(np.concatenate(features))
        ends = np.cumsum([len(own) for own in features])
        found: list[Matrix] = self._encode.predict(np.split(embedded, ends[:-1]))
        return found

    def _embedded(self, features: NDArray[np.uint64]) -> Matrix:
        """The vectors of words by the rows of their features."""
        keys = np.ascontiguousarray(features).view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        new = {key: i for i, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > _KEPT:
            self._rows.clear()
            new = {key: i for i, key in enumerate(keys)}
        if len(new) > _KEPT:
            return self._computed(features)
        if new:
            first = len(self._rows)
            self._table[first : first + len(new)] = self._computed(features[list(new.values())])
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return self._table[[self._rows[key] for key in keys]]

    def _computed(self, features: NDArray[np.uint64]) -> Matrix:
        found: Matrix = self._mixed.predict(self._hashed.predict(features))
        return found


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of an encoder: the words around each word, weighed, the largest of some sums, brought to one scale."""

    weights: Matrix  # pieces x width, inputs
    bias: Matrix
    scale: Matrix
    shift: Matrix
    window: int

    def of(self, words: Matrix, ops: Any) -> Matrix:
        """What the block adds to its input. The operations and their order are thinc's."""
        width = len(self.scale)
        sums = ops.gemm(ops.seq2col(words, self.window), self.weights, trans2=True)
        sums += self.bias
        found: Matrix = sums[:, :width].copy()
        for piece in range(width, sums.shape[1], width):
            np.maximum(found, sums[:, piece : piece + width], out=found)
        found -= found.mean(axis=1, keepdims=True)
        variance = np.square(found).sum(axis=1, keepdims=True) / np.float32(width) + _NO_ZERO
        found *= variance ** (-1.0 / 2.0)
        found *= self.scale
        found += self.shift
        return found


@dataclass(frozen=True, slots=True)
class _Encoder:
    blocks: Sequence[_Block]
    padding: int
    ops: Any

    def predict(self, embedded: Sequence[Matrix]) -> list[Matrix]:
        """The vectors of the words of each document in their surroundings."""
        words = self.ops.flatten(embedded, pad=self.padding)
        for block in self.blocks:
            words = words + block.of(words, self.ops)
        lengths = np.array([len(own) for own in embedded], dtype=np.int32)
        found: list[Matrix] = self.ops.unflatten(words, lengths, pad=self.padding)
        return found


def _encoder(encode: Any) -> _Encoder | None:
    """The encoder of a network; None where it is not made of blocks as spaCy makes them."""
    if not encode.name.startswith("with_array(") or encode.ops.name != "numpy":
        return None
    blocks: list[_Block] = []
    for block in encode.layers[0].layers:
        parts = [part for part in block.walk(order="dfs_pre") if not part.layers]
        if not block.name.startswith("residual(") or [part.name for part in parts] != _BLOCK:
            return None
        window, maxout, norm, _ = parts
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        by_piece = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])
        scale, shift = norm.get_param("G"), norm.get_param("b")
        blocks.append(_Block(by_piece, bias.T.reshape(-1), scale, shift, window.attrs["window_size"]))
    return _Encoder(blocks, encode.attrs["pad"], encode.ops)


class Vectoriser:
    """Does for the documents of a pipeline what its ``tok2vec`` would do."""

    def __init__(self, vectors: WordVectors) -> None:
        self._vectors = vectors

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The documents, in order, with the vectors that the components behind read."""
        stream = iter(docs)
        while batch := list(islice(stream, _BATCH)):
            words = [doc for doc in batch if len(doc)]
            for doc, vectors in zip(words, self._vectors.predict(words) if words else (), strict=True):
                doc.tensor = vectors  # type: ignore[assignment]  # spaCy's stub has doubles
            yield from batch


def vectoriser(component: Any) -> Vectoriser | None:
    """What gives the vectors of a ``tok2vec`` component in less time; None where it is of another build."""
    if type(component) is not Tok2Vec:
        return None
    vectors = word_vectors(component.model)
    return None if vectors is None else Vectoriser(vectors)
