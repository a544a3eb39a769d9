"""STOP 1.3.0: the text, the amending decision with its marked changes, the delivery and its justification."""
