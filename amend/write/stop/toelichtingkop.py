"""The explanatory note in the delivery: the schema of the LVBB wants its heading on the note itself.

Source: imop-tekst 1.0.4 (uitlevering), element Toelichting: Kop is required; in STOP 1.3.0 it is not.
"""

from __future__ import annotations

from lxml import etree

from amend.read.koppen import is_toelichting
from amend.write.stop.namen import t
from amend.write.stop.plek import Verslag


def kop_omhoog(toelichting: etree._Element, verslag: Verslag) -> None:
    """Move the heading of the first part to the note, where that part is the whole or bears the note's name.

    Anything else would put parts below a heading that is not theirs, and is refused.
    """
    if toelichting.tag != t("Toelichting") or toelichting.find(t("Kop")) is not None or not len(toelichting):
        return
    eerste = toelichting[0]
    kop = eerste.find(t("Kop"))
    if kop is None or (len(toelichting) > 1 and not is_toelichting(" ".join("".join(kop.itertext()).split()))):
        verslag.weiger("de toelichting heeft geen eigen kop; een levering eist die.", "Geef de toelichting een kop.")
        return
    toelichting.insert(0, kop)
    if eerste.tag != t("Divisietekst"):
        plek = toelichting.index(eerste)
        toelichting[plek : plek + 1] = list(eerste)
