"""What hangs on the names of bodies and offices: what a body is for, whom a representative stands for."""

from __future__ import annotations

from coder.languages.ar import closed
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.view import View

#: bodies whose names go on with what they are for
NAMED_BODIES = closed.words("بنك مصرف وكالة منظمة هيئة صندوق مجلس اتحاد مؤسسة لجنة برنامج مركز معهد محكمة شركة")
#: words before the name of a state or people: with it they are somebody
STATES_BY_NAME = closed.words("جمهورية مملكة دولة حكومة شعب سلطة")
REPRESENTING = closed.words("ممثل مندوب نائب وفد")


def completes_name(view: View, holder: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether the phrase under ``ل`` says what a body is for, and so ends its name (``البنك الأفريقي للتنمية``)."""
    if not (holder.definite and holder.adjectives) or holder.name or phrase.human or phrase.name:
        return False
    aim = view.definite(phrase.head) and not phrase.genitives
    return aim and view.lemma(holder.head) in NAMED_BODIES and view.feat(phrase.head, "masdar") == "yes"
