"""Closed-class words and small verb classes of the Arabic clause grammar, in normal form.

The dictionaries' ``words.yaml`` adds to these lists where it has one of its own (support verbs, transparent nouns ...).
Everything here is grammar, not politics: words that a clause is built with.
"""

from __future__ import annotations

from collections.abc import Mapping

from coder.languages.ar.normalise import normalise


def words(text: str) -> frozenset[str]:
    """The words of ``text`` in normal form."""
    return frozenset(normalise(w) for w in text.split())


def phrases(*texts: str) -> tuple[tuple[str, ...], ...]:
    """Phrases as sequences of words in normal form."""
    return tuple(tuple(normalise(w) for w in text.split()) for text in texts)


def mapped(names: Mapping[str, str]) -> dict[str, str]:
    """A mapping from words, with the words in normal form."""
    return {normalise(word): name for word, name in names.items()}


def table(rows: str) -> dict[str, str]:
    """Lines of ``words = name`` as a mapping in normal form; the left side may list alternatives with ``|``."""
    table = {}
    for row in rows.strip().splitlines():
        left, _, right = row.partition("=")
        for alternative in left.split("|"):
            table[normalise(alternative.strip())] = normalise(right.strip())
    return table


PREPOSITIONS = words(
    """
    من إلى على عن في ب ل ك مع ضد حول عبر خلال بين أمام قرب بعد قبل منذ حتى لدى عند تحت فوق نحو تجاه إزاء
    وسط داخل خارج خلف وراء دون بدون رغم حيال ضمن أثناء عقب إثر غداة عشية باستثناء سوى مقابل حسب بحسب وفق
    مثل بشأن بسبب بحق لصالح طوال فور جراء شرقي غربي شمالي جنوبي قبالة إلا لأجل باتجاه مذ إبان صوب
    """
)
PLACE_ADVERBS = words("شمال جنوب شرق غرب وسط داخل خارج قرب خلف وراء جوار شرقي غربي شمالي جنوبي أقصى")
COMPOUND_PREPOSITIONS = table(
    """
    من قبل | على يد | على أيدي | علي ايدي | من جانب | ب واسطة | بواسطة | من طرف = by
    ب شأن | بشأن | في شأن | ب خصوص | في خصوص | ف ي ما يتعلق ب | في ما يتعلق ب | في ما يخص | ب صدد | في صدد = بشأن
    ب حق | في حق | بحق = بحق
    ب سبب | بسبب | من جراء | جراء | نتيجة ل | نتيجة | ب فعل = بسبب
    ب حسب | بحسب | حسب | وفق | وفقا ل | طبقا ل | نقلا عن | على حد قول = حسب
    من خلال | خلال | في خلال | عن طريق = خلال
    ل صالح | لصالح | ل مصلحة | ل حساب = لصالح
    من أجل | ل أجل | بغية | ل غرض | ب هدف = من أجل
    في إطار | ضمن إطار | في نطاق = في إطار
    في حال | في حالة | في حالات = في حال
    في ظل = في ظل
    في أعقاب | عقب | في عقب | إثر | على إثر | في إثر | على أثر = بعد
    في أثناء | أثناء = خلال
    على هامش = على هامش
    على خلفية | على خلفيات = على خلفية
    على ذمة = على ذمة
    ردا على | في رد على = ردا على
    احتجاجا على = احتجاجا على
    تنديدا ب = تنديدا ب
    رفضا ل = رفضا ل
    استنكارا ل = استنكارا ل
    تأييدا ل = دعما ل
    تضامنا مع = تضامنا مع
    دعما ل = دعما ل
    دفاعا عن = دفاعا عن
    استعدادا ل | تمهيدا ل | تحضيرا ل = تمهيدا ل
    تنفيذا ل = تنفيذا ل
    خوفا من | خشية | خشية من = خشية
    تحسبا ل = خشية
    بناء على = بناء على
    ب القرب من | على مقربة من = قرب
    إلى جانب | ب رفقة | ب مشاركة | ب التعاون مع | ب التنسيق مع | ب الاشتراك مع = مع
    ب حضور = ب حضور
    ب دعم من | ب إسناد من = ب دعم من
    في مواجهة = ضد
    من دون | ب دون | بدون | ب غير | من غير = دون
    على الرغم من | ب الرغم من | رغم = رغم
    ب النسبة إلى | ب النسبة ل = بالنسبة
    ب الإضافة إلى | إضافة إلى | فضلا عن | علاوة على | ناهيك عن = مع
    بدلا من | عوضا عن | بدل = بدلا من
    نيابة عن | ب اسم | ب النيابة عن = ب اسم
    في اتجاه | ب اتجاه | ب اتجاه | باتجاه | صوب = نحو
    على متن = على متن
    على بعد = على بعد
    ب مناسبة = ب مناسبة
    ب موجب | ب مقتضى = ب موجب
    في وجه = ضد
    على الحدود مع = على
    في سبيل = من أجل
    في مقابل = مقابل
    ما بين | في ما بين = بين
    من بين = من
    على صعيد | على مستوى = على صعيد
    في ضوء | على ضوء = في ضوء
    على أساس = على أساس
    على غرار = مثل
    ب استثناء | باستثناء = دون
    ب صفته | ب وصفه = ك
    مع ا = مع
    """
)

