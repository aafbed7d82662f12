"""Writes docs/codebook.md from the definitions of the columns: ``python scripts/make_codebook.py``."""

from __future__ import annotations

from pathlib import Path

from coder.exporters.codebook import reference
from coder.ontology import Ontology

PATH = Path(__file__).parent.parent / "docs" / "codebook.md"

if __name__ == "__main__":
    PATH.write_text(reference(Ontology.load()), encoding="utf-8")
