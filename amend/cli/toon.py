"""Findings and tables on a terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Mapping, Sequence

import click

from amend.model.melding import Melding

_VOLGORDE = {"fout": 0, "vraag": 1, "waarschuwing": 2, "opmerking": 3}
_KLEUR = {"fout": "red", "vraag": "magenta", "waarschuwing": "yellow", "opmerking": "blue"}
_MAX_REGEL = 160


def toon_meldingen(
    meldingen: Iterable[Melding],
    bronnen: Mapping[str, str] | None = None,
    *,
    stil: bool = False,
) -> None:
    """Findings on standard error, worst first, each once; with the source line and a caret where that is known.

    ``bronnen`` maps a file name to its text; ``stil`` leaves the notes (N) out.
    """
    uniek = dict.fromkeys(meldingen)
    for melding in sorted(uniek, key=lambda m: (_VOLGORDE[m.ernst], m.plek.regel if m.plek else 0)):
        if not (stil and melding.ernst == "opmerking"):
            click.echo(beschrijf(melding, bronnen or {}), err=True)


def over_formulering(melding: Melding) -> bool:
    """True for remarks on the wording of an executed instruction (2xx): of use to who drafts, not to who reads."""
    return melding.code[1] == "2" and not melding.blokkeert


def beschrijf(melding: Melding, bronnen: Mapping[str, str]) -> str:
    """One finding as lines: severity and code, where, the sentence, the source line with a caret, help."""
    soort = click.style(f"{melding.ernst} {melding.code}", fg=_KLEUR[melding.ernst], bold=True)
    waar = f" [onderdeel {melding.onderdeel}]" if melding.onderdeel else ""
    if melding.bestand:
        waar += f" {melding.bestand}"
        waar += f":{melding.plek.regel}:{melding.plek.kolom}" if melding.plek else ""
    regels = [f"{soort}{waar}", f"  {melding.tekst}"]
    regels.extend(_bronregel(melding, bronnen))
    if melding.hulp:
        regels.append(f"  hulp: {melding.hulp}")
    return "\n".join(regels)


def _bronregel(melding: Melding, bronnen: Mapping[str, str]) -> list[str]:
    tekst = bronnen.get(melding.bestand or "")
    if tekst is None or melding.plek is None:
        return []
    regels = tekst.split("\n")
    if not 0 < melding.plek.regel <= len(regels):
        return []
    regel = regels[melding.plek.regel - 1].rstrip("\r").replace("\t", " ")
    begin = max(melding.plek.kolom - 1, 0)
    links = max(begin - _MAX_REGEL // 2, 0)
    stuk = regel[links : links + _MAX_REGEL]
    marge = f"  {melding.plek.regel:>5} | "
    onder = " " * (len(marge) - 2) + "| " + " " * (begin - links)
    pijl = "^" * max(min(melding.plek.lengte, len(stuk) - (begin - links)), 1)
    return [f"{marge}{'…' if links else ''}{stuk}", f"{onder}{' ' if links else ''}{pijl}"]


def tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str]], breedte: int | None = None) -> str:
    """A table of text columns that fits the terminal; the last column wraps."""
    rijen = [tuple(str(cel) for cel in rij) for rij in rijen]
    totaal = breedte or shutil.get_terminal_size((100, 24)).columns
    vast = [
        max(len(koppen[i]), *(len(rij[i]) for rij in rijen), 1) if rijen else len(koppen[i]) for i in range(len(koppen))
    ]
    rest = max(totaal - sum(vast[:-1]) - 2 * (len(koppen) - 1), 30)
    uit = ["  ".join(kop.ljust(b) for kop, b in zip(koppen, vast, strict=True)).rstrip()]
    uit.append("  ".join("─" * b for b in (*vast[:-1], min(vast[-1], rest))))
    for rij in rijen:
        laatste = textwrap.wrap(rij[-1], rest) or [""]
        kop = "  ".join(cel.ljust(b) for cel, b in zip(rij[:-1], vast[:-1], strict=True))
        uit.append(f"{kop}  {laatste[0]}".rstrip())
        uit.extend(" " * (len(kop) + 2) + vervolg for vervolg in laatste[1:])
    return "\n".join(uit)
