"""English words that tell what a numeric claim is about and whether it happened."""

from __future__ import annotations

from core.extract.lang.en.numbers import DOWN, UP


def _table(**lines: str) -> dict[str, str]:
    return {word: category for category, words in lines.items() for word in words.split()}


EVENT_NOUNS: dict[str, str] = _table(
    fatalities="death deaths fatality fatalities dead killed corpse corpses body bodies martyrs killings murders executions "
    "kia victims lives homicides toll assassinations slain",
    injuries="patient patients wia injury injuries wounded injured casualties casualty wounds",
    displaced="refugee refugees displaced evacuees idps migrants asylum-seekers returnees arrivals",
    detained="arrest arrests detainee detainees prisoner prisoners hostage hostages captive captives inmates abductees pows "
    "detentions abductions kidnappings",
    missing="missing",
    strikes="strike strikes airstrike airstrikes air-strike air-strikes sortie sorties attack attacks raid raids explosion "
    "explosions blast blasts mission missions bombing bombings bombardments bombardment assault assaults shelling shellings "
    "ambushes ambush offensives incursions operations launches salvos volleys clashes clash violations detonations engagements "
    "skirmishes firefights shootings shellings barrages",
    vote="vote votes ballots voters seats seat electors",
)
"""Nouns that name the category themselves, whatever the verb."""

