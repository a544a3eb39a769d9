"""Human choices → keuzes.toml: one ``[[keuze]]`` table each; what else stands in the file stays as it is."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise

from amend.model.stap import Keuze

_BEGIN = re.compile(r"^[ \t]*\[\[[ \t]*keuze[ \t]*\]\]", re.MULTILINE)


def zet_keuze(toml: str, keuze: Keuze) -> str:
    """The file with this choice, in the place of an earlier one about the same part and code."""
    blokken = _blokken(zonder_keuze(toml, keuze.onderdeel, keuze.code))
    tekst = "".join(blokken).rstrip("\n")
    return f"{tekst}\n\n{_blok(keuze)}" if tekst else _blok(keuze)


def zonder_keuze(toml: str, onderdeel: str, code: str) -> str:
    """The file without the choice about this part and code. Raises tomllib.TOMLDecodeError on a broken file."""
    return "".join(blok for blok in _blokken(toml) if not _gaat_over(blok, onderdeel, code))


def schrijf_keuzes(keuzes: tuple[Keuze, ...]) -> str:
    """A new file with these choices."""
    return "\n".join(_blok(keuze) for keuze in keuzes)


def _blokken(toml: str) -> list[str]:
    """The file cut before every table, so that comments stay with what they stand in."""
    grenzen = [0, *(treffer.start() for treffer in _BEGIN.finditer(toml)), len(toml)]
    return [toml[van:tot] for van, tot in pairwise(grenzen) if tot > van]


def _gaat_over(blok: str, onderdeel: str, code: str) -> bool:
    rijen = tomllib.loads(blok).get("keuze", [])
    return any((str(rij.get("onderdeel")), str(rij.get("code"))) == (onderdeel, code) for rij in rijen)


def _blok(keuze: Keuze) -> str:
    velden = ("onderdeel", "code", "keuze", "reden", "wie")
    regels = [f"{naam} = {_tekst(getattr(keuze, naam))}" for naam in velden]
    return "\n".join(["[[keuze]]", *regels, f"wanneer = {keuze.wanneer.isoformat()}", ""])


def _tekst(waarde: str) -> str:
    """A basic string of TOML: on one line, with every special character escaped."""
    uit = waarde.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda m: f"\\u{ord(m[0]):04x}", uit) + '"'
