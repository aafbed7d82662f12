"""Criticism, blame and complaints in an article that concern no two political actors.

*Environmentalists decried the plan*, *the minister is often criticised*: an article that tells an act of blame names
its author, and private people have to blame somebody. Who is only said to be accused of something may stand alone, and
so may an act of violence that somebody condemns.
"""

from __future__ import annotations

from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.acts.incidents import Coding
from coder.model import ActorMention
from coder.ontology import actor_blocks

_BLAME = ("110", "111", "112", "113", "114")
_ACCUSED = "112"
_PRIVATE = frozenset({"CVL", "BUS", "HLH", "EDU", "AGR", "CRM", "ENV", "ELI", "MNC", "---"})


def is_idle_blame(coding: Coding, dyad_sides: tuple[ActorMention | None, ActorMention | None]) -> bool:
    """Whether an act of CAMEO 111 to 114 lacks an author, or is one of private people, and blames no violence.

    ``dyad_sides``: source and target.
    """
    source, target = dyad_sides
    if not coding.code.startswith(_BLAME) or coding.status != "asserted":
        return False
    if any(side is not None and side.is_given for side in dyad_sides):
        return False
    if any(inner.code[:2] in CONTENTIOUS_ROOTS for inner in coding.embedded):
        return False
    if source is None:
        return not (coding.code.startswith(_ACCUSED) and coding.predicate.voice == "passive")
    return _is_private(source) and (target is None or _is_private(target))


def _is_private(side: ActorMention) -> bool:
    """Whether somebody has no political standing: people, firms and unknown ones, of any country."""
    first, *roles = actor_blocks(side.code)
    return (bool(roles) or first in _PRIVATE) and set(roles) <= _PRIVATE
