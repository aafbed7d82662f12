"""The paths that docs/contributing.md sends people to are there."""

from __future__ import annotations

import re

from tests.docs.material import ROOT


def test_every_path_of_the_page_exists() -> None:
    text = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:coder|dictionaries|tests)/[\w/.]*)`", text)
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []
