"""Forms about places that the grammar does not know: moved, numbered, merged away, replaced as a picture."""

from __future__ import annotations

import re
from typing import Final

from amend.model.address import Niveau
from amend.model.operations import (
    HefIndelingOp,
    NummerTekst,
    Vernummer,
    Verplaats,
    Vervang,
    Verwijder,
    VerwijderTekst,
)
from amend.model.tree import INDELING
from amend.parse import codes_bijzonder as codes
from amend.parse.bijzonder.vorm import Uitkomst, Zin, vorm
from amend.parse.fragment import lees_plaatsen

_INDELING: Final = frozenset(soort.value for soort in INDELING)
_WEG: Final = (
    r"(?:vervalt|vervallen|wordt\s+geschrapt|worden\s+geschrapt)(?:,?\s+met\s+dien\s+verstande\s+dat\s+(?:de\s+)?(?:daarin\s+"
    r"opgenomen\s+|daaronder\s+vallende\s+)?artikelen\s+(?:in\s+stand\s+)?blijven(?:\s+bestaan|\s+staan)?)?[.;]?"
)
_VERVALT: Final = (
    r"(?:(?:(?:komen|dienen)\s+te\s+|te\s+(?:laten\s+|doen\s+)?)?vervallen|worden\s+(?:geschrapt|verwijderd|ingetrokken)|"
    r"te\s+(?:schrappen|verwijderen))"
)
_ENKEL: Final = {
    "artikelen": "artikel", "leden": "lid", "onderdelen": "onderdeel", "hoofdstukken": "hoofdstuk",
    "paragrafen": "paragraaf", "afdelingen": "afdeling", "bijlagen": "bijlage",
}  # fmt: skip
_MEER: Final = (
    r"artikelen|leden|onderdelen|hoofdstukken|paragrafen|afdelingen|titels|bijlagen|begrippen|definities|"
    r"begripsbepalingen|begripsomschrijvingen|volzinnen|woorden"
)
_NR: Final = r"[A-Z]?\d[\w.:-]*\w|\w{1,3}"
_AANGEHAALD: Final = r"“[^“”]+”|„[^„”“]+[”“]|«[^«»]+»|‘[^‘’]+’|\"[^\"]+\"|'[^']+'"
_LIJST: Final = (
    rf"(?:(?:de\s+)?(?:{_MEER}|artikel|onderdeel|hoofdstuk|paragraaf|bijlage)\s+)?(?:{_NR}|{_AANGEHAALD})"
    rf"(?:(?:\s*,\s*|\s*,?\s+en\s+|\s+tot\s+en\s+met\s+|\s+t/m\s+)(?:(?:artikel|onderdeel|hoofdstuk|paragraaf|bijlage)\s+)?"
    rf"(?:{_NR}|{_AANGEHAALD}))*"
)
_BEELD: Final = r"(?P<soort>kaart|afbeelding|figuur|tekening|plattegrond|foto|illustratie)"


