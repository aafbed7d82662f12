"""The coder with the dictionaries that come with the package, loaded once for all tests."""

from __future__ import annotations

from functools import cache

from coder.dyads import EventOptions
from coder.pipeline import Coder, CoderOptions


@cache
def coder() -> Coder:
    """One coder with the full dictionaries."""
    return Coder()


@cache
def coder_with_open_sides() -> Coder:
    """The same with ``--open-sides``: acts stay whose second side a story names nowhere."""
    return Coder(CoderOptions(events=EventOptions(open_sides=True)))


@cache
def coder_with_all_unknown() -> Coder:
    """The same with ``--unknown-actors all``."""
    return Coder(CoderOptions(events=EventOptions(unknown_actors="all")))
