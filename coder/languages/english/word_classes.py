"""Corrections of words that were put into the wrong class: verbs taken for adjectives, event nouns for verbs."""

from __future__ import annotations

from coder.languages.english import closed_classes as closed
from coder.languages.english.tree import Tree

_PREFIXES = frozenset({"co", "re", "pre", "counter", "mis", "de", "over", "under", "cross"})
_NOUN_PLACES = {
    "csubj": "nsubj",
    "csubjpass": "nsubjpass",
    "nsubj": "nsubj",
    "nsubjpass": "nsubjpass",
    "pobj": "pobj",
    "dobj": "dobj",
}
_NOUN_PREPOSITIONS = frozenset({"in", "during", "amid", "after", "since", "despite", "over", "between"})
_COMPANY = frozenset({"with", "against", "between", "to"})
_ACTORS = frozenset({"GPE", "ORG", "PERSON"})
_SENTENCES = ("ROOT", "ccomp", "parataxis")


def join_hyphenated(tree: Tree) -> bool:
    """ "counter-offensive" comes as three tokens, which the parser may hang side by side: the last is the head."""
    changed = False
    for hyphen in range(1, len(tree.tokens) - 1):
        if tree.norm(hyphen) != "-" or not _is_torn(tree, hyphen):
            continue
        last = hyphen + 1
        three = (hyphen - 1, hyphen, last)
        top = next((t for t in three if tree.head[t] not in three or tree.head[t] == t), last)
        head, dep = tree.head[top], tree.dep[top]
        for t in three[:2]:
            for c in tree.children[t]:
                if c not in three:
                    tree.attach(c, last, tree.dep[c])
            tree.attach(t, last, "compound" if t < hyphen else "punct")
        tree.attach(last, last if head == top else head, dep)
        _settle_class(tree, last)
        tree.link()
        changed = True
    return changed


def _is_torn(tree: Tree, hyphen: int) -> bool:
    before, after = hyphen - 1, hyphen + 1
    if tree.tokens[before].end != tree.tokens[hyphen].start or tree.tokens[hyphen].end != tree.tokens[after].start:
        return False
    if tree.norm(before) in _PREFIXES and tree.tag[after].startswith("VB") and tree.dep[after] != "amod":
        return True
    return tree.dep[hyphen] != "punct" and tree.dep[hyphen] == tree.dep[after]


def _settle_class(tree: Tree, last: int) -> None:
    if tree.tag[last].startswith("VB"):
        tree.tokens[last].pos = "VERB"
    elif tree.dep[last] in ("nsubj", "nsubjpass", "dobj", "pobj"):
        tree.tokens[last].pos = "NOUN"


def wake_participles(tree: Tree) -> bool:
    """ "The attack on a village killed twelve", read as a noun with a participle: with an object it is the verb."""
    changed = False
    for v in range(len(tree.tokens)):
        if tree.dep[v] != "acl" or tree.tag[v] not in ("VBN", "VBD"):
            continue
        number = tree.kid(v, "oprd")
        if number is not None and tree.pos(number) == "NUM":
            tree.dep[number] = "dobj"
        if not any(tree.kid(w, "dobj") is not None for w in (v, *tree.kids(v, ("conj",)))):
            continue
        if any(True for _ in tree.kids(v, ("aux", "auxpass", "agent"))) or tree.lemma(v) in closed.GIVING:
            continue
        top = tree.head[v]
        while tree.dep[top] == "prep" or (tree.dep[top] == "pobj" and tree.is_nominal(top)):
            top = tree.head[top]
        if not tree.is_nominal(top) or tree.dep[top] not in _SENTENCES:
            continue
        head, dep = tree.head[top], tree.dep[top]
        tree.attach(v, v if head == top else head, dep)
        tree.attach(top, v, "nsubj")
        tree.tag[v] = "VBD"
        changed = True
    return changed


def join_modals(tree: Tree) -> bool:
    """ "will on Tuesday lead a delegation", with "will" as a verb of its own: it is the auxiliary of "lead"."""
    changed = False
    for m in range(len(tree.tokens)):
        if tree.tag[m] != "MD" or tree.dep[m] in ("aux", "auxpass"):
            continue
        v = next((i for i in range(m + 1, min(m + 13, len(tree.tokens))) if tree.tag[i].startswith("VB")), None)
        if v is None or tree.tag[v] != "VB" or any(True for _ in tree.kids(v, ("aux", "mark"))):
            continue
        if tree.dep[v] in ("aux", "auxpass"):  # "ought to be doing": the verb behind has its auxiliaries
            continue
        if tree.head[v] == m or tree.head[m] == m:
            tree.attach(v, v if tree.head[m] == m else tree.head[m], tree.dep[m])
        for c in tree.children[m]:
            if c != v:
                tree.attach(c, v, tree.dep[c])
        tree.attach(m, v, "aux")
        tree.tokens[m].pos = "AUX"
        tree.link()
        changed = True
    return changed


