"""The findings of the parser (codes 200-299)."""

from amend.model.melding import Code, definieer

__all__ = ["Code"]

ONVERKLAARD = definieer(
    "E200",
    "onverklaarde woorden",
    "De zin bevat woorden die in geen bekende wijzigingsformule passen. De hele zin wordt dan niet uitgevoerd: "
    "een half begrepen opdracht is gevaarlijker dan geen opdracht.",
)
GEEN_OPDRACHT = definieer(
    "E201",
    "geen bekende opdracht",
    "Alle woorden van de zin zijn bekend, maar samen vormen zij geen opdracht die kan worden uitgevoerd "
    "(bijvoorbeeld omdat het werkwoord of de plaats ontbreekt).",
)
TE_LANG = definieer(
    "E202",
    "zin te lang",
    "De zin is langer dan wat als één wijzigingsopdracht kan worden gelezen (20.000 tekens of 3000 woorden).",
)
AANTAL = definieer(
    "E203",
    "ander aantal dan aangekondigd",
    "De opdracht kondigt een ander aantal elementen aan dan de nieuwe tekst bevat.",
)
NUMMER = definieer(
    "E204",
    "ander nummer dan aangekondigd",
    "De nieuwe tekst draagt een ander nummer dan de opdracht noemt.",
)
GEEN_PAYLOAD = definieer(
    "E205",
    "nieuwe tekst ontbreekt",
    "De opdracht kondigt een nieuwe tekst aan, maar die staat niet in de zin en niet eronder.",
)
PAYLOAD_ZONDER_OPDRACHT = definieer(
    "E206",
    "nieuwe tekst zonder opdracht",
    "Er staat tekst onder een opdracht die geen nieuwe tekst vraagt, of zonder enige opdracht.",
)
ONVERKLAARDE_TEKST = definieer(
    "E207",
    "onverklaarde tekst in het besluit",
    "Tekst van het besluit die geen opdracht, nieuwe tekst, inwerkingtreding of ondertekening is.",
)
LIJST_ONGELIJK = definieer(
    "E208",
    "aantallen in de vernummering ongelijk",
    "Bij vernummeren of vervangen staan links en rechts niet evenveel nummers of teksten.",
)
DAG_BESTAAT_NIET = definieer(
    "E209",
    "dag die niet bestaat",
    "De bepaling noemt een dag die niet op de kalender staat, bijvoorbeeld 31 februari.",
)
MEERDUIDIG = definieer(
    "Q210",
    "zin op meer manieren te lezen",
    "De zin laat twee of meer lezingen toe die tot verschillende teksten leiden. Iemand moet kiezen.",
)
TOT_BEREIK = definieer(
    "Q211",
    '"tot" of "tot en met"',
    'Niet blijkt of "van het tweede tot het vijfde lid" één lid verplaatst of een reeks leden aanduidt.',
)
PLAATS_ONZEKER = definieer(
    "E246",
    "plaats onzeker",
    "“Artikel 10 tot 13” zegt niet of 13 meedoet; “artikel 6 of 7” zegt niet welk artikel wijzigt. Schrijf “tot en "
    "met” of “en”, of noem de ene plaats.",
)
VERVAL_LATER = definieer(
    "E249",
    "verval op een moment zonder datum",
    "Een onderdeel laat een bepaling vervallen een termijn na de bekendmaking of inwerkingtreding, of op een nader te "
    "bepalen moment. Dat moment wordt niet uitgerekend; zonder datum wordt de tekst niet gewijzigd.",
)
SLOT_OF_ZIN = definieer(
    "Q212",
    "vervaldatum meerduidig",
    '"vervalt op" of "vervalt na" een datum laat open of de regeling op die dag zelf nog geldt.',
)
GEACHT = definieer(
    "Q213",
    '"wordt geacht in werking te zijn getreden"',
    "Deze formule is uitgesloten door aanwijzing 5.63; zij wordt pas na een keuze als terugwerkende kracht gelezen.",
)
PER_DIRECT = definieer(
    "Q214",
    "inwerkingtreding op de dag van bekendmaking",
    "Inwerkingtreding ligt na de bekendmaking (aanwijzing 4.16). Voorstel: de dag na de bekendmaking.",
)
BEPERKT = definieer(
    "Q215",
    "uitzondering voor een deel van een onderdeel",
    'De bepaling spreekt van een onderdeel "voor zover het betreft …". Iemand moet het onderdeel splitsen.',
)
ELDERS_GENOEMD = definieer(
    "Q216",
    "datum die elders in het besluit staat",
    'De bepaling verwijst naar "de in het tweede lid genoemde datum"; iemand moet die datum invullen.',
)
DAGTEKENING = definieer(
    "Q219",
    "terugwerkende kracht tot de dagtekening",
    "De terugwerkende kracht loopt tot de dag van dagtekening of vaststelling; vul die dag in.",
)
VOORWAARDE = definieer(
    "Q244",
    "inwerkingtreding of verval onder een voorwaarde",
    "Een “tenzij” of “mits” kan de datum anders maken. Iemand moet nagaan of de voorwaarde is vervuld; “uitvoeren” "
    "houdt de genoemde datum aan.",
)
ENKELVOUD = definieer(
    "W220",
    "enkelvoud voor meer elementen",
    '"Artikel 10 tot en met 13" in plaats van "De artikelen 10 tot en met 13" (aanwijzing 3.29).',
)
LID_CIJFER = definieer(
    "W221",
    '"lid 1" in plaats van "eerste lid"',
    "Leden worden met een rangtelwoord aangeduid (aanwijzing 3.29).",
)
ZONDER_LUIDENDE = definieer(
    "W222",
    '"luidende:" ontbreekt',
    'Bij invoegen of toevoegen volgt ", luidende:" (aanwijzing 6.11).',
)
ANDER_WERKWOORD = definieer(
    "W223",
    "ander werkwoord dan de Aanwijzingen",
    'De Aanwijzingen kennen "vervalt", "komt te luiden" en "wordt vervangen door" (aanwijzingen 3.29 en 6.9).',
)
TOEVOEGEN = definieer(
    "W224",
    "toevoegen in plaats van invoegen",
    "Toevoegen is aan het eind; op een andere plaats is het invoegen (aanwijzing 6.11). De genoemde plaats telt.",
)
AANHALING_ELEMENT = definieer(
    "W225",
    "aanhalingstekens om een heel element",
    "De nieuwe tekst van een heel artikel, lid of onderdeel staat zonder aanhalingstekens (aanwijzing 6.9).",
)
TERUG_TOT = definieer(
    "W226",
    '"terug tot" zonder "en met"',
    '"Werkt terug tot 1 januari" wordt gelezen als tot en met die dag (aanwijzing 5.63).',
)
DUBBELE_PUNT = definieer(
    "W227",
    "punt in plaats van dubbele punt",
    'Na "komt te luiden" staat een dubbele punt (aanwijzing 6.9).',
)
SCHRIJFWIJZE = definieer(
    "W228",
    "vermoedelijke schrijf- of scanfout",
    'Een woord is gelezen als het woord dat er vrijwel zeker bedoeld is ("tôt", "inwerking", "lui dend").',
)
AANHALING_OPEN = definieer(
    "W229",
    "aanhalingsteken niet gesloten",
    "Een aanhalingsteken wordt niet gesloten; het einde van de aangehaalde tekst is afgeleid.",
)
AANHALING_TOT_EIND = definieer(
    "E236",
    "aanhalingsteken zonder tegenhanger",
    "Een aanhalingsteken opent en sluit niet meer, of sluit zonder te zijn geopend; waar de aangehaalde tekst eindigt "
    "en of de slotpunt erbij hoort, staat niet vast. Sluit de aanhaling in het besluit.",
)
ZONDER_AANHALING = definieer(
    "W230",
    "aangehaalde tekst zonder aanhalingstekens",
    "Oude en nieuwe woorden staan tussen aanhalingstekens (aanwijzing 6.9).",
)
NUMMER_SPATIE = definieer(
    "W231",
    "nummer anders geschreven dan aangekondigd",
    "Het nummer in de nieuwe tekst verschilt alleen in spaties of hoofdletters van het aangekondigde nummer.",
)
GEEN_NUMMER = definieer(
    "W232",
    "nieuwe tekst zonder nummer",
    "De nieuwe tekst begint niet met haar eigen nummer (aanwijzing 6.9); het aangekondigde nummer geldt.",
)
UITGESLOTEN = definieer(
    "W233",
    "formule die de Aanwijzingen afraden",
    "De zin is begrepen, maar de formule wijkt af van de Aanwijzingen voor de regelgeving.",
)
VERVAL_ZELF = definieer(
    "W234",
    "wijzigingsbesluit dat vervalt",
    "Als een wijzigingsbesluit vervalt, herleeft de oude tekst niet (aanwijzing 6.26).",
)
OPSCHRIFT_GENOEMD = definieer(
    "W235",
    "opschrift achter het nummer genoemd",
    "Woorden achter een nummer zijn gelezen als het opschrift, of als de artikelen die erin staan; bij het uitvoeren "
    "moet dat kloppen.",
)
OVERGANGSRECHT = definieer(
    "N240",
    "overgangsrecht buiten de regeling",
    "Een overgangsbepaling die alleen in het wijzigingsbesluit staat, verandert de tekst niet; zij wordt een noot.",
)
CITEERTITEL = definieer(
    "N241",
    "citeertitel van het besluit zelf",
    "De citeertitel van het wijzigingsbesluit is niet de citeertitel van de gewijzigde regeling.",
)
DOEL_UIT_OPSCHRIFT = definieer(
    "N242",
    "regeling genoemd in het opschrift",
    "Welke regeling wordt gewijzigd, blijkt uit het opschrift van het artikel en niet uit een zin.",
)
AANGEHAALDE_TEKST = definieer(
    "Q217",
    "De instructie haalt de bestaande tekst aan",
    "De instructie noemt een element met de tekst die daar nu staat (“dat luidt: …”). Die tekst is een controle, geen "
    "nieuwe tekst. Een mens moet nagaan of zij klopt en de instructie zonder aanhaling laten uitvoeren.",
)
BOVENLIGGEND = definieer(
    "E218",
    "De instructie waar deze onder staat, is niet begrepen",
    "Een onderdeel erft de plaats en de voorwaarden van de instructie waar het onder staat. Is die niet begrepen, dan "
    "is niet zeker wat het onderdeel wijzigt en of het geldt.",
)
DEEL_VERVALLEN = definieer(
    "N243",
    "Onderdeel van het besluit is zelf vervallen",
    "Bij de behandeling is dit onderdeel geschrapt; de letter is gebleven. Er verandert niets door.",
)
TEKST_ONVOLLEDIG = definieer(
    "E244",
    "Nieuwe tekst met een knipmerk",
    "In de nieuwe tekst staat [...] of (…): een deel is weggelaten. Een halve tekst wordt niet uitgevoerd.",
)
NAAM_ONZEKER = definieer(
    "E245",
    "Naam van de regeling loopt door in een andere plaats",
    "Achter de naam van de regeling volgt nog een artikel of bijlage; het is niet zeker waar de naam eindigt.",
)
TOELICHTING = definieer(
    "N246",
    "Wijziging van een toelichting",
    "Een toelichting is geen tekst van de regeling en wordt niet bijgehouden.",
)
KOP_OF_SLOT = definieer(
    "E247",
    "Opschrift of slot in de nieuwe tekst",
    "In de nieuwe tekst staat boven een artikel zonder opschrift een korte regel zonder leesteken. Dat kan het "
    "opschrift van dat artikel zijn of het slot van wat erboven staat; de andere artikelen geven geen uitsluitsel.",
)
PAGINAREST = definieer(
    "E248",
    "Kop of voet van een bladzijde in de nieuwe tekst",
    "De nieuwe woorden eindigen met de naam van het blad waarin het besluit staat. Dat is waarschijnlijk een rest "
    "van de gedrukte bladzijde; een tekst waarvan het einde niet zeker is, wordt niet uitgevoerd.",
)
