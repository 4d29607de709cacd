"""English words of conflict by ACLED's six event types, and the words that decide between them.

The types and what belongs to each are those of the ACLED Codebook (Armed Conflict Location
& Event Data, version of 2023, "Event types": Battles; Explosions/Remote violence; Violence
against civilians; Protests; Riots; Strategic developments). ACLED codes events from whole
reports by hand; a word list only says which type a clause most likely belongs to. Where a
verb alone cannot tell ("kill", "attack", "hit"), the weapon, the victim or the place in the
same clause decides, and where these are missing the category stays unknown.
"""

from __future__ import annotations

from core.extract.lang.en.inflection import inflect, plural

BATTLES = "Battles"
EXPLOSIONS = "Explosions/Remote violence"
CIVILIANS = "Violence against civilians"
PROTESTS = "Protests"
RIOTS = "Riots"
STRATEGIC = "Strategic developments"
EVENT_TYPES = (BATTLES, EXPLOSIONS, CIVILIANS, PROTESTS, RIOTS, STRATEGIC)

VERBS: dict[str, str] = {
    # Armed clash; government regains territory; non-state actor overtakes territory.
    BATTLES: "clash skirmish ambush battle repel repulse overrun recapture retake counterattack invade outflank liberate besiege",
    # Air/drone strike; suicide bomb; shelling, artillery and missile attack; remote explosive, landmine, IED; grenade; chemical weapon.
    EXPLOSIONS: "bomb bombard shell explode detonate strafe firebomb pound",
    # Sexual violence; attack; abduction and forced disappearance.
    CIVILIANS: "massacre behead execute murder assassinate abduct kidnap rape torture slaughter",
    # Peaceful protest; protest with intervention; excessive force against protesters.
    PROTESTS: "protest demonstrate picket",
    # Violent demonstration; mob violence.
    RIOTS: "riot lynch vandalize vandalise",
    # Agreement; arrests; change to group; disrupted weapons use; base established; looting and property destruction; transfer of territory.
    STRATEGIC: "arrest detain loot torch ransack plunder surrender disarm defect disband annex redeploy",
}
"""Verbs that name the type of their event by themselves."""

NOUNS: dict[str, str] = {
    BATTLES: "clash battle fighting skirmish firefight gunfight gunbattle shootout offensive counteroffensive counter-offensive"
    " ambush incursion siege assault combat hostilities crossfire counterattack invasion encirclement",
    EXPLOSIONS: "airstrike bombing bombardment shelling blast explosion detonation airstrikes barrage salvo sortie"
    " downing shootdown cannonade",
    CIVILIANS: "massacre killing murder assassination execution beheading kidnapping abduction rape stabbing atrocity slaughter",
    PROTESTS: "protest demonstration sit-in picket walkout",
    RIOTS: "riot rioting lynching",
    STRATEGIC: "ceasefire cease-fire truce armistice disengagement deployment redeployment withdrawal pullout arrest surrender"
    " defection looting demobilization disarmament mobilization mobilisation coup annexation",
}
"""Nouns that name an event of the type."""

VIOLENT_VERBS = frozenset("kill attack shoot wound injure hit target strike fire storm raid stab fight beat assault seize capture".split())
VIOLENT_NOUNS = frozenset("attack strike raid shooting gunfire".split())
"""Words whose type the clause decides, by weapon and by victim."""

PUBLIC_VERBS = frozenset("rally march gather".split())
PUBLIC_NOUNS = frozenset("rally march".split())
"""Words that mean a protest only beside people who protest."""

DEAL_VERBS = frozenset("sign reach broker agree ratify strike conclude".split())
DEAL_NOUNS = frozenset("agreement accord deal treaty pact memorandum".split())
"""An agreement, when the verb is one of concluding it."""

FORCE_VERBS = frozenset("deploy withdraw pull send dispatch release free exchange swap hand retreat".split())
"""Strategic when their object is armed forces, weapons, prisoners or hostages."""

RETREAT_VERBS = frozenset("withdraw retreat".split())
"""Strategic when it is armed forces that do it."""

LIGHT_VERBS = frozenset("""go launch carry conduct stage hold mount begin start continue resume erupt break rage occur happen
take follow intensify escalate spread unleash wage perpetrate commit suffer sustain rock hit target strike engage face
declare end halt collapse expire displace cause leave suspend stop lead join trigger spark ignite repulse repel thwart foil see
reach sign impose enter open extend violate breach""".split())  # fmt: skip
"""Verbs that lend their clause to the event noun that is their subject or object: "launched a raid"."""