COUNTED_NOUNS: dict[str, str] = _table(
    personnel="people person persons soldier soldiers troop troops fighter fighters militant militants civilian civilians "
    "insurgent insurgents rebel rebels policeman policemen officer officers man men woman women child children girl girls boy "
    "boys villager villagers resident residents personnel member members medic medics doctor doctors nurse nurses worker "
    "workers journalist journalists reporter reporters student students passenger passengers crew protester "
    "protesters demonstrators demonstrator gunman gunmen attacker attackers bomber terrorist terrorists "
    "jihadist jihadists extremist extremists guard guards commander commanders general generals leader leaders pilot pilots "
    "sailor sailors marine marines servicemen serviceman servicemembers conscript conscripts reservist reservists recruit "
    "recruits volunteers mercenary mercenaries contractors contractor adviser advisers advisors trainers trainees inhabitants "
    "citizens nationals foreigners tourists worshippers worshipers pilgrims others family families households survivors "
    "forces cops police officials staff employees experts agents operatives suspects peacekeepers observers monitors "
    "paramilitaries militiamen militia defenders miners farmers fishermen bystanders pedestrians teenagers adults infants "
    "babies toddlers individuals protestors nobles clergy delegates minutemen militiawomen regiments regiment battalions battalion "
    "team teams crews element elements squadrons squadron brigades brigade divisions platoons brothers sisters relatives lawmakers politicians deputies ministers americans russians ukrainians "
    "israelis palestinians syrians iraqis afghans turks kurds yemenis iranians europeans egyptians libyans somalis "
    "subscribers followers viewers readers lawyers lawyer judges judge prosecutors activists activist dissidents invaders enemies enemy "
    "invader combatants noncombatants infantrymen infantry riflemen snipers sniper scouts paratroopers commandos commando rangers "
    "cadets veterans veteran deserters defectors separatists loyalists guerrillas guerrilla partisans bandits smugglers traffickers "
    "pirates assailants assailant perpetrators raiders looters rioters hijackers kidnappers captors assassins collaborators spies "
    "informants interpreters translators technicians engineers engineer mechanics drivers driver truckers paramedics surgeons "
    "pupils teachers teacher lecturers professors scientists researchers analysts consultants diplomats diplomat "
    "ambassadors envoys negotiators mediators monitors inspectors firefighters firefighter rescuers rescuer responders volunteers "
    "clerics cleric imams priests monks nuns pastors believers congregants parishioners mourners shoppers commuters customers vendors "
    "traders trader merchants shopkeepers herders herder nomads peasants labourers laborers fishers builders dockers "
    "immigrants expatriates minors minor youths youth orphans widows widow parents mothers mother fathers father sons son daughters "
    "daughter brother sister wives husbands cousins grandchildren grandparents newborns schoolchildren schoolgirls schoolboys schoolgirl "
    "schoolboy elders chiefs sheikhs governors mayors councillors senators congressmen legislators parliamentarians candidates "
    "politician opponents supporters loyalist sympathisers sympathizers members partisans crewmen crewmembers airmen aviators "
    "seamen seafarers mariners stevedores gunners tankers helpers beneficiaries recipients breadwinners humans souls men-at-arms "
    "operators operator sergeants sergeant lieutenants captains captain colonels colonel majors lieutenant squads squad "
    "detachments formations corps units armies warriors legionnaires militias conscript mobiks draftees trainees instructors "
    "servicewomen servicewoman policewomen policewoman constables gendarmes gendarme wardens jailers lodgers tenants homeowners "
    "taxpayers breadwinners neighbours neighbors spectators fans players athletes actors artists poets singers cameramen cameraman "
    "deminers deminer sappers sapper miscreants dacoits hoodlums vigilantes vigilante jawans bandit hunters voters porters hostage-takers hitmen photographers photographer editors correspondents bloggers blogger cyclists motorists riders",
    equipment="tank tanks aircraft plane planes jet jets warplane warplanes helicopter helicopters drone drones "
    "uav uavs missile missiles rocket rockets shell shells mortar mortars bomb bombs vehicle vehicles truck trucks car cars "
    "ship ships warship warships boat boats vessel vessels submarine submarines frigate frigates destroyer destroyers carrier "
    "carriers gun guns rifle rifles weapon weapons launcher launchers howitzer howitzers artillery systems system battery "
    "batteries bomber bombers munitions munition warhead warheads mine mines landmines device devices explosives grenades "
    "cruiser cruisers corvette corvettes tanker tankers freighter freighters trawlers dinghies speedboats ferries barges lorries vans van "
    "ambulance bus train trains locomotives wagons glider gliders quadcopter quadcopters fpvs airplane airplanes airliners fighter-jets f-16s "
    "tractors excavators pontoons bridgelayers transports carriers gunships gunship bomblets submunitions torpedo cannon cannons "
    "mlrs pistols revolvers kalashnikovs machine-guns machineguns detonators ied ieds projectiles cartridges "
    "jammers sensors antennas goggles generators vests helmets parachutes "
    "ammunition bullets rounds radars radar interceptors trailers bulldozers buses ambulances armored armoured apcs ifvs convoys motorcycles "
    "motorcycle motorbikes pickups batteries turrets satellites engines balloons torpedoes",
    other="hotel hotels school schools hospital hospitals clinic clinics shop shops store stores house houses home homes building buildings "
    "church churches mosque mosques market markets depot depots facility facilities plants station stations office offices homes "
    "apartments flats cases incidents properties structures sites centres centers",
    territory="village villages town towns city cities district districts settlement settlements province provinces "
    "neighborhood neighborhoods neighbourhood neighbourhoods hamlets hamlet governorates localities areas positions "
    "communities lga lgas wards woredas kebeles townships boroughs checkpoints checkpoint outposts outpost bases base territory capitals hamlets islands island strongpoint strongpoints stronghold "
    "strongholds windbreak windbreaks hill hills hilltop hilltops height heights ridge ridges trench trenches treelines treeline crossings "
    "crossing bridgehead bridgeheads airfields airfield airports garrisons garrison barracks communes commune municipalities counties "
    "oblasts raions regions region suburbs suburb enclaves enclave",
)
"""Nouns that say what was counted; the verb may make it a casualty."""

DEGREES: tuple[str, ...] = ("fatalities", "injuries", "displaced", "detained", "missing")

OBJECT_VERBS: dict[str, str] = _table(
    fatalities="kill kills killed killing murder murdered murdering slaughtered massacred executed executing execute slain slay "
    "assassinated beheaded claimed claiming eliminated neutralized neutralised liquidated drowned lynched martyred hanged bury buried burying",
    injuries="wound wounds wounded wounding injure injures injured injuring hurt hurting maimed maiming treat treats treated treating hospitalized "
    "hospitalised",
    displaced="displace displaces displaced displacing uprooted uprooting evacuate evacuated evacuating shelter shelters sheltering "
    "housed houses",
    detained="detain detains detained detaining arrest arrests arrested arresting abduct abducts kidnap kidnaps imprison jails imprisoned imprisoning jailed kidnapped kidnapping abducted "
    "abducting rounded interned sentenced",
    missing="unaccounted",
)
"""Verbs by what happens to their object, or to their subject in the passive."""

