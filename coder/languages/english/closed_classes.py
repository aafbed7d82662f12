"""Closed classes of English that the grammar needs: control verbs, prepositions, auxiliaries, quantities."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Their object, not their subject, is the subject of the infinitive, participle or gerund below them.
OBJECT_CONTROL = _words(
    """
    advise allow appeal appoint arm ask assign assist authorise authorize beg beseech bring call cause caution
    challenge charge coerce command commission compel convince dare deploy direct dispatch drive empower enable
    encourage entice entitle exhort expect find forbid force get have hear help hire implore incite induce
    inspire instruct invite keep lead leave let lobby make motivate mobilise mobilize nominate oblige order pay
    permit persuade plead pray press pressure prod prompt provoke push recruit remind request require restrain
    see send show signal spot spur teach tell tempt train trust urge want warn watch
    """
)
# With these a purpose is that of the object: "sent troops to fight".
SENDING = _words(
    """
    send deploy dispatch hire recruit train bring order arm mobilise mobilize direct assign appoint despatch
    """
)
# Their infinitive says what is wanted of the object, or of whom they call on, appeal to or plead with.
ASKING = _words(
    "urge press pressure implore beg beseech exhort ask tell instruct entreat petition lobby encourage prod nudge"
)
APPEALING = _words("call appeal plead")
# "At no time", "at no point", "under no circumstances" in front of a clause negate it.
NO_TIME = _words("at in under time point stage moment way circumstance circumstances case")
# A gerund right behind them is their object.
GERUND_OBJECTS = _words(
    "rule consider mull avoid suspend stop halt resume oppose resist propose suggest recommend deny risk"
)
# "called on the president to discuss the crisis": a visit.
VISITING = _words("discuss congratulate inform brief pay review express convey thank greet exchange explain assure")
WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday today")
# "accused him of lying": the object is the subject of the gerund.
PREPOSITION_CONTROL = _words(
    """
    absolve accuse acquit arraign arrest ban bar blame block book caution charge clear coerce condemn
    congratulate convict criticise criticize cuff denounce detain deter discourage disqualify dissuade exclude
    execute exonerate expel fault fine fire force forbid hang hinder hold implicate imprison indict interrogate
    investigate jail keep lead lure praise prevent probe prohibit prosecute punish question rebuke release
    reprimand sack sanction seize sentence shame stop sue suspect suspend talk thank trick try warn
    """
)
# Verbs whose finite form without an object is a headline's passive: "Three killed in Gaza strike".
VERDICTS = frozenset({"guilty", "liable", "responsible", "innocent"})
VERDICT_VERBS = frozenset({"find", "hold", "deem"})
FATES = _words("dead wounded injured hurt homeless displaced captive hostage prisoner")
FATEFUL = _words("leave take hold")
DEADLY = frozenset({"dead", "fatally"})  # beside *shot*
# Past forms that are no participles: *spoke by telephone* is no passive.
ONLY_PAST = _words(
    """
    ate began bore broke came chose did drank drew drove fell flew forgave forgot froze gave grew knew ran rang rode
    rose sang sank saw shook spoke sprang stole swam swore threw took tore went withdrew wore wrote
    """
)
HEADLINE_PASSIVES = _words(
    """
    kill wound injure arrest detain jail hospitalise hospitalize behead abduct kidnap rescue evacuate displace
    hurt acquit
    """
)
# "was bombed, killing five": what is bombed does not kill.
RESULTS = _words(
    """
    kill wound injure leave destroy damage cause bring spark prompt force raise trigger lead send set maim
    displace claim burn result end shatter flatten
    """
)
# what somebody is accused of, where a parser hangs it on the accused
CHARGES = _words(
    "brutality corruption torture genocide abuse aggression fraud negligence hypocrisy treason espionage terrorism "
    "betrayal racism discrimination repression interference incitement complicity bias cowardice violence inaction "
    "indifference bribery theft murder arrogance blackmail sabotage provocation meddling extremism favoritism "
    "favouritism nepotism cronyism oppression persecution collusion conspiracy extortion embezzlement harassment "
    "misconduct bullying intimidation censorship propaganda apartheid piracy atrocity crime killing attack massacre "
    "violation lie failure deceit dishonesty"
)
ACCUSING = _words("accuse suspect convict acquit clear deprive strip rob warn inform remind")
GIVING = _words(
    """
    afford award deny give grant hand lend loan offer owe pay promise sell send show supply teach tell ask cost
    fine guarantee
    """
)
DATIVE = GIVING - {"cost", "fine", "ask", "tell", "teach"}
# Verbs whose past form in a headline tells what its subject got: *party fined 70,000*.
HEADLINE_GIFTS = _words("fine grant deny refuse award")
# What a person is granted: the noun before these is a recipient.
GRANTED = _words("permission asylum access immunity amnesty bail refuge shelter autonomy leeway time")
SPEECH = _words(
    """
    add admit affirm agree announce argue assert claim comment concede confirm declare deny disclose explain
    indicate insist mention note predict recall remark reply report respond reveal say state stress suggest tell
    tweet underline vow warn write acknowledge allege believe think estimate
    """
)
# What a letter does: *wrote to voters urging them to stay*.
MESSAGES = _words("ask urge tell warn request beg call invite advise inform implore remind order instruct appeal")
OTHERS = frozenset({"them", "him", "her"})
# They lend their subject to the event noun that is their object, or that stands behind their preposition.
SUPPORT = _words(
    """
    begin conduct deliver execute extend file hold impose launch lodge make mount perform put reiterate resume
    stage start undertake voice wage commit
    """
) | {"carry out", "be behind", "go on", "take part in", "engage in", "participate in", "involve in"}
PASSIVE_SUPPORT = _words("suffer undergo") | {"come under", "be under"}
OCCURRENCE = _words(
    """
    be begin break commence continue ensue erupt flare happen intensify occur resume start follow
    """
) | {
    "take place",
    "break out",
    "flare up",
    "go on",
    "get underway",
    "go ahead",
}
# Nouns that head their own decision: "announced a plan to attack" has the announcer attack.
HOLDING = _words(
    """
    announce approve express face feel get give have hold issue launch lose make need offer outline present
    pursue reach receive reiterate renew repeat reveal set show sign state take undertake unveil voice win
    """
)
INFINITIVE_NOUNS = _words(
    """
    agreement appeal attempt bid call campaign chance commitment deal decision demand drive effort failure
    intent intention invitation law mandate measure motion move offer opportunity order permission plan plea
    pledge plot power pressure promise proposal push readiness refusal request resolution right threat ultimatum
    unwillingness vow warning willingness authority
    """
)
# "used tear gas to disperse the crowd"
INSTRUMENTAL = _words("use employ spend devote utilise utilize open travel block cross visit")
# "a woman visiting from Canada"
COMING_FROM = _words("visiting coming hailing travelling traveling arriving originating fleeing returning")
# Whoever accepts or refuses a demand is the one who is to act on it.
RECEIVING = _words(
    """
    accept reject refuse heed ignore dismiss resist defy answer obey rebuff receive face decline spurn
    """
)
PRESSURE = _words(
    """
    appeal call demand invitation order plea pressure request summons ultimatum warning
    """
)

PREPOSITION_FORMS = {
    "towards": "toward",
    "amongst": "among",
    "amidst": "amid",
    "onto": "on",
    "upon": "on",
    "'til": "until",
    "till": "until",
}
COMPLEX_PREPOSITIONS = frozenset(
    {
        ("in", "response", "to"),
        ("in", "front", "of"),
        ("on", "behalf", "of"),
        ("in", "favor", "of"),
        ("in", "favour", "of"),
        ("in", "exchange", "for"),
        ("in", "return", "for"),
        ("in", "addition", "to"),
        ("in", "accordance", "with"),
        ("in", "line", "with"),
        ("in", "spite", "of"),
        ("in", "light", "of"),
        ("in", "view", "of"),
        ("in", "case", "of"),
        ("in", "terms", "of"),
        ("in", "place", "of"),
        ("with", "regard", "to"),
        ("with", "respect", "to"),
        ("at", "hands", "of"),
        ("in", "wake", "of"),
        ("in", "face", "of"),
        ("in", "event", "of"),
        ("as", "part", "of"),
        ("as", "result", "of"),
    }
)
# A gerund below one of these is an argument ("accused of bombing"), below others it says when or how.
ARGUMENT_PREPOSITIONS = _words("of from with for to on in against into about at over toward")
ADVERBIAL_PREPOSITIONS = _words(
    """
    after before since during until despite without following amid because of for_fear through upon by
    """
) - {"of"}

CONDITIONAL_MARKERS = frozenset(
    {"if", "unless", "provided", "providing", "in case", "lest", "supposing", "assuming", "as long as", "so long as"}
)
NEGATIVE_WORDS = _words("no not n't never neither nor nobody none nothing nowhere hardly")
NEGATIVE_SUBJECTS = _words("nobody none nothing neither")

FUTURE_AUXILIARIES = _words("will shall 'll wo wil")
POSSIBLE_AUXILIARIES = _words("may might could can ca would 'd")
OBLIGATION_AUXILIARIES = _words("must should ought")
# Heads of "is set to visit": the infinitive is in the future.
FUTURE_PREDICATIVES = _words(
    """
    set due about schedule scheduled slate slated go bind bound poise poised expect expected plan planned
    """
)
POSSIBLE_PREDICATIVES = _words("likely")
OBLIGATION_VERBS = _words("have need")

QUANTIFIERS = _words(
    """
    one two three four five six seven eight nine ten some many most several both all none each any few half
    majority dozen hundred thousand million billion score lot plenty handful couple number tens dozens hundreds
    thousands scores lots % percent third quarter
    """
)
CURRENCIES = _words(
    "$ € £ ¥ dollar euro pound yen yuan ruble rouble rupee shekel franc dinar riyal peso won lira dirham"
)
# "the day he left": the relative clause has no gap for its antecedent.
CIRCUMSTANCE_NOUNS = _words(
    """
    day time year month week hour moment minute night morning evening season once twice mile kilometre kilometer
    metre meter step reason way place point date period extent manner case fact
    """
)
# "the first country to recognize": the infinitive tells a deed
SINGLING_OUT = _words("first second third fourth fifth sixth last only latest sole")
PERSON_PRONOUNS = _words("who whom")
