"""The figures against worked examples of the literature and against scikit-learn, to 1e-9."""

from __future__ import annotations

from fractions import Fraction

import pytest
from sklearn.metrics import precision_recall_fscore_support

from coder.analysis.agreement import Score, cohens_kappa, evaluate, krippendorffs_alpha
from coder.analysis.matching import Coded, Rules
from coder.errors import InputError
from coder.ontology import Ontology
from tests.analysis.making import coded_event

ONTOLOGY = Ontology.load()
EXACT = 1e-9


def test_kappa_of_cohen_1960() -> None:
    """Cohen (1960), table 1: 200 patients, three classes; .70 agree, .41 by chance."""
    table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    pairs = [(str(i), str(j)) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]
    kappa = cohens_kappa([a for a, _ in pairs], [b for _, b in pairs])
    assert kappa == pytest.approx(float(Fraction(70 - 41, 100 - 41)), abs=EXACT)


def letters(text: str) -> list[str | None]:
    return [None if x == "." else x for x in text.split()]


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        # Section A: binary data, two observers, none missing.
        (["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"], 1 - Fraction(19 * 4, 14 * 6)),
        # Section B: nominal data, two observers, none missing: .692.
        (["a a b b d c c c e d d a", "b a b b b c c c e d d d"], Fraction(23 * 18 - 104, 24 * 23 - 104)),
        # Section C: nominal data, four observers, some missing: .743.
        (
            [
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ],
            Fraction(39 * 32 - 344, 40 * 39 - 344),
        ),
    ],
    ids=["A", "B", "C"],
)
def test_alpha_of_krippendorff_2011(coders: list[str], alpha: Fraction) -> None:
    """Krippendorff, Computing Krippendorff's Alpha-Reliability (2011)."""
    assert krippendorffs_alpha([letters(coder) for coder in coders]) == pytest.approx(float(alpha), abs=EXACT)


def test_coefficients_that_are_not_defined() -> None:
    assert cohens_kappa([], []) is None
    assert cohens_kappa(["a", "a"], ["a", "a"]) is None
    assert krippendorffs_alpha([[], []]) is None
    assert krippendorffs_alpha([["a", None], [None, "b"]]) is None
    assert krippendorffs_alpha([["a", "b"], ["a", "b"]]) == 1.0


def one_a_document(codes: str) -> list[Coded]:
    return [coded_event(f"d{n}", code) for n, code in enumerate(codes.split()) if code != "."]


GOLD = "190 190 190 010 040 043 112 . 173 190 040 . 145"
FOUND = "193 190 040 010 040 . 111 010 173 020 190 . 145"


def test_scores_are_those_of_scikit_learn() -> None:
    """One event a document, so that the root codes are labels of documents."""
    result = evaluate(one_a_document(GOLD), one_a_document(FOUND), Rules(), [("d7", None), ("d11", None)])
    gold, found = ([c[:2] for c in codes.split()] for codes in (GOLD, FOUND))
    roots = [score.name for score in result.scores[1:]]
    for scores, average in ((result.scores[1:], None), (result.scores[:1], "micro")):
        wanted = precision_recall_fscore_support(gold, found, labels=roots, average=average, zero_division=0.0)
        for n, measure in enumerate(("precision", "recall", "f1")):
            ours = [getattr(score, measure).value or 0.0 for score in scores]
            assert ours == pytest.approx(wanted[n] if average is None else [wanted[n]], abs=EXACT)
    assert result.documents == 13


def test_what_nobody_found_or_coded_has_no_score_rather_than_zero() -> None:
    by_name = {s.name: s for s in evaluate([coded_event("d", "190")], [coded_event("d", "040")], Rules()).scores}
    assert by_name["19"].precision.value is None
    assert by_name["19"].recall.value == 0.0
    assert by_name["04"].recall.value is None
    assert by_name["04"].precision.value == 0.0


def score_of_forty() -> Score:
    gold = [coded_event(f"d{n}", "190") for n in range(40)]
    found = [coded_event(f"d{n}", "190" if n % 4 else "180") for n in range(40)]
    return evaluate(gold, found, Rules()).scores[0]


def test_intervals_are_fixed_by_the_seed_and_near_the_normal_ones() -> None:
    score = score_of_forty()
    assert score == score_of_forty()
    assert score.precision.value == 0.75
    half = 1.96 * (0.75 * 0.25 / 40) ** 0.5
    assert score.precision.low == pytest.approx(0.75 - half, abs=0.03)
    assert score.precision.high == pytest.approx(0.75 + half, abs=0.03)


def test_documents_not_judged_are_ignored_and_counted() -> None:
    found = [coded_event("d", "190"), coded_event("other", "190")]
    result = evaluate([coded_event("d", "190")], found, Rules())
    assert (result.ignored, result.scores[0].found, result.scores[0].precision.value) == (1, 1, 1.0)
    with pytest.raises(InputError, match="names no document"):
        evaluate([], found, Rules())


def test_confusion_and_agreement_count_what_only_one_has() -> None:
    gold = [coded_event("a", "190"), coded_event("b", "040"), coded_event("c", "111")]
    found = [coded_event("a", "190"), coded_event("b", "050"), coded_event("b", "010", target="USA")]
    result = evaluate(gold, found, Rules(), [("empty", None)])
    assert result.confusion == {("19", "19"): 1, ("04", "05"): 1, ("11", "(none)"): 1, ("(none)", "01"): 1}
    by_name = {a.name: a for a in result.agreements}
    assert by_name["class of events that both coded"].units == 2
    assert by_name["class of events that both coded"].observed == 0.5
    assert by_name["class of events, missed ones as a class"].observed == 0.25
    assert (by_name["19 in the document"].units, by_name["19 in the document"].kappa) == (4, 1.0)