CASUALTIES: frozenset[str] = frozenset(
    "dead killed wounded injured hurt missing maimed captured arrested detained kidnapped abducted displaced hospitalised hospitalized "
    "critically seriously severely slightly lightly fatally mortally".split()
)
"""What a bare number in front of it counts people by: "one dead, six wounded"."""

SUBJECT_VERBS: dict[str, str] = _table(
    fatalities="die dies died dying perish perished drown drowns drowned drowning dead slain deceased",
    displaced="flee flees fled fleeing homeless displaced",
    missing="missing vanished disappeared",
)
"""Verbs and predicates by what happens to their subject."""

ACTION_NOUNS: dict[str, str] = _table(
    fatalities="killing killings murder murders death deaths massacre execution executions slaughter assassination drowning beheading "
    "lynching bodies body corpses remains lives life",
    injuries="wounding injury injuries",
    detained="arrest arrests detention detentions abduction abductions kidnapping kidnappings capture imprisonment",
    displaced="displacement evacuation exodus",
    missing="disappearance disappearances whereabouts fate fates",
)
"""Nouns by what happens to the people behind their "of": "the killing of eight civilians"."""

REPORTS: frozenset[str] = frozenset(
    "thought believed reported said feared confirmed estimated known presumed understood found considered alleged seen left".split()
)
"""Verbs that stand over the participle that tells what happened: "are thought to have been killed"."""

MONEY: frozenset[str] = frozenset(
    "cent cents penny pence franc francs pound pounds peso pesos dinar dinars rial rials mark marks crown crowns kopecks "
    "guilders shilling shillings kronor krona krone kroner baht rupee rupees riyal riyals lira liras dirham dirhams manat manats kwacha leu lei".split()
)
"""Money of no one country: no ISO code, but money all the same."""

IDLE: frozenset[str] = frozenset(
    "times time sides side ways things thing reasons factors aspects kinds types sorts forms words occasions steps terms fronts "
    "respects points questions levels categories groups halves ends hands afternoon morning evening night weekend weekends summers "
    "winters seasons quarters generations moments".split()
)
"""Nouns whose count says little about the world."""

KNOWN: frozenset[str] = frozenset("the these those both all his her its their our my".split())
"""Words before a small number that take up what is known: "the two countries"."""

AFTERMATHS: dict[str, str] = _table(
    fatalities="dead killed slain executed murdered deceased",
    injuries="wounded injured hurt hospitalized hospitalised",
    missing="missing unaccounted",
    displaced="displaced homeless",
    detained="captured arrested detained imprisoned jailed kidnapped abducted apprehended nabbed",
)
"""Words behind a count of people that tell what became of them: "8,000 wounded and 500 captured"."""

LINKS: frozenset[str] = frozenset(
    "were was are have been had more others left people also has is reported being still of the all their those confirmed feared "
    "or and made rendered remain remained remains presumed declared listed went gone go badly seriously critically severely most".split()
)
"""Words that may stand between."""

CAPTURES: frozenset[str] = frozenset(["captured", "capturing", "seized", "captured", "took", "hold", "holding", "held", "freed", "released", "releasing", "whisked", "snatched", "dragged", "hauled", "frogmarched", "bundled"])
"""Of people: detained. Of places: territory."""

FALLEN: frozenset[str] = frozenset(("fallen", "martyrs", "dead", "killed"))
"""What the dead are counted as: "lists 70 soldiers as fallen"."""
CONTAINERS: frozenset[str] = frozenset("bag bags sack sacks drum drums jerrycan jerrycans jerrican jerricans can cans tin tins cylinder cylinders bottle bottles barrel barrels parcel parcels packet packets carton cartons".split())
"""What a weight with a hyphen describes: "a 50-kg bag of flour"."""
TALLIES_UP: frozenset[str] = frozenset(("counted", "counts", "tallied"))
"""What any person may do: "a waitress counted three bodies"."""
SUSTAINS: frozenset[str] = frozenset("sustained sustain suffered suffer received receive got".split())
SEES: frozenset[str] = frozenset("found finds saw sees spotted spot".split())
"""What "they" do to things without telling of them."""
GRANTS: frozenset[str] = frozenset("sanctioned sanctions announced announces".split())
"""Of money: still to be paid."""
HELD_FOR: frozenset[str] = frozenset(("for", "on", "over", "without", "captive", "hostage", "prisoner", "incommunicado"))
"""Behind "held": against their will."""
STAYING: frozenset[str] = frozenset("still being held now are were remain remained remaining who also already".split())
RELEASES: frozenset[str] = frozenset(("release", "releases", "freeing", "liberation", "handover"))
"""Of people: of captives."""
ASIDES: frozenset[str] = frozenset(("including", "among", "mostly", "mainly", "many", "most", "some"))
"""What begins an aside on who they are."""
PART_WORDS: frozenset[str] = frozenset(("including", "among", "includes", "included", "whom", "which"))
"""Words that make the number behind them a part of the one before."""

