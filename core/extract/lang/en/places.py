"""English words that place names come with: directions, kinds, containers, and names that mislead."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLE_PREFIXES = "al|el|ash|as|ad|ar|an|at|az|ez|es|ed|en|er|ud|ul|Al|El|Ash|As|Ad|Ar|An|At|Az|Ez|Es|Ed|AL|EL"
"""Arabic articles that are written before a name with a hyphen."""

JOINERS = frozenset(
    (
        " of ",
        "'s ",
        "’s ",
        " of the ",
        " and ",
        " & ",
        " de ",
        " del ",
        " da ",
        " do ",
        " dos ",
        " di ",
        " la ",
        " le ",
        " el ",
        " al ",
        " the ",
        " on ",
        " upon ",
        " sur ",
        " am ",
        " an der ",
        " es ",
        " ez ",
        " az ",
        " bin ",
        "-i-",
        "-e ",
        "-ye ",
        "-sur-",
        "-en-",
        "-au-",
        "-aux-",
        "-o-",
        " au ",
        " en ",
        " lez ",
        "-on-",
        "-upon-",
        "-de-",
        "-la-",
        "-le-",
        "-al-",
        "-el-",
        "-ez-",
        "-az-",
        "-es-",
        "-ed-",
        "-ul-",
        " al-",
        " el-",
        " ez-",
        " az-",
        " es-",
        " as-",
        " ash-",
        " ed-",
        " ad-",
        " ar-",
        " ur-",
        " an-",
    )
)
"""What may stand between two capitalised words of one place name, beside a space or hyphen."""

DIRECTIONS: dict[str, str] = {
    word: direction
    for direction, words in {
        "north": "north northern upper", "south": "south southern lower", "east": "east eastern", "west": "west western",
        "northeast": "northeast northeastern north-east north-eastern", "northwest": "northwest northwestern north-west north-western",
        "southeast": "southeast southeastern south-east south-eastern", "southwest": "southwest southwestern south-west south-western",
        "central": "central mid", "rural": "rural", "greater": "greater",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Words that take a part of a place."""

BEARINGS: dict[str, float] = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
"""Degrees clockwise from north."""

KINDS_AFTER: dict[str, tuple[str, ...]] = {
    "governorate": ("admin1",), "province": ("admin1", "admin2"), "oblast": ("admin1",), "region": ("admin1", "region", "admin2"),
    "state": ("admin1",), "county": ("admin2", "admin1"), "parish": ("admin2",), "borough": ("admin2", "city"),
    "prefecture": ("admin1", "admin2"), "district": ("admin2", "city", "admin1"), "department": ("admin1", "admin2"),
    "canton": ("admin1",), "republic": ("country", "admin1"), "territory": ("admin1",), "territories": ("region",),
    "governate": ("admin1",), "municipality": ("city", "admin2"), "city": ("city",), "town": ("city",), "village": ("city",),
    "peninsula": ("region",), "island": ("region", "country", "city"), "islands": ("region", "country"), "desert": ("region",),
    "mountains": ("region",), "glacier": ("region",), "levels": ("region",), "plateau": ("region",), "ocean": ("water",), "valley": ("region",), "river": ("water",), "sea": ("water",), "lake": ("water",), "gulf": ("water",),
    "bay": ("water",), "strait": ("water",), "canal": ("water",), "airport": ("facility",), "airbase": ("facility",),
    "airfield": ("facility",), "base": ("facility",), "suburb": ("city",), "neighborhood": ("city",), "neighbourhood": ("city",),
    "enclave": ("region",), "strip": ("region",), "kingdom": ("country",), "emirate": ("admin1",), "parishes": ("admin2",),
    "rivers": ("water",), "lakes": ("water",), "seas": ("water",), "straits": ("water",), "deserts": ("region",),
    "oblasts": ("admin1",), "regions": ("admin1", "region", "admin2"), "prefectures": ("admin1", "admin2"),
    "counties": ("admin2",), "provinces": ("admin1", "admin2"), "governorates": ("admin1",), "districts": ("admin2",),
}  # fmt: skip
"""A noun after a name -> the kinds of place that it asks for, best first."""

