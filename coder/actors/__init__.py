"""Actors: names and agent nouns in noun phrases to actor codes."""

from coder.actors.aliases import Aliases, may_introduce
from coder.actors.hits import ActorWords
from coder.actors.index import ActorIndex, agent_words, names_of, single_agents
from coder.actors.lookup import codes_on
from coder.actors.memory import DocumentMemory, NameIndex, PendingError, Told
from coder.actors.mentions import coded_mentions
from coder.actors.resolver import ActorResolver
from coder.actors.variants import SpellingVariants

__all__ = [
    "ActorIndex",
    "ActorResolver",
    "ActorWords",
    "Aliases",
    "DocumentMemory",
    "NameIndex",
    "PendingError",
    "SpellingVariants",
    "Told",
    "agent_words",
    "coded_mentions",
    "codes_on",
    "may_introduce",
    "names_of",
    "single_agents",
]