LAUNCHING = frozenset("launch fire unleash lob hurl drop rain send".split())
MUNITIONS = frozenset("drone missile rocket bomb shell mortar projectile grenade munition".split())
AIMED = frozenset("at on against into toward towards over".split())
"""Remote violence, when munitions are launched at something: a test or a delivery of them is none."""

EXPLODING = frozenset((("go", "off"), ("blow", "up"), ("set", "off")))
"""Verbs with their particles that are explosions, when it is a weapon that does it."""

MEASURE_NOUNS = frozenset("""wave series spate string number round pair dozen dozens hundreds thousands scores barrage lot
kind type set surge flurry pattern use tens act acts bout bouts outbreak resumption start end wave waves majority""".split())  # fmt: skip
"""Nouns that hand on to the noun after "of": "a wave of strikes"."""

ARMED = """soldier troop troops army rebel militant fighter insurgent gunman gunmen militia militiaman militiamen policeman policemen
police officer guerrilla jihadist jihadi terrorist separatist commando paramilitary force forces combatant brigade battalion
convoy garrison outpost checkpoint base barracks guard patrol peacekeeper infantry regiment commander warlord
ISIS ISIL Taliban marines marine recruits recruit navy serviceman servicemen troopers trooper regime isis isil taliban
hezbollah hamas shabab shabaab al-shabab qaeda haram daesh islamists islamist partisans partisan"""
CIVILIAN = """civilian villager people child children woman women man men boy girl resident worshipper worshiper passenger bystander
pedestrian shopper family families journalist reporter student pupil teacher patient doctor nurse farmer herder trader
worker aid refugee migrant tourist prisoner captive hostage activist priest cleric imam bishop judge lawyer politician candidate
lawmaker minister mayor governor crowd person persons everyone baby infant toddler mourner pilgrim driver miner fisherman
fishermen schoolgirl schoolboy schoolchildren adult teenager shepherd medic volunteer elder christians muslims jews
yazidis hazaras shiites customer cook vendor commuter motorist diner guest employee musician professor engineer couple village hospital school market mosque church camp"""
REMOTE = """airstrike bomb bombing explosive shell shelling missile rocket drone warplane jet fighter-jet artillery mortar grenade
mine landmine ied explosion blast suicide bomber vest howitzer warhead air aerial aircraft plane helicopter gunship barrel
chemical sarin chlorine cluster munition uav bombardment warship torpedo booby-trap booby-trapped detonation quadcopter"""
PROTESTERS = "protester protestor demonstrator marcher picketer rally crowd demonstration protest dissident opposition"
CAPTIVES = "prisoner hostage captive detainee weapon tank soldier troop troops force forces aircraft warship missile peacekeeper marine marines"
LABOUR = "worker union labour labor wage pay teacher nurse strike-hit unions walkout hunger employer doctors pilots train miner general"
ACCIDENT = """rollover wreck pileup pile-up stampede crash accident flood earthquake hurricane avalanche landslide wildfire tornado disease virus cancer typhoon cyclone heatwave
collision derailment outbreak malaria covid-19 coronavirus ebola tsunami quake lightning pneumonia"""
SPORT = """game season coach league team goal quarterback player match tournament championship playoff inning touchdown striker
midfielder fans cup score innings batsman wicket homer basketball football baseball hockey soccer tennis nba nfl"""
MARKET = "stock share market index investor trader analyst dow nasdaq bond dollar profit earnings price points shares futures"
CROWDS = """protester demonstrator thousands hundreds dozens crowd supporter marcher worker student union opposition activist
slogan square demand anti-government streets women"""

ARMED_CUE, CIVILIAN_CUE, REMOTE_CUE, PROTESTER_CUE, CAPTIVE_CUE, LABOUR_CUE, ACCIDENT_CUE, SPORT_CUE, MARKET_CUE, CROWD_CUE = (
    1 << i for i in range(10)
)
"""One bit for each kind of cue, so that the cues of a clause are the bits of its words."""

