"""What tests share: one coder with the full dictionaries, and a helper that codes one sentence."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder


@pytest.fixture(scope="session")
def full_coder() -> Coder:
    """A coder with the dictionaries that come with the package."""
    return Coder()
