"""The closed words by which reports of casualties are read, beside the lists of words.yaml.

Arabic words are written as they are spelt; ``lists`` normalises them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coder.languages import normaliser

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        # Listed with the killed or injured, but no casualty by themselves ("the gun", "a body of law").
        "weak": "gun body corpse toll casualty hospitalise hospitalize hospitalised hospitalized life",
        "corpse": "body corpse",
        "killed": "dead death fatality killed kill die perish",
        "injured": "injured wounded wound injure hurt injury",
        "lives": "life",
        "dies": "die perish succumb drown",
        "loses": "lose",
        "civilian": "civilian child woman girl boy villager "
        "resident student pupil journalist worshipper worshiper farmer "
        "farmworker teacher doctor nurse medic passenger "
        "pedestrian tourist refugee infant baby family bystander "
        "shopper mourner patient pilgrim shepherd driver fisherman paramedic schoolchild schoolgirl schoolboy "
        "civilians children women",
        "person": "person man woman child boy girl teenager "
        "youth baby civilian soldier policeman officer official leader "
        "commander chief general colonel captain fighter "
        "militant rebel gunman attacker bomber journalist reporter "
        "cameraman photographer activist protester demonstrator "
        "mayor governor minister president lawmaker senator "
        "deputy judge prosecutor lawyer teacher student doctor "
        "nurse driver farmer worker engineer contractor cleric "
        "imam priest bishop hostage prisoner detainee suspect guard aide bodyguard ambassador diplomat "
        "businessman politician candidate sailor pilot peacekeeper "
        "marine soldier trooper settler villager resident "
        "father mother son daughter brother sister wife husband member operative spokesman head king prince",
        "thing": "plane aircraft airliner jet helicopter warplane drone balloon missile rocket satellite ship vessel "
        "boat tanker tank car bus truck vehicle train building house bridge",
        "group": "police people family army military crew force group "
        "team staff militia gang convoy unit personnel public "
        "troop crowd cattle livestock community tribe clan party "
        "government organization organisation generation number",
        "including": "including among",
        "among": "them whom",
        "toll": "toll",
        "of_dead": "dead death fatality killed victim",
        "raises": "raise rise bring take increase climb grow push jump reach stand pass exceed top",
        "reaches": "to at reach past",
        "nobody": "nobody none",
        "no": "no without n't not any zero",
        "both": "casualty victim hurt harm loss harmed",
        "no_force": "arrest detain capture seize release free say tell condemn blame accuse",
        "report": "say tell report announce claim add state put",
        "unit": "mile kilometer kilometre km meter metre foot percent % "
        "year day hour minute week month dollar euro pound "
        "ton rocket missile shell bomb round time am pm "
        "a.m. p.m. o'clock point vehicle tank house home building attack "
        "raid strike year-old drone aircraft plane helicopter ship boat village town city bullet country state",
        "age": "aged age ages",
    },
    "ar": {
        "weak": "سقط سقوط لقي قضى فارق نفق صرع أزهق أودى حصيلة جثة ضحية ضحايا حتف قتال حياة",
        "corpse": "جثة جثث جثمان",
        "killed": "قتل قتيل قتلى مقتل مصرع استشهاد شهيد شهداء وفاة وفيات استشهد توفي مات صريع",
        "injured": "جرح جريح جرحى إصابة مصاب أصيب أصاب إصابات مصابين",
        "lives": "حياة أرواح روح",
        "dies": "مات توفي استشهد قضى هلك صرع",
        "loses": "لقي فقد فارق",
        "civilian": "مدني مدنيون مدنيين مواطن مواطنين طفل أطفال طفلة امرأة "
        "نساء سيدة سكان مصل مصلي مصليا مصلين مزارع صحفي صحافي "
        "طالب طلاب مسعف طبيب لاجئ نازح سائح معلم سائق راع صياد مسن رضيع تلميذ",
        "person": "شخص رجل امرأة طفل طفلة شاب فتى فتاة مدني جندي "
        "شرطي ضابط مسؤول قائد زعيم مقاتل مسلح صحفي صحافي مراسل مصور "
        "ناشط متظاهر محتج رئيس محافظ وزير نائب قاض محام معلم "
        "مدرس طالب طبيب ممرض سائق مزارع عامل مهندس إمام كاهن رهينة "
        "سجين معتقل أسير حارس سفير دبلوماسي سياسي مرشح بحار "
        "طيار مستوطن مواطن فلسطيني إسرائيلي عنصر عضو مجند عسكري لواء "
        "عقيد عميد نقيب ملازم رقيب شيخ أمير ملك ابن والد أب أم شقيق زوجة انتحاري مهاجم عالم كاتب",
        "group": "شرطة جيش قوة قوات ناس عائلة أسرة جماعة فريق دورية حزب تنظيم حركة",
        "including": "بينهم بينها ضمنهم منهم بين ضمن بينهن",
        "among": "هم ها هن",
        "toll": "حصيلة عدد",
        "of_dead": "قتيل قتلى ضحية ضحايا شهيد شهداء وفاة وفيات",
        "raises": "ارتفع ارتفاع رفع بلغ وصل زاد تجاوز ليرتفع",
        "reaches": "إلى عند بلغ وصل",
        "nobody": "أحد",
        "no": "دون بدون لم لا عدم ليس لن ليست",
        "both": "ضحية ضحايا إصابة إصابات خسارة خسائر أذى بأذى",
        "no_force": "اعتقل أوقف احتجز أسر ضبط سيطر أفرج قال أعلن أدان اتهم",
        "report": "قال أعلن أفاد ذكر أكد أوضح تحدث أشار",
        "unit": "كيلومتر كيلومترا متر مترا كم بالمئة بالمائة % سنة عام "
        "عاما يوم أيام ساعة ساعات دقيقة أسبوع شهر دولار يورو طن "
        "صاروخ صواريخ قذيفة قذائف قنبلة غارة غارات مرة مرات "
        "سيارة سيارات آلية منزل منازل مبنى هجوم هجمات ضربة ضربات "
        "طائرة طائرات مسيرة دبابة قرية بلدة مدينة رصاصة دولة عمر",
        "age": "عمر عمره العمر سن",
    },
}
_OWN_LISTS = {"killed": "killed_words", "injured": "injured_words", "civilian": "civilian_words"}


@dataclass(frozen=True, slots=True)
class CasualtyWords:
    """The words of one language, normalised."""

    killed: frozenset[str]
    injured: frozenset[str]
    merged: frozenset[str]
    own: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.own[name]


def casualty_words(lang: str, lists: Mapping[str, Sequence[str]]) -> CasualtyWords:
    """The closed words of a language together with those of its words.yaml."""
    return _compiled(
        lang,
        tuple((name, tuple(lists.get(name, ()))) for name in (*_OWN_LISTS.values(), "casualty_verbs", "agent_nouns")),
    )


@lru_cache(maxsize=16)
def _compiled(lang: str, listed: tuple[tuple[str, tuple[str, ...]], ...]) -> CasualtyWords:
    normalise = normaliser(lang)
    given = {name: frozenset(normalise(word) for word in words) for name, words in listed}
    own = {name: frozenset(normalise(w) for w in text.split()) for name, text in _WORDS.get(lang, _WORDS["en"]).items()}
    own["civilian"] |= given["civilian_words"]
    own["agents"] = given["agent_nouns"] - own["group"]
    if not given["killed_words"] and not given["injured_words"]:
        return CasualtyWords(frozenset(), frozenset(), given["casualty_verbs"], own)
    injured = (given["injured_words"] | own["injured"]) - own["weak"]
    killed = (given["killed_words"] | own["killed"]) - own["weak"] - injured
    return CasualtyWords(killed, injured, given["casualty_verbs"], own)
