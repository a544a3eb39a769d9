"""Two versions → typed changes, their causes and weights, and the proof that nothing is missing.

Start at :mod:`amend.compare.vergelijk`. The flow: ``koppel`` (which element is which) → ``samen`` (one merged tree, the
edit script) → ``soorten`` (the changes a reader sees) → ``oorzaak`` and ``gewicht``; ``wetten`` checks every result.
"""
