"""The lists of words.yaml by which names of places are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coder.languages import normaliser

_KINDS = {"province_nouns": "province", "district_nouns": "district"}


class PlaceWords:
    """The words of one language, in normal form; ``lists``: its lists of words.yaml, absent ones are empty."""

    def __init__(self, lang: str, lists: Mapping[str, Sequence[str]]) -> None:
        normalise = normaliser(lang)

        def words(name: str) -> frozenset[str]:
            return frozenset(map(normalise, lists.get(name, ())))

        self.prepositions = words("locative_prepositions")
        self.nouns = words("country_place_nouns")
        self.kinds = {word: kind for name, kind in _KINDS.items() for word in words(name)}
        self.areas = words("area_nouns") | self.kinds.keys()
        self.towns = words("town_nouns")
        self.streets = words("street_nouns")
        self.nameless = words("no_place_alone")
        self.feasts = words("feast_nouns")
        self.particles = words("surname_particles")
        self.ends = words("place_name_ends")
