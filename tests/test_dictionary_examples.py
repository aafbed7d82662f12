"""Every example and counterexample of the dictionaries that come with the package is a test."""

from __future__ import annotations

import pytest

from coder.checks import Case, cases, check_case, check_codes, check_reachable
from coder.dictionary.store import read_store
from coder.languages.split import sentences
from coder.ontology import Ontology
from coder.pipeline import Coder
from coder.resources import dictionaries_root

STORE = read_store(dictionaries_root(), strict=False)


def test_the_dictionaries_are_read_without_a_fault() -> None:
    assert STORE.problems == []


def test_all_codes_are_known_and_all_entries_reachable() -> None:
    assert check_codes(STORE, Ontology.load()) == []
    assert check_reachable(STORE) == []


@pytest.mark.parametrize("case", cases(STORE), ids=lambda c: f"{c.entry.ref}:{c.entry.id}:{c.sentence.text[:40]}")
def test_example(case: Case, full_coder: Coder) -> None:
    document = case.document
    problem = check_case(full_coder, case, document, list(full_coder.analyse(sentences(document))))
    assert problem is None, str(problem)