LANDSCAPES = frozenset(
    ("desert", "glacier", "gulf", "islands", "levels", "mountains", "ocean", "peninsula", "plateau", "sea", "strait")
)
"""Of those, what is no town's: the Black Rock Desert is not at Black Rock."""

KINDS_BEFORE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(["city", "town", "village", "capital", "port", "suburb", "cities", "towns", "villages", "suburbs", "hamlet", "municipality", "settlement", "neighborhood", "neighbourhood", "port"], ("city",)),
    **dict.fromkeys(["province", "governorate", "state", "region", "provinces", "governorates", "states", "oblast"], ("admin1", "admin2")),
    **dict.fromkeys(["district", "districts", "county", "counties"], ("admin2", "city")),
    **dict.fromkeys(["republic", "kingdom", "country", "countries", "nation", "nations", "emirate", "sultanate"], ("country",)),
    **dict.fromkeys(["island", "islands", "peninsula", "isle"], ("region", "country")),
    **dict.fromkeys(["river", "lake", "gulf", "strait", "sea", "bay"], ("water",)),
    "base": ("facility",), "airport": ("facility",), "airbase": ("facility",),
}  # fmt: skip
"""A noun before "of NAME" (or before the name itself) -> the kinds of place that it asks for."""

PLACE_CUES = _words(
    """
    across around at between bordering entering from in inside into leaving near outside outskirts throughout
    toward towards via visiting within
    """
)
"""A capitalised word after one of these is likely a place."""

WEAK_CUES = _words(
    """
    against between for of over through to
    """
)
"""A capitalised word after one of these may well be a place."""

PERSON_TITLES = _words(
    """
    actor actress ambassador archbishop attorney aunt author ayatollah bishop brother capt captain cardinal
    chancellor chief coach col colonel commander commissioner congressman congresswoman councilman deputy
    detective director dr father gen general gov governor imam judge justice king lady lawyer lord lt maj major
    mayor minister miss mr mrs ms officer pastor pope president prince princess prof professor queen rabbi rep
    rev reverend saint secretary sen senator sgt sheik sheikh sheriff singer sir sister spokesman spokesperson
    spokeswoman superintendent trooper uncle
    """
)
"""Before a capitalised word: a person follows."""

SAID_AFTER = _words(
    """
    added argued asked explained insisted joked noted recalled replied said says stated told tweeted wrote
    """
)
"""After a capitalised word: a person, or a government."""

