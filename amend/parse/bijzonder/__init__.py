"""Rare instruction forms, each a fixed formula: recognised before the grammar, with a finding of their own.

:mod:`tabel` is the entry, with the order of the forms; :mod:`vorm` says what a form is. The forms are grouped by what
they do: :mod:`zonder_gevolg`, :mod:`plaatsen`, :mod:`regelingen`, :mod:`aanvulling`, :mod:`tijdelijk`. What remains
of a sentence goes to the ordinary parser.
"""

from amend.parse.bijzonder.tabel import lees_bijzonder

__all__ = ["lees_bijzonder"]
