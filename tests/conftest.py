"""What tests share: one coder with the full dictionaries, and a helper that codes one sentence."""

from __future__ import annotations

import pytest
from hypothesis import settings

from coder.pipeline import Coder
from tests import full

# The same examples in every run; `--hypothesis-profile=default` looks for new ones.
settings.register_profile("fixed", derandomize=True)
settings.load_profile("fixed")


@pytest.fixture(scope="session")
def full_coder() -> Coder:
    """A coder with the dictionaries that come with the package."""
    return full.coder()


@pytest.fixture(scope="session")
def open_coder() -> Coder:
    """The same with ``--open-sides``."""
    return full.coder_with_open_sides()
