"""The word vectors of spaCy's networks with a memory: a word is embedded once, not each time that it is met.

The networks of the small models turn each word by itself into a vector (from its form, its shape, its first and last
letters) before they look at its neighbours. In news four of five words have just been met. The weights are spaCy's own
and the vectors are the same to the last bit. A network of another build is used as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
        self._encode = model.get_ref("encode")
        width = model.get_ref("embed").get_dim("nO")
        self._table: Matrix = np.zeros((_KEPT, width), np.float32)
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
