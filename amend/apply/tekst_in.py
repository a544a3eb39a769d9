"""Appending words and sentences, replacing and deleting sentences, closing punctuation (F05, F30-F33, F36, F52)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from amend.apply import codes
from amend.apply.bind import bind_alle, bind_een
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.payload import nieuwe
from amend.apply.voegen import invoeging, raar, slotplek, tussen, zonder_slotpunt
from amend.apply.werk import Werk, zeg
from amend.apply.zinnen import splits
from amend.model.operations import VervangLeesteken, VoegTekstToe
from amend.model.tree import Node, Pad, Run, Soort, Tekst, marks_op, platte_tekst, vervang_tekens

_BLOK = frozenset({Soort.AL, Soort.TUSSENKOP})


def zin_uit(werk: Werk, nodes: Sequence[Node], waar: str) -> Tekst:
    """The runs of a payload that must be running text: one text block."""
    if len(nodes) != 1 or nodes[0].soort is not Soort.AL or nodes[0].kinderen:
        werk.weiger(codes.SOORT, f"de nieuwe tekst voor {waar} is meer dan één tekstblok of geen lopende tekst.")
    return nodes[0].tekst


def vervang_zinnen(werk: Werk, plek: Doelwit, nodes: Sequence[Node]) -> None:
    """F05: the sentences of ``plek`` become those of the payload; their number may differ."""
    nieuw = zin_uit(werk, nodes, zeg(plek.plaats))
    node = werk.node(plek.pad)
    oud = platte_tekst(node.tekst)[plek.van : plek.tot]
    if len(splits(oud).spannen) != len(splits(platte_tekst(nieuw)).spannen):
        _telling_anders(werk, plek.pad, plek.van, platte_tekst(node.tekst)[plek.tot :])
    werk.zet(plek.pad, replace(node, tekst=vervang_tekens(node.tekst, plek.van, plek.tot, nieuw)))


def aaneengesloten(werk: Werk, plekken: Sequence[Doelwit]) -> Doelwit:
    """F05: "de tweede en derde volzin" as one span; sentences that do not follow each other are refused."""
    tekst = platte_tekst(werk.node(plekken[0].pad).tekst)
    for eerste, tweede in pairwise(plekken):
        if tweede.pad != eerste.pad or tweede.van < eerste.tot or tekst[eerste.tot : tweede.van].strip():
            werk.weiger(
                codes.ADRES,
                f"{zeg(eerste.plaats)} en {zeg(tweede.plaats)} volgen niet op elkaar; één nieuwe tekst past daar niet.",
                "Geef elke volzin een eigen instructie.",
            )
    return replace(plekken[0], tot=plekken[-1].tot)


def verwijder_zinnen(werk: Werk, plek: Doelwit) -> None:
    """F36: delete sentences with the white space that separated them."""
    node = werk.node(plek.pad)
    tekst = platte_tekst(node.tekst)
    van, tot = plek.van, plek.tot
    if not tekst[:van].strip() and not tekst[tot:].strip():
        if _een_van_de_alineas(werk, plek):
            werk.vervang_kinderen(plek.pad[:-1], plek.pad[-1], plek.pad[-1] + 1, ())
            return
        werk.vraag(
            codes.HELE_TEKST,
            f"{zeg(plek.plaats)} is de hele tekst.",
            "Moet het element zelf vervallen, wijzig dan de instructie.",
        )
    if tot < len(tekst):
        tot += len(tekst[tot:]) - len(tekst[tot:].lstrip())
    else:
        van = len(tekst[:van].rstrip())
    _telling_anders(werk, plek.pad, van, tekst[tot:])
    werk.zet(plek.pad, replace(node, tekst=vervang_tekens(node.tekst, van, tot, ())))


def _telling_anders(werk: Werk, pad: Pad, vanaf: int, erna: str) -> None:
    """From this character on the sentences of the block have other places in the count than before the step.

    The last sentence is still the last when text follows the change (``erna``).
    """
    if not erna.strip():
        werk.laatste_gewijzigd.add(pad)
    werk.zinnen_gewijzigd[pad] = min(vanaf, werk.zinnen_gewijzigd.get(pad, vanaf))


def _een_van_de_alineas(werk: Werk, plek: Doelwit) -> bool:
    """True when the sentence is a text block among others of the same element, which keeps its text."""
    if not plek.pad or (plek.plaats.ouder and plek.plaats.ouder.laatste.soort == "alinea"):
        return False
    broers = werk.node(plek.pad[:-1]).kinderen
    return len(broers) > 1 and all(broer.soort is Soort.AL for broer in broers)


def voeg_zinnen_in(werk: Werk, anker: Doelwit, nodes: Sequence[Node], aantal: int | None, *, na: bool) -> None:
    """F32: put sentences after or before a sentence."""
    nieuw = zin_uit(werk, nodes, zeg(anker.plaats))
    _tel_zinnen(werk, nieuw, aantal)
    node = werk.node(anker.pad)
    plek = anker.tot if na else anker.van
    tekst = platte_tekst(node.tekst)
    voor, rest = tussen(tekst[:plek], platte_tekst(nieuw)), tussen(platte_tekst(nieuw), tekst[plek:])
    inzet = (*_wit(werk, voor), *nieuw, *_wit(werk, rest))
    _telling_anders(werk, anker.pad, plek, tekst[plek:])
    werk.zet(anker.pad, replace(node, tekst=vervang_tekens(node.tekst, plek, plek, inzet)))


def _wit(werk: Werk, tekst: str) -> Tekst:
    return (Run(tekst, (), werk.oorsprong),) if tekst else ()


def _tel_zinnen(werk: Werk, nieuw: Tekst, aantal: int | None) -> None:
    geteld = splits(platte_tekst(nieuw))
    if aantal is not None and geteld.zeker and len(geteld.spannen) != aantal:
        werk.weiger(
            codes.AANTAL,
            f"de instructie kondigt {aantal} volzin(nen) aan, maar de nieuwe tekst bevat er {len(geteld.spannen)}.",
        )


def voeg_tekst_toe(werk: Werk, op: VoegTekstToe) -> None:
    """F30, F31: words go before the closing stop or semicolon, a sentence after it."""
    plekken = bind_alle(werk, op.doel)
    if not plekken:
        werk.weiger(codes.ADRES, "de instructie noemt geen plaats voor de toe te voegen tekst.")
    nodes = nieuwe(werk, op.inhoud, op.nieuw)
    for plek in plekken:
        _voeg_toe(werk, op, plek, nodes)


def _voeg_toe(werk: Werk, op: VoegTekstToe, plek: Doelwit, nodes: Sequence[Node]) -> None:
    pad, kop, eind = _slot(werk, plek)
    node = werk.node(pad)
    runs = node.opschrift if kop else node.tekst
    tekst = platte_tekst(runs)[: eind if eind else None]
    nieuw = zin_uit(werk, nodes, zeg(plek.plaats))
    if _is_volzin(werk, op, tekst, platte_tekst(nieuw)):
        _tel_zinnen(werk, nieuw, op.aantal)
        start = len(tekst.rstrip())
        inzet = (*_wit(werk, tussen(tekst[:start], platte_tekst(nieuw))), *nieuw)
        verder = vervang_tekens(runs, start, start, inzet)
    elif pad in werk.slottekens:
        verder = _achter_leesteken(werk, runs, tekst, platte_tekst(nieuw), werk.slottekens[pad])
    else:
        start = slotplek(tekst)
        verder = _voor_slot(werk, runs, tekst, start, platte_tekst(nieuw))
    werk.zet(pad, replace(node, opschrift=verder) if kop else replace(node, tekst=verder))
    werk.geschreven = True


def _achter_leesteken(werk: Werk, runs: Tekst, tekst: str, nieuw: str, oud: str) -> Tekst:
    """ "Onder vervanging van de punt door een komma wordt toegevoegd": after the new mark, closed by the old one."""
    start = len(tekst.rstrip())
    woorden = zonder_slotpunt(nieuw)
    slot = "" if woorden[-1:] in (".", ";", "!", "?") else oud
    inzet = invoeging(tekst[:start], woorden, "") + slot
    return vervang_tekens(runs, start, start, (Run(inzet, marks_op(runs, max(start - 1, 0)), werk.oorsprong),))


def _voor_slot(werk: Werk, runs: Tekst, tekst: str, start: int, nieuw: str) -> Tekst:
    woorden = zonder_slotpunt(nieuw)
    if woorden.endswith(".") and tekst[start : start + 1] in (".", ";"):
        woorden = woorden[:-1].rstrip()
    inzet = invoeging(tekst[:start], woorden, tekst[start:])
    vreemd = raar(tekst[:start] + inzet + tekst[start:], start, start + len(inzet))
    if vreemd:
        werk.meld(codes.LEESTEKENS, f"na de toevoeging staat er “{vreemd}”.")
    return vervang_tekens(runs, start, start, (Run(inzet, marks_op(runs, max(start - 1, 0)), werk.oorsprong),))


def _is_volzin(werk: Werk, op: VoegTekstToe, tekst: str, nieuw: str) -> bool:
    if op.soort in ("volzin", "zin", "zinnen", "volzinnen"):
        return True
    kern = nieuw.strip()
    heel = kern[:1].isupper() and kern[-1:] in ".?!" and tekst.rstrip()[-1:] in ".?!"
    if heel and not op.soort:
        werk.meld(codes.ALS_VOLZIN, "de toegevoegde tekst is een hele zin en is na de slotpunt geplaatst.")
    return heel and not op.soort


def _slot(werk: Werk, plek: Doelwit) -> tuple[Pad, bool, int]:
    """The text block to which is appended: (path, heading?, end of the span or 0 for the end of the block)."""
    if plek.deel is Deel.OPSCHRIFT:
        return plek.pad, True, 0
    if plek.deel is Deel.TEKENS:
        return plek.pad, False, plek.tot
    if plek.deel is Deel.KOLOM:
        werk.weiger(codes.TABEL, f"{zeg(plek.plaats)}: noem de rij waaraan tekst wordt toegevoegd.")
    node = werk.node(plek.pad)
    if node.soort in _BLOK:
        return plek.pad, False, 0
    kinderen = node.kinderen[plek.van : plek.tot] if plek.deel is Deel.BLOKKEN else node.kinderen
    begin = plek.van if plek.deel is Deel.BLOKKEN else 0
    if any(kind.soort is Soort.LID for kind in kinderen):
        werk.weiger(
            codes.GEEN_ONDERVERDELING, f"{zeg(plek.plaats)} heeft leden; noem het lid waaraan tekst wordt toegevoegd."
        )
    if not kinderen or any(kind.soort is not Soort.AL for kind in kinderen):
        _lijst_aan_slot(werk, plek, kinderen)
    return (*plek.pad, begin + len(kinderen) - 1), False, 0


def _lijst_aan_slot(werk: Werk, plek: Doelwit, kinderen: Sequence[Node]) -> None:
    """F30, F31: aanhef, last item or slot? A list makes the place uncertain; settled, it is the last text block."""
    if not kinderen:
        werk.weiger(codes.GEEN_ONDERVERDELING, f"{zeg(plek.plaats)} heeft geen tekst waaraan kan worden toegevoegd.")
    hulp = "Noem de aanhef, het laatste onderdeel of het slot."
    tekst = f"{zeg(plek.plaats)} heeft een opsomming; bedoeld kan zijn de aanhef, het laatste onderdeel of het slot."
    if kinderen[-1].soort is not Soort.AL:
        werk.weiger(codes.SLOT_OF_ONDERDEEL, tekst, hulp)
    werk.vraag(codes.SLOT_OF_ONDERDEEL, tekst, f"{hulp} “Uitvoeren” kiest het slot.")


def vervang_leesteken(werk: Werk, op: VervangLeesteken) -> None:
    """F52, F53: replace the closing punctuation of an element, only when it is what the instruction says."""
    oud, nieuw = op.oud.strip(), op.nieuw.strip()
    if not oud or not op.doel:
        werk.weiger(codes.ADRES, "de instructie noemt geen leesteken of geen plaats.")
    for plaats in op.doel:
        plek = bind_een(werk, plaats)
        _leesteken(werk, plek, oud, nieuw)


def _leesteken(werk: Werk, plek: Doelwit, oud: str, nieuw: str) -> None:
    pad, kop, eind = _laatste_blok(werk, plek)
    node = werk.node(pad)
    runs = node.opschrift if kop else node.tekst
    tekst = platte_tekst(runs)[: eind if eind else None].rstrip()
    staat = tekst[slotplek(tekst) :]
    if " ".join(staat.split()) != " ".join(oud.split()):
        werk.weiger(
            codes.LEESTEKEN,
            f"{zeg(plek.plaats)} eindigt niet op “{oud}” maar op “{staat or tekst[-12:]}”.",
            "Controleer welk leesteken er nu staat.",
        )
    start = len(tekst) - len(staat)
    inzet = (Run(nieuw, marks_op(runs, max(start - 1, 0)), werk.oorsprong),) if nieuw else ()
    verder = vervang_tekens(runs, start, len(tekst), inzet)
    werk.zet(pad, replace(node, opschrift=verder) if kop else replace(node, tekst=verder))
    werk.slottekens[pad] = staat


def _laatste_blok(werk: Werk, plek: Doelwit) -> tuple[Pad, bool, int]:
    """The text block with which an element ends, nested lists included."""
    if plek.deel is Deel.OPSCHRIFT:
        return plek.pad, True, 0
    if plek.deel is Deel.TEKENS:
        return plek.pad, False, plek.tot
    pad = plek.pad
    node = werk.node(pad)
    if plek.deel is Deel.BLOKKEN:
        pad = (*pad, plek.tot - 1)
        node = node.kinderen[plek.tot - 1]
    while node.kinderen and not (node.soort in _BLOK and node.tekst):
        pad = (*pad, len(node.kinderen) - 1)
        node = node.kinderen[-1]
    if not node.tekst:
        werk.weiger(codes.LEESTEKEN, f"{zeg(plek.plaats)} eindigt niet op tekst.")
    return pad, False, 0
