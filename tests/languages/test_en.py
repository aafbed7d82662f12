"""English frames: one phenomenon a sentence, with a small vocabulary of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coder.errors import ModelError
from coder.languages.base import Vocabulary
from coder.languages.en import English, load_pipeline
from coder.model import Analysis, Phrase, Predicate, Sentence

NOUNS = (
    "attack", "raid", "air strike", "strike", "talk", "clash", "bombing", "call", "plan", "protest", "killing",
    "support", "counter-offensive", "exchange of prisoner", "ceasefire", "sit-in", "fighting", "arrest",
)  # fmt: skip
VERBS = (
    "carry out", "call off", "enter into", "take control", "be willing", "shoot dead", "test fire", "stage", "rape",
    "criticize", "attack", "claim responsibility", "crack down", "speak by phone", "arm", "go", "pull out",
)  # fmt: skip
WORDS = {
    "support_verbs": ("launch", "carry out", "hold", "stage", "conduct", "engage in", "give"),
    "passive_support_verbs": ("suffer", "come under", "face"),
    "transparent_nouns": ("series", "number", "wave", "group"),
}


@pytest.fixture(scope="module")
def english() -> English:
    return English(Vocabulary(frozenset(VERBS), frozenset(NOUNS), words=WORDS))


def analyse(english: English, text: str) -> Analysis:
    (analysis,) = english.analyse([Sentence(0, 0, len(text), text, "en")])
    return analysis


def find(analysis: Analysis, lemma: str, kind: str | None = None) -> Predicate:
    found = [p for p in analysis.predicates if p.lemma == lemma and kind in (None, p.kind)]
    assert found, f"no {lemma!r} among {[p.lemma for p in analysis.predicates]}"
    return found[0]


def heads(analysis: Analysis, predicate: Predicate, slot: str) -> list[str]:
    return [analysis.tokens[f.head].text for f in predicate.slots.get(slot, ())]


def walk(phrase: Phrase) -> Iterator[Phrase]:
    yield phrase
    for below in (*phrase.genitives, *phrase.appositions, *(p for ps in phrase.attached.values() for p in ps)):
        yield from walk(below)


# sentence, lemma, then head words by slot ("" = the slot must be empty)
SLOTS = [
    # voice
    ("Rebels shelled the town.", "shell", {"subject": "Rebels", "object": "town"}),
    ("The town was shelled by rebels.", "shell", {"subject": "rebels", "object": "town", "by": ""}),
    ("The town has been shelled.", "shell", {"subject": "", "object": "town"}),
    ("Seven killed in village clash", "kill", {"subject": "", "object": "Seven"}),
    ("Villagers were beaten and robbed by gunmen.", "beat", {"subject": "gunmen", "object": "Villagers"}),
    ("He was forced to leave the country by the army.", "force", {"subject": "army", "object": "He"}),
    ("The general was re-elected.", "elect", {"object": "general"}),
    # participles and relative clauses
    ("Troops killed by rebels were buried.", "kill", {"subject": "rebels", "object": "Troops"}),
    ("Soldiers attacking the town retreated.", "attack", {"subject": "Soldiers", "object": "town"}),
    ("The rebels who seized the airport fled.", "seize", {"subject": "rebels", "object": "airport"}),
    ("Iraq became the first state to recognize Kosovo.", "recognize", {"subject": "Iraq", "object": "Kosovo"}),
    ("The airport that the rebels seized was closed.", "seize", {"subject": "rebels", "object": "airport"}),
    ("The man she tried to kill fled.", "kill", {"subject": "she", "object": "man"}),
    ("The country to which the weapons were sent is poor.", "send", {"object": "weapons", "to": "country"}),
    ("The two sides signed a pact on Monday that ended the war.", "end", {"subject": "pact", "object": "war"}),
    ("Rebels shelled the town, killing five people.", "kill", {"subject": "Rebels", "object": "people"}),
    ("The bus was bombed, killing five people.", "kill", {"subject": "", "object": "people"}),
    # coordination
    ("Egypt and Jordan condemned the raid.", "condemn", {"subject": "Egypt Jordan", "object": "raid"}),
    ("Police arrested students and workers.", "arrest", {"object": "students workers"}),
    ("The gunmen shot and killed a priest.", "shoot", {"subject": "gunmen", "object": "priest"}),
    (
        "Gunmen stormed a village, killed ten men and abducted a priest.",
        "abduct",
        {"subject": "Gunmen", "object": "priest"},
    ),
    ("The troops attacked the village and burned the homes.", "attack", {"object": "village"}),
    # control and raising
    ("Washington urged Israel to stop the war.", "stop", {"subject": "Israel", "object": "war"}),
    ("Iran called on Saudi Arabia to free the sailors.", "free", {"subject": "Arabia", "object": "sailors"}),
    ("Russia promised Syria to send troops.", "send", {"subject": "Russia", "object": "troops"}),
    ("The army was ordered to leave the town.", "leave", {"subject": "army", "object": "town"}),
    ("The group is believed to have attacked the base.", "attack", {"subject": "group", "object": "base"}),
    ("France is ready to help Sudan.", "help", {"subject": "France", "object": "Sudan"}),
    ("Syria was accused of bombing civilians.", "bomb", {"subject": "Syria", "object": "civilians"}),
    ("Egypt accused Turkey of arming militants.", "arm", {"subject": "Turkey", "object": "militants"}),
    ("The president was accused by the opposition of killing protesters.", "kill", {"subject": "president"}),
    ("After killing the guards, the men fled.", "kill", {"subject": "men", "object": "guards"}),
    ("He was arrested on charges of killing a soldier.", "kill", {"subject": "He", "object": "soldier"}),
    ("Germany sent soldiers to Mali to train recruits.", "train", {"subject": "soldiers", "object": "recruits"}),
    (
        "Police used tear gas to disperse protesters.",
        "use",
        {"subject": "Police", "purpose": "disperse", "complement": ""},
    ),
    ("Iran announced a plan to attack Israel.", "attack", {"subject": "Iran", "object": "Israel"}),
    ("China rejected a US call to release the activists.", "release", {"subject": "China", "object": "activists"}),
    # dative, prepositions, particles, verbs of several words
    ("Kyiv was given weapons by Washington.", "give", {"subject": "Washington", "object": "weapons", "to": "Kyiv"}),
    ("The minister gave the rebels a deadline.", "give", {"object": "deadline", "to": "rebels"}),
    ("Turkey accused Greece, according to officials.", "accuse", {"according to": "officials"}),
    ("The army left because of the flood.", "leave", {"because of": "flood", "because": ""}),
    ("In response to the raid, Iran fired missiles.", "fire", {"subject": "Iran", "in response to": "raid"}),
    ("Turkey called off the summit.", "call off", {"subject": "Turkey", "object": "summit"}),
    ("Rebels took control of the town.", "take control", {"subject": "Rebels", "object": "", "of": "town"}),
    ("France is willing to talk to Iran.", "be willing", {"subject": "France", "complement": "talk"}),
    ("Gunmen shot dead three people.", "shoot dead", {"subject": "Gunmen", "object": "people"}),
    ("Policeman fatally shot in car park", "shoot", {"object": "Policeman"}),
    ("North Korea test-fired a missile.", "test fire", {"subject": "Korea", "object": "missile"}),
    ("The two ministers spoke by phone.", "speak by phone", {"subject": "ministers"}),
    ("Soldiers raped women.", "rape", {"subject": "Soldiers", "object": "women"}),
    ("Brazil criticised the decision.", "criticize", {"subject": "Brazil", "object": "decision"}),
    # what the parser often gets wrong
    ("Germany gave Lebanon food and medicine.", "give", {"object": "food medicine", "to": "Lebanon"}),
    ("Djibouti gave the French army permission to use the port.", "give", {"object": "permission", "to": "army"}),
    ("Turkey armed Syrian rebels.", "arm", {"subject": "Turkey", "object": "rebels"}),
    ("Chilean miners downed tools at the company.", "down", {"subject": "miners", "object": "tools"}),
    ("The attack by gunmen on a village killed twelve.", "kill", {"subject": "attack", "object": "twelve"}),
    ("Fighting between troops and rebels killed ten.", "kill", {"subject": "Fighting", "object": "ten"}),
    ("The coast guard rescued migrants off Sicily.", "rescue", {"object": "migrants", "off": "Sicily"}),
    ("An air strike left ten people dead.", "leave", {"object": "people"}),
    ("The envoy pulled out of the talks.", "pull out", {"from": "talks"}),
    # embedded clauses
    ('"We will attack," the minister said.', "say", {"subject": "minister", "complement": "attack"}),
    ("Israel said that it would attack.", "say", {"subject": "Israel", "complement": "attack"}),
    ("Hamas denied that it had attacked the convoy.", "deny", {"complement": "attacked"}),
    ("NATO will respond if Russia invades Poland.", "respond", {"if": "invades"}),
    ("The troops withdrew after rebels attacked the base.", "withdraw", {"after": "attacked"}),
    # quantities
    ("Dozens of protesters were arrested.", "arrest", {"object": "protesters"}),
    ("A number of soldiers deserted.", "desert", {"subject": "soldiers"}),
]


@pytest.mark.parametrize(("text", "lemma", "slots"), SLOTS, ids=[s[0] for s in SLOTS])
def test_verb_slots(english: English, text: str, lemma: str, slots: dict[str, str]) -> None:
    analysis = analyse(english, text)
    predicate = find(analysis, lemma, "verb")
    assert {name: " ".join(heads(analysis, predicate, name)) for name in slots} == slots


NOUN_SLOTS = [
    ("Rebels launched an attack on the base.", "attack", {"subject": "Rebels", "on": "base"}),
    ("An attack was carried out by rebels.", "attack", {"subject": "rebels"}),
    ("The attack carried out by rebels on the base was condemned.", "attack", {"subject": "rebels", "on": "base"}),
    (
        "Rebels launched a series of air strikes against Syrian troops.",
        "air strike",
        {"subject": "Rebels", "against": "troops"},
    ),
    ("The army came under attack from militants.", "attack", {"object": "army", "from": "militants"}),
    ("Russia and Turkey held talks with Iran.", "talk", {"subject": "Russia Turkey", "with": "Iran"}),
    ("There were clashes between police and protesters.", "clash", {"between": "police protesters"}),
    ("US air strikes killed ten people.", "air strike", {"modifier": "US"}),
    ("US and British air strikes hit the town.", "air strike", {"modifier": "US British"}),
    ("Israel's bombing of Beirut was condemned.", "bombing", {"genitive": "Israel", "of": "Beirut"}),
    (
        "The exchange of prisoners between Russia and Ukraine ended.",
        "exchange of prisoner",
        {"between": "Russia Ukraine"},
    ),
    ("The army launched a counter-offensive in the north.", "counter-offensive", {"subject": "army"}),
    ("Workers staged a sit-in at the plant.", "sit-in", {"subject": "Workers", "at": "plant"}),
    ("The arrest of a dissident by police was criticised.", "arrest", {"of": "dissident", "by": "police"}),
    ("Fighting between troops and rebels killed ten.", "fighting", {"between": "troops rebels"}),
    ("Teachers went on strike against the government.", "strike", {"subject": "Teachers", "against": "government"}),
    ("Israel's plan to attack Iran was criticised.", "plan", {"genitive": "Israel", "complement": "attack"}),
]


@pytest.mark.parametrize(("text", "lemma", "slots"), NOUN_SLOTS, ids=[s[0] for s in NOUN_SLOTS])
def test_noun_slots(english: English, text: str, lemma: str, slots: dict[str, str]) -> None:
    analysis = analyse(english, text)
    predicate = find(analysis, lemma, "noun")
    assert {name: " ".join(heads(analysis, predicate, name)) for name in slots} == slots


def test_support_verb_and_noun_name_each_other(english: English) -> None:
    analysis = analyse(english, "Rebels did not launch an attack.")
    noun, verb = find(analysis, "attack", "noun"), find(analysis, "launch")
    assert (noun.support, verb.support_for) == (verb.head, noun.head)
    assert noun.negated
    assert noun.tense == "past"


def test_occurrence_lends_tense_and_negation(english: English) -> None:
    analysis = analyse(english, "No attacks took place.")
    noun = find(analysis, "attack", "noun")
    assert noun.negated
    assert noun.tense == "past"
    assert noun.support == find(analysis, "take place").head


@pytest.mark.parametrize(
    ("text", "lemma", "negated"),
    [
        ("Police did not arrest the man.", "arrest", True),
        ("Police never arrested the man.", "arrest", True),
        ("No troops entered the town.", "enter", True),
        ("Nobody was arrested.", "arrest", True),
        ("Neither Egypt nor Sudan attended the summit.", "attend", True),
        ("Police did not arrest or kill anyone.", "kill", True),
        ("The army withdrew without attacking the town.", "attack", True),
        ("The army failed to attack the town.", "attack", False),
        ("The army not only attacked but burned the town.", "attack", False),
    ],
)
def test_negation(english: English, text: str, lemma: str, negated: bool) -> None:
    assert find(analyse(english, text), lemma, "verb").negated is negated


@pytest.mark.parametrize(
    ("text", "lemma", "modality"),
    [
        ("Russia will attack Ukraine.", "attack", "future"),
        ("Russia is going to attack Ukraine.", "attack", "future"),
        ("The king is to visit Paris.", "visit", "future"),
        ("The king is set to visit Paris.", "visit", "future"),
        ("Russia said it would attack Ukraine.", "attack", "future"),
        ("Russia may attack Ukraine.", "attack", "possible"),
        ("Russia must leave Ukraine.", "leave", "obligation"),
        ("Russia has to leave Ukraine.", "leave", "obligation"),
        ("NATO will respond if Russia attacks Poland.", "attack", "conditional"),
        ("Should Russia attack Poland, NATO will respond.", "attack", "conditional"),
        ("It is unclear whether Russia will attack Ukraine.", "attack", "possible"),
        ("Reporters asked Putin whether he was going to meet the pope.", "meet", "possible"),
        ("Russia will decide whether to attack Ukraine.", "attack", "possible"),
        ("Russia attacked Ukraine.", "attack", None),
    ],
)
def test_modality(english: English, text: str, lemma: str, modality: str | None) -> None:
    assert find(analyse(english, text), lemma, "verb").modality == modality


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "voice"),
    [
        ("Rebels attack the town.", "attack", "present", "active"),
        ("Rebels have attacked the town.", "attack", "past", "active"),
        ("The town was attacked.", "attack", "past", "passive"),
        ("The town will be attacked.", "attack", "future", "passive"),
        ("Rebels are attacking the town.", "attack", "present", "active"),
    ],
)
def test_tense_and_voice(english: English, text: str, lemma: str, tense: str, voice: str) -> None:
    predicate = find(analyse(english, text), lemma, "verb")
    assert (predicate.tense, predicate.voice) == (tense, voice)


@pytest.mark.parametrize(
    ("text", "lemma", "clause"),
    [
        ("Rebels seized the town.", "seize", None),
        ("The rebels who seized the town fled.", "seize", "relative"),
        ("Police said that rebels seized the town.", "seize", "complement"),
        ("Rebels threatened to seize the town.", "seize", "infinitive"),
        ("Troops came to seize the town.", "seize", "purpose"),
        ("The force to seize Mosul left Iraq.", "seize", "infinitive"),
        ("Syria was the last country to attack Israel.", "attack", "relative"),
        ("If rebels seize the town, people will flee.", "seize", "if"),
        ("People fled after rebels seized the town.", "seize", "after"),
        ("People fled, leaving the town.", "leave", "participle"),
    ],
)
def test_clause(english: English, text: str, lemma: str, clause: str | None) -> None:
    assert find(analyse(english, text), lemma, "verb").clause == clause


def test_phrase_structure(english: English) -> None:
    text = "The former foreign minister of Egypt, Sameh Shoukry, met diplomats from Jordan."
    analysis = analyse(english, text)
    meet = find(analysis, "meet")
    (subject,), (target,) = meet.slots["subject"], meet.slots["object"]
    assert [analysis.tokens[i].norm for i in subject.tokens] == ["the", "former", "foreign", "minister"]
    assert [analysis.tokens[g.head].text for g in subject.genitives] == ["Egypt"]
    assert [text[a.start : a.end] for a in subject.appositions] == ["Sameh Shoukry"]
    assert text[subject.start : subject.end].startswith("The former foreign minister of Egypt, Sameh Shoukry")
    assert [analysis.tokens[p.head].text for p in target.attached["from"]] == ["Jordan"]


def test_relative_clause_is_outside_the_span(english: English) -> None:
    text = "The president, whose brother was arrested, fled."
    analysis = analyse(english, text)
    (brother,) = find(analysis, "arrest").slots["object"]
    assert text[brother.start : brother.end] == "brother"
    assert [text[g.start : g.end] for g in brother.genitives] == ["The president"]


def test_pronouns_and_possessors(english: English) -> None:
    analysis = analyse(english, "He met his Israeli counterpart.")
    meet = find(analysis, "meet")
    assert meet.slots["subject"][0].kind == "pronoun"
    assert [analysis.tokens[g.head].norm for g in meet.slots["object"][0].genitives] == ["his"]


def test_embedded_predicate_is_reachable_by_its_head(english: English) -> None:
    analysis = analyse(english, "Police said rebels had attacked the base.")
    (clause,) = find(analysis, "say").slots["complement"]
    assert clause.kind == "clause"
    assert clause.head == find(analysis, "attack", "verb").head


def test_every_filler_lies_inside_the_sentence(english: English) -> None:
    text = 'Iran\'s navy (IRGCN) said "dozens of the ships" that it seized in May, at the hands of Ali, were freed.'
    analysis = analyse(english, text)
    for predicate in analysis.predicates:
        for filler in (f for fs in predicate.slots.values() for f in fs):
            for phrase in walk(filler):
                assert 0 <= phrase.start <= phrase.head_start < phrase.head_end <= phrase.end <= len(text)


def test_offsets_count_from_the_document(english: English) -> None:
    text = "“Rebels”  attacked\nthe U.S. base."
    (analysis,) = english.analyse([Sentence(3, 100, 100 + len(text), text, "en")])
    assert all(text[t.start - 100 : t.end - 100] == t.text for t in analysis.tokens)
    assert all(t.text.strip() for t in analysis.tokens)
    (target,) = find(analysis, "attack", "verb").slots["object"]
    assert text[target.start - 100 : target.end - 100] == "the U.S. base"


def test_order_and_entities(english: English) -> None:
    texts = ["Barack Obama visited Kenya.", "", "Troops left."]
    analyses = list(english.analyse([Sentence(i, 0, len(t), t, "en") for i, t in enumerate(texts)]))
    assert [a.sentence.index for a in analyses] == [0, 1, 2]
    assert ("PERSON", "Barack Obama") in {(e.label, texts[0][e.start : e.end]) for e in analyses[0].entities}
    assert analyses[1].predicates == ()


def test_all_noun_phrases_are_listed_once_in_order(english: English) -> None:
    analysis = analyse(english, "In Cairo, two ministers of Egypt met.")
    listed = [analysis.tokens[p.head].text for p in analysis.phrases]
    assert listed == ["Cairo", "ministers", "Egypt"]


@pytest.mark.parametrize(
    ("phrase", "kind", "expected"),
    [
        ("Egyptian", "demonym", {("egyptian",), ("egyptians",)}),
        ("British", "demonym", {("british",)}),
        ("al-Sisi", "name", {("al", "-", "sisi")}),
        ("Recep Tayyip Erdoğan", "name", {("recep", "tayyip", "erdogan")}),
        ("policeman", "agent", {("policeman",), ("policemen",)}),
        ("child", "agent", {("child",), ("children",)}),
        ("troops", "agent", {("troops",)}),
        ("rebel", "adjective", {("rebel",)}),
    ],
)
def test_forms(english: English, phrase: str, kind: str, expected: set[tuple[str, ...]]) -> None:
    assert english.forms(phrase, kind) == expected  # type: ignore[arg-type]


def test_forms_of_titles(english: English) -> None:
    assert {("prime", "minister"), ("prime", "ministers"), ("prime", "-", "minister")} <= english.forms(
        "prime minister", "agent"
    )
    of = english.forms("minister of defence", "agent")
    assert {("ministers", "of", "defence"), ("minister", "of", "defense")} <= of
    assert ("commanders", "-", "in", "-", "chief") in english.forms("commander-in-chief", "agent")


@pytest.mark.parametrize("name", ["U.S.", "al-Qaeda", "Sana'a", "Abdel Fattah el-Sisi", "St. Petersburg", "AT&T"])
def test_forms_match_running_text(english: English, name: str) -> None:
    forms = english.forms(name, "name")
    for text in (f"Yesterday {name} was named.", f"They reached {name}'s border.", f"It is in {name}, they said."):
        norms = tuple(t.norm for t in analyse(english, text).tokens)
        assert any(norms[i : i + len(f)] == f for f in forms for i in range(len(norms))), (norms, forms)


def test_normalise(english: English) -> None:
    assert english.normalise("Côte d’Ivoire") == "cote d'ivoire"
    assert english.normalise("ERDOĞAN") == "erdogan"
    assert english.normalise("al‑Sisi") == "al-sisi"


def test_missing_model_is_explained() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        load_pipeline("no_such_model")


@pytest.mark.parametrize(
    "text",
    [
        "KABUL - Rebels attacked troops.",
        "THE HAGUE, Netherlands -- Rebels attacked troops.",
        "BAMAKO, May 14 (Sahel Wire) - Rebels attacked troops.",
        "ISLAMABAD: Rebels attacked troops.",
        "GENEVA, 8 February 2023 - Rebels attacked troops.",
        "New York, 3 May 2023 – Rebels attacked troops.",
        "Tripoli, Libya - Rebels attacked troops.",
        "Ramallah, occupied West Bank --Rebels attacked troops.",
        "DAMASCUS, (Sahel Wire) - Rebels attacked troops.",
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(english: English, text: str) -> None:
    attack = find(analyse(english, text), "attack", "verb")
    assert [text[p.start : p.end] for p in attack.slots["subject"]] == ["Rebels"]
    assert text[attack.start : attack.end] == "attacked"


def test_lemmas_follow_the_words_that_readings_ask_for() -> None:
    from coder.languages.english.inflect import Lemmas

    assert Lemmas((), (), ("dose",))("doses", "dos", "NOUN") == "dose"
    assert Lemmas((), ())("doses", "dos", "NOUN") == "dos"
