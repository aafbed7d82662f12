"""*Jason Barlow, R-Utah, and Ann Hill, D-Mass., asked ...*: the parser makes the tags of party and state actors."""

from __future__ import annotations

from coder.languages.english.tree import Tree

_PARTIES = frozenset({"r", "d", "i"})
_OPENING = frozenset({",", "("})
_LENGTH = 3  # tokens of a tag: R, a hyphen, the state


def drop_party_tags(tree: Tree) -> bool:
    """A tag is a note at the name before it: what hangs on the tag hangs on that name."""
    changed = False
    for at in range(2, len(tree.tokens) - _LENGTH + 1):
        if tree.norm(at) not in _PARTIES or tree.tokens[at + 1].text != "-" or tree.norm(at - 1) not in _OPENING:
            continue
        tag = range(at, at + _LENGTH)
        if tree.pos(at - 2) == "PROPN" and all(tree.tokens[t].text[:1].isupper() for t in (tag[0], tag[-1])):
            _settle(tree, at - 2, tag)
            changed = True
    return changed


def _settle(tree: Tree, name: int, tag: range) -> None:
    while tree.dep[name] == "compound" and tree.head[name] not in tag:
        name = tree.head[name]
    top = next((t for t in tag if tree.head[t] not in tag or tree.head[t] == t), tag[-1])
    if tree.head[name] in tag:
        above = tree.head[top]
        tree.attach(name, name if above == top else above, tree.dep[top])
    for child in [c for t in tag for c in tree.children[t] if c not in tag and c != name]:
        tree.attach(child, name, tree.dep[child])
    for t in tag:
        tree.attach(t, name, "dep")
        tree.tokens[t].pos = "X"
