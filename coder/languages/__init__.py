"""The language modules. To add a language: write a module that fits ``base.Language`` and add two lines here."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

from coder.errors import OptionError
from coder.languages.base import Language, Vocabulary

SUPPORTED = ("en", "ar")


@lru_cache
def normaliser(code: str) -> Callable[[str], str]:
    """The normalising function of a language, without loading its models."""
    if code == "ar":
        function = import_module("coder.languages.ar.normalise").normalise
    elif code == "en":
        function = import_module("coder.languages.english.normalise").normalise
    else:
        raise OptionError(f"no language '{code}'", hint=f"supported: {', '.join(SUPPORTED)}")
    return function  # type: ignore[no-any-return]


def load_language(
    code: str, vocabulary: Vocabulary, *, model: str | None = None, morphology: str = "embedded"
) -> Language:
    """Make the module of a language. ``model`` names a spaCy model (English), ``morphology`` a lexicon (Arabic)."""
    if code == "ar":
        arabic: Language = import_module("coder.languages.ar").Arabic(vocabulary, morphology)
        return arabic
    if code == "en":
        english: Language = import_module("coder.languages.en").English(vocabulary, model)
        return english
    raise OptionError(f"no language '{code}'", hint=f"supported: {', '.join(SUPPORTED)}")