@vorm(
    r"(?P<wat>(?:de\s+)?\w.+?)\s+(?:wisselen\s+van\s+(?:plaats|nummer)|worden\s+(?:omgewisseld|verwisseld))[.;]?",
    signalen=("wissel",),
)
def wisselen(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """Two places change places; whether their numbers go along is asked."""
    plaatsen = zin.plaatsen(m["wat"])
    if plaatsen is None or len(plaatsen) != 2 or any(p.laatste.tot or not p.laatste.nummer for p in plaatsen):
        return None
    namen = [str(plaats).replace("/", ", ") for plaats in plaatsen]
    tekst = f"{namen[0]} en {namen[1]} wisselen van plaats; niet blijkt of ook de nummers wisselen."
    hulp = "“Uitvoeren” laat plaats en nummer wisselen: wat nu het ene nummer draagt, krijgt het andere."
    ruil = Vernummer(van=plaatsen, naar=plaatsen[::-1], onderdeel=zin.onderdeel, spanne=zin.spanne)
    return (ruil,), (zin.melding(codes.WISSELEN, tekst, hulp),)


@vorm(
    rf"(?P<kop>(?:in\s+[^:“„«‘\"]+?\s+)?(?:{_VERVALT}\s+)?)de\s+(?:(?:volgende|navolgende|onderstaande|hierna\s+genoemde)\s+)?(?P<wat>{_MEER})"
    rf"(?P<van>\s+(?:van|in|uit)\s+[^:“„«‘\"]+?)?(?P<ww>\s+{_VERVALT}(?:\s+geschrapt|\s+verwijderd)?)?\s*:\s*(?P<lijst>{_LIJST})\s*[.;]?",
    signalen=(r"(?:volgende|onderstaande|hierna\s+genoemde)\s+[\w-]+[^:]*:", rf"\bde\s+(?:{_MEER})\s*:"),
)
def volgende_vervallen(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """ "De volgende artikelen vervallen: 2:12 en 2:13": what stands behind the colon, in its place."""
    if bool(m["ww"]) == bool(re.search(rf"{_VERVALT}\s*$", m["kop"], re.I)):
        return None
    lijst = re.sub(rf"^(?:de\s+)?(?:{_MEER})\s+", "", m["lijst"], flags=re.I)
    if enkel := _ENKEL.get(m["wat"].lower()):
        lijst = re.sub(rf"\b{enkel}\s+(?=[\w])", "", lijst, flags=re.I)
    gewoon = f"{m['kop']}de {m['wat']} {lijst}{m['van'] or ''}{m['ww'] or ''}."
    return zin.gewoon(gewoon, Verwijder, VerwijderTekst)


@vorm(
    r"de\s+(?:bestaande\s+)?tekst(?:\s+van\s+(?P<waar>.+?))?\s+wordt\s+onderdeel\s+(?P<nr>[a-z])[.)]?[.;]?",
    signalen=(r"wordt\s+(?:een\s+)?(?:nieuw\s+)?(?:artikel|onderdeel)",),
)
def wordt_onderdeel(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F60: "De tekst van artikel 1 wordt onderdeel a": the article's text gets a letter."""
    plaats = zin.plaats(m["waar"]) if m["waar"] else zin.context or None
    if plaats is None:
        return None
    return (NummerTekst(doel=(plaats,), nummer=m["nr"], onderdeel=zin.onderdeel, spanne=zin.spanne),), ()


@vorm(
    r"de\s+(?:bestaande\s+)?tekst\s+van\s+(?P<waar>.+?)\s+(?:wordt\s+(?:genummerd(?:\s+als)?|voorzien\s+van\s+(?:de\s+aanduiding|"
    r"het\s+nummer|het\s+cijfer))|krijgt\s+(?:de\s+aanduiding|(?:het\s+)?nummer|het\s+cijfer))\s+[“‘\"'«]?1\.?[”’\"'»]?(?:,?\s+(?:en|waarna)\s+(?P<rest>(?:er\s+)?wordt\s.+)|[.;]?)",
    signalen=(
        "genummerd",
        "voorzien",
        "krijgt",
    ),
)
def tekst_genummerd(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F58: "De tekst van artikel 3 wordt genummerd 1 (en er wordt een lid toegevoegd, luidende:)"."""
    plaats = zin.plaats(m["waar"])
    if plaats is None or plaats.laatste.soort != "artikel":
        return None
    nummer = NummerTekst(doel=(plaats,), nummer="1", onderdeel=zin.onderdeel, spanne=zin.spanne)
    if not m["rest"]:
        return (nummer,), ()
    ops, meldingen = zin.ontleed(zin.alleen(m["rest"]), zin.vanaf, plaats, zin.onderdeel)
    return ((nummer, *ops), meldingen) if ops else None


@vorm(
    r"(?P<wat>.+?),?\s+(?:wordt|worden)\s+(?:ondergebracht\s+in\s+(?:een\s+(?:nieuw\s+)?)?(?:artikel|lid)?\s*(?P<niets>$|[.;])|"
    r"(?:ondergebracht\s+in\s+)?(?:een\s+)?(?:nieuw\s+)?(?P<naar>artikel\s+[\w.:]*\w))[.;]?",
    signalen=(
        "ondergebracht",
        "plaatsing",
    ),
)
def onderbrengen(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """A paragraph or item becomes an article of its own."""
    plaatsen = zin.plaatsen(m["wat"])
    if plaatsen is None or any(not p or p.laatste.soort not in ("lid", "onderdeel") for p in plaatsen):
        return None
    naar = lees_plaatsen(m["naar"]) if m["naar"] else None
    if not naar or len(naar) != 1:
        tekst = f"Waar {', '.join(map(str, plaatsen)).replace('/', ', ')} komt, is niet met een nummer genoemd."
        return (), (zin.melding(codes.WAAR_NAARTOE, tekst, "Noem het nummer van de nieuwe plaats en geef haar tekst."),)
    return (Verplaats(doel=plaatsen, naar=naar[0], onderdeel=zin.onderdeel, spanne=zin.spanne),), ()


@vorm(
    r"(?:in\s+(?P<waar>.+?)\s+)?(?:worden\s+)?(?:de\s+)?(?:gedachte|aandachts)?(?:streepjes|bolletjes)\s+(?:worden\s+)?vervangen\s+door"
    r"\s+(?:de\s+)?(?:letters|onderdelen|aanduidingen)\s+(?P<letters>“?[a-z][.)”]*(?:(?:,|\s+en|\s+tot\s+en\s+met|\s+t/m)\s+“?"
    r"[a-z][.)”]*)+)[.;]?",
    signalen=(
        "streepjes",
        "bolletjes",
    ),
)
def streepjes(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F62: dashes become letters: the counted items get the letters of the range."""
    waar = zin.plaats(m["waar"]) if m["waar"] else zin.context
    naar = lees_plaatsen("onderdelen " + re.sub(r"[“”\"'.)]", "", m["letters"]).replace("t/m", "tot en met"))
    if waar is None or not naar:
        return None
    van = waar.met(Niveau("streepje", "1", "laatste"))
    doel = tuple(waar.met(*p.niveaus) for p in naar)
    return (Vernummer(van=(van,), naar=doel, onderdeel=zin.onderdeel, spanne=zin.spanne),), ()


@vorm(
    r"(?:de\s+)?(?:aanduiding|kop)(?:en)?(?:\s+en\s+(?:het\s+|de\s+)?opschrift(?:en)?)?\s+(?:van|boven)\s+(?P<waar>[^“«:]+?)"
    rf"\s+{_WEG}",
    rf"de\s+aanduiding\s+[«“„\"‘'](?P<waar>[^«»“”\"’]+?)[»”\"’']?\s+(?:met|en)\s+het\s+(?:daarbij\s+behorende\s+|bijbehorende\s+)?opschrift\s+{_WEG}",
    signalen=(
        r"\bkop\b",
        "aanduiding",
    ),
)
def kop_vervalt(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F84: "De aanduiding en het opschrift van hoofdstuk 2 vervallen": the division goes, its articles stay."""
    plaatsen = zin.plaatsen(m["waar"])
    if plaatsen is None or any(p.laatste.soort not in _INDELING for p in plaatsen):
        return None
    return (HefIndelingOp(doel=plaatsen, onderdeel=zin.onderdeel, spanne=zin.spanne),), ()


@vorm(
    rf"(?:de|het)\s+{_BEELD}\s+(?:in|van|bij|behorende\s+bij|opgenomen\s+in)\s+(?P<waar>.+?)\s+wordt\s+vervangen"
    r"(?:\s+door\s+(?:de|het|een|bijgevoegde|bijgaande)[^.“«:]*)?[.;]?",
    signalen=(
        "kaart",
        "afbeelding",
        "figuur",
        "tekening",
        "plattegrond",
    ),
)
def beeld(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """A map or picture is replaced by another."""
    plaats = zin.plaats(m["waar"])
    if plaats is None:
        return None
    doel = (plaats.met(Niveau("figuur", woord=m["soort"].lower())),)
    return (Vervang(doel=doel, onderdeel=zin.onderdeel, spanne=zin.spanne),), ()