INTENTS: dict[str, str] = _table(
    planned="plan plans planned planning expect expects expected expecting intend intends intended intending aim aims aimed aiming "
    "promise promised promises pledge pledged pledges vow vowed vows agree agreed agrees decide decided decides prepare preparing "
    "prepared preparing set due going ready scheduled slated order ordered commit committed about entering enter operation operations effort "
    "efforts target project projects mission campaign decision intention prepares hopes hope hoped bid goal agreement deal",
    hypothetical="want wants wanted seek seeks seeking sought threaten threatened threatens offer offered offers propose proposed "
    "proposes consider considering urge urged urges ask asks asked asking request requested need needs needed require required "
    "requires demand demanded demands likely attempt attempts proposal proposals call calls called recommend recommended",
)
"""What an infinitive under these words is: a plan, or no more than a wish."""

WISHES: frozenset[str] = frozenset(
    "needs need wants want seeks seek seeking asked asks ask asking demanding requesting urging urged urges requested demanded demands requires recommend recommends recommended propose proposes".split()
)
"""Verbs whose object is not there yet: "asked for seven more batteries"."""

FUTURE: frozenset[str] = frozenset(("will", "shall", "'ll", "wo", "gonna"))
POSSIBLE: frozenset[str] = frozenset(("could", "might", "may", "can", "should", "would", "ought", "'d", "if", "unless", "whether"))
DENIALS: frozenset[str] = frozenset(("denied", "denies", "deny", "denying", "rejected", "dismissed", "refuted"))
NEGATIONS: frozenset[str] = frozenset(("not", "n't", "never", "neither", "nor"))
EVENTS: frozenset[str] = frozenset(("fatalities", "injuries", "displaced", "detained", "strikes", "missing", "vote"))
"""Categories of what happens, rather than of what is: a present tense tells of it as done."""

MUNITIONS: frozenset[str] = frozenset(
    "drone drones missile missiles rocket rockets round rounds shell shells mortar mortars bomb bombs interceptor interceptors "
    "projectile projectiles uavs torpedoes munitions grenades".split()
)
FIRES: frozenset[str] = frozenset(
    "fire fired fires firing lob hurl launch launched launches launching intercept intercepted intercepts intercepting drop dropped drops release released releases releasing unleashed "
    "dropping lobbed hurled rained".split()
)
"""What is done with munitions: each one fired or met is a strike."""

