import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coder.errors import OptionError
from coder.languages.ar import lexicon
from coder.languages.ar.morphology import Morphology
from coder.languages.base import Vocabulary

VOCABULARY = Vocabulary(
    verbs=frozenset({"اعلن", "تشنج"}),
    event_nouns=frozenset({"هجوم", "شقلبه"}),
    names=frozenset({"كابول", "بوش", "القنفذه"}),
)


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology(VOCABULARY)


def lemmas(morphology: Morphology, word: str) -> set[tuple[str, str, str, str]]:
    return {(r.proclitics, r.lemma, r.pos, r.enclitic) for r in morphology.readings(word)}


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("قتلوا", ("", "قتل", "VERB", "")),
        ("وسيقتلونهم", ("وس", "قتل", "VERB", "هم")),
        ("يقل", ("", "قال", "VERB", "")),
        ("قيل", ("", "قال", "VERB", "")),
        ("أجروا", ("", "اجري", "VERB", "")),
        ("دعت", ("", "دعا", "VERB", "")),
        ("كنا", ("", "كان", "VERB", "")),
        ("استؤنفت", ("", "استانف", "VERB", "")),
        ("هوجمت", ("", "هاجم", "VERB", "")),
        ("اعلنت", ("", "اعلن", "VERB", "")),
        ("وبالمدينة", ("وب", "مدينه", "NOUN", "")),
        ("للحكومة", ("ل", "حكومه", "NOUN", "")),
        ("للجنة", ("ل", "لجنه", "NOUN", "")),
        ("حكومته", ("", "حكومه", "NOUN", "ه")),
        ("أعضائها", ("", "عضو", "NOUN", "ها")),
        ("أسلحة", ("", "سلاح", "NOUN", "")),
        ("صواريخهم", ("", "صاروخ", "NOUN", "هم")),
        ("مقاتلو", ("", "مقاتل", "NOUN", "")),
        ("مستشفيات", ("", "مستشفي", "NOUN", "")),
        ("شيئا", ("", "شيء", "NOUN", "")),
        ("الأمريكيتين", ("", "امريكي", "ADJ", "")),
        ("الكبرى", ("", "كبري", "ADJ", "")),
        ("العراق", ("", "عراق", "PROPN", "")),
        ("عليهم", ("", "علي", "ADP", "هم")),
        ("لأنه", ("", "لان", "SCONJ", "ه")),
        ("خمسمائة", ("", "خمسمئه", "NUM", "")),
        ("والعشرين", ("و", "عشرون", "NUM", "")),
    ],
)
def test_lexical_readings(morphology: Morphology, word: str, reading: tuple[str, str, str, str]) -> None:
    assert reading in lemmas(morphology, word)
    assert all(r.feats["src"] == "lex" for r in morphology.readings(word)[:1])


def test_features_of_a_verb(morphology: Morphology) -> None:
    reading = morphology.readings("أصيبت")[0]
    assert {k: reading.feats[k] for k in ("asp", "vox", "gen", "num", "per")} == {
        "asp": "p",
        "vox": "p",
        "gen": "f",
        "num": "s",
        "per": "3",
    }
    assert {r.feats["vox"] for r in morphology.readings("استهدف") if r.pos == "VERB"} == {"u"}


def test_masdar_participle_and_nisba(morphology: Morphology) -> None:
    assert morphology.readings("اغتيال")[0].feats["masdar"] == "yes"
    assert morphology.readings("المقتولين")[0].feats["part"] == "pass"
    assert morphology.readings("المتظاهرين")[0].feats["part"] == "act"
    assert morphology.readings("السياسية")[0].feats["nisba"] == "yes"
    assert any(r.pos == "ADJ" and r.lemma == "نفقي" for r in morphology.readings("نفقي"))


def test_names_of_the_dictionaries_stay_whole(morphology: Morphology) -> None:
    assert ("", "كابول", "PROPN", "") in lemmas(morphology, "كابول")
    assert ("وب", "كابول", "PROPN", "") in lemmas(morphology, "وبكابول")
    assert ("ل", "قنفذه", "PROPN", "") in lemmas(morphology, "للقنفذة")


def test_words_of_the_dictionaries_are_inflected(morphology: Morphology) -> None:
    assert ("", "تشنج", "VERB", "") in lemmas(morphology, "يتشنجون")
    assert ("", "شقلبه", "NOUN", "ها") in lemmas(morphology, "شقلبتها")


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("الزقزوقية", "ADJ", "زقزوقي"),
        ("يستزقزق", "VERB", "استزقزق"),
        ("والزقزوق", "NOUN", "زقزوق"),
        ("زقزوقات", "NOUN", "زقزوقه"),
        ("زقزقوا", "VERB", "زقزق"),
        ("زقزوقهم", "NOUN", "زقزوق"),
    ],
)
def test_unknown_words_are_read_by_their_shape(morphology: Morphology, word: str, pos: str, lemma: str) -> None:
    readings = morphology.readings(word)
    assert (pos, lemma) in {(r.pos, r.lemma) for r in readings}
    assert all(r.feats["src"] == "rule" for r in readings)


def test_ta_marbuta_is_no_pronoun(morphology: Morphology) -> None:
    assert all(not r.enclitic for r in morphology.readings("رئيسة"))


def test_unknown_morphologies_are_refused() -> None:
    with pytest.raises(OptionError):
        Morphology(Vocabulary(), "nothing")


def test_lexicon_is_large_and_its_lists_are_sound() -> None:
    words = lexicon.load_lexicon()
    assert len(words.verbs) > 1500
    assert len(words.known) > 5000
    for entry in (*words.nouns, *words.adjectives, *words.names):
        assert entry.lemma
        assert all(len(p) > 1 for p in entry.plurals), entry
        assert set(entry.flags) <= set("fmpdnxeh"), entry


def test_database_is_compiled_once_and_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "cache_folder", lambda: tmp_path)
    with ThreadPoolExecutor(4) as pool:
        paths = set(pool.map(lambda _: lexicon.database_path(Vocabulary()), range(4)))
    assert len(paths) == 1
    assert [p.name for p in tmp_path.iterdir()] == [paths.pop().name]


def test_import_needs_no_network_home_or_torch(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    script = (
        "import sys, socket\n"
        "def refuse(*a, **k): raise OSError('no network')\n"
        "socket.socket.connect = refuse\n"
        "from coder.languages.base import Vocabulary\n"
        "from coder.languages.ar.morphology import Morphology\n"
        "assert Morphology(Vocabulary()).readings('جيش')[0].lemma == 'جيش'\n"
        "assert 'torch' not in sys.modules and 'transformers' not in sys.modules\n"
    )
    env = {k: v for k, v in os.environ.items() if k != "CAMELTOOLS_DATA"}
    env |= {"HOME": str(home), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", script], check=True, env=env)
    assert not (home / ".camel_tools").exists()
