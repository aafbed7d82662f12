"""Actors: names and agent nouns in noun phrases to actor codes."""

from coder.actors.index import ActorIndex, agent_words, names_of
from coder.actors.lookup import codes_on
from coder.actors.memory import DocumentMemory
from coder.actors.mentions import coded_mentions
from coder.actors.resolver import ActorResolver
from coder.actors.variants import SpellingVariants

__all__ = [
    "ActorIndex",
    "ActorResolver",
    "DocumentMemory",
    "SpellingVariants",
    "agent_words",
    "coded_mentions",
    "codes_on",
    "names_of",
]