DRIVES: frozenset[str] = frozenset("force forced forces forcing drive driven drove driving push pushed pushing sent".split())
FROM_HOME: frozenset[str] = frozenset(("home", "homes", "flee", "houses", "fleeing"))
SEARCHES: frozenset[str] = frozenset(("searching", "search", "searched", "looking"))
MORE: frozenset[str] = frozenset(("another", "further", "more", "additional", "others"))
REMAINDERS: frozenset[str] = frozenset(("remaining", "other", "rest", "left"))
LEFT_OF_NUMBER: frozenset[str] = frozenset(("other", "remaining", "another", "additional", "further", "extra"))
SAID: frozenset[str] = frozenset(("said", "says", "told", "announced", "reported", "confirmed", "added", "stated", "claimed", "tells"))
QUOTED: frozenset[str] = frozenset(("quoted", "quoting", "quotes", "citing", "cited", "cites"))
COMPARES: frozenset[str] = frozenset(("from", "to", "with", "against", "than", "(", "versus"))
"""Words that set a number beside the one before it."""
HITS: frozenset[str] = frozenset("struck strike strikes hit hits hitting striking bombed shelled targeted attacked pounded".split())
TARGETS: frozenset[str] = frozenset("targets target sites positions locations facilities points".split())
"""What is hit, where each one hit is a strike."""
FATES: frozenset[str] = frozenset(
    "refugee refugees migrants evacuees asylum-seekers detainee detainees prisoner prisoners hostage hostages captive captives "
    "inmates abductees pows victims patient patients wounded injured casualties arrivals returnees displaced".split()
)
"""Persons named by what became of them, to whom more may happen: "22 migrants were found dead"."""
SUDDEN: frozenset[str] = frozenset(("fatalities", "injuries", "strikes", "vote"))
"""Categories that are over when they are told, in the present tense too: "Bomb kills 12"."""
SAYS_NOT: frozenset[str] = frozenset("reply respond answer react say tell comment know confirm specify give disclose identify name elaborate provide".split())
"""Verbs whose negation denies nothing: "did not say how many were hurt"."""
MOVES: frozenset[str] = frozenset(
    "increase increased increases increasing raise raised raises raising reduce reduced reduces reducing cut cuts cutting double "
    "doubled doubling boost boosted boosting expand expanded grow grew bring brought bringing".split()
)
"""Verbs that take a count from one level to another."""
LEVEL_VERBS: frozenset[str] = UP | DOWN | frozenset(
    "is was are were be been stood stands stand reached reaches reach hit hits totalled totaled exceeded topped remained stayed "
    "stabilised stabilized doubled tripled".split()
)
"""Verbs whose subject is at the number behind them: "deaths rose to 45"."""
COUNTS: frozenset[str] = frozenset(("number", "numbers", "total", "count", "tally"))
"""Nouns behind whose "of" stands what is counted."""
LOSES: frozenset[str] = frozenset(("lose", "loses", "lost", "losing"))
"""Of soldiers and kin: killed. What is lost of towns and tanks stays what it is."""
LANDS: frozenset[str] = frozenset("landed fell exploded slammed crashed rained impacted detonated struck hit".split())
"""What munitions do where they come down: each one is a strike."""
WRECKS: frozenset[str] = frozenset("destroy destroyed destroying damaged damaging demolished flattened levelled leveled".split())
"""Of positions and camps: targets hit, and no ground that changes hands."""
BE: frozenset[str] = frozenset(("is", "are", "was", "were", "be", "been", "being"))
HARMED: frozenset[str] = frozenset(("patient", "patients", "wounded", "injured", "hurt", "casualties"))
"""Named by a wound, which death, capture and loss outdo."""
WORSE: frozenset[str] = frozenset(("fatalities", "missing", "detained"))
PEOPLE_ENDINGS: tuple[str, ...] = (
    "men", "women", "people", "alists", "orists", "onists", "ivists", "amists", "cians", "rians", "ilians", "folk"
)  # fmt: skip
"""How plural nouns of persons end that no list holds."""
GAUGES: frozenset[str] = frozenset(
    "number numbers total totals figure figures count tally toll ceiling cap target goal peak high low level levels strength standard "
    "average record increase rise drop fall decline reduction surge jump maximum minimum estimate estimates quota threshold limit".split()
)
"""Nouns that a bare number measures: "a ceiling of 4,087"."""
CROWDS: frozenset[str] = frozenset("army force crew crowd group garrison contingent gang column team squad mob unit audience population".split())
"""Nouns of many persons: "an army of 100,000"."""
STAND_INS: frozenset[str] = frozenset(("it", "that", "this", "they", "there", "those", "these", "which"))
REACHES: frozenset[str] = LEVEL_VERBS | frozenset(
    "approaching approaches approached nearing nears neared number numbers numbered numbering total totals totalling totaling averaging average averaged reaching exceed exceeds exceeding "
    "surpass surpassed pass passed".split()
)
"""Verbs after which a bare number is the size of their subject: "cases rose to 3,120"."""
AGE_BOUNDS: frozenset[str] = frozenset(("under", "over", "aged", "age", "below", "above", "ages"))
VOTES: frozenset[str] = frozenset(("vote", "voted", "votes", "voting"))
AGES: frozenset[str] = frozenset(("age", "ages"))
ABLE: frozenset[str] = frozenset(("can", "could", "ca"))
"""With a negation: a state that keeps on, and no denial: "could not be reached"."""
IFS: frozenset[str] = frozenset(("if", "unless", "whether"))
PLANNED: frozenset[str] = frozenset(("planned", "promised", "proposed", "pledged", "projected", "scheduled", "expected", "intended"))
NEEDED: frozenset[str] = frozenset(("needed", "required", "requested", "sought"))
LIES: frozenset[str] = frozenset(("lies", "lie", "sits", "stands", "lay"))
AIMS: frozenset[str] = frozenset(("target", "targets", "goal", "goals", "quota", "aim"))
PROMISES: frozenset[str] = frozenset("pledge pledged pledges promise promised promises ordered orders ordering earmarked earmarks vowed offered offers approved approves approving authorised authorized authorises authorizes directed".split())
"""Verbs whose object is still to come: "has ordered 18 drones"."""
PROMISED: frozenset[str] = frozenset(("money", "equipment", "personnel", "other", "strikes"))
BRACES: frozenset[str] = frozenset(("prepare", "prepares", "preparing", "prepared", "brace", "braced", "bracing", "braces"))
DIMENSIONS: frozenset[str] = frozenset(("long", "wide", "deep", "high", "tall", "thick", "broad"))
WHEN_NOUNS: frozenset[str] = frozenset(("time", "day", "night", "moment", "week", "month", "year", "hours", "days", "weeks", "months", "years"))
"""Nouns whose clause only dates: "by the time they signed"."""
NOWS: frozenset[str] = frozenset(("now", "today", "currently", "at present", "presently", "right now", "at the moment", "to date", "so far"))
TALLIES: frozenset[str] = frozenset(("number", "numbers", "total", "figure", "figures", "count", "tally"))
"""Gauges that mean the dead or hurt where such were counted just before."""
INTENTIONS: frozenset[str] = frozenset(
    "plan plans planned planning intend intends intended intending want wants wanted seek seeks sought seeking aim aims aimed hope hopes "
    "hoped reviewed examined interviewed visited analysed analyzed obtained need needs needed prepare prepares prepared preparing order ordered orders try tries tried decide decided decides".split()
)
"""Cues that tell what someone means to do; nobody said the number."""
GROUPS: frozenset[str] = frozenset(
    "battalion brigade company platoon division regiment party band militia detachment city town village community camp staff workforce province country nation region state county district island population".split()
)
"""Nouns whose "of" and a bare number tell how many people they are: "a battalion of 800", "a town of 20,000"."""
LEAVES: frozenset[str] = frozenset(("left", "leave", "leaving", "leaves", "abandoned", "abandon", "quit"))
DWELLINGS: frozenset[str] = frozenset("home homes house houses area areas camp camps country region land homeland site shelters".split())
"""What the displaced have left."""
ARMED: frozenset[str] = frozenset(
    "troops soldiers fighters forces militants rebels guards peacekeepers marines personnel police mercenaries units brigades".split()
)
"""Whose leaving is a withdrawal."""
FORMER: frozenset[str] = frozenset(("former", "ex", "freed", "released", "exchanged", "liberated", "returned"))
"""Before a fate that is over: "148 former detainees"."""
KEEPS: frozenset[str] = frozenset(("kept", "keep", "keeps", "keeping", "let", "locked", "crammed", "confined", "placed"))
CELLS: frozenset[str] = frozenset("bars cell cells basement basements custody prison prisons detention captivity jail jails hostage".split())
SPEAKS: frozenset[str] = SAID | frozenset("described describe reported recalled complained testified spoke believe believed answered".split())
LASTING: frozenset[str] = frozenset(("distance", "speed", "money", "area", "other"))
"""Categories in which "can" tells what a thing is able to do, not what may happen."""
EXPECTS: frozenset[str] = frozenset(("expect", "expects", "expecting", "anticipate", "anticipates"))
OWN_VOICE: frozenset[str] = frozenset(("we", "i", "our", "us", "this report", "this article", "the report below"))
"""Sources that are the article itself."""
CIVIL: frozenset[str] = frozenset("families family people residents civilians villagers households inhabitants persons individuals".split())
TOLD_OF: frozenset[str] = frozenset("report reports evidence account accounts news record records footage accusations allegations".split())
"""Nouns behind whose "of" stands what is said to have happened, whatever is asked about them."""
APPEALS: frozenset[str] = frozenset("appeal appeals request requests call calls demand demands need plea pleas".split())
APPEALED: frozenset[str] = frozenset("appeal appeals appealed appealing call calls called calling apply applied plead pleaded".split())
WOUNDS: frozenset[str] = frozenset("wound wounds injury injuries burns shrapnel".split())
OBSERVES: frozenset[str] = frozenset("noted saw spotted observed recorded counted registered documented found see seen watched".split())
"""Cues of what was seen: the date beside them is that of the sight."""
FOUND: frozenset[str] = frozenset(("found", "recovered", "identified", "located", "rescued"))
OVER: frozenset[str] = frozenset(("gone", "lost", "closed", "destroyed", "over"))
PUTS: frozenset[str] = frozenset("put puts putting place placed places estimate estimated estimates set".split())
"""Verbs that give a figure for their object: "puts the need at 200"."""
SPANS: frozenset[str] = frozenset("century decade year month week day hour minute second centuries".split())
COUNTS_IT: frozenset[str] = frozenset(
    "estimate report confirm record believe believes counted counts recorded records registered registers documented documents verified verifies confirmed confirms tallied logged noted "
    "observed spotted saw sees detected detects reported reports estimated estimates found finds published publishes lists listed acknowledged "
    "acknowledges admitted admits".split()
)
"""Verbs whose subject vouches for the number of their object."""
COUNTERS: frozenset[str] = frozenset(
    "monitor division department bureau directorate secretariat panel watchdog centre center residents witnesses officials doctors medics monitors observers investigators researchers analysts activists rescuers police army "
    "military ministry government agency agencies mission commission committee office group organisation organization observatory project "
    "hospital council court team teams nurse doctor official resident authorities navy charity partners organizations organisations "
    "prosecutors inspectors journalists reporters report survey study assessment census network database correspondent".split()
)
PRONOUNS: frozenset[str] = frozenset(("i", "we", "he", "she", "it", "they", "you"))
SECTIONS: frozenset[str] = frozenset(
    "health shelter water protection food education logistics nutrition funding access background analysis update highlights damage "
    "casualties note overview security agriculture sanitation hygiene needs response gaps losses territory summary energy transport".split()
)
"""Words before a colon that head a section; nobody of that name says it."""
REVISES: frozenset[str] = frozenset("raised raises lifted lifts lowered lowers revised revises corrected corrects put puts brought brings updated updates cut gave gives".split())
"""Verbs whose subject gives a new figure, where their object is a toll or a number."""
SPEAKS_OF: frozenset[str] = frozenset("speaks speak spoke spoken talks talk talked".split())
ESCAPES: frozenset[str] = frozenset("escaped escape escapes broke fled flee freed released".split())
"""What ends a captivity."""
TOLLS: frozenset[str] = TALLIES | {"toll"}
"""What is counted up: its number at a day counts all the days before."""
TOTALLING: frozenset[str] = frozenset(("bringing", "raising", "taking", "pushing", "lifting"))
"""Participles that add up: "bringing the total since March to 400"."""
NEEDY: frozenset[str] = frozenset("remain remains remained stay stayed need needs needed require requires face faces faced lack lacks rely relies depend depends live lives lived".split())
"""What people do whatever became of others: "1.6 million have fled, and 18 million need aid"."""
IDLE_POINTS: frozenset[str] = frozenset(("percentage", "talking", "basis", "bullet", "data", "view", "key", "plot"))
"""Before "points": no places."""
CONTRACTS: frozenset[str] = frozenset("contract contracts order orders deal deals tender tenders".split())
"""Nouns behind whose "for" stands what is still to come."""
ADVANCES: frozenset[str] = frozenset(
    "advanced advance advances advancing moved pushed retreated withdrew gained pulled marched drove penetrated crept expanded".split()
)
"""Verbs whose length is a way covered at a time, and no distance between places."""
UNDER_FIRE: frozenset[str] = frozenset(("fire", "attack", "shelling", "bombardment"))
INQUIRIES: frozenset[str] = frozenset("inquiry inquiries enquiry investigation investigations probe probes report".split())
"""Nouns behind whose "into" stands what happened."""
PROMISED_YET: frozenset[str] = frozenset("promised pledged offered planned proposed".split())
"""Participles behind a noun of what is still to come: "the 15,000 pesos promised to each family"."""
WAVES: frozenset[str] = frozenset("waves wave rounds series bursts spate".split())
"""Nouns of more than one blow: "three waves of raids"."""
