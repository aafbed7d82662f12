"""Actors: names and agent nouns in noun phrases to actor codes."""

from coder.actors.index import ActorIndex, names_of
from coder.actors.memory import DocumentMemory
from coder.actors.resolver import ActorResolver

__all__ = ["ActorIndex", "ActorResolver", "DocumentMemory", "names_of"]
