"""How many deaths ACLED counts: the lowest figure, and its rules for numbers that are only hinted at."""

from __future__ import annotations

import re

from coder.attributes.numbers import Vague, vague_words
from coder.languages import normaliser
from coder.model import Event

# ACLED's codebook: tens are 10, dozens 12, hundreds 100; an unknown number of people is 3 (10 in an active war zone,
# which the coder cannot judge). The codebook has no rule for thousands.
VAGUE: dict[Vague, int] = {"several": 3, "tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}
_WORD = re.compile(r"\w+")


def deaths_of(event: Event) -> int | None:
    """The deaths of an event by ACLED's rules; None where the text says nothing of deaths."""
    a = event.attributes
    stated = next((n for n in (a.fatalities_low, a.fatalities) if n is not None), None)
    if stated is not None or a.fatalities_text is None:
        return stated
    lang = event.sentence.lang
    kinds = vague_words(lang)
    found = [kinds[word] for word in _WORD.findall(normaliser(lang)(a.fatalities_text)) if word in kinds]
    return VAGUE[found[0] if found else "several"]