_CUES = (
    (ARMED_CUE, ARMED), (CIVILIAN_CUE, CIVILIAN), (REMOTE_CUE, REMOTE), (PROTESTER_CUE, PROTESTERS), (CAPTIVE_CUE, CAPTIVES),
    (LABOUR_CUE, LABOUR), (ACCIDENT_CUE, ACCIDENT), (SPORT_CUE, SPORT), (MARKET_CUE, MARKET), (CROWD_CUE, CROWDS),
)  # fmt: skip

BY_CONTEXT = "by context"
PUBLIC = "public"
DEAL = "deal"
FORCE = "force"


def cues() -> dict[str, int]:
    """Lower-case word to the bits of its cues; plurals included."""
    table: dict[str, int] = {}
    for bit, words in _CUES:
        for word in dict.fromkeys(words.lower().split()):
            for form in (word, plural(word)):
                table[form] = table.get(form, 0) | bit
    return table


def verb_terms() -> dict[str, str]:
    """Every form of the verbs of conflict to the type, or to the way in which the clause decides it."""
    kinds = [(kind, words.split()) for kind, words in VERBS.items()]
    kinds += [(BY_CONTEXT, VIOLENT_VERBS), (PUBLIC, PUBLIC_VERBS), (DEAL, DEAL_VERBS - VIOLENT_VERBS), (FORCE, FORCE_VERBS)]  # type: ignore[list-item]
    return {form: kind for kind, words in kinds for word in words for form in inflect(word)}


def noun_terms() -> dict[str, str]:
    """Singular and plural of the event nouns to the type, or to the way in which the clause decides it."""
    kinds = [(kind, words.split()) for kind, words in NOUNS.items()]
    kinds += [(PUBLIC, PUBLIC_NOUNS), (BY_CONTEXT, VIOLENT_NOUNS)]  # type: ignore[list-item]
    return {form: kind for kind, words in kinds for word in words for form in (word, plural(word))}


SPOKEN = frozenset("""say tell announce declare state ask warn confirm deny report add acknowledge admit allege claim accuse
urge condemn insist reiterate explain argue assert stress note reply respond comment call disclose reveal testify write tweet
quote denounce criticize criticise praise describe speak talk remark emphasize emphasise concede demand appeal
welcome express testify brief cite""".split())  # fmt: skip
"""Base forms of verbs of saying: their clause tells when something was said."""

ACTING = frozenset("add claim declare charge".split())
"""Those of them that say something only where words said follow: one adds a name, claims a life, declares a state of siege."""
TOLL = frozenset("life lives victim victims casualties".split())
"""What violence claims without a word."""
LEADING_OVER = frozenset("turn refer move respond return come".split())
"""Base forms of verbs whose participle leads over from one subject to the next: "Turning to Haiti, he said"."""

PLANNING = frozenset("plan intend threaten vow pledge promise prepare aim hope want expect schedule agree decide propose order set seek".split())
"""Base forms of verbs whose infinitive lies ahead."""

PLANNING_NOUNS = frozenset("plan decision intention pledge vow promise threat proposal bid effort order readiness willingness".split())
ASKING = frozenset("hope call appeal plead beg press push ask wait prepare brace".split())
"""Base forms of verbs that take "for" and something that has not happened yet."""
WISHES = frozenset("hope hopes call calls appeal appeals plea pleas plan plans demand demands proposal proposals".split())
ASKING_OF_PEOPLE = frozenset("order aim want agree decide set seek".split())
"""Of the verbs of planning those whose object may be there already."""
PLANNED_ADJECTIVES = frozenset("planned upcoming incoming future forthcoming impending imminent possible potential proposed scheduled expected threatened".split())

ATTEMPT_VERBS = frozenset("""appear seem begin start continue try manage help force compel resume happen prove proceed come go have get
be need attempt tend""".split())  # fmt: skip
"""Verbs that pass time, place and reality on to their infinitive: "appears to have launched"."""

UNREAL_VERBS = frozenset("fail refuse decline refrain deny avoid prevent".split())
"""Verbs whose infinitive or participle did not happen."""

DENYING = frozenset("deny refute rebut".split())
"""Verbs whose clause did not happen, by what their subject says."""

FUTURE_AUX = frozenset(("will", "wo", "'ll", "’ll", "shall"))
MODAL_AUX = frozenset("would could may might should must can ca".split())
CONDITIONAL_MARKS = frozenset("if unless whether".split())

STATIVE = frozenset("be have seem appear contain include belong consist remain own know believe think want need mean live lie exist stand".split())
"""Verbs of a state: a place alone does not make an event of them."""
