"""THE operations: what one instruction does to a regulation, one frozen dataclass each.

They share ``Bewerking``: label of the part, the regulation where named, own date of effect, and the span of the
words in the sentence. ``doel`` is the tuple of addresses; ``inhoud`` the payload as nodes (empty until the decision
is read as a whole; never part of the JSON form). Names are STOP's own where STOP has them; each class names its
aanwijzing. The union ``Handeling`` is closed: with ``assert_never`` mypy lists every place a new one must reach.
The JSON form (keys, ``handeling``) is in :mod:`amend.write.json_form`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amend.model.address import Plaats
from amend.model.tree import Node


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """Samenloop (aanwijzing 5.68): holds when ``besluit`` enters into force eerder, later or tegelijk than ``dan``.

    "wet": holds when the bill ``besluit`` has become law.
    """

    besluit: str
    wanneer: Literal["eerder", "later", "tegelijk", "wet"]
    dan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewerking:
    """What every operation shares. ``spanne`` is (start, end) in the sentence it was read from.

    ``ingang`` is its own first day, ``einde`` the first day on which it no longer holds: a reading rule for a period,
    which does not change the text for other days. ``luidt`` is the present text of its one target as the decision
    quotes it: a condition, checked before anything is done. ``besluitdeel`` is the part of a decision in whose new text
    the target lies ("in artikel III, onderdeel A, komt het voorgestelde artikel 6a te luiden").

    ``wid``: the operation comes from an exact change (STOP): it binds to the element with this permanent identity, and
    the payload brings the identities and the marked changes with it (:mod:`amend.model.renvooi`).
    """

    onderdeel: str | None = None
    regeling: str | None = None
    voorgesteld: bool = False
    ingang: str | None = None
    einde: str | None = None
    luidt: str | None = None
    voorwaarde: Voorwaarde | None = None
    besluitdeel: Plaats | None = None
    wid: str | None = None
    spanne: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MetDoel(Bewerking):
    """An operation on one or more places."""

    doel: tuple[Plaats, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervang(MetDoel):
    """Replace whole elements: "X komt te luiden" (aanwijzing 6.9). ``aantal``: announced count of new elements.

    ``meer``: several new elements are announced without their number ("door de volgende artikelen"). ``naast``: an
    exact change (STOP) that also moves the element: behind (or before, ``ervoor``) the one with this identity.
    """

    naast: str | None = None
    ervoor: bool = False

    nieuw: str | None = None
    aantal: int | None = None
    meer: bool = False
    nummer: tuple[str, ...] = ()
    inhoud: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VervangOpschrift(MetDoel):
    """Replace the heading only: "Het opschrift van X komt te luiden" (STOP VervangKop)."""

    nieuw: str | None = None
    inhoud: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoegIn(Bewerking):
    """Insert elements after or before an anchor, or in alphabetical order (aanwijzingen 6.11, 6.16).

    ``afgeleid`` as with VoegToe.
    """

    na: Plaats | None = None
    voor: Plaats | None = None
    in_: Plaats | None = None
    soort: str = ""
    nummer: tuple[str, ...] = ()
    afgeleid: bool = False
    aantal: int | None = None
    plaats: Literal["alfabetisch"] | None = None
    nieuw: str | None = None
    inhoud: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoegToe(MetDoel):
    """Append elements at the end of a container (aanwijzing 6.11); the number decides the place.

    ``afgeleid``: the number does not stand in the sentence but follows from it; the payload may show another.
    """

    soort: str = ""
    nummer: tuple[str, ...] = ()
    afgeleid: bool = False
    aantal: int | None = None
    plaats: Literal["alfabetisch"] | None = None
    nieuw: str | None = None
    inhoud: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijder(MetDoel):
    """Repeal whole elements: "X vervalt" (aanwijzingen 3.29, 6.15). ``inhoud``: the removed text, if shown (STOP)."""

    inhoud: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vernummer(Bewerking):
    """One simultaneous mapping of numbers (also verletteren): "X wordt vernummerd tot Y" (aanwijzing 6.18)."""

    van: tuple[Plaats, ...] = ()
    naar: tuple[Plaats, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verplaats(MetDoel):
    """Move an element; its identity is kept."""

    na: Plaats | None = None
    voor: Plaats | None = None
    naar: Plaats | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VervangTekst(MetDoel):
    """Replace words: 'in X wordt "a" vervangen door "b"' (6.9). ``rang``: which hit; ``aantal``: exact hits.

    ``exclusief``: the old words "a … b" run up to b, which stays (F22).
    ``slot``: the words with which the place ends, apart from its closing mark.
    ``niet_in``: the places of the other words of a sentence with "respectievelijk"; standing there too, the old words
    leave open whether that word deals out the places.
    ``verbuigingen``: the decision also means inflected forms of the words, which only a person can work out.
    """

    oud: str = ""
    nieuw: str = ""
    telkens: bool = False
    exclusief: bool = False
    niet_in: tuple[Plaats, ...] = ()
    verbuigingen: bool = False
    aantal: int | None = None
    rang: int | None = None
    slot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoegTekstIn(MetDoel):
    """Insert words after or before quoted words (aanwijzing 6.11)."""

    na: str | None = None
    voor: str | None = None
    nieuw: str = ""
    telkens: bool = False
    aantal: int | None = None
    rang: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoegTekstToe(MetDoel):
    """Append words or a sentence at the end. ``soort`` "volzin" goes after the closing stop, words before it."""

    nieuw: str | None = None
    soort: str = ""
    aantal: int | None = None
    inhoud: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwijderTekst(MetDoel):
    """Delete words: 'in X vervalt "a"' (aanwijzing 6.15). ``slot`` as with VervangTekst."""

    oud: str = ""
    telkens: bool = False
    exclusief: bool = False
    aantal: int | None = None
    rang: int | None = None
    slot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VervangLeesteken(MetDoel):
    """Replace the closing punctuation of an element: "onder vervanging van de punt aan het slot van …" (6.18)."""

    oud: str = ""
    nieuw: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NummerTekst(MetDoel):
    """Make an article's text its first lid: 'Voor de tekst wordt de aanduiding "1." geplaatst' (6.18)."""

    nummer: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontnummer(MetDoel):
    """Take the number off the last remaining lid: 'de aanduiding "1." voor het eerste lid vervalt' (6.18)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrekIn(Bewerking):
    """Repeal a whole regulation (aanwijzing 6.23). ``terugwerkend``: ISO day from which it no longer applies.

    ``terugwerkend_tot``: the clause reads "terug tot" without "en met". The day in law is that of the decision, or
    ``ingang`` where the sentence gives one.
    """

    terugwerkend: str | None = None
    terugwerkend_tot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VervangRegeling(Bewerking):
    """Replace the whole text of a regulation (STOP VervangRegeling)."""

    inhoud: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigBedragen(MetDoel):
    """Amounts changed by rule, list or table without quoting the old ones; they are never computed."""

    welk: str | None = None
    richting: str | None = None
    met: str | None = None
    tot: str | None = None
    basis: str | None = None
    inhoud: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HefIndelingOp(MetDoel):
    """The designation of a division lapses, its articles stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader(MetDoel):
    """ "X wordt als volgt gewijzigd": context for what follows, no change by itself (aanwijzing 6.15)."""


