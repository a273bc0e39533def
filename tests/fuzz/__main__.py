"""`python -m tests.fuzz --seeds 5`: every phase of schemathesis, several seeds, some models and databases.

The edges of the document take the first seed a minute (shop) or five (conformance), the rest any seed as
much as `--examples` asks for.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.conformance.project import STACKS
from tests.databases import KINDS
from tests.fuzz.fuzzing import ALL_PHASES, MODELS, fuzz, served

# The edges of a document are the same for every seed: the first one's run is theirs all.
_SEEDED = tuple(phase for phase in ALL_PHASES if phase != "coverage")


def main() -> int:
    """Fuzz, say what was found, and return 1 if that is anything."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="how many seeds to begin with")
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=20, help="requests per operation and phase")
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--stacks", nargs="+", default=list(STACKS))
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=["sqlite"])
    chosen = parser.parse_args()
    failed = 0
    for model in chosen.models:
        for stack in chosen.stacks:
            for kind in chosen.databases:
                with (
                    tempfile.TemporaryDirectory() as directory,
                    served(model, stack, kind, Path(directory)) as server,
                ):
                    for seed in range(chosen.first_seed, chosen.first_seed + chosen.seeds):
                        phases = ALL_PHASES if seed == chosen.first_seed else _SEEDED
                        outcome = fuzz(server.url, seed=seed, examples=chosen.examples, phases=phases)
                        failed += not outcome.passed
                        verdict = "held" if outcome.passed else "FAILED"
                        name = f"{model} {stack} {kind} seed {seed}"
                        print(f"{name}: {verdict}, {outcome.requests} requests", flush=True)  # noqa: T201
                        if not outcome.passed:
                            print(outcome.output)  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
