"""The Spark engine gives what the local one gives. Needs pyspark and Java: make test-spark."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner

from coder.cli import app
from coder.engines import local
from coder.engines.local import RunOptions
from coder.errors import InputError, OptionError
from coder.pipeline import Coder, CoderOptions
from tests.engines.kills import content, write_documents
from tests.small import FILES, write_files

pytest.importorskip("pyspark", reason="make test-spark installs it")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)

from coder.engines import spark

TEXT = "قصفت القوات السورية مقاتلي المعارضة قرب حمص."


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> RunOptions:
    folder = write_files(tmp_path_factory.mktemp("given") / "own words", FILES)
    return RunOptions(coder=CoderOptions(dictionaries=folder), keep=("topic",), one_a_day=True)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    made = spark.session("local[2]")
    yield made
    made.stop()


def write_inputs(folder: Path) -> Path:
    """Every format, in subfolders, with names and records that are awkward."""
    (folder / "sub dir").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "h.txt").write_text(TEXT, encoding="utf-8")
    write_documents(folder / "a.jsonl", 150, seed=5, english=0)
    (folder / "b[1].txt").write_text(TEXT, encoding="utf-8")
    (folder / "blank.jsonl").write_text("\n \n")
    (folder / "c.jsonl").write_bytes(
        b'\xef\xbb\xbf{"id": "d1", "text": "twice"}\r\n\r\n{"id": "bad", "text": "\xe9"}\n{"text": "no id"}\nnothing'
    )
    (folder / "notes.doc").write_text("no reader")
    (folder / "sub dir" / "d%20.csv").write_text(f'id,text,date\nq1,"{TEXT}\n{TEXT}",2024-03-01\nd2,repeated,\n')
    dated = {"id": ["p1", "p2"], "text": [TEXT, None], "date": pd.to_datetime(["2024-03-01", "2024-03-02"])}
    pd.DataFrame(dated).to_parquet(folder / "sub dir" / "e.parquet")
    return folder


def test_the_package_has_the_same_bytes(tmp_path: Path, options: RunOptions, session: Any) -> None:
    source = write_inputs(tmp_path / "in put")
    given = [str(source), str(source / "a.jsonl")]
    local.run([Path(path) for path in given], tmp_path / "local", options)
    summary = spark.run(given, tmp_path / "spark", options, master="local[2]")
    assert content(tmp_path / "spark") == content(tmp_path / "local")
    assert summary.documents > 100
    assert summary.events.total() >= 2
    reasons = (tmp_path / "spark" / "rejected.csv").read_text(encoding="utf-8")
    for words in ("same id", "not UTF-8: bad byte at offset", "no reader", "not a JSON record", "has no text"):
        assert words in reasons
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_long_files_are_read_in_splits(tmp_path: Path, options: RunOptions, session: Any) -> None:
    write_documents(tmp_path / "a.jsonl", 150, seed=6, english=0)
    session.conf.set("spark.sql.files.maxPartitionBytes", "5000")
    try:
        spark.run([str(tmp_path / "a.jsonl")], tmp_path / "spark.jsonl", options, master="local[2]")
    finally:
        session.conf.unset("spark.sql.files.maxPartitionBytes")
    local.run([tmp_path / "a.jsonl"], tmp_path / "local.jsonl", options)
    assert [*content(tmp_path / "spark.jsonl").values()] == [*content(tmp_path / "local.jsonl").values()]


def test_a_data_frame_gives_native_records(options: RunOptions, session: Any) -> None:
    rows = [{"id": f"d{n}", "text": TEXT, "date": "2024-03-01", "publisher": "p"} for n in range(3)]
    coded = spark.code_dataframe(session.createDataFrame(rows), options.coder).toPandas()
    expected = Coder(options.coder).code_frame(pd.DataFrame(rows))
    assert len(coded) == 3
    assert list(coded.columns) == list(expected.columns)
    ours, theirs = (json.loads(f.to_json(orient="records", date_format="iso")) for f in (coded, expected))
    for one, other in zip(sorted(ours, key=lambda r: r["doc_id"]), theirs, strict=True):
        for days in ("publication_date", "event_date"):
            one[days], other[days] = str(one[days])[:10], str(other[days])[:10]
        assert one == other


def test_a_frame_without_text_or_a_path_without_file_is_refused(options: RunOptions, session: Any) -> None:
    with pytest.raises(OptionError, match="no column 'text'"):
        spark.code_dataframe(session.createDataFrame([{"id": "a"}]), options.coder)
    with pytest.raises(InputError, match="no such file or folder"):
        spark.run(["/nonexistent/x.jsonl"], Path("/tmp/never"), options, master="local[2]")


def test_other_versions_on_the_executors_are_refused(options: RunOptions) -> None:
    shipment = spark.Shipment.of(Coder(options.coder))
    other = replace(shipment, versions=(("coder_version", "0.0"), *shipment.versions[1:]))
    with pytest.raises(InputError, match="the executors have"):
        other.coder()


@pytest.mark.parametrize("wrong", [["--engine", "spark", "--resume"], ["--master", "local"]])
def test_options_of_the_other_engine_are_refused(tmp_path: Path, wrong: list[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["code", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), *wrong])
    assert done.exit_code == 2
