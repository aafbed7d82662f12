"""Kept entries are those that the files give, and are read anew whenever a file, a folder or the kept file changed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coder.dictionary import kept
from coder.dictionary.kept import kept_store
from coder.dictionary.store import LANGUAGES, Store, read_store
from coder.errors import DictionaryError, InputError
from coder.resources import dictionaries_root

TABLES = ("verbs", "operators", "agents", "discards", "issues", "words")
BASE = {
    "en/verbs/19.yaml": "# shelling\n- {id: en.shell, verb: shell, code: 194, source: none, where: {object: [town]}}\n",
    "en/words.yaml": "slots: [against]\n",
    "en/agents.yaml": "- {id: en.troops, nouns: [troops], roles: MIL, collective: true}\n",
    "ar/verbs/19.yaml": "- {id: ar.qasafa, verb: قصف, code: 194}\n",
    "ar/operators.yaml": "- {id: ar.qala, verb: قال, operator: say}\n",
    "actors/a.yaml": "- {id: a, country: EGY, names: {en: Cairo Club, ar: نادي القاهرة}, "
    "roles: [{role: GOV, from: 2014-06-08}]}\n",
}
OWN = {"en/verbs/x.yaml": "- {id: en.shell, verb: shell, code: 190}\n", "actors/b.yaml": "- {id: a, disabled: true}\n"}


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def content(store: Store) -> dict[str, object]:
    """All that a store holds, in its order."""
    tables = {(lang, name): getattr(store.languages[lang], name) for lang in LANGUAGES for name in TABLES}
    return {
        "actors": list(store.actors.items()),
        **{str(key): list(table.items()) for key, table in tables.items()},
        "rest": (store.problems, store.replaced, store.removed, store.version),
    }


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cache"
    path.mkdir()
    monkeypatch.setattr(kept, "cache_folder", lambda: path)
    return path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write(tmp_path / "base", BASE)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it when the files must not be parsed any more."""

    def refuse(*_: object, **__: object) -> Store:
        raise AssertionError("the files were parsed again")

    return lambda: monkeypatch.setattr(kept, "read_store", refuse)


def test_the_shipped_entries_come_back_the_same(unread: Callable[[], None]) -> None:
    expected = content(kept_store(dictionaries_root()))
    unread()
    again = kept_store(dictionaries_root())
    assert content(again) == expected
    assert len(again.actors) > 10_000
    assert all(entry.ref.line > 0 for entry in again.entries())


def test_folders_of_the_user_are_kept_with_their_layers(base: Path, tmp_path: Path, unread: Callable[[], None]) -> None:
    own = write(tmp_path / "own", OWN)
    cases: list[dict[str, object]] = [{}, {"add": [own]}, {"replace": own}, {"replace": own, "add": [own]}]
    expected = [content(read_store(base, **case)) for case in cases]  # type: ignore[arg-type]
    assert [content(kept_store(base, **case)) for case in cases] == expected  # type: ignore[arg-type]
    unread()
    assert [content(kept_store(base, **case)) for case in cases] == expected  # type: ignore[arg-type]
    added = kept_store(base, add=[own])
    assert (added.replaced, added.removed) == (["en.shell"], ["a"])
    assert str(added.languages["en"].verbs["en.shell"].ref) == "own/en/verbs/x.yaml:1"


def test_one_language_does_not_read_the_other(base: Path) -> None:
    kept_store(base)
    store = kept_store(base)
    assert store.languages["ar"].verbs
    assert "verbs" not in vars(store.languages["en"])


@pytest.mark.parametrize("name", sorted(BASE))
def test_a_changed_file_is_read_again(base: Path, name: str) -> None:
    kept_store(base)
    (base / name).write_text("\n\n" + BASE[name], encoding="utf-8")
    assert content(kept_store(base)) == content(read_store(base))


def test_words_that_a_replacing_folder_takes_from_ours_count(base: Path, tmp_path: Path) -> None:
    own = write(tmp_path / "own", OWN)
    kept_store(base, replace=own)
    write(base, {"en/words.yaml": "slots: [around]\n"})
    assert kept_store(base, replace=own).languages["en"].words["slots"] == ("around",)


def test_faults_are_told_every_time_and_not_kept(base: Path, folder: Path) -> None:
    write(base, {"actors/c.yaml": "- {id: c, country: EGY, nmaes: {en: Club}}\n"})
    faults = []
    for read in (read_store, kept_store, kept_store):
        with pytest.raises(DictionaryError) as caught:
            read(base)
        faults.append(str(caught.value))
    assert "dictionaries/actors/c.yaml:1: unknown field 'nmaes'" in faults[0]
    assert len(set(faults)) == 1
    assert not list(folder.iterdir())


def test_a_missing_folder_is_a_fault_though_an_empty_one_was_kept(base: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    kept_store(base, add=[own])
    own.rmdir()
    with pytest.raises(InputError, match="no such dictionaries folder"):
        kept_store(base, add=[own])


@pytest.mark.parametrize("damage", ["", "[]", "{}\n{}", "half", "letter"])
def test_a_damaged_file_is_not_used(base: Path, folder: Path, damage: str) -> None:
    kept_store(base)
    (path,) = folder.iterdir()
    whole = path.read_text(encoding="utf-8")
    damaged = {"half": whole[: len(whole) // 2], "letter": whole.replace("town", "tawn")}.get(damage, damage)
    path.write_text(damaged, encoding="utf-8")
    assert content(kept_store(base)) == content(read_store(base))
    assert path.read_text(encoding="utf-8") == whole


def test_nothing_fails_where_nothing_can_be_written(base: Path, folder: Path) -> None:
    folder.rmdir()
    assert content(kept_store(base)) == content(read_store(base))


def test_files_edited_while_they_are_read_are_not_kept(
    base: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_and_edit(*given: Path, **options: object) -> Store:
        store = read_store(*given, **options)  # type: ignore[arg-type]
        write(base, {"en/words.yaml": "slots: [around]\n"})
        return store

    monkeypatch.setattr(kept, "read_store", read_and_edit)
    kept_store(base)
    assert not list(folder.iterdir())


def test_many_at_once_give_the_same(base: Path, folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: content(kept_store(base)), range(24)))
    assert all(one == found[0] for one in found)
    assert [p.suffix for p in folder.iterdir()] == [".jsonl"]
