"""Events as coders have them, for tests of comparisons."""

from __future__ import annotations

from coder.analysis.matching import Coded, coded
from coder.ontology import Ontology

ONTOLOGY = Ontology.load()


def coded_event(
    document: str, code: str, source: str | None = "SYRMIL", target: str | None = "SYRREB", sentence: int | None = 0
) -> Coded:
    """One event."""
    row = {
        "doc_id": document,
        "sentence_index": sentence,
        "event_code": code,
        "source_code": source,
        "target_code": target,
    }
    return coded(row, ONTOLOGY)
