"""Proving a written file against the official schemas that the user has: XSD with lxml, Schematron with saxonche."""

from amend.write.valideer.bestand import valideer

__all__ = ["valideer"]
