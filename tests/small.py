"""A coder over a handful of entries, for tests of one rule at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coder.dictionary.store import read_store
from coder.dyads import EventOptions
from coder.model import Document, Event
from coder.pipeline import Coder, CoderOptions

ACTORS = """\
- {id: usa, kind: country, country: USA, names: {en: [United States, US], ar: [الولايات المتحدة]}, demonyms: {en: [American], ar: [أمريكي]}, capital: {en: [Washington], ar: [واشنطن]}}
- {id: iran, kind: country, country: IRN, names: {en: [Iran], ar: [إيران]}, demonyms: {en: [Iranian], ar: [إيراني]}, capital: {en: [Tehran], ar: [طهران]}}
- {id: israel, kind: country, country: ISR, names: {en: [Israel], ar: [إسرائيل]}, demonyms: {en: [Israeli], ar: [إسرائيلي]}}
- {id: syria, kind: country, country: SYR, names: {en: [Syria], ar: [سوريا]}, demonyms: {en: [Syrian], ar: [سوري]}}
- {id: egypt, kind: country, country: EGY, names: {en: [Egypt], ar: [مصر]}, demonyms: {en: [Egyptian], ar: [مصري]}}
- {id: hamas, kind: armed_group, country: PSE, group: HMS, roles: [REB], names: {en: [Hamas], ar: [حماس]}}
- {id: un, code: IGOUNO, names: {en: [United Nations, UN], ar: [الأمم المتحدة]}}
- id: sisi
  kind: person
  country: EGY
  names: {en: [Abdel Fattah el-Sisi], ar: [عبد الفتاح السيسي]}
  roles:
    - {role: MIL, until: 2014-03-26}
    - {role: GOV, from: 2014-06-08, until: 2030-01-01}
- id: jordan
  kind: country
  country: JOR
  names: {en: [Jordan], ar: [الأردن]}
  unless: {en: {before: [Michael]}}
