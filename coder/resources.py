"""Where the files stand that come with the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def dictionaries_root() -> Path:
    """The folder ``dictionaries``: inside the package when installed from a wheel, beside it in a clone."""
    package = Path(str(files("coder").joinpath("resources.py"))).parent
    packed = package / "dictionaries"
    return packed if packed.is_dir() else package.parent / "dictionaries"


def ontologies_root() -> Path:
    """The folder of the ontologies that come with the package."""
    return dictionaries_root() / "ontologies"
