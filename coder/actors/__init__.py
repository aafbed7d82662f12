"""Actors: names and agent nouns in noun phrases to actor codes."""

from coder.actors.index import ActorIndex, agent_words, names_of
from coder.actors.memory import DocumentMemory
from coder.actors.resolver import ActorResolver

__all__ = ["ActorIndex", "ActorResolver", "DocumentMemory", "agent_words", "names_of"]
