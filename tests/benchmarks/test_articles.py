"""The articles of our own can be used as they are, and coded events are paired with expected ones as their docs say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.articles import FILES, LEVELS, Act, Coded, Expected, articles, count, levels, pair
from coder.ontology import Ontology

TEXT, TITLE = False, True


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for path in FILES for line in path.read_text(encoding="utf-8").splitlines()]


def expected(code: str, trigger: str, at: int, **more: Any) -> Expected:
    return Expected(Act(code, "SYRMIL", "SYROPP"), trigger, ((TEXT, at, at + 5),), **more)


def coded(code: str, trigger: str, start: int, *actors: str) -> Coded:
    source, target = actors or ("SYRMIL", "SYROPP")
    return Coded((Act(code, source, target),), trigger, (TEXT, start, start + 50))


@pytest.mark.parametrize(("path", "number", "empty"), list(zip(FILES, (40, 20, 20, 8), (8, 4, 3, 1), strict=True)))
def test_every_passage_is_found_in_its_article(path: Path, number: int, empty: int) -> None:
    read = list(articles(path))
    assert len(read) == len({a.id for a in read}) == number
    assert sum(not a.expected for a in read) == empty


def test_codes_are_of_the_ontology_and_triggers_of_the_text() -> None:
    known = set(Ontology.load().codes)
    for row in rows():
        for event in row["events"]:
            assert event["code"] in known, row["id"]
            assert event["trigger"] in row["title"] or event["trigger"] in row["text"], row["id"]


def test_words_that_are_not_once_in_the_article_are_named(tmp_path: Path) -> None:
    event = {"code": "190", "source": "", "target": "", "trigger": "fought", "sentence": "they fled"}
    row = {"id": "x1", "kind": "battle", "date": "2020-01-01", "title": "", "text": "They fought.", "events": [event]}
    file = tmp_path / "bad.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(ValueError, match="article x1: 'they fled'"):
        list(articles(file))


def test_pairs_share_root_and_sentence_one_to_one() -> None:
    first, second = expected("190", "clashed", 10), expected("173", "arrested", 70)
    right, again, elsewhere = coded("193", "clashed", 0), coded("190", "fought", 0), coded("173", "arrested", 200)
    outcome = pair([first, second], [again, right, elsewhere])
    assert outcome.paired == [(first, right)]
    assert outcome.missed == [second]
    assert outcome.false == [again, elsewhere]


def test_the_title_is_another_place_than_the_text() -> None:
    in_title = Coded((Act("190", "SYRMIL", "SYROPP"),), "clash", (TITLE, 0, 50))
    assert pair([expected("190", "clashed", 10)], [in_title]).false == [in_title]
    told_twice = Expected(Act("190", "SYRMIL", "SYROPP"), "clashed", ((TEXT, 10, 15), (TITLE, 3, 8)))
    assert not pair([told_twice], [in_title]).false


def test_optional_events_count_neither_way() -> None:
    maybe = expected("111", "criticised", 10, optional=True)
    for found in ([], [coded("111", "criticised", 0)]):
        assert not +count(pair([maybe], found))


def test_levels_tell_code_from_actors() -> None:
    asked = Act("173", "SYRMIL", "IGOUNO")
    assert levels(asked, Act("173", "SYRMIL", "IGOUNO")) == (True,) * len(LEVELS)
    assert levels(asked, Act("173", "SYR", "IGOUNOHCR")) == (True,) * 5 + (False,)
    assert levels(asked, Act("175", "SYR", "IGOEEC")) == (True, False, True, False, False, False)
    assert levels(Act("190", "", ""), Act("190", "---", "---")) == (True,) * len(LEVELS)


def test_a_mutual_act_fits_by_either_half() -> None:
    halves = (Act("040", "TUR", "EGY"), Act("040", "EGY", "TUR"))
    talks = Expected(Act("040", "EGY", "TUR"), "talks", ((TEXT, 0, 5),))
    counts = count(pair([talks], [Coded(halves, "talks", (TEXT, 0, 50))]))
    assert counts["code, both (strict)"] == counts["paired"] == 1
    assert not counts["false"]
