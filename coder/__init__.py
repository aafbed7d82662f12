"""Event data from English and Arabic news: who did what to whom, when, where, with how many dead.

>>> import coder
>>> c = coder.load()
>>> events = c.code("Rebels attacked a village in northern Mali on Monday.", date="2024-08-06")
"""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coder.pipeline import Coder, CoderOptions

try:
    __version__ = metadata.version("event-coder")
except metadata.PackageNotFoundError:  # a clone that was never installed
    __version__ = "0+unknown"

__all__ = ["Coder", "CoderOptions", "__version__", "load"]


def load(**options: Any) -> Coder:
    """A coder; the options are the fields of ``CoderOptions`` (dictionaries, add_dictionaries, model ...)."""
    from coder.pipeline import Coder, CoderOptions

    added = options.pop("add_dictionaries", ())
    folders = [added] if isinstance(added, str | Path) else added
    if options.get("dictionaries") is not None:
        options["dictionaries"] = Path(options["dictionaries"])
    return Coder(CoderOptions(add_dictionaries=tuple(Path(f) for f in folders), **options))


def __getattr__(name: str) -> Any:
    if name in ("Coder", "CoderOptions"):
        from coder import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'coder' has no attribute '{name}'")
