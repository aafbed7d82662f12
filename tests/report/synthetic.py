"""Dataset packages of made-up events, for tests of size and looks: the same for the same seed and number."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from coder.exporters import PackageWriter
from coder.model import ActorMention, Attributes, Document, Event, Ref, Sentence, Status
from coder.ontology import Ontology

FIRST = date(2019, 1, 1)
DAYS = 5 * 365
# Words in English and Arabic, and the code.
ACTORS = [
    ("Syrian troops", "القوات السورية", "SYRMIL"),
    ("rebel fighters", "مقاتلو المعارضة", "SYRREB"),
    ("the Iraqi government", "الحكومة العراقية", "IRQGOV"),
    ("Israeli police", "الشرطة الإسرائيلية", "ISRCOP"),
    ("Turkish forces", "القوات التركية", "TURMIL"),
    ("Houthi fighters", "المسلحون الحوثيون", "YEMREBHOU"),
    ("students", "طلاب", "---EDU"),
    ("Lebanese ministers", "وزراء لبنانيون", "LBNGOV"),
    ("Egyptian workers", "عمال مصريون", "EGYLAB"),
    ("gunmen", "مسلحون", "---UAF"),
    ("the Jordanian foreign minister", "وزير الخارجية الأردني", "JORGOV"),
    ("protesters", "محتجون", "---OPP"),
    ("Saudi Arabia", "السعودية", "SAU"),
    ("Iran", "إيران", "IRN"),
]
# Verb in English and Arabic, code, entry, whether people die.
ACTS = [
    ("attacked", "هاجم", "190", "attack", True),
    ("shelled", "قصف", "194", "shell", True),
    ("criticized", "انتقد", "111", "criticize", False),
    ("met", "التقى", "043", "meet", False),
    ("arrested", "اعتقل", "173", "arrest", False),
    ("threatened", "هدد", "130", "threaten", False),
    ("praised", "أشاد", "051", "praise", False),
    ("helped", "ساعد", "070", "aid", False),
    ("rallied against", "تظاهر ضد", "141", "demonstrate", False),
]
PLACES = [
    ("Homs", "حمص", "SYR", 34.73, 36.72),
    ("Aleppo", "حلب", "SYR", 36.2, 37.16),
    ("Baghdad", "بغداد", "IRQ", 33.34, 44.4),
    ("Mosul", "الموصل", "IRQ", 36.34, 43.13),
    ("Beirut", "بيروت", "LBN", 33.89, 35.5),
    ("Cairo", "القاهرة", "EGY", 30.06, 31.25),
    ("Sanaa", "صنعاء", "YEM", 15.35, 44.21),
    ("Hebron", "الخليل", "PSE", 31.53, 35.09),
    ("Ankara", "أنقرة", "TUR", 39.92, 32.85),
    ("Amman", "عمّان", "JOR", 31.95, 35.93),
]
INFO = {"coder_version": "synthetic", "dictionary_version": "none", "options": {"statuses": ["asserted"]}}


def write_package(folder: Path, count: int, seed: int = 1) -> Path:
    """A package of ``count`` asserted events, some withheld ones, and a rejection for each thousand documents."""
    with PackageWriter(folder, Ontology.load(), INFO) as writer:
        for number, (document, events) in enumerate(documents(count, seed)):
            writer.add(document, events)
            if number % 1000 == 999:
                writer.reject(f"bad-{number}", "has no text; give the record a field `text`", f"made.jsonl:{number}")
    return folder


def documents(count: int, seed: int = 1) -> Iterator[tuple[Document, list[Event]]]:
    """Documents of up to three sentences, each with one event, until there are ``count`` asserted ones."""
    chance = random.Random(seed)
    made = number = 0
    while made < count:
        size = min(chance.randint(1, 3), count - made)
        yield _document(chance, number, size, withheld=number % 5 == 0)
        made += size
        number += 1


def _document(chance: random.Random, number: int, size: int, *, withheld: bool) -> tuple[Document, list[Event]]:
    lang = chance.choice(("en", "en", "ar"))
    published = FIRST + timedelta(min(int(chance.betavariate(2, 1.3) * DAYS), DAYS - 1))
    statuses: list[Status] = ["asserted"] * size + (["planned"] if withheld else [])
    text = ""
    events = []
    for index, status in enumerate(statuses):
        if text:
            text += " "
        sentence, event = _sentence(chance, lang, index, len(text), published, status)
        text += sentence
        events.append(event)
    document = Document(
        f"doc-{number:06}",
        text,
        date=published,
        lang=lang,
        publisher=f"Paper {number % 7}",
        url=f"https://example.org/{number}",
    )
    for index, event in enumerate(events):
        event.document = document
        event.event_id = f"{chance.getrandbits(64):016x}"
        event.incident_id = f"{number:014x}{index:02x}"
    return document, events


def _sentence(
    chance: random.Random, lang: str, index: int, begin: int, published: date, status: Status
) -> tuple[str, Event]:
    arabic = lang == "ar"
    source, target = chance.sample(ACTORS, 2)
    act, place = chance.choices(ACTS, weights=(6, 5, 8, 7, 5, 2, 3, 1, 4))[0], chance.choice(PLACES)
    dead = chance.choice((None, 1, 2, 3, 5, 12)) if act[4] else None
    words = [act[1], source[1], target[1]] if arabic else [source[0].capitalize(), act[0], target[0]]
    words += ["قرب" if arabic else "near", place[1] if arabic else place[0]]
    words += ["أمس" if arabic else "yesterday"]
    toll = None if dead is None else (f"ما أسفر عن مقتل {dead}" if arabic else f"killing {dead} people")
    words += [toll] if toll else []
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    spans = [(begin + start, begin + end - 1) for start, end in pairwise(starts)]
    text = " ".join(words) + "."
    verb = 0 if arabic else 1
    sides = (1, 2) if arabic else (0, 2)
    located = chance.random() < 0.8
    attributes = Attributes(
        event_date=published - timedelta(1) if chance.random() < 0.97 else None,
        date_precision="day",
        date_text=words[5],
        date_rule="relative_day",
        fatalities=dead,
        fatalities_text=toll,
        fatalities_start=spans[6][0] if toll else None,
        fatalities_end=spans[6][1] if toll else None,
    )
    if located:
        attributes.location_text, (attributes.location_start, attributes.location_end) = words[4], spans[4]
        attributes.location_name, attributes.country_iso3 = place[0], place[2]
        attributes.latitude = round(place[3] + chance.randint(-6, 6) / 10, 4)
        attributes.longitude = round(place[4] + chance.randint(-6, 6) / 10, 4)
        attributes.geo_precision = chance.choice((1, 1, 2, 3))
    return text, Event(
        event_id="",
        incident_id="",
        reciprocal_of=None,
        document=Document("", ""),
        sentence=Sentence(index, begin, begin + len(text), text, lang),
        source=_mention(source, words[sides[0]], spans[sides[0]]),
        target=_mention(target, words[sides[1]], spans[sides[1]]),
        code=act[2],
        trigger_text=words[verb],
        trigger_start=spans[verb][0],
        trigger_end=spans[verb][1],
        pattern_id=f"{lang}.{act[3]}",
        pattern_ref=Ref(f"dictionaries/{lang}/verbs/{act[2][:2]}.yaml", 7 + len(act[3])),
        status=status,
        status_reason="made up" if status != "asserted" else None,
        attributed_to=None,
        attributed_code=None,
        attributes=attributes,
    )


def _mention(actor: tuple[str, str, str], words: str, span: tuple[int, int]) -> ActorMention:
    return ActorMention(span[0], span[1], words, actor[2], None, "name")
