"""Language by script and common words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coder.languages.detect import detect, language_of, other_language, script_of
from coder.model import Document

FRENCH = (
    "Le gouvernement a annoncé mardi que les soldats quitteront la ville avant la fin du mois selon un porte-parole. "
    * 4
)
PERSIAN = "رئیس جمهور گفت که نیروهای پلیس در چند شهر بزرگ با گروهی از معترضان درگیر شدند و پنج نفر کشته شدند"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Troops left the city.", "en"),
        ("غادرت القوات المدينة.", "ar"),
        ("شركة Google في دبي تعلن عن مشروع جديد", "ar"),
        ("The word جهاد is often misread by the press.", "en"),
        ("12.5 % – 30", None),
        ("", None),
        ("Войска покинули город.", None),
        ("军队离开了城市", None),
        (FRENCH, None),
        (PERSIAN, None),
        ("زار الرئيس مدينة پاريس وألقى خطاباً أمام البرلمان الفرنسي في العاصمة", "ar"),
    ],
)
def test_detect(text: str, language: str | None) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "French"),
        ("Die Polizei hat am Dienstag in Berlin drei Demonstranten festgenommen.", "German"),
        ("Polis salı günü Ankara'da üç göstericiyi gözaltına aldı.", "Turkish"),
        (PERSIAN, "Persian"),
        ("پولیس نے منگل کو لاہور میں تین مظاہرین کو گرفتار کر لیا اور جلوس کو منتشر کر دیا", "Urdu"),
        (
            "Президент России встретился с министром в Москве, и они обсудили ход войны.",
            "Russian",
        ),
        ("Полиция задержала трех человек.", "another language"),
        # too short to tell, names only, dialects, quotations in another language, no language at all
        ("Attaque à Paris", None),
        ("Angela Merkel, Recep Tayyip Erdogan, Jean-Claude Juncker, Viktor Orban", None),
        ("Syria: Assad meets Putin, Erdogan in Sochi", None),
        ("الشرطة قبضت امبارح على تلاتة كانوا بيتظاهروا قدام النقابة", None),
        ("Police arrested three men. « Nous défendons la liberté de la presse », said one of them to the crowd.", None),
        ("QUJDREVGR0hJSktMTU5P " * 40, None),
        ("", None),
    ],
)
def test_other_languages_are_named_only_where_they_are_sure(text: str, language: str | None) -> None:
    assert other_language(text) == language


def test_an_article_is_not_judged_by_how_it_begins() -> None:
    assert other_language(FRENCH * 5 + "The police said that the men were held in the city. " * 60) is None


def test_the_model_of_languages_is_not_loaded_for_usual_text() -> None:
    """A run on English and Arabic news pays nothing for the check."""
    code = (
        "import sys; from coder.languages.detect import other_language as o; "
        "o('The police said that three men were held in the city.'); o('قال وزير الدفاع إن الجيش انسحب من المدينة'); "
        "assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_other_script_needs_two_thirds_in_a_known_language() -> None:
    half = "شركة الاتصالات Telecom Egypt Co"
    assert script_of(half, "ar") == "ar"
    assert script_of("Troops left the city.", "ar") == "en"
    assert script_of("غادرت القوات المدينة.", "en") == "ar"


def test_the_record_has_the_first_word() -> None:
    assert language_of(Document(id="1", text="Troops left.", lang="ar")) == "ar"
    assert language_of(Document(id="1", text="10 - 4", title="نتائج")) == "ar"
    assert language_of(Document(id="1", text="10 - 4")) is None


def test_short_arabic_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(text: str) -> tuple[str, float]:
        raise AssertionError(f"the model was asked about {text}")

    monkeypatch.setattr("coder.languages.detect._classified", asked)
    assert other_language("هاجمت القوات السورية مدينة درعا.") is None
    with pytest.raises(AssertionError):
        other_language(PERSIAN)
