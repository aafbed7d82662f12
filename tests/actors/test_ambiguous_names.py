"""Names that are also something else: when they are actors, and when not."""

from __future__ import annotations

from datetime import date

import pytest

from coder.actors import ActorResolver
from coder.matcher import SentenceMatcher
from coder.model import Analysis, Document
from tests.full import coder


def codes(text: str, lang: str, day: str) -> set[str]:
    """The known codes of a sentence's mentions."""
    found: set[str] = set()

    def visit(analysis: Analysis, resolver: ActorResolver, matcher: SentenceMatcher) -> None:
        found.update(m.code for m in resolver.mentions())

    coder().inspect(Document("d", text, date=date.fromisoformat(day), lang=lang), visit)
    return found


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("Jordan criticised Israel.", "2012-05-05", "JOR"),
        ("The Amal movement criticised Israel.", "2012-05-05", "LBNPTYAML"),
        ("Fatah condemned Hamas.", "2012-05-05", "PSEGOVPTYFTA"),
        ("Theresa May met Merkel.", "2017-05-05", "GBRGOV"),
        ("ADF rebels attacked Beni.", "2021-05-05", "UGAREBADF"),
        ("The Allied Democratic Forces attacked Beni.", "2021-05-05", "UGAREBADF"),
        ("The RSF attacked El Fasher.", "2024-05-05", "SDNREBRSF"),
        ("SLA fighters attacked a convoy in Darfur.", "2005-05-05", "SDNREBSLA"),
        ("The SDF attacked Raqqa.", "2017-05-05", "SYRREBSDF"),
        ("ETA attacked Madrid.", "2004-05-05", "ESPSEPETA"),
        ("Boeing criticised China.", "2020-05-05", "MNCBOE"),
        ("The Sinaloa cartel attacked police.", "2020-05-05", "MEXCRMSIN"),
        ("Australian Defence Minister John Moore met China.", "2000-05-05", "AUSGOVMIL"),
    ],
)
def test_they_are_actors_in_english(text: str, day: str, code: str) -> None:
    assert code in codes(text, "en", day)


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("Michael Jordan criticised the coach.", "2012-05-05", "JOR"),
        ("John Moore criticised the coach.", "2000-05-05", "AUSGOVMIL"),
        ("Chad Smith attacked the officer.", "2012-05-05", "TCD"),
        ("Diplomats ate turkey on Thursday.", "2012-05-05", "TUR"),
        ("Amal Clooney criticised the government.", "2012-05-05", "LBNPTYAML"),
        ("In May the army attacked rebels.", "2017-05-05", "GBRGOV"),
        ("Brown bears attacked villagers.", "2009-05-05", "GBRGOV"),
        ("Rice farmers attacked police.", "2007-05-05", "USAGOV"),
        ("Protesters hid in the bush.", "2005-05-05", "USAGOV"),
        ("A major attack hit Iraq.", "1995-05-05", "GBRGOV"),
        ("The ADF said its planes had returned to Darwin.", "2021-05-05", "UGAREBADF"),
        ("Press watchdog RSF criticised Turkey.", "2024-05-05", "SDNREBRSF"),
        ("The Japanese SDF launched an exercise.", "2017-05-05", "SYRREBSDF"),
        ("The ETA of the convoy is noon.", "2004-05-05", "ESPSEPETA"),
        ("IT workers attacked police.", "2012-05-05", "ITA"),
        ("He tried to mend relations with France.", "2009-05-05", "NGAREBMEN"),
        ("A Boeing 737 hit the runway.", "2020-05-05", "MNCBOE"),
        ("Kashmir Tigers attacked soldiers.", "2005-05-05", "INDSEPPAF"),
    ],
)
def test_they_are_none_in_english(text: str, day: str, code: str) -> None:
    assert code not in codes(text, "en", day)


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("هاجمت حركة أمل إسرائيل.", "2012-05-05", "LBNPTYAML"),
        ("هاجم الجهاد الإسلامي إسرائيل.", "2012-05-05", "PSEREBPIJ"),
        ("هاجمت حركة الشباب مقديشو.", "2012-05-05", "SOMINSSHB"),
        ("انتقدت حركة فتح حماس.", "2012-05-05", "PSEGOVPTYFTA"),
        ("هاجم تنظيم القاعدة الجيش.", "2012-05-05", "IMGMOSALQ"),
        ("هاجمت جماعة أنصار الله عدن.", "2016-05-05", "YEMREBHOU"),
        ("هاجمت جماعة جند أنصار الله الشرطة.", "2009-01-05", "PSEINSJAA"),
        ("هاجم لواء القدس مقاتلي المعارضة.", "2016-05-05", "SYRUAFLQD"),
        ("هاجمت سرايا القدس إسرائيل.", "2016-05-05", "PSEREBPIJ"),
        ("انتقد حزب النور الحكومة.", "2013-05-05", "EGYPTYNOU"),
    ],
)
def test_they_are_actors_in_arabic(text: str, day: str, code: str) -> None:
    assert code in codes(text, "ar", day)


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("عبر الوزير عن أمل في السلام.", "2012-05-05", "LBNPTYAML"),
        ("هاجم الشباب الشرطة.", "2012-05-05", "SOMINSSHB"),
        ("فتح الجنود النار على المتظاهرين.", "2012-05-05", "PSEGOVPTYFTA"),
        ("قصفت الطائرات القاعدة العسكرية.", "2012-05-05", "IMGMOSALQ"),
        ("حقق الجيش النصر على المتمردين.", "2012-05-05", "SYRREBNSR"),
        ("احتفل الشعب بالاستقلال.", "2012-05-05", "MARPTYIST"),
        ("طالب المحتجون بالعدل والإحسان إلى الفقراء.", "2012-05-05", "MAROPP"),
        ("هاجم المرابطون في الأقصى المستوطنين.", "2015-05-05", "MLIINSMRB"),
        ("وصل جهاد أحمد إلى المدينة.", "2012-05-05", "PSEREBPIJ"),
        ("أضاء النور القرية.", "2013-05-05", "EGYPTYNOU"),
    ],
)
def test_they_are_none_in_arabic(text: str, day: str, code: str) -> None:
    assert code not in codes(text, "ar", day)


def test_a_platform_is_no_actor() -> None:
    assert codes("Trump attacked Iran on Twitter.", "en", "2018-05-05") == {"USAGOV", "IRN"}
    assert codes("هاجم ترامب إيران على تويتر.", "ar", "2018-05-05") == {"USAGOV", "IRN"}