GIVEN_NAMES = _words(
    """
    aaron abdul abdullah adam adrian ahmed alan albert alex alexander alexandra alfred ali alice allen amanda
    amber amy andrea andrew angela ann anna anne anthony arnold arthur ashley austin barbara barry bashar ben
    benjamin bernard beth betty beverly bill bob bobby boris brad bradley brandon brenda brent brian brooke
    bruce bryan byron calvin cameron carl carlos carmen carol caroline carolyn carter casey catherine cecil chad
    charles charlie charlotte chelsea chester chris christian christina christine christopher cindy clara clark
    claude clay clayton clifford clint clinton clyde cody cole connie corey courtney craig crystal curtis
    cynthia dale dallas dan dana daniel danny darren darryl dave david dawn dean deborah debra denise dennis
    derek devon diana diane dmitry don donald donna doris dorothy doug douglas duane dustin dwight dylan earl ed
    eddie edgar edith edward edwin eileen elaine eleanor elizabeth ellen elmer emily emma eric erica erin ernest
    esther ethan eugene eva evan evelyn faith felix florence floyd frances francis frank franklin fred frederick
    gabriel gary gene geoffrey george gerald geraldine gilbert gina glenn gloria gordon grace grant greg gregory
    guy harold harry harvey hassan hazel heather hector heidi helen henry herbert herman hope howard hugh
    hussein india india ian ibrahim ida igor irene isaac isabel ivan ivy jack jackie jackson jacob jacqueline jaime jake
    james jamie jan jane janet janice jared jason jay jean jeff jeffrey jennifer jeremy jerome jerry jesse
    jessica jesus jill jim jimmy joan joanne joe joel john johnny jon jonathan jordan jorge jose joseph joshua
    joyce juan juanita judith judy julia julian julie june justin karen karl katherine kathleen kathryn kathy
    katie keith kelly ken kenneth kent kevin khalid kim kimberly kirk kristen kurt kyle lance larry laura lauren
    laurence lawrence lee leo leon leonard leroy leslie lester lewis lillian lincoln linda lisa lloyd logan lois
    lora loren lori louis louise lucas lucy luis luke luther lydia lynn madison mahmoud malcolm manuel marc
    marcus margaret maria marian marie marilyn mario marion marjorie mark marlene marsha marshall martha martin
    marvin mary mason matt matthew maurice max maxine megan mehdi melanie melissa melvin mercedes meredith
    michael michele michelle miguel mike mildred milton miranda mitchell mohamed mohammad mohammed molly monica
    morgan morris moses muhammad murray mustafa myra nancy naomi nasser natalie nathan neil nelson nicholas
    nicole nina noah nora norma norman oleg olga oliver olivia omar orlando osama oscar owen pamela paris pat
    patricia patrick paul paula pauline pearl pedro peggy penny perry pete peter phil philip phillip phyllis
    rachel ralph ramona randy raul ray raymond rebecca regina rene renee rex rhonda ricardo richard rick ricky
    rita robert roberta robin rodney roger roland ron ronald ronnie rosa rose roy ruben ruby russell ruth ryan
    saddam sally salman salvador sam samantha samuel sandra sara sarah savannah scott sean sergei sergio seth
    shane shannon sharon shawn sheila shelby sherman sherry shirley sidney simon sofia sonia sophia spencer
    stacy stanley stella stephen steve steven stewart stuart sue susan suzanne sydney sylvia tamara tammy tara
    taylor ted teresa terrence terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy toni
    tony tracy travis trevor troy tyler valerie vanessa vera vernon veronica vicki victor victoria vincent viola
    violet virgil virginia vivian vladimir wade wallace walter wanda warren wayne wendy wesley whitney wilbur
    willard william willie wilma winston yasser yolanda yuri yusuf yvonne zachary
    """
)
"""Common given names; a place of the same name needs more than its size to be one."""

SURNAMES = _words(
    """
    adams allen anderson armstrong assad bailey baker barnes bell bennett biden bishop black boyd brooks brown
    bryant burke burns bush butler byrd campbell carey carlson carpenter carson cash chandler chapman chavez
    cheney churchill clark clinton cohen coleman collins cook cooper cox crawford cruz cunningham curry davidson
    davis day dixon douglas duncan dunn edwards elliott ellis erdogan evans ferguson fisher fletcher ford foster
    fox freeman fuller garcia gardner gates gibson gore graham grant graves gray green greene griffin hall
    hamilton hansen hanson harper harris harrison hart harvey hayes henderson henry hernandez hicks hill holmes
    hoover houston howard hudson hughes hunt hunter jackson jacobs james jefferson jenkins jensen johnson
    johnston jones jordan kelley kelly kennedy kerry king knight lambert lawrence lawson lee lewis lincoln
    little long lopez lynch macron madison marshall martin martinez mason matthews mccain mccarthy mcdonald
    merkel meyer miller mills mitchell monroe montgomery moore morales morgan morris morrison murphy murray
    myers nelson netanyahu newman newton nichols nixon obama olson ortiz owens palmer parker patterson payne
    perez perkins perry peters peterson phillips pierce porter peabody powell price putin ramirez ramos reagan reed
    reynolds rhodes rice richards richardson riley rivera roberts robertson robinson rodriguez rogers romney roosevelt
    rose ross russell ryan sanchez sanders santos schmidt schneider scott shaw shelton sherman silva simmons
    simpson sims smith snyder spencer stanley stevens stewart stone sullivan taylor thomas thompson torres trump
    tucker turner tyler wagner walker wallace walsh warner warren washington watkins watson weaver webb weber
    welch wells west wheeler white williams williamson willis wilson wood woods wright young zelensky
    """
)
"""Common family names; see ``GIVEN_NAMES``."""

