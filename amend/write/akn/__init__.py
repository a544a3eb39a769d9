"""Akoma Ntoso 3.0, strict: a version of a regulation (act) or an amending decision (bill)."""
