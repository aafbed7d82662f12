"""Lexicons underneath ours: tables in Buckwalter's notation (a few rows of our own) and a CALIMA-like database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coder.errors import ModelError
from coder.languages.ar import buckwalter, lexicon
from coder.languages.ar import morphology as module
from coder.languages.ar.morphology import Morphology, buckwalter_path
from coder.languages.base import Vocabulary

TABLES = {
    "dictPrefixes": "; a comment\n\t\tPref-0\t\nwAl\twaAl\tNPref-Al\tand + the <pos>wa/CONJ+Al/DET+</pos>\n"
    "ys\tya\tIVPref-hw-ya\the <pos>ya/IV3MS+</pos>\nsy\tsaya\tIVPref-hw-ya\twill + he <pos>sa/FUT+ya/IV3MS+</pos>\n",
    "dictSuffixes": "\t\tSuff-0\t\np\tap\tNSuff-ap\t[fem.sg.] <pos>+ap/NSUFF_FEM_SG</pos>\n"
    "thm\tatuhum\tNSuff-tu\ttheir <pos>+at/NSUFF_FEM_SG+hum/POSS_PRON_3MP</pos>\n"
    "wn\tuwna\tIVSuff-wn\tthey <pos>+uwna/IVSUFF_SUBJ:MP_MOOD:I</pos>\n",
    "dictStems": ";; zarAfap_1\nzrAf\tzarAf\tNap\tgiraffe\nzrA}f\tzarA}if\tN\tgiraffes\n"
    ";; zafar-i_1\nzfr\tzofir\tIV\texhale\n",
    "tableAB": "Pref-0 Nap\nPref-0 N\nNPref-Al Nap\nIVPref-hw-ya IV\n",
    "tableBC": "Nap NSuff-ap\nNap NSuff-tu\nN Suff-0\nIV IVSuff-wn\nIV Suff-0\n",
    "tableAC": "Pref-0 NSuff-ap\nPref-0 NSuff-tu\nPref-0 Suff-0\nNPref-Al NSuff-ap\nIVPref-hw-ya IVSuff-wn\n"
    "IVPref-hw-ya Suff-0\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    tables, cache = tmp_path / "tables", tmp_path / "cache"
    tables.mkdir()
    cache.mkdir()
    for name, text in TABLES.items():
        (tables / name).write_text(text, encoding="latin-1")
    monkeypatch.setattr(buckwalter, "tables", lambda: tables)
    monkeypatch.setattr(module, "cache_folder", lambda: cache)
    monkeypatch.setattr(lexicon, "cache_folder", lambda: cache)
    return cache


def best(morphology: Morphology, word: str) -> tuple[str, str, str, str]:
    reading = morphology.readings(word)[0]
    return reading.proclitics, reading.lemma, reading.pos, reading.enclitic


def test_buckwalter_reads_what_our_lexicon_lacks(folder: Path) -> None:
    ours, larger = Morphology(Vocabulary()), Morphology(Vocabulary(), "buckwalter")
    assert ours.readings("الزرافة")[0].feats["src"] == "rule"
    assert best(larger, "والزرافة") == ("و", "زرافه", "NOUN", "")
    assert best(larger, "زرافتهم") == ("", "زرافه", "NOUN", "هم")
    assert larger.readings("زرائف")[0].feats["num"] == "p"
    assert best(larger, "سيزفر") == ("س", "زفر", "VERB", "")
    assert [repr(r.feats) + r.lemma for r in larger.readings("الحكومة")] == [
        repr(r.feats) + r.lemma for r in ours.readings("الحكومة")
    ]


def test_the_compiled_tables_are_written_once_and_whole(folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        paths = set(pool.map(lambda _: buckwalter_path(), range(4)))
    assert len(paths) == 1
    assert [p.suffix for p in folder.iterdir() if p.is_file()] == [".db"]


def test_absent_lexicons_are_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buckwalter, "PACKAGE", "no_such_package")
    with pytest.raises(ModelError, match="Buckwalter") as absent:
        Morphology(Vocabulary(), "buckwalter")
    assert "event-coder[buckwalter]" in (absent.value.hint or "")
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    with pytest.raises(ModelError, match="CALIMA") as absent:
        Morphology(Vocabulary(), "calima")
    assert "camel_data" in (absent.value.hint or "")


def test_calima_forms_lose_vowels_and_clitics(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = buckwalter.database_text(buckwalter.tables()).replace("diac:زراف ", "diac:زَرَاف ")
    text = text.replace("diac:ال ", "diac:وَال ").replace("lex:زرافة", "lex:زَرَافَة_1")
    database = tmp_path / "calima.db"
    database.write_text(text, encoding="utf-8")
    monkeypatch.setitem(module._LARGER, "calima", lambda: database)
    assert best(Morphology(Vocabulary(), "calima"), "والزرافة") == ("و", "زرافه", "NOUN", "")
