"""A plugin of pytest: every test begins with empty caches.

mutmut runs each mutant in a fork of a process that has run all tests; what a function once returned would be
remembered there, whatever it has mutated to.
"""

from __future__ import annotations

import functools
import sys


def pytest_runtest_setup() -> None:
    """Empty the caches of all functions of the package."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "stackwright":
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()
