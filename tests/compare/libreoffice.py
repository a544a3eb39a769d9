"""Run by the Python that has ``uno``: open a docx in LibreOffice, accept or reject all changes, save as text.

Usage: python3 libreoffice.py SOFFICE PROFILE DOCX AcceptAllTrackedChanges=OUT.txt RejectAllTrackedChanges=OUT.txt
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main() -> None:
    soffice, profiel, docx, *opdrachten = sys.argv[1:]
    naam = f"amend{time.time_ns()}"
    proces = subprocess.Popen(
        [
            *(soffice, "--headless", "--norestore", "--nologo", f"--accept=pipe,name={naam};urp;"),
            f"-env:UserInstallation={Path(profiel).as_uri()}",
        ]
    )
    try:
        bureau, beheer, ctx = _verbind(naam)
        for opdracht in opdrachten:
            wat, _, doel = opdracht.partition("=")
            stuk = bureau.loadComponentFromURL(Path(docx).as_uri(), "_blank", 0, (_optie("Hidden", True),))
            hulp = beheer.createInstanceWithContext("com.sun.star.frame.DispatchHelper", ctx)
            hulp.executeDispatch(stuk.getCurrentController().getFrame(), f".uno:{wat}", "", 0, ())
            vorm = (_optie("FilterName", "Text (encoded)"), _optie("FilterOptions", "UTF8,LF"))
            stuk.storeToURL(Path(doel).as_uri(), vorm)
            stuk.close(True)
        bureau.terminate()
    finally:
        proces.terminate()
        proces.wait(30)


def _optie(naam: str, waarde: object) -> PropertyValue:
    uit = PropertyValue()
    uit.Name, uit.Value = naam, waarde
    return uit


def _verbind(naam: str):
    hier = uno.getComponentContext()
    zoeker = hier.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", hier)
    for _ in range(60):
        try:
            ctx = zoeker.resolve(f"uno:pipe,name={naam};urp;StarOffice.ComponentContext")
            beheer = ctx.ServiceManager
            return beheer.createInstanceWithContext("com.sun.star.frame.Desktop", ctx), beheer, ctx
        except NoConnectException:
            time.sleep(1)
    raise SystemExit("LibreOffice does not answer")


if __name__ == "__main__":
    main()