COMMON_WORDS = _words(
    """
    cadillac continental grill harvard mission
    a about above academy act action after again age agency aid aids air alert alive all along alpha also amazon
    amen america's among an and angel annual anti any apple april arch are area arms army art as asia's
    associated at august autumn ball band bank bar bars base bat battle bay be beach bear beauty best beta bible
    big bill bird birth bishop black blue board bond book border both bow box boy boys branch breaking bridge
    bright brothers brown building bull bureau bus bush business but by camp can canal cap capital captain car
    card care case castle cat cause cdc cell center central centre chair chamber chance change channel chapel
    chase check cherry chief child china's choice cholera christian christmas church cia circle city civil class
    clear clinic close club coach coal coast code cold college colony come commerce commission common company
    concord congress control cool corner council country county court cover covid creek crime crisis cross crown
    culture cup dark date dawn day dead deal dear death december defense delta democrat democrats department
    desert do dock doctor dog dollar door down dragon dream drive drug dry duke earth east easter eastern ebola
    economy eden edge editor education egg eight election else emergency empire end energy english enough
    enterprise equality eternal evening event ever every exchange express eye face facebook fair faith fall
    falls family far farm fashion fatah father fbi february federal field fight film final fire first fish five
    flag flat fleet flight flood flower flu food foot football for force forest fort fortune forum forward
    foundation four fox free freedom friday friend friends from front full fun fund future game garden gate
    general get giant girl give glory go goal god gold golden golf good google gospel government governor grace
    grand grass gray great green ground group grove guard guide gulf gun hall hamas hand happy harbor harbour
    hard has have he head health heart heat heaven hell hello help hepatitis her hero hezbollah hi high highway
    hill hills his history hit hiv hold holiday holy home hope horse hospital hot hotel hour house how human
    hundred hunt i ice if image imperial in independence indian industry influenza inn institute interior
    international internet into is isil isis islam island islands isle issue it its january jewish job joint
    journal judge july june jury just justice key kid kids kill king kings know labor labour lady lake land
    large last late law leader league left legal lessons let letter liberal liberty library life light like lime
    line lion list little live local logan long look lord lost love low lower luck lunch mad made magic mail
    main major make malaria male mall man many march marine mark market master match may me media medical meet
    memorial men mercy metro mid middle might mile military mill mine minister ministry miss mobile model modern
    moment monday money monitor moon moor more morning most mother motor mount mountain mountains much museum
    music muslim must my naked name nasa nation national nato natural navy need nelson network never new news
    next nice night nine no normal north northern not nova november now number oak oasis ocean october of off
    office officials oil ok old olive on once one only open opera opportunity or orange order other our out
    outbreak over own pacific's page palace palm paradise parc parent park parks parliament party pass past path
    patrol peace people pep perfect person petition phoenix phone pick pine pioneer place plain plains plan
    plant play plaza please plus point pole police policy pool poor pop port post power prairie present
    president press pretty price pride prime prince princess prison prize pro problem program project property
    protest proud province public queen quest quick race radio rail rain ramadan range rate reading ready real
    record red reform region religion reply report republic republican republicans research reserve resort rest
    results return review rich ride right rio river rivers road rock rocks roll room rose round route royal ruby
    rule run rural safe sage saint sale salem salt same san sand santa saturday save say school science sea seal
    season second see self senate senior september service seven shadow share she shell shield ship shock shop
    shot show side silver since six sky small smart smoke snow so social society soda some son song soul south
    southern spa space special spice spirit sport sports spot spring springs square staff stage star stars start
    state states station stay steel still stock stop storm story straight strange street strike strong student
    students study style success such sugar summer summit sun sunday sunrise sunset super superior support
    supreme sure surprise sweet tab table take tala taliban talk tan tank tara tax tea teacher team temple ten
    term test than thank thanks thanksgiving that the theater theatre their them then there these they thing
    this three through thursday tie time times title to toast today tomorrow top total tour tours tower town
    track trade trail train transport travel treasury tree trial trinity triumph troops troy true trust truth
    try tuesday turkey's turn twin twitter two type un under une unified union united unity universal university
    up update upper urban urgent use valley van vera very via victory video view viking village ville vine
    virgin virtue vision voice volunteer vote wait walk wall war was watch water wave way we wealth weather
    website wedding wednesday week welcome well wells were west western what wheel when where which whirl white
    who why wide wild will win wind wing winter wisdom with wolf woman women wonder wood woods word work worker
    workers working works world would year years yellow yes yet you young your youth zero zika zion zone
    """
)
"""Words that are places somewhere too; alone and with nothing to show for it they are not."""

