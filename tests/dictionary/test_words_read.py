"""Every list of words.yaml is read: by a rule in Python, or as a set by an entry."""

from __future__ import annotations

import re

import pytest

from coder.dictionary.store import read_store, words_of
from coder.resources import dictionaries_root
from tests.test_layers import modules

BY_PREFIX = ("means.", "toll.", "lands.")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_list_is_read(lang: str) -> None:
    root = dictionaries_root()
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules())
    entries = "\n".join(path.read_text(encoding="utf-8") for path in root.glob(f"{lang}/**/*.yaml"))
    asked = set(re.findall(r"[\w.]+", code)) | {f"set.{name}" for name in re.findall(r"<set:(\w+)>", entries)}
    lists = [name for name in words_of(read_store(root))[lang] if not name.startswith(BY_PREFIX)]
    assert [name for name in lists if name not in asked] == []
