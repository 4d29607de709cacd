"""Sentences written for Dateline with the events that a reader finds in them.

``(text, published, events)``; an event is ``(trigger, clock, category, begin, end)`` with the
first letters of the ACLED type (B, E, V, P, R, S) or ``None``. Acts of saying without a
date or a figure, and the article's own publication, are left out, as in the records.
"""

from __future__ import annotations

Expected = tuple[str, str, str | None, str | None, str | None]
B, E, V, P, R, S = "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots", "Strategic developments"
DAY = "2023-06-14"
"""A Wednesday."""

CASES: list[tuple[str, str | None, list[Expected]]] = [
    ("Government troops clashed with rebels near the town of Kassala on Monday.", DAY, [("clashed", "happened", B, "2023-06-12", "2023-06-12")]),
    ("Warplanes bombed a market in Idlib on June 3.", DAY, [("bombed", "happened", E, "2023-06-03", "2023-06-03")]),
    ("Gunmen killed 14 villagers in northern Mali on Sunday.", DAY, [("killed", "happened", V, "2023-06-11", "2023-06-11")]),
    ("Thousands of people marched through Tbilisi on Saturday.", DAY, [("marched", "happened", P, "2023-06-10", "2023-06-10")]),
    ("Protesters rioted in Dakar last week.", DAY, [("rioted", "happened", R, "2023-06-05", "2023-06-11")]),
    ("Police arrested 40 activists in Minsk on Tuesday.", DAY, [("arrested", "happened", S, "2023-06-13", "2023-06-13")]),
    ("The two sides signed a ceasefire agreement in Geneva in May 2021.", DAY, [("signed", "happened", S, "2021-05-01", "2021-05-31")]),
    ("The army said on Tuesday it would open the crossing.", DAY, [("said", "said", None, "2023-06-13", "2023-06-13"), ("open", "planned", None, "2023-06-14", None)]),
    ("The minister said on Tuesday that the army would attack the city.", DAY, [("said", "said", None, "2023-06-13", "2023-06-13"), ("attack", "planned", B, "2023-06-14", None)]),
    ("Rebels shelled the airport on Monday, killing three soldiers.", DAY, [("shelled", "happened", E, "2023-06-12", "2023-06-12"), ("killing", "happened", B, "2023-06-12", "2023-06-12")]),
    ("The Oct. 12 bombing of the hotel in Mogadishu shocked the country.", DAY, [("bombing", "happened", E, "2022-10-12", "2022-10-12")]),
    ("Troops did not attack the village on Monday.", DAY, []),
    ("If the rebels attack Aleppo, the army will withdraw its troops.", DAY, [("withdraw", "planned", S, "2023-06-14", None)]),
    ("The air force plans to bomb the camp next week.", DAY, [("bomb", "planned", E, "2023-06-19", "2023-06-25")]),
    ("The army began shelling Donetsk on Friday.", DAY, [("shelling", "happened", E, "2023-06-09", "2023-06-09")]),
    ("The coalition launched a wave of airstrikes on Raqqa in 2017.", DAY, [("launched", "happened", E, "2017-01-01", "2017-12-31")]),
    ("Fighting erupted in Khartoum on April 15.", DAY, [("erupted", "happened", B, "2023-04-15", "2023-04-15")]),
    ("Five soldiers were killed in clashes with militants on Thursday.", DAY, [("killed", "happened", B, "2023-06-08", "2023-06-08")]),
    ("A suicide bomber killed 20 worshippers at a mosque in Kano on Friday.", DAY, [("killed", "happened", E, "2023-06-09", "2023-06-09")]),
    ("The company opened a plant in Ohio in 2019.", DAY, [("opened", "happened", None, "2019-01-01", "2019-12-31")]),
    ("Analysts criticized the report.", DAY, []),
    ("Militants abducted two aid workers in Niger in January 2022.", DAY, [("abducted", "happened", V, "2022-01-01", "2022-01-31")]),
    ("A crowd lynched a man accused of theft on Sunday.", DAY, [("lynched", "happened", R, "2023-06-11", "2023-06-11")]),
    ("Workers went on strike in Athens on Monday.", DAY, [("went", "happened", P, "2023-06-12", "2023-06-12")]),
    ("The navy will deploy troops to the island on July 1.", DAY, [("deploy", "planned", S, "2023-07-01", "2023-07-01")]),
    ("A landmine exploded under a bus in Helmand on Saturday.", DAY, [("exploded", "happened", E, "2023-06-10", "2023-06-10")]),
    ("Insurgents captured the town of Palma in March 2021 after a siege.", DAY, [("captured", "happened", B, "2021-03-01", "2021-03-31")]),
    ("Two people died in a car crash in Leeds on Monday.", DAY, [("died", "happened", None, "2023-06-12", "2023-06-12")]),
    ("Officials say the shelling has killed 200 civilians since January.", DAY, [("say", "said", None, None, "2023-06-14"), ("killed", "happened", E, "2023-01-01", "2023-06-14")]),
    ("The president was elected in 2018.", DAY, [("elected", "happened", None, "2018-01-01", "2018-12-31")]),
    ("Stocks rallied on Monday as investors bought shares.", DAY, [("rallied", "happened", None, "2023-06-12", "2023-06-12")]),
    ("The militia refused to surrender the base on Tuesday.", DAY, []),
    ("Demonstrators gathered in Lima on Wednesday to demand elections.", DAY, [("gathered", "happened", P, "2023-06-14", "2023-06-14")]),
    ("The rebels withdrew from Goma on December 1, 2012.", DAY, [("withdrew", "happened", S, "2012-12-01", "2012-12-01")]),
    ("Rockets hit Kharkiv on Tuesday, the governor said.", DAY, [("hit", "happened", E, "2023-06-13", "2023-06-13")]),
    ("Soldiers shot dead six protesters in Conakry on Thursday.", DAY, [("shot", "happened", P, "2023-06-08", "2023-06-08")]),
    ("The group has threatened further attacks.", DAY, [("threatened", "planned", None, "2023-06-14", None)]),
    ("The drone was shot down over the Black Sea on Monday.", DAY, [("shot", "happened", E, "2023-06-12", "2023-06-12")]),
    ("The war began in 2014.", None, [("began", "happened", None, "2014-01-01", "2014-12-31")]),
    ("Between 2014 and 2016, insurgents murdered dozens of teachers.", None, [("murdered", "happened", V, "2014-01-01", "2016-12-31")]),
    ("The brigade fought rebels in Bossaso in May 2020.", None, [("fought", "happened", B, "2020-05-01", "2020-05-31")]),
    ("Hamilton attacked early in the second game and the team won on Sunday after the striker hit two goals.", DAY, [("won", "happened", None, "2023-06-11", "2023-06-11")]),
    ("The talks will resume in Doha on Friday.", DAY, [("resume", "planned", None, "2023-06-16", "2023-06-16")]),
    ("On Monday, gunmen opened fire on a convoy near Agadez, wounding six soldiers.", DAY, [("opened", "happened", B, "2023-06-12", "2023-06-12"), ("wounding", "happened", B, "2023-06-12", "2023-06-12")]),
    ("Iran fired dozens of missiles at bases in Iraq in January 2020.", DAY, [("fired", "happened", E, "2020-01-01", "2020-01-31")]),
    ("A car bomb went off outside a police station in Quetta on Thursday.", DAY, [("went", "happened", E, "2023-06-08", "2023-06-08")]),
    ("The United Nations said on Friday that fighting in Tigray had displaced 60,000 people.", DAY, [("said", "said", None, "2023-06-09", "2023-06-09"), ("displaced", "happened", B, None, "2023-06-09")]),
    ("Security forces used tear gas to disperse a protest in Nairobi on Wednesday.", DAY, [("used", "happened", None, "2023-06-14", "2023-06-14"), ("protest", "happened", P, "2023-06-14", "2023-06-14")]),
    ("The truce collapsed on May 20 after three days.", DAY, [("collapsed", "happened", S, "2023-05-20", "2023-05-20")]),
    ("Hostages seized in 2021 were freed in Kaduna on Saturday.", DAY, [("seized", "happened", None, "2021-01-01", "2021-12-31"), ("freed", "happened", S, "2023-06-10", "2023-06-10")]),
    ("The general was assassinated in Damascus in 2012 and buried in Aleppo.", DAY, [("assassinated", "happened", V, "2012-01-01", "2012-12-31"), ("buried", "happened", None, "2012-01-01", "2012-12-31")]),
    ("Witnesses reported explosions in Odesa early on Tuesday.", DAY, [("reported", "said", None, "2023-06-13", "2023-06-13"), ("explosions", "happened", E, None, "2023-06-13")]),
    ("The ministry denied that its jets had bombed the hospital on Sunday.", DAY, []),
    ("Turkey will hold elections in May 2028.", DAY, [("hold", "planned", None, "2028-05-01", "2028-05-31")]),
    ("Looters ransacked shops in Khartoum over the weekend.", DAY, [("ransacked", "happened", S, "2023-06-10", "2023-06-11")]),
    ("Since 2015 the coalition has carried out 20,000 air strikes in Yemen.", DAY, [("carried", "happened", E, "2015-01-01", "2023-06-14")]),
    ("Police clashed with stone-throwing protesters in Beirut on Friday.", DAY, [("clashed", "happened", R, "2023-06-09", "2023-06-09")]),
    ("The ceasefire took effect at midnight on April 10, 2022.", DAY, [("took", "happened", S, "2022-04-10", "2022-04-10")]),
    ("The bank raised interest rates on Thursday.", DAY, [("raised", "happened", None, "2023-06-08", "2023-06-08")]),
    ("Three children were killed when a shell hit their home in Avdiivka on Monday.", DAY, [("killed", "happened", V, "2023-06-12", "2023-06-12"), ("hit", "happened", E, "2023-06-12", "2023-06-12")]),
    ("He was born in Mosul in 1971.", DAY, [("born", "happened", None, "1971-01-01", "1971-12-31")]),
]