ORG_HEADS = _words(
    """
    airlines airways albion athletic bank bears books braves bulletin bulls cf chronicle colts corp courier cowboys
    cubs daily dispatch dolphins eagles enquirer entertainment express falcons fc gazette giants globe guardian heat
    herald holdings hotspur inc indians inquirer insurance jazz jets journal kings lakers lions ltd magazine mail
    mets mirror motors news nuggets observer packers patriots pharma pictures plc post press rangers ravens records
    reds review rockets rovers saints sentinel sox spurs star steelers studios sun suns tech telegraph tigers times
    today tribune twins united villa wanderers warriors weekly yankees
    """
)
"""Heads of names in which a place is only part of a name: papers, teams, firms."""

TAKING = _words(
    """
    captured seized recaptured retook retaken shelled bombed besieged liberated stormed entered overran evacuated encircled
    bombarded raided took mortared fled invaded occupied reached
    """
)
"""Verb forms whose object in news of war is mostly a place: "retook Walikale"."""

STREETS = _words(
    """
    ave avenue blvd boulevard bridge court ct dr drive highway lane plaza rd road route square st street terrace
    way
    """
)
"""Heads of names of streets."""

BUILDINGS = _words(
    """
    arena building cathedral cemetery church college community department elementary fire hall high hospital
    hotel institute library mall medical middle mosque museum park police school stadium station temple theater
    theatre tower towers university
    """
)
"""Heads of names of buildings and bodies that stand in the place of their name."""

MERE_LINKS = _words(
    """
    a after also although an and as at because before but by despite for from her his however if in into its
    meanwhile near of on or our since so that the their these this those though to until when while with yet
    """
)
"""Capitalised at the start of a sentence they are no part of a name."""

NEVER_ALONE = _words(
    """
    airport al august avenue back bank bay beach big capital center central centre city coast coastal county
    district east eastern el est este federal general grand great gulf harbor harbour hi hill hills ile ill in inner
    international isla island islands isle isles la lake lakes las le little los lower march marine mass may me mid
    middle miss mountain mountains national new nord norte north northeast northern northwest ocean oeste oh ok old
    or ouest outer park port province region regional republic rio river rivers road royal saint san santa sea
    secretary south southeast southern southwest state states street sur the town trail union united university
    upland upper valley village villages wash west western
    """
)
"""Generic words: by themselves they name no place."""

NOT_PLACES = frozenset(
    ("bayern", "eu", "european union", "eurozone", "euro zone", "euro area", "icc", "international criminal court")
)
"""Bodies that the gazetteer has as areas or by their seat; in a text they are organisations, and in English Bayern is a club."""

ACRONYMS = _words(
    """
    dc dprk drc eu ksa la nyc png prc roc rsa uae uk us usa
    """
)
"""Names in capitals that are usual for places."""

ABBREVIATIONS = _words(
    """
    act ak al ala alta ar ariz ark az bc ca calif co colo conn ct de del fl fla ga hi ia id il ill in ind kan
    kans ks ky ma man mass md me mi mich minn miss mn mo mont ms mt nb nc nd ne neb nebr nev nh nj nm ns nsw nv
    ny oh ok okla ont or ore pa pei penn qld que ri sask sc sd tenn tex tn tx ut va vic vt wa wash wi wis wisc
    wv wva wy wyo
    """
)
"""State abbreviations: places only after a comma or a party's letter."""

OFFICIAL_NOUNS = _words(
    """
    airport airspace ambassador area areas army authorities based border campus council councilman couple court
    courts downtown economy embassy family firefighters forces government hospital man mayor metro military
    militia native neighborhood office officer officers officials parliament police president prosecutors
    protests rebels regime resident residents schools skyline suburb suburbs troops voters woman
    """
)
"""After a name: what a town or a state has."""
