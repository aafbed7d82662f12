"""Whom protests are against, told in English and Arabic alike."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

# (what names the opponent, sentence, source, target); None: no protest that took place
ENGLISH: list[tuple[str, str, str | None, str | None]] = [
    (
        "embassy",
        "Hundreds of students demonstrated outside the Ethiopian embassy in Nairobi on Monday.",
        "students",
        "Ethiopian embassy",
    ),
    (
        "ministry",
        "Nurses gathered in front of the Ministry of Health in Lima to demand higher pay.",
        "Nurses",
        "Ministry of Health",
    ),
    (
        "over_decision",
        "Thousands of farmers protested in Warsaw over the government's decision to cut subsidies.",
        "farmers",
        "government",
    ),
    (
        "resignation",
        "Tens of thousands took to the streets of Lima to demand the resignation of President Dina Boluarte.",
        "Tens of thousands",
        "Dina Boluarte",
    ),
    (
        "chant",
        "Demonstrators marched through Tbilisi chanting slogans against the ruling party.",
        "Demonstrators",
        "ruling party",
    ),
    ("fall", "Protesters in Manama called for the fall of the regime.", "Protesters", "regime"),
    (
        "visit",
        "Dozens of activists rallied in Seoul to protest against the visit of the Japanese prime minister.",
        "activists",
        "Japanese prime minister",
    ),
    (
        "strike",
        "Railway workers went on strike in Lisbon in protest at the government's austerity plan.",
        "workers",
        "government",
    ),
    (
        "sitin",
        "Families of detainees staged a sit-in outside the Interior Ministry, calling on the authorities to act.",
        "Families",
        "authorities",
    ),
    (
        "hunger",
        "Forty prisoners began a hunger strike against the prison administration in Diyarbakir.",
        "prisoners",
        "prison administration",
    ),
    ("condemn", "Residents of Gaza marched in condemnation of the Israeli raids on Jenin.", "Residents", "Israeli"),
    (
        "union",
        "The teachers' union held a rally in Rabat to reject the reform plan of the education minister.",
        "teachers' union",
        "education minister",
    ),
    ("killing", "A crowd in Karachi protested against the killing of two boys by police.", "crowd", "police"),
    ("death_to", 'Crowds in Sanaa shouted "Death to America" as they marched toward the airport.', "Crowds", "America"),
    ("banner", 'Protesters carried banners reading "No to the junta" in Yangon.', "Protesters", "junta"),
    ("leave", 'About a thousand demonstrators in Kyiv shouted "Yanukovych, resign".', "demonstrators", "Yanukovych"),
    (
        "call",
        "The opposition called on its supporters to demonstrate on Friday against the prime minister.",
        None,
        None,
    ),
    ("threat", "If the government does not pay the wages, the miners will go on strike.", None, None),
    (
        "march_to",
        "Activists marched to the United Nations office in Geneva to protest against Chinese policy in Tibet.",
        "Activists",
        "Chinese",
    ),
    ("letter", "The protesters handed a letter to the Turkish consul in Thessaloniki.", "protesters", "Turkish consul"),
    (
        "block",
        "Truck drivers blocked the highway near Bogota to protest the government's fuel tax.",
        "drivers",
        "government",
    ),
    ("stop", "Women demonstrated in Baghdad to demand that the army stop the shelling of Falluja.", "Women", "army"),
    ("stop_of", "Demonstrators in Amman demanded an end to the Israeli occupation.", "Demonstrators", "Israeli"),
    ("anger", "Hundreds of Copts gathered in Minya to express their anger at the governor.", "Copts", "governor"),
    (
        "accuse",
        "Several hundred people demonstrated in Harare, accusing the ruling party of rigging the election.",
        "people",
        "ruling party",
    ),
    ("rally_that", "Lawyers in Lahore held a rally that denounced General Musharraf.", "Lawyers", "Musharraf"),
    (
        "called",
        "Thousands marched in Caracas against what they called the fraud of the electoral council.",
        "Thousands",
        "electoral council",
    ),
    (
        "answered",
        "Thousands of supporters answered the call of the party to demonstrate against the court.",
        "supporters",
        "court",
    ),
    (
        "trial",
        "Relatives of the victims stood outside the court in Jakarta demanding the trial of General Wiranto.",
        "Relatives",
        "Wiranto",
    ),
    (
        "two_aims",
        "Protesters massed in Ankara to defend secularism and to reject the candidacy of the foreign minister.",
        "Protesters",
        "foreign minister",
    ),
    ("history", "In 1968 students marched against the Vietnam War.", None, None),
    ("memo_thanks", "The demonstrators handed a letter to the embassy to thank it for its help.", None, None),
]

# (what names the opponent, sentence, source, target); None: no protest that took place
ARABIC: list[tuple[str, str, str | None, str | None]] = [
    ("embassy", "تظاهر مئات الطلاب أمام السفارة الإثيوبية في نيروبي يوم الاثنين.", "الطلاب", "السفارة الإثيوبية"),
    ("ministry", "تجمع ممرضون أمام وزارة الصحة في ليما للمطالبة بزيادة الأجور.", "ممرضون", "وزارة الصحة"),
    ("over_decision", "احتج آلاف المزارعين في وارسو على قرار الحكومة خفض الدعم.", "المزارعين", "الحكومة"),
    ("resignation", "خرج عشرات الآلاف إلى شوارع ليما للمطالبة باستقالة الرئيسة دينا بولوارتي.", "الآلاف", "الرئيسة"),
    ("chant", "سار متظاهرون في شوارع تبليسي مرددين شعارات ضد الحزب الحاكم.", "متظاهرون", "الحزب الحاكم"),
    ("fall", "طالب محتجون في المنامة بإسقاط النظام.", "محتجون", "النظام"),
    (
        "visit",
        "تظاهر عشرات الناشطين في سيول احتجاجا على زيارة رئيس الوزراء الياباني.",
        "الناشطين",
        "رئيس الوزراء الياباني",
    ),
    ("strike", "أضرب عمال السكك الحديدية في لشبونة احتجاجا على خطة التقشف الحكومية.", "عمال", "الحكومية"),
    (
        "sitin",
        "نفذت أسر المعتقلين اعتصاما أمام وزارة الداخلية في تونس مطالبة السلطات بالإفراج عنهم.",
        "أسر المعتقلين",
        "السلطات",
    ),
    ("hunger", "بدأ أربعون سجينا إضرابا عن الطعام ضد إدارة السجن في ديار بكر.", "سجينا", "إدارة السجن"),
    ("condemn", "سار سكان غزة في مسيرة تنديدا بالغارات الإسرائيلية على جنين.", "سكان غزة", "الإسرائيلية"),
    ("union", "نظمت نقابة المعلمين وقفة احتجاجية في الرباط رفضا لخطة وزير التعليم.", "نقابة المعلمين", "وزير التعليم"),
    ("killing", "احتج حشد في كراتشي على مقتل صبيين برصاص الشرطة.", "حشد", "الشرطة"),
    ("death_to", "هتفت حشود في صنعاء «الموت لأميركا» وهي تسير نحو المطار.", "حشود", "أميركا"),
    ("banner", "حمل محتجون في يانغون لافتات كتب عليها «لا للمجلس العسكري».", "محتجون", "لمجلس العسكري"),
    ("leave", "هتف نحو ألف متظاهر في كييف «ارحل يا يانوكوفيتش».", "متظاهر", "يانوكوفيتش"),
    ("support", "تظاهر آلاف الصرب في بلغراد تأييدا للرئيس.", "الصرب", None),
    ("call", "دعت المعارضة أنصارها إلى التظاهر يوم الجمعة ضد رئيس الوزراء.", None, None),
    ("threat", "إذا لم تدفع الحكومة الأجور فسيضرب عمال المناجم عن العمل.", None, None),
    (
        "march_to",
        "سار ناشطون إلى مكتب الأمم المتحدة في جنيف احتجاجا على السياسة الصينية في التيبت.",
        "ناشطون",
        "الصينية",
    ),
    ("letter", "سلم المحتجون رسالة إلى القنصل التركي في سالونيك.", "المحتجون", "القنصل التركي"),
    ("stop", "تظاهرت نساء في بغداد مطالبات الجيش بوقف قصف الفلوجة.", "نساء", "الجيش"),
    ("stop_of", "طالب متظاهرون في عمان بإنهاء الاحتلال الإسرائيلي.", "متظاهرون", "الإسرائيلي"),
    ("anger", "تجمع مئات الأقباط في المنيا للتعبير عن غضبهم من المحافظ.", "الأقباط", "المحافظ"),
    ("accuse", "تظاهر مئات الأشخاص في هراري متهمين الحزب الحاكم بتزوير الانتخابات.", "الأشخاص", "الحزب الحاكم"),
    ("rally_that", "نظم محامون في لاهور مسيرة تندد بالجنرال مشرف.", "محامون", "مشرف"),
    ("dispersed", "فرقت الشرطة مظاهرة نظمها طلاب ضد المجلس العسكري في الخرطوم.", "طلاب", "المجلس العسكري"),
    ("called", "تظاهر الآلاف في كراكاس احتجاجا على ما سموه تزوير المجلس الانتخابي.", "الآلاف", "المجلس الانتخابي"),
    ("answered", "لبى آلاف الأنصار دعوة الحزب إلى التظاهر ضد المحكمة.", "الأنصار", "المحكمة"),
    ("trial", "وقف ذوو الضحايا أمام المحكمة في جاكرتا مطالبين بمحاكمة الجنرال ويرانتو.", "الضحايا", "ويرانتو"),
    ("two_aims", "احتشد محتجون في أنقرة دفاعا عن العلمانية ورفضا لترشيح وزير الخارجية.", "محتجون", "وزير الخارجية"),
    ("history", "في عام 1968 سار الطلاب احتجاجا على حرب فيتنام.", None, None),
    ("memo_thanks", "سلم المتظاهرون رسالة إلى السفارة لشكرها على مساعدتها.", None, None),
]


IDS = [f"{lang}-{row[0]}" for lang, rows in (("en", ENGLISH), ("ar", ARABIC)) for row in rows]


@pytest.mark.parametrize(("text", "source", "target"), [r[1:] for r in ENGLISH + ARABIC], ids=IDS)
def test_opponent(full_coder: Coder, text: str, source: str | None, target: str | None) -> None:
    told = [e for e in full_coder.code(text, date="2026-11-20") if e.code.startswith("14") and e.status == "asserted"]
    if source is None:
        assert told == []
        return
    assert any(e.source is not None and source in e.source.text for e in told)
    found = [e.target.text for e in told if e.target is not None]
    assert any(target in text for text in found) if target is not None else found == []