- {id: reuters, kind: media, names: {en: [Reuters], ar: [رويترز]}}
"""

AGENTS_EN = """\
- {id: en.agent.soldier, nouns: [soldier, troop], adjectives: [military], roles: [MIL]}
- {id: en.agent.minister, nouns: [minister], roles: [GOV]}
- {id: en.agent.defence_minister, nouns: [defence minister], roles: [GOV, MIL]}
- {id: en.agent.militia, nouns: [militia], collective: true, roles: [UAF]}
- {id: en.agent.rebel, nouns: [rebel], adjectives: [rebel], roles: [REB]}
- {id: en.agent.fighter, nouns: [fighter], roles: [UAF]}
- {id: en.agent.protester, nouns: [protester], roles: [CVL]}
- {id: en.agent.army, nouns: [army], collective: true, roles: [MIL]}
- {id: en.agent.former, adjectives: [former], roles: [ELI]}
- {id: en.agent.president, nouns: [president], roles: [GOV]}
"""

AGENTS_AR = """\
- {id: ar.agent.jundi, nouns: [جندي], plurals: [جنود], roles: [MIL]}
- {id: ar.agent.quwwat, nouns: [قوة], plurals: [قوات], roles: [MIL]}
- {id: ar.agent.wazir_difa, nouns: [وزير الدفاع], roles: [GOV, MIL]}
- {id: ar.agent.muqatil, nouns: [مقاتل], roles: [UAF]}
- {id: ar.agent.muarada, nouns: [معارضة], roles: [OPP]}
"""

VERBS_EN = """\
- {id: en.shell, verb: shell, nouns: [shelling], code: 194, target: object, patterns: [{id: en.shell.food, where: {object: [pea]}, code: none}]}
- {id: en.attack, verb: attack, nouns: [attack], code: 190, target: [object, on]}
- {id: en.air_strike, nouns: [air strike], code: 195, target: [on]}
- {id: en.meet, verb: meet, nouns: [meeting], code: 040, target: [object, with], reciprocal: yes}
- {id: en.talks, nouns: [talk], code: 046, target: [with], reciprocal: yes}
- {id: en.visit, verb: visit, nouns: [visit], code: 042, target: [object, to]}
- {id: en.aid, verbs: [give, send], code: 070, target: [to], where: {object: [aid]}}
- {id: en.kill, verb: kill, code: 190, target: object}
- {id: en.demonstrate, verb: demonstrate, code: 141, target: against}
"""

OPERATORS_EN = """\
- {id: en.op.say, operator: attribution, verbs: [say, announce], embedded: [complement, object], target: none}
- {id: en.op.threaten, operator: threaten, verb: threaten, code: 130, target: object, embedded: [complement, with]}
- {id: en.op.deny, operator: deny, verb: deny, code: none, embedded: [complement, object]}
- {id: en.op.accuse, operator: accuse, verb: accuse, code: 112, target: object, embedded: [of, complement]}
- {id: en.op.agree, operator: agree, verb: agree, code: 030, embedded: [complement, to]}
- {id: en.op.promise, operator: intend, verb: promise, code: 030, embedded: [complement]}
- {id: en.op.fear, operator: hypothetical, verb: fear, embedded: [object, complement]}
"""

VERBS_AR = """\
- {id: ar.qasafa, verb: قصف, nouns: [قصف], code: 194, target: object}
- {id: ar.ightiyal, nouns: [اغتيال], code: 186, target: none, possessor: target, noun_target: [genitive]}
- {id: ar.ittisal, nouns: [اتصال], code: 041, target: [مع], reciprocal: yes}
"""

OPERATORS_AR = """\
- {id: ar.op.qala, operator: attribution, verbs: [قال, أعلن], embedded: [complement, object], target: none}
"""

WORDS_EN = """\
support_verbs: [launch, hold, carry out, conduct]
passive_support_verbs: [suffer]
counterpart: [counterpart]
not_backed: [backed, aligned]
transparent_nouns: [dozen, number, series]
attribution_prepositions: [according to]
reporting_slots: [after, during, in, following]
result_verbs: [happen]
any_words: [any]
bare_definites: [group]
casualty_verbs: [kill, wound]
locative_prepositions: [in, near, at]
weekdays: [Monday]
"""

WORDS_AR = """\
support_verbs:
  - شن
  - أجرى
counterpart:
  - نظير
not_backed:
  - مدعوم
reporting_slots:
  - بعد
"""

FILES = {
    "actors/actors.yaml": ACTORS,
    "en/agents.yaml": AGENTS_EN,
    "ar/agents.yaml": AGENTS_AR,
    "en/verbs/verbs.yaml": VERBS_EN,
    "ar/verbs/verbs.yaml": VERBS_AR,
    "en/operators.yaml": OPERATORS_EN,
    "ar/operators.yaml": OPERATORS_AR,
    "en/words.yaml": WORDS_EN,
    "ar/words.yaml": WORDS_AR,
}


def write_files(root: Path, files: dict[str, str]) -> Path:
    """Write dictionary files below ``root``."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def small_coder(root: Path, **options: object) -> Coder:
    """A coder over the entries of this file."""
    store = read_store(write_files(root, FILES))
    return Coder(CoderOptions(events=EventOptions(**options)), store=store)  # type: ignore[arg-type]


def coded(coder: Coder, text: str, lang: str = "en", day: date | None = date(2024, 8, 6)) -> list[Event]:
    """The events of a text, whatever their status."""
    return coder.code_document(Document("d", text, date=day, lang=lang))


def shown(events: list[Event], *statuses: str) -> set[tuple[str | None, str | None, str]]:
    """Source code, target code and event code of the events with these statuses (asserted when none is named)."""
    wanted = statuses or ("asserted",)
    return {
        (e.source.code if e.source else None, e.target.code if e.target else None, e.code)
        for e in events
        if e.status in wanted
    }
