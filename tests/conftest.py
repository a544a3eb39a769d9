"""Settings for all tests: no time limits, since machines differ; the same random cases on every run."""

from hypothesis import settings

settings.register_profile("amend", deadline=None, derandomize=True)
settings.load_profile("amend")