def wake_attributes(tree: Tree) -> bool:
    """ "Turkey armed Syrian rebels", read as one noun phrase: the participle is the verb of the sentence."""
    changed = False
    for v in range(1, len(tree.tokens)):
        noun = tree.head[v]
        if tree.dep[v] != "amod" or not _may_be_past(tree, v) or noun < v or tree.dep[noun] not in _SENTENCES:
            continue
        if tree.is_verb(noun) or tree.norm(v - 1) == "-":
            continue
        subject = tree.kid(v, "nsubj")
        if subject is None:
            before = v - 1
            if tree.head[before] != noun or tree.dep[before] not in ("compound", "nmod") or tree.pos(before) != "PROPN":
                continue
            subject = before
            for c in tree.children[noun]:
                if c < before:
                    tree.attach(c, before, tree.dep[c])
        head, dep = tree.head[noun], tree.dep[noun]
        tree.attach(v, v if head == noun else head, dep)
        tree.attach(subject, v, "nsubj")
        tree.attach(noun, v, "dobj")
        tree.tokens[v].pos, tree.tag[v] = "VERB", "VBD"
        tree.tokens[v].lemma = tree.lemmas(tree.norm(v), tree.lemma(v), "VERB")
        tree.link()
        changed = True
    return changed


def _may_be_past(tree: Tree, v: int) -> bool:
    if tree.tag[v] in ("VBN", "VBD"):
        return True
    return tree.tag[v] == "JJ" and tree.norm(v).endswith("ed") and tree.label(v - 1) in _ACTORS


def wake_nouns(tree: Tree, event_nouns: frozenset[str]) -> bool:
    """ "The army offensive displaced thousands", with the offensive as adjective: a subject or object is a noun."""
    changed = False
    for i in range(len(tree.tokens)):
        if (
            tree.tag[i] == "JJ"
            and tree.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj")
            and tree.norm(i) in event_nouns
        ):
            tree.tag[i], tree.tokens[i].pos, tree.tokens[i].lemma = "NN", "NOUN", tree.norm(i)
            changed = True
    return changed


def rest_nouns(tree: Tree, event_nouns: frozenset[str]) -> bool:
    """ "Imposed asset freezes on them", with the asset as subject of "freezes": the entry of two words is a noun."""
    changed = False
    for v in range(2, len(tree.tokens)):
        if tree.tag[v] not in ("VBZ", "VBP") or tree.dep[v] != "ccomp" or not tree.is_verb(tree.head[v]):
            continue
        if (
            tree.head[v - 1] != v
            or tree.dep[v - 1] != "nsubj"
            or f"{tree.lemma(v - 1)} {tree.lemma(v)}" not in event_nouns
        ):
            continue
        if tree.head[v] > v or any(True for _ in tree.kids(v, ("dobj", "aux", "mark"))):
            continue
        tree.dep[v], tree.dep[v - 1] = "dobj", "compound"
        tree.tag[v], tree.tokens[v].pos = "NNS", "NOUN"
        tree.tokens[v].feats = {"num": "p"}
        changed = True
    return changed


def part_visits(tree: Tree) -> bool:
    """ "Met with visiting Iranian President X", with the president as object of "visiting": he is the visitor."""
    changed = False
    for i in range(1, len(tree.tokens) - 1):
        if tree.norm(i) != "visiting" or tree.dep[i] != "pcomp" or tree.norm(tree.head[i]) not in _COMPANY:
            continue
        visitor = tree.kid(i, "dobj")
        if visitor is None or tree.edges(visitor)[0] != i + 1 or tree.label(visitor) != "PERSON":
            continue
        if tree.pos(i + 1) == "DET" or any(tree.dep[c] in ("aux", "nsubj") for c in tree.children[i]):
            continue
        p = tree.head[i]
        tree.attach(visitor, p, "pobj")
        for c in tree.children[i]:
            if c > visitor:
                tree.attach(c, tree.head[p], tree.dep[c])
        tree.attach(i, visitor, "amod")
        tree.link()
        changed = True
    return changed


def join_gerunds(tree: Tree, event_nouns: frozenset[str]) -> bool:
    """ "Killed in shooting attacks", with the attacks as object of "shooting": one noun of several words."""
    changed = False
    for i in range(1, len(tree.tokens) - 1):
        noun = i + 1
        if tree.tag[i] != "VBG" or tree.norm(i) not in event_nouns or tree.dep[i] != "pcomp":
            continue
        if tree.head[noun] != i or tree.dep[noun] != "dobj" or tree.head[i] != i - 1:
            continue
        if {tree.norm(noun), tree.lemma(noun)} & event_nouns and len(tree.children[i]) == 1:
            tree.attach(noun, i - 1, "pobj")
            tree.attach(i, noun, "compound")
            tree.tag[i], tree.tokens[i].pos, tree.tokens[i].lemma = "NN", "NOUN", tree.norm(i)
            tree.link()
            changed = True
    return changed


def settle_gerunds(tree: Tree, event_nouns: frozenset[str]) -> bool:
    """ "Fighting between troops and rebels killed ten": an event noun, though it looks like a verb."""
    changed = False
    for i in range(len(tree.tokens)):
        if tree.tag[i] != "VBG" or tree.norm(i) not in event_nouns or not tree.is_verb(i):
            continue
        if any(
            tree.dep[c] in ("dobj", "aux", "auxpass", "ccomp", "xcomp", "nsubj", "dative") for c in tree.children[i]
        ):
            continue
        place = _NOUN_PLACES.get(tree.dep[i])
        if tree.dep[i] == "pcomp" and tree.norm(tree.head[i]) in _NOUN_PREPOSITIONS:
            place = "pobj"
        if place is not None:
            tree.dep[i], tree.tag[i], tree.tokens[i].pos = place, "NN", "NOUN"
            tree.tokens[i].lemma = tree.norm(i)
            changed = True
    return changed