DEMONSTRATIVES = words("هذا هذه هذان هذين هاتان هاتين هؤلاء ذلك تلك ذاك أولئك هاذا")
RELATIVES = words("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللائي")
QUANTIFIERS = words(
    """
    كل كلا كلتا جميع كافة بعض معظم أغلب غالبية أغلبية سائر أحد إحدى عدة بضعة بضع أي أية كلي نصف ثلث ربع
    مختلف شتى مجمل باقي بقية إجمالي
    """
)
PARTITIVES = words(
    """
    عدد العديد الكثير كثير كثيرا عشرات مئات آلاف ملايين مليارات العشرات المئات الآلاف الملايين أعداد
    مزيد المزيد قليل القليل كم مجموعة واحد واحدة أي طن طنا أطنان
    """
)
RANKS = words(
    """
    أول أولى ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر آخر أكبر أكثر أهم أبرز أعلى أقوى أحدث أسوأ
    أخطر أكبر أقدم أفضل أشد أعنف كبرى أقصى أدنى أقل أضخم أطول كبار
    """
)
APPROXIMATORS = words("نحو حوالي قرابة زهاء تقريبا")
APPROXIMATE_PHRASES = phrases(
    "ما لا يقل عن",
    "ما لايقل عن",
    "ما يقل عن",
    "ما لا يزيد عن",
    "ما لا يزيد على",
    "ما يزيد عن",
    "ما يزيد على",
    "ما يقارب",
    "ما يقرب من",
    "ما يصل إلى",
    "ما يربو على",
    "ما يناهز",
    "ما مجموع ه",
    "ما مجموعه",
    "أكثر من",
    "أقل من",
    "على الأقل",
)

#: words that are read over wherever they stand
FILLERS = phrases(
    "أول من أمس",
    "أول أمس",
    "على الأقل",
    "على الأكثر",
    "على الأرجح",
    "في ما بعد",
    "من جديد",
    "على الفور",
    "على الإطلاق",
    "إلى ذلك",
    "من جهة أخرى",
    "من جهة ثانية",
    "من ناحية أخرى",
    "من ناحية ثانية",
    "في المقابل",
    "في الأثناء",
)

CONJUNCTIONS = words("و ف ثم أو أم بل")
BUT = words("لكن ولكن لكنه لكنها لكنهم بيد غير إلا")
NEGATIONS = mapped(
    {
        "لم": "past",
        "لن": "future",
        "لا": "",
        "ما": "",
        "ليس": "",
        "ليست": "",
        "غير": "",
        "لما": "past",
    }
)
FUTURE = words("س سوف")
CERTAIN = words("قد لقد")
POSSIBLE = words("ربما لعل لعله لعلها عسى")

COMPLEMENTISERS = words("أن إن بأن لأن فإن ألا")
COPULAR_PARTICLES = words("أن إن بأن فإن")
SUBORDINATORS = mapped(
    {
        "عندما": "when",
        "حينما": "when",
        "حين": "when",
        "لما": "when",
        "كلما": "when",
        "ريثما": "when",
        "وقتما": "when",
        "بينما": "while",
        "فيما": "while",
        "حيث": "where",
        "حيثما": "where",
        "إذ": "because",
        "لأن": "because",
        "كون": "because",
        "لكون": "because",
        "إذا": "if",
        "لو": "if",
        "لولا": "if",
        "بعدما": "after",
        "قبلما": "before",
        "كي": "purpose",
        "لكي": "purpose",
        "مثلما": "as",
        "كما": "as",
        "طالما": "because",
        "مادام": "because",
        "منذما": "since",
        "ريث": "when",
        "خشية": "if",
        "مهما": "if",
    }
)
SUBORDINATING_PHRASES = {
    tuple(normalise(w) for w in k.split()): v
    for k, v in {
        "بعد أن": "after",
        "قبل أن": "before",
        "منذ أن": "since",
        "إلى أن": "until",
        "حتى أن": "until",
        "دون أن": "without",
        "من دون أن": "without",
        "ب دون أن": "without",
        "بدون أن": "without",
        "على الرغم من أن": "though",
        "رغم أن": "though",
        "ب الرغم من أن": "though",
        "في حين أن": "while",
        "في حين": "while",
        "في الوقت الذي": "while",
        "في وقت": "while",
        "في حال": "if",
        "في حالة": "if",
        "ل أن": "because",
        "إلا أن": "but",
        "غير أن": "but",
        "بيد أن": "but",
        "علما أن": "though",
        "ما إذا": "if",
        "إلا إذا": "if",
        "ما لم": "if",
        "إلى حين": "until",
        "ل كي": "purpose",
        "بعد ما": "after",
        "قبل ما": "before",
        "عند ما": "when",
        "في ما": "while",
        "مع أن": "though",
        "خشية أن": "if",
        "خوفا من أن": "if",
        "على أن": "that",
        "ب حيث": "purpose",
        "ك ما": "as",
        "علما ب أن": "though",
    }.items()
}
#: labels under which a subordinate clause opens only before a verb: before a noun the words are a preposition
NEEDS_VERB = frozenset(
    normalise(w)
    for w in (
        "في حال",
        "في حالة",
        "في وقت",
        "حين",
        "إلى حين",
        "بعد ما",
        "قبل ما",
        "في ما",
        "خشية",
        "كون",
        "ك ما",
        "كما",
        "ب حيث",
    )
)
