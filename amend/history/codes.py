"""Finding codes of time (400-449)."""

from amend.model.melding import definieer

GEEN_BEKENDMAKING = definieer(
    "E401",
    "Bekendmakingsdatum ontbreekt",
    "Zonder de dag van bekendmaking is niet te bepalen wanneer een besluit in werking treedt en sinds wanneer het "
    "bekend is. Het besluit telt in geen enkele versie mee totdat de datum is ingevuld.",
)
TE_VROEG = definieer(
    "E402",
    "Inwerkingtreding op of voor de bekendmaking",
    "Een besluit kan niet in werking treden voordat het bekend is gemaakt (aanwijzing 4.16). Terugwerkende kracht "
    "moet als zodanig worden bepaald (aanwijzing 5.63). Het programma kiest geen andere datum.",
)
GEEN_DEEL = definieer(
    "E403",
    "De inwerkingtredingsbepaling noemt een onderdeel dat er niet is",
    "De bepaling over de inwerkingtreding spreekt van een artikel of onderdeel dat het besluit niet heeft.",
)
TWEE_MOMENTEN = definieer(
    "E404",
    "Een onderdeel heeft twee momenten van inwerkingtreding",
    "Twee bepalingen geven voor hetzelfde onderdeel een verschillende datum.",
)
GELIJK = definieer(
    "Q405",
    "Inwerkingtreding op de dag van bekendmaking",
    "De inwerkingtreding moet na de bekendmaking liggen (aanwijzing 4.16). Voorgesteld wordt de dag erna; een mens "
    "moet dat bevestigen.",
)
NADER_TE_BEPALEN = definieer(
    "N406",
    "Datum van inwerkingtreding staat nog niet vast",
    "Het (deel van het) besluit wacht op een later besluit of op de inwerkingtreding van een ander besluit.",
)
STANDAARD = definieer(
    "W407",
    "Het besluit regelt zijn inwerkingtreding niet",
    "Zonder bepaling geldt de wettelijke regel voor het soort orgaan: bij het Rijk de eerste dag van de tweede "
    "kalendermaand na de uitgifte (aanwijzing 4.14), bij andere openbare lichamen de achtste dag na de bekendmaking. "
    "Die laatste regel is een instelling van het programma en moet worden nagegaan.",
)
TOT = definieer(
    "W408",
    "Werkt terug “tot” een datum, zonder “en met”",
    "“Terug tot 1 januari” is gelezen als “terug tot en met 1 januari”: de genoemde dag is de eerste dag waarop de "
    "tekst geldt. Zo geeft overheid.nl deze bepaling ook weer (regels voor het veld, 2.2).",
)
GV_NA_JWV = definieer(
    "W409",
    "De terugwerkende kracht ligt na de inwerkingtreding",
    "Een bepaling die terugwerkt tot een dag na de inwerkingtreding heeft geen terugwerkende kracht.",
)
VOOR_BEGIN = definieer(
    "W410",
    "De terugwerkende kracht begint voor de regeling zelf",
    "De terugwerkende kracht reikt verder terug dan de regeling; zij wordt op het begin van de regeling afgekapt.",
)
ANDERE_DATUM = definieer(
    "W411",
    "De tekst en de gegevens van de regeling noemen een andere datum",
    "De slotbepaling van de regeling geeft een andere datum dan de gegevens bij de regeling.",
)
ANDERE_REGELING = definieer(
    "W413",
    "Het besluit noemt een regeling die niet de gekozen regeling is",
    "De naam in het wijzigingsartikel is niet de naam of citeertitel van de regeling waarop het wordt toegepast.",
)
VERVAL_BESLUIT = definieer(
    "W414",
    "Het wijzigingsbesluit vervalt op een latere dag",
    "Het vervallen van een wijzigingsbesluit herstelt de oude tekst niet (aanwijzing 6.26).",
)
ANDERE_BINDING = definieer(
    "Q420",
    "Samenloop: het nummer wijst nu een andere bepaling aan",
    "Tussen de bekendmaking van het besluit en de uitvoering is de bepaling vernummerd of vervangen. Naar de letter "
    "treft de instructie een andere bepaling dan toen zij werd bekendgemaakt. Keuzes: “letter” (de bepaling die nu het "
    "nummer draagt) of “bedoeling” (de bepaling die het nummer bij de bekendmaking droeg), of “overslaan”.",
)
TERUG_OVER_VERSIE = definieer(
    "Q421",
    "Samenloop: terugwerkende kracht over een tussenliggende versie heen",
    "Het besluit is geschreven op een latere tekst dan die waarop het met terugwerkende kracht moet worden toegepast. "
    "Voor die dagen bestaat geen vastgestelde tekst. Keuzes: “lezing-1” (de oudere tekst, met wat uitvoerbaar is) of "
    "“lezing-2” (de artikelen zoals het besluit ze maakte, de andere zonder de tussenliggende wijziging).",
)
TOEN_NIET_UITVOERBAAR = definieer(
    "W422",
    "Bij de bekendmaking was dit onderdeel niet uitvoerbaar",
    "Op de tekst die bij de bekendmaking bekend was, zou het onderdeel zijn geweigerd; op de tekst van nu lukt het.",
)
ZELFDE_DAG = definieer(
    "Q423",
    "Samenloop: twee besluiten op dezelfde dag, en de volgorde maakt verschil",
    "Twee besluiten treden op dezelfde dag in werking en de tekst hangt af van de volgorde. Aangehouden is de volgorde "
    "van aanwijzing 5.70 (vaststelling, uitgifte, nummer); een mens moet die bevestigen met de keuze “volgorde”.",
)
ZELFDE_DAG_GELIJK = definieer(
    "N424",
    "Twee besluiten op dezelfde dag, zonder verschil",
    "Twee besluiten treden op dezelfde dag in werking; in beide volgorden is de tekst dezelfde.",
)
TERUG_ZONDER_VERSCHIL = definieer(
    "W425",
    "Terugwerkende kracht over een tussenliggende versie heen",
    "Het besluit werkt terug tot voor een eerdere wijziging. Elk onderdeel was ook op de oudere tekst uitvoerbaar; ga "
    "na of de tekst voor die dagen zo is bedoeld.",
)
LEZING_GEKOZEN = definieer(
    "W455",
    "Onderdeel volgens de gekozen lezing",
    "Een onderdeel is op de oudere tekst niet uitvoerbaar. Een vastgelegde keuze bepaalt of het in deze versie is "
    "uitgevoerd of weggelaten; de melding noemt die keuze.",
)
KEUZE_TIJD = definieer(
    "N426", "Samenloop beslist", "Een mens heeft de vraag beslist; de keuze staat in keuzes.toml en blijft zichtbaar."
)
GEEN_VAN_DE_REGELINGEN = definieer(
    "E415",
    "Het besluit wijzigt andere regelingen",
    "Het besluit noemt twee of meer regelingen en geen daarvan heet zoals de gekozen regeling. Er is niets uitgevoerd.",
)
ANDER_ARTIKEL = definieer(
    "N416",
    "Een artikel van het besluit wijzigt een andere regeling",
    "Een besluit kan meer regelingen wijzigen. Wat over een andere regeling gaat, wordt hier niet uitgevoerd.",
)
NAAM_WIJKT_AF = definieer(
    "Q417",
    "De instructie noemt een andere naam dan het artikel waarin zij staat",
    "Onder “De X wordt als volgt gewijzigd” staat een instructie die een regeling met een andere naam noemt.",
)
SLOT_NIET_BEGREPEN = definieer(
    "E418",
    "De inwerkingtreding is niet zeker",
    "Een slotbepaling van het besluit is niet begrepen of vraagt een keuze. Zolang dat zo is, krijgt het besluit geen "
    "datum; de standaardregel geldt alleen als een besluit niets over zijn inwerkingtreding zegt.",
)
GAT_OF_OVERLAP = definieer(
    "W419",
    "De oude regeling eindigt niet op de dag waarop de nieuwe begint",
    "Tussen het einde van de ingetrokken regeling en het begin van haar opvolger zit een gat, of beide gelden een tijd "
    "naast elkaar. Ga na of dat zo is bedoeld.",
)
BESLUIT_ONBEKEND = definieer(
    "E441",
    "Het te wijzigen besluit is hier niet bekend",
    "De instructie wijzigt een ander wijzigingsbesluit, maar dat is niet een van de besluiten over deze regeling.",
)
GEEN_ONDERDEEL = definieer(
    "E442",
    "Het te wijzigen onderdeel van het besluit bestaat niet",
    "De instructie wijzigt een onderdeel van een besluit dat dat besluit niet heeft.",
)
TE_LAAT_GEWIJZIGD = definieer(
    "E443",
    "Het te wijzigen onderdeel is al in werking getreden",
    "Een onderdeel van een wijzigingsbesluit kan alleen worden gewijzigd zolang het niet in werking is getreden; "
    "daarna moet de regeling zelf worden gewijzigd (aanwijzingen 6.25 en 6.27).",
)
NIET_IN_ONDERDEEL = definieer(
    "E444",
    "Onzeker wat in het onderdeel verandert",
    "De wijziging past niet op precies één nieuwe tekst in het genoemde onderdeel van het besluit, of de nieuwe "
    "opdracht is niet gelezen.",
)
TE_LAAT_VERVALLEN = definieer(
    "W445",
    "Een onderdeel vervalt nadat het in werking is getreden",
    "De wijziging is al in de tekst verwerkt; dat het onderdeel vervalt, doet de oude tekst niet herleven "
    "(aanwijzing 6.26).",
)
WIJZIGING_WACHT = definieer(
    "W446",
    "Wijziging van een besluit waarvan de dag niet vaststaat",
    "Een onderdeel van een besluit wordt gewijzigd op een dag die nog niet bekend is; tot dan telt het oude onderdeel.",
)
OPDRACHT_GEWIJZIGD = definieer(
    "N447",
    "Een onderdeel van een besluit is gewijzigd",
    "Een besluit wijzigt een opdracht van een besluit dat nog niet in werking is getreden; vanaf de bekendmaking van "
    "die wijziging geldt de nieuwe opdracht.",
)
VOORWAARDE_GETOETST = definieer(
    "N448",
    "Een voorwaarde is aan de data getoetst",
    "De opdracht hangt af van de volgorde waarin besluiten in werking treden; de data zijn bekend en vergeleken.",
)
VOORWAARDE_NIET_VERVULD = definieer(
    "N449",
    "Een voorwaarde is niet vervuld",
    "De opdracht onder een voorwaarde is niet uitgevoerd, omdat de voorwaarde niet is vervuld.",
)
KRING = definieer(
    "E427",
    "Besluiten wachten in een kring op elkaar",
    "Een besluit treedt in werking als een ander besluit in werking treedt, en dat hangt weer van het eerste af. Zo "
    "krijgt "
    "geen van beide een datum; zij tellen niet mee totdat voor een van hen een datum vaststaat.",
)
TE_LAAT_BEPAALD = definieer(
    "E428",
    "De inwerkingtreding is te laat bepaald",
    "Een besluit bepaalt voor een ander besluit een dag van inwerkingtreding die niet na zijn eigen bekendmaking ligt "
    "(aanwijzing 4.16, tweede lid). Het programma kiest geen andere dag.",
)
AL_IN_WERKING = definieer(
    "E429",
    "De inwerkingtreding wordt opnieuw bepaald terwijl zij al is ingegaan",
    "Een besluit kan de inwerkingtreding van een ander besluit alleen verschuiven zolang dat nog niet werkt. De "
    "eerdere "
    "datum blijft gelden; een mens moet nagaan wat is bedoeld.",
)
VERSCHOVEN = definieer(
    "N430",
    "De inwerkingtreding is verschoven",
    "Een later besluit heeft de dag van inwerkingtreding veranderd voordat die was bereikt. Wie van dat besluit nog "
    "niet "
    "wist, zag de eerdere dag.",
)
ANDER_BESLUIT = definieer(
    "E431",
    "De inwerkingtredingsbepaling noemt een onbekend besluit",
    "De bepaling spreekt van een besluit of regeling die hier niet bekend is en niet zo heet als dit besluit zelf. "
    "Of zij "
    "voor dit besluit geldt, staat dan niet vast.",
)
EINDE_VOOR_BEGIN = definieer(
    "E432",
    "Het einde ligt niet na het begin",
    "Een besluit of bepaling vervalt op of voor de dag waarop zij in werking treedt. De data spreken elkaar tegen; "
    "het besluit telt niet mee totdat dat is opgelost.",
)
HERLEEFT_NIET = definieer(
    "W433",
    "Een wijzigingsbesluit is ingetrokken nadat het had gewerkt",
    "Een wijzigingsbesluit dat in werking is getreden, is uitgewerkt; intrekking brengt de oude tekst niet terug "
    "(aanwijzingen 6.25 en 6.26).",
)
GAAT_NIET_DOOR = definieer(
    "N434",
    "Een wijzigingsbesluit is ingetrokken voordat het werkte",
    "De wijziging gaat niet door. Wie van de intrekking nog niet wist, zag haar als toekomstige tekst.",
)
OOK_TERUG = definieer(
    "Q435",
    "Werkt een deel met een eigen datum ook terug?",
    "Het besluit als geheel werkt terug, maar een deel treedt op een eigen dag in werking. De tekst zegt niet of de "
    "terugwerkende kracht ook dat deel betreft. Keuzes: “wel” of “niet”.",
)
VERVALLEN_DOOR_TEKST = definieer(
    "N436",
    "Een bepaling is volgens haar eigen tekst vervallen",
    "De regeling bepaalt zelf dat een artikel of onderdeel op een dag vervalt (aanwijzing 5.71); vanaf die dag staat "
    "het niet meer in de tekst. Wordt die dag gewijzigd, dan schuift het einde mee.",
)
GERECTIFICEERD = definieer(
    "W437",
    "Een besluit is gerectificeerd",
    "De tekst van een besluit is verbeterd bekendgemaakt. Vanaf de dag waarop de rectificatie bekend werd telt de "
    "verbeterde tekst, met de data van het oorspronkelijke besluit; wat ervan is afgeleid, is opnieuw berekend.",
)
RECTIFICATIE_ZONDER = definieer(
    "E438",
    "Een rectificatie zonder het besluit dat zij verbetert",
    "Een rectificatie verbetert een eerder bekendgemaakt besluit; dat besluit is hier niet, of is later bekendgemaakt.",
)
VERVAL_WACHT = definieer(
    "W439",
    "Het verval van een regeling of bepaling wacht op een datum",
    "Een besluit laat een regeling of bepaling vervallen op een moment dat nog niet vaststaat of niet is te berekenen. "
    "Dat verval is niet verwerkt.",
)
ZELFDE_DAG_ZELFDE_DOEL = definieer(
    "W440",
    "Twee besluiten wijzigen op dezelfde dag dezelfde bepaling, zonder verschil",
    "Twee besluiten wijzigen op dezelfde dag dezelfde bepaling. In beide volgorden is de tekst dezelfde; de volgorde "
    "van aanwijzing 5.70 is aangehouden.",
)
KRUIST = definieer(
    "W450",
    "Twee besluiten werken terug over dezelfde dagen",
    "Een besluit met terugwerkende kracht bestrijkt dagen waarvoor ook een ander besluit terugwerkt. Beide gelden, in "
    "de volgorde van inwerkingtreding; ga na of dat zo is bedoeld.",
)
NA_INTREKKING = definieer(
    "E451",
    "Een ingetrokken regeling wordt gewijzigd",
    "Het besluit wijzigt een regeling die op de dag van inwerkingtreding al was ingetrokken. De wijziging heeft geen "
    "gevolg.",
)
ANDER_ORGAAN = definieer(
    "W452",
    "Een ander bestuursorgaan wijzigt de regeling dan haar vaststelde",
    "Een regeling wordt gewijzigd door een regeling van gelijke rang (aanwijzing 6.1). Ga na of dit orgaan bevoegd is.",
)
HERSTELT = definieer(
    "N453",
    "Een later besluit wijzigt een bepaling waarover een eerdere opdracht niet is uitgevoerd",
    "Een verkeerd geformuleerde opdracht wordt met een gewone wijziging hersteld. Tot dat besluit werkt, blijft de "
    "eerdere opdracht onuitgevoerd.",
)
DEEL_GEWIJZIGD_ARTIKEL = definieer(
    "W454",
    "De inwerkingtredingsbepaling noemt een artikel van de regeling",
    "De bepaling spreekt van een artikel dat het besluit zelf niet heeft, maar wel wijzigt. Gelezen zijn de onderdelen "
    "van het besluit die dat artikel wijzigen.",
)
