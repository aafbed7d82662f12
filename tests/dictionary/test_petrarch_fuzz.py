"""Malformed lines: never a traceback, always file and line, and what is written always loads."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coder import languages
from coder.dictionary.compiled import compile_language
from coder.dictionary.petrarch import Sources, export_petrarch, import_petrarch
from coder.dictionary.store import read_store
from tests.dictionary.petrarch_files import FILES, PHRASE_VERBS

PIECES = [
    *"-+&*$%^~#_{}[]()|!:;<>=.'\" \t\\/",
    "---", "[---]", "[070]", "[042:043]", "[:110]", "[+++]", "[###]", "[~GOV]", "[NGO~]", "<!--", "-->", "<!",
    "[OLD <950101]", "[OLD 990101-980101]", "[OLD >99999999]", "{}", "!SET! = A, B", "!SET!", "&SET", "+A_B", "n:",
    "v:", "<ISSUE CATEGORY=\"X\">", "</ISSUE>", "ATTACK", "SAY", "* AID (TO)", "~ a (a b ATTACK) SAY = a b 015",
    "DON'T", "é", "\u2028", "\x00", "\x85", "\ufeff", "null", "yes", "010", ": ", " # ", "\r",
]  # fmt: skip
LINES = st.lists(
    st.one_of(
        st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
        st.sampled_from([line for text in (*FILES.values(), PHRASE_VERBS) for line in text.splitlines()]),
        st.text(max_size=20),
    ),
    max_size=25,
)
KINDS = ("verbs", "actors", "agents", "discards", "issues")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=LINES)
@example(lines=["&\\"])
@example(lines=['&"'])
@example(lines=["&" + "\x1f" * 12])
def test_malformed_files(kind: str, lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "in.txt", Path(folder) / "out"
        path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
        sources = Sources(**{kind: (path,) if kind == "actors" else path})  # type: ignore[arg-type]
        report = import_petrarch(sources, out)
        assert report.unbalanced() == []
        assert all(n.line.file == "in.txt" and n.line.number >= 1 for n in report.notes)
        (Path(folder) / "base").mkdir()
        store = read_store(Path(folder) / "base", replace=out)
        compiled = compile_language("en", store.languages["en"], languages.normaliser("en"))
        assert not compiled.problems
        export_petrarch(store, Path(folder) / "back")


@pytest.mark.parametrize("kind", KINDS)
def test_other_encodings(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(b"# caf\xe9\n--- SAY [010] ---\nSAY\n\xff\xfe\n")
    report = import_petrarch(
        Sources(**{kind: (path,) if kind == "actors" else path}),  # type: ignore[arg-type]
        tmp_path / "out",
    )
    assert any(n.kind == "encoding" and n.line.number == 1 for n in report.notes)
