"""Small dictionaries in PETRARCH's formats, for the tests of the importer."""

from __future__ import annotations

from pathlib import Path

from coder.dictionary.petrarch import Report, Sources, import_petrarch
from coder.dyads import EventOptions
from coder.pipeline import Coder, CoderOptions

VERBS = """\
<!-- a header
# that goes on -->
&CURRENCY
+DOLLAR
+SWISS_FRANC
+KRONER_

&AIDKIND_
+&CURRENCY
+GRAIN

--- PRAISE [051] ---
PRAISE  # a note
LAUD [053]
+SPEAK_UP_FOR {+SPOKE_UP_FOR +SPEAKS_UP_FOR}
- * EFFORT [0512]  # first
- * OLD_&CURRENCY_NOTES [903]
- DID_NOT * [112]
- + * FROM $ [066]
- * WITH % [031]
- * EVEN WITH ^ ABOUT + [045]

--- VISIT [042:043] ---
VISIT
- * {WITHOUT WARNING|UNANNOUNCED} [---]
- % HAVE * [046:046]

--- GIVE [---] ---
GIVE { GAVE GIVEN GIVING GIVES }
- * &AIDKIND [070]
- * NOTHING
- * GIFT AND * [070]
- * &UNDEFINED [070]

--- OFFEND [:110] ---
OFFEND

--- HURRY [###] ---
HURRY {}
"""

PHRASE_VERBS = """\
&WEAPON
+MISSILE
####### VERB PATTERNS #######
--- SHIP [---] ---
SHIP
DISPATCH
- * AID [070]
- * {FOOD AID} (TO) [073]
- MILITIA * &WEAPON (ACROSS BORDER) [152]
- * {OLD &WEAPON PARTS} [072]
- * (TO +) [061]

--- SAY [010] ---
SAY
CLAIM
--- ATTACK [190] ---
ATTACK
~ a (a b ATTACK) SAY = a b 015
~ a (b . ATTACK) SAY = a b 112
~ a (a b Q) CLAIM = a b Q
~ a (a b NOSUCH) SAY = a b 015
"""

ACTORS = """\
OLDLAND_  [OLD]
+OLDLANDIC_
NEWLAND [NEW]
TWIN_ISLES [EAS/WES]
JANE_DOE [NEW]  # before office
\t[NEWGOV 20100101-20121231]
\t[NEWELI > 130101]
JOHN ROE
\t[OLDMIL <991231]
\t[OLDMIL <19993131]
NEWLAND [NEW]
+NEWLANDER
HARBOUR_LEAGUE [NGOHRB 20000101-20051231][NGOHRBNEW >20060101]
NAMELESS_ONE
"""

AGENTS = """\
!FOLK! = MAN, MEN, WOMAN, WOMEN
MINISTER [~GOV]
PRESS {} [~MED]
SILVER_OX {SILVER_OXEN} [~SOX]
CONGRESS!FOLK! [~LEG]
!FOLK!_OF_ROADS,_PORTS_AND_CANALS [~GOV]
RELIEF_GROUP [ NGO~]
SCOUT!CLUB! [~EDU]
TEACHER
MINISTER [~GOVMIN]
"""

DISCARDS = """\
+WORLD CUP  # stories
BASEBALL
GROUP A_
BASEBALL
"""

ISSUES = """\
<ISSUE CATEGORY="TRADE" TYPE="ALL">
n:tariff [TARIFFS]
free+trade [TRADE]
v:export n:good [TRADE]
~price tag
untagged words
</ISSUE>
"""

FILES = {
    "verbs": VERBS,
    "actors": ACTORS,
    "agents": AGENTS,
    "discards": DISCARDS,
    "issues": ISSUES,
}


def write_sources(folder: Path, **texts: str) -> Sources:
    """Write the files ``FILES`` (or ``texts`` instead) and name them."""
    chosen = texts or FILES
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, text in chosen.items():
        paths[name] = folder / f"{name}.txt"
        paths[name].write_text(text, encoding="utf-8")
    return Sources(
        verbs=paths.get("verbs"),
        actors=(paths["actors"],) if "actors" in paths else (),
        agents=paths.get("agents"),
        discards=paths.get("discards"),
        issues=paths.get("issues"),
    )


def imported(folder: Path, **texts: str) -> tuple[Path, Report]:
    """Import into ``folder/out``."""
    out = folder / "out"
    return out, import_petrarch(write_sources(folder / "in", **texts), out)


def petrarch_coder(folder: Path) -> Coder:
    """A coder over an import, with nothing else but language words."""
    return Coder(CoderOptions(dictionaries=folder, events=EventOptions(unknown_actors="all", require_dyad=True)))
