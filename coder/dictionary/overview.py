"""What the dictionaries hold: counts by kind and language, and a search over all entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from rich.table import Table

from coder.dictionary.schema import ActorEntry, AgentEntry, Entry, OperatorEntry, VerbEntry
from coder.dictionary.store import Store

Normalise = Callable[[str], str]


def stats_table(store: Store) -> Table:
    """Entries by kind and language."""
    table = Table(title=f"dictionaries {store.version}")
    table.add_column("kind")
    for lang in store.languages:
        table.add_column(lang, justify="right")
    for kind, counts in _counts(store):
        table.add_row(kind, *(str(counts[lang]) for lang in store.languages))
    return table


def _counts(store: Store) -> Iterator[tuple[str, Counter[str]]]:
    for kind in sorted({a.kind for a in store.actors.values()}):
        yield (
            f"actors: {kind}",
            Counter(
                lang for a in store.actors.values() if a.kind == kind for lang in store.languages if _names(a, lang)
            ),
        )
    yield (
        "names of actors",
        Counter({lang: sum(len(_names(a, lang)) for a in store.actors.values()) for lang in store.languages}),
    )
    yield "agents", Counter({lang: len(e.agents) for lang, e in store.languages.items()})
    yield (
        "agent words",
        Counter(
            {lang: sum(len(a.nouns + a.adjectives) for a in e.agents.values()) for lang, e in store.languages.items()}
        ),
    )
    yield "operators", Counter({lang: len(e.operators) for lang, e in store.languages.items()})
    roots = sorted({v.code[:2] for e in store.languages.values() for v in e.verbs.values() if v.code[:2].isdigit()})
    for root in roots:
        yield (
            f"verbs and event nouns, root {root}",
            Counter(lang for lang, e in store.languages.items() for v in e.verbs.values() if v.code.startswith(root)),
        )
    yield (
        "lemmas of verbs and event nouns",
        Counter({lang: _lemmas(e.verbs.values()) for lang, e in store.languages.items()}),
    )
    yield (
        "examples and counterexamples",
        Counter(
            {
                lang: sum(len(v.examples) + len(v.counterexamples) for v in (*e.verbs.values(), *e.operators.values()))
                for lang, e in store.languages.items()
            }
        ),
    )


def _lemmas(entries: object) -> int:
    return len({w for v in entries for w in (*v.all_verbs, *v.nouns)})  # type: ignore[attr-defined]


def _names(actor: ActorEntry, lang: str) -> tuple[str, ...]:
    tables = (actor.names, actor.demonyms, actor.capital, actor.seats)
    return tuple(n for table in tables for n in table.get(lang, ()))  # type: ignore[call-overload]


def words_of_entry(entry: Entry) -> Iterator[str]:
    """Every word, name and code by which an entry may be looked up."""
    yield entry.id
    if isinstance(entry, ActorEntry):
        yield from (w for lang in ("en", "ar") for w in _names(entry, lang))
        yield from (c for c in (entry.country, entry.code, entry.group) if c)
    elif isinstance(entry, AgentEntry):
        yield from (*entry.nouns, *entry.plurals, *entry.adjectives)
    elif isinstance(entry, VerbEntry):
        yield from (*entry.all_verbs, *entry.nouns, entry.code, *(p.code for p in entry.patterns if p.code))


def search(store: Store, word: str, normalisers: Sequence[Normalise]) -> Iterator[str]:
    """One line for each entry that holds ``word`` as a whole word of a name, a lemma, a code or an id."""
    wanted = {n(word) for n in normalisers}
    for entry in store.entries():
        hits = [
            w for w in words_of_entry(entry) if any(_holds(n(w), n(word)) for n in normalisers) or n_equal(w, wanted)
        ]
        if hits:
            yield f"{entry.ref}  {entry.id}  {_what(entry)}  ({', '.join(dict.fromkeys(hits))})"


def n_equal(word: str, wanted: set[str]) -> bool:
    """Whether the word itself was asked for."""
    return word in wanted


def _holds(text: str, word: str) -> bool:
    return f" {word} " in f" {text} "


def _what(entry: Entry) -> str:
    if isinstance(entry, ActorEntry):
        roles = " ".join(_role(r) for r in entry.roles)
        return " ".join(x for x in (entry.kind, entry.code or entry.country, roles, entry.group) if x)
    if isinstance(entry, AgentEntry):
        return "agent " + " ".join(entry.roles)
    if isinstance(entry, OperatorEntry):
        return f"operator {entry.operator} {entry.code}"
    assert isinstance(entry, VerbEntry)
    return f"verb {entry.code}"


def _role(role: object) -> str:
    since, until = role.since, role.until  # type: ignore[attr-defined]
    dates = f"[{since or ''}..{until or ''}]" if since or until else ""
    return f"{role.role}{dates}"  # type: ignore[attr-defined]