Handeling = (
    Vervang
    | VervangOpschrift
    | VoegIn
    | VoegToe
    | Verwijder
    | Vernummer
    | Verplaats
    | VervangTekst
    | VoegTekstIn
    | VoegTekstToe
    | VerwijderTekst
    | VervangLeesteken
    | NummerTekst
    | Ontnummer
    | TrekIn
    | VervangRegeling
    | WijzigBedragen
    | HefIndelingOp
    | Kader
)

HANDELING: dict[type[Bewerking], str] = {
    Vervang: "vervang",
    VervangOpschrift: "vervang_opschrift",
    VoegIn: "voeg_in",
    VoegToe: "voeg_toe",
    Verwijder: "verwijder",
    Vernummer: "vernummer",
    Verplaats: "verplaats",
    VervangTekst: "vervang_tekst",
    VoegTekstIn: "voeg_tekst_in",
    VoegTekstToe: "voeg_tekst_toe",
    VerwijderTekst: "verwijder_tekst",
    VervangLeesteken: "vervang_leesteken",
    NummerTekst: "nummer_tekst",
    Ontnummer: "ontnummer",
    TrekIn: "trek_in",
    VervangRegeling: "vervang_regeling",
    WijzigBedragen: "wijzig_bedragen",
    HefIndelingOp: "hef_indeling_op",
    Kader: "kader",
}
"""The public name of each operation, as ``amend ontleed --json`` prints it."""
