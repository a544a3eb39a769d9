"""The concordance and the report of stale references: as text, CSV, HTML and JSON."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

import msgspec

from amend.compare.concordantie import Regel
from amend.compare.verwijzingen import Bevinding
from amend.compare.wijziging import Vergelijking
from amend.write.vergelijking_csv import veilig
from amend.write.vergelijking_html import begin, controle
from amend.write.vergelijking_regels import controleregels

FORMATEN: Final = ("tekst", "html", "csv", "json")


@dataclass(frozen=True, slots=True)
class Lijst:
    """A report that is one table. ``sleutels`` are its keys in JSON, ``naam`` the key of the whole."""

    naam: str
    titel: str
    koppen: tuple[str, ...]
    sleutels: tuple[str, ...]
    rijen: tuple[tuple[str | None, ...], ...]
    leeg: str


def concordantielijst(regels: Sequence[Regel]) -> Lijst:
    """Old number ↔ new number."""
    return Lijst(
        "concordantie",
        "Concordantie",
        ("Oud", "Nieuw", "Wat"),
        ("oud", "nieuw", "lot"),
        tuple((r.oud, r.nieuw, r.lot.value) for r in regels),
        "Er zijn geen genummerde elementen.",
    )


def verwijzingslijst(bevindingen: Sequence[Bevinding]) -> Lijst:
    """References that point at nothing or at another provision, with the words that would repair them."""
    return Lijst(
        "verwijzingen",
        "Verwijzingen die niet meer kloppen",
        ("Regeling", "Plaats", "Verwijzing", "Staat", "Uitleg", "Herstel"),
        ("regeling", "plaats", "tekst", "staat", "uitleg", "herstel"),
        tuple((b.regeling, b.plaats, b.tekst, b.staat.value, b.uitleg, b.herstel) for b in bevindingen),
        "Er zijn geen verwijzingen gevonden die niet meer kloppen.",
    )


def schrijf_lijst(lijst: Lijst, vergelijking: Vergelijking, formaat: str, *, breedte: int = 100) -> bytes:
    """The report in one of :data:`FORMATEN`, with the check of the laws under it."""
    match formaat:
        case "json":
            return msgspec.json.encode(_object(lijst, vergelijking))
        case "csv":
            return _csv(lijst)
        case "html":
            return _html(lijst, vergelijking).encode()
        case _:
            return _tekst(lijst, vergelijking, breedte).encode()


def _object(lijst: Lijst, vergelijking: Vergelijking) -> dict[str, Any]:
    controle = vergelijking.controle
    return {
        "van": vergelijking.van,
        "tot": vergelijking.tot,
        lijst.naam: [dict(zip(lijst.sleutels, rij, strict=True)) for rij in lijst.rijen],
        "controle": {
            "alles_aanvaard_is_nieuw": controle.alles_aanvaard_is_nieuw,
            "alles_verworpen_is_oud": controle.alles_verworpen_is_oud,
        },
    }


def _csv(lijst: Lijst) -> bytes:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(lijst.koppen)
    schrijver.writerows([veilig(cel or "") for cel in rij] for rij in lijst.rijen)
    return uit.getvalue().encode("utf-8-sig")


def _html(lijst: Lijst, v: Vergelijking) -> str:
    koppen = "".join(f'<th scope="col">{kop}</th>' for kop in lijst.koppen)
    rijen = "".join(
        "<tr>" + "".join(f"<td>{escape(cel or '–')}</td>" for cel in rij) + "</tr>\n" for rij in lijst.rijen
    )
    tabel = (
        '<div class="houder" tabindex="0" role="region" aria-labelledby="tabel"><table>\n'
        f'<caption id="tabel">{lijst.titel}</caption>\n<thead><tr>{koppen}</tr></thead>\n'
        f"<tbody>\n{rijen}</tbody></table></div>"
    )
    inhoud = tabel if lijst.rijen else f"<p>{lijst.leeg}</p>"
    return (
        f'{begin(v, lijst.titel)}<main id="inhoud" tabindex="-1">\n{inhoud}\n{controle(v)}</main>\n</body>\n</html>\n'
    )


def _tekst(lijst: Lijst, v: Vergelijking, breedte: int) -> str:
    """One block per row: the first columns on a line, the others under it where they do not fit."""
    uit = [f"{v.van} → {v.tot}" if v.van or v.tot else "", lijst.titel, ""]
    if not lijst.rijen:
        uit.append(lijst.leeg)
    if len(lijst.koppen) <= 3:
        breed = [max(len(cel or "–") for cel in kolom) for kolom in zip(lijst.koppen, *lijst.rijen, strict=True)]
        rijen = (lijst.koppen, *lijst.rijen) if lijst.rijen else ()
        uit += ["  ".join((cel or "–").ljust(b) for cel, b in zip(rij, breed, strict=True)).rstrip() for rij in rijen]
    else:
        for regeling, plaats, tekst, staat, uitleg, herstel in lijst.rijen:
            waar = f"{regeling}: {plaats}" if regeling else plaats
            raad = f"wordt dan: “{herstel}”" if herstel else "geen zeker herstel"
            for n, regel in enumerate((f"{waar}: “{tekst}” {staat}", f"{uitleg}.", raad)):
                inspring = "    " if n else ""
                uit += textwrap.wrap(regel, breedte, initial_indent=inspring, subsequent_indent=inspring + "  ")
    return "\n".join([*uit, "", *controleregels(v)]) + "\n"
