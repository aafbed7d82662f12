"""Actors: names and agent nouns in noun phrases to actor codes."""

from coder.actors.aliases import Aliases, may_introduce
from coder.actors.hits import ActorWords, SentenceHits
from coder.actors.index import ActorIndex, Phrases, agent_words, feminine_demonyms, names_of, possible, single_agents
from coder.actors.lookup import codes_on
from coder.actors.memory import DocumentMemory, NameIndex, PendingError, Told, last_names
from coder.actors.mentions import coded_mentions
from coder.actors.resolver import ActorResolver
from coder.actors.role_countries import RoleCountries
from coder.actors.variants import SpellingVariants
from coder.actors.whereabouts import Outline, Whereabouts, outline

__all__ = [
    "ActorIndex",
    "ActorResolver",
    "ActorWords",
    "Aliases",
    "DocumentMemory",
    "NameIndex",
    "Outline",
    "PendingError",
    "Phrases",
    "RoleCountries",
    "SentenceHits",
    "SpellingVariants",
    "Told",
    "Whereabouts",
    "agent_words",
    "coded_mentions",
    "codes_on",
    "feminine_demonyms",
    "last_names",
    "may_introduce",
    "names_of",
    "outline",
    "possible",
    "single_agents",
]
