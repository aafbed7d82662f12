"""Folders to entries: kinds by place, layers, and every fault with file, line and hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from coder.dictionary.store import read_store
from coder.errors import DictionaryError, InputError

SHELL = """\
- id: en.shell
  verb: shell
  code: 194
  target: object
  object: [town, city]
  examples:
    - text: Troops shelled the town.
      source: Troops
      target: the town
"""


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_an_entry_is_read_with_its_place_and_its_slots_folded(tmp_path: Path) -> None:
    store = read_store(write(tmp_path, "en/verbs/19_fight.yaml", SHELL))
    entry = store.languages["en"].verbs["en.shell"]
    assert str(entry.ref) == "dictionaries/en/verbs/19_fight.yaml:1"
    assert entry.where == {"object": ("town", "city")}
    assert entry.code == "194"


def test_unknown_fields_get_a_suggestion(tmp_path: Path) -> None:
    write(tmp_path, "en/verbs/19_fight.yaml", SHELL.replace("target: object", "tagret: object"))
    with pytest.raises(DictionaryError) as caught:
        read_store(tmp_path)
    assert "dictionaries/en/verbs/19_fight.yaml:4: unknown field 'tagret'" in str(caught.value)
    assert "did you mean 'target'?" in str(caught.value)


def test_repeated_ids_name_the_first(tmp_path: Path) -> None:
    write(tmp_path, "en/verbs/18_assault.yaml", SHELL)
    write(tmp_path, "en/verbs/19_fight.yaml", SHELL)
    with pytest.raises(DictionaryError, match=r"19_fight.yaml:1: repeated id 'en.shell'"):
        read_store(tmp_path)


def test_an_added_folder_replaces_and_removes_and_reports_both(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "en/verbs/19_fight.yaml", SHELL + "- {id: en.bomb, verb: bomb, code: 195}\n")
    own = write(
        tmp_path / "own",
        "en/verbs/x.yaml",
        "- {id: en.shell, verb: shell, code: 190}\n- {id: en.bomb, disabled: true}\n",
    )
    store = read_store(base, add=[own])
    assert store.languages["en"].verbs["en.shell"].code == "190"
    assert "en.bomb" not in store.languages["en"].verbs
    assert (store.replaced, store.removed) == (["en.shell"], ["en.bomb"])


def test_replacing_dictionaries_keeps_the_word_lists(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "en/words.yaml", "negation: [not]\n")
    write(base, "en/verbs/19_fight.yaml", SHELL)
    own = write(tmp_path / "own", "en/verbs/x.yaml", "- {id: en.bomb, verb: bomb, code: 195}\n")
    store = read_store(base, replace=own)
    assert list(store.languages["en"].verbs) == ["en.bomb"]
    assert store.languages["en"].words == {"negation": ("not",)}


def test_a_missing_folder_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such dictionaries folder"):
        read_store(tmp_path, add=[tmp_path / "nowhere"])


def test_dated_roles_and_null_fields(tmp_path: Path) -> None:
    text = """\
- id: someone
  kind: person
  country: EGY
  names: {en: [Some One], ar: [فلان]}
  roles:
    - MIL
    - {role: GOV, from: 2014-06-08}
"""
    roles = read_store(write(tmp_path, "actors/x.yaml", text)).actors["someone"].roles
    assert [(r.role, str(r.since)) for r in roles] == [("MIL", "None"), ("GOV", "2014-06-08")]
