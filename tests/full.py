"""The coder with the dictionaries that come with the package, loaded once for all tests."""

from __future__ import annotations

from functools import cache

from coder.pipeline import Coder


@cache
def coder() -> Coder:
    """One coder with the full dictionaries."""
    return Coder()
