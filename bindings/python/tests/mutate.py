# SPDX-License-Identifier: BSD-2-Clause
"""Search for bytes that inspect, diff or check does not answer: samples of each kind with a few
changes, as in test_decode_hostile.py and test_check_hostile.py, but others in each run.

usage: mutate.py SECONDS FOLDER [SEED]
What fails is left in FOLDER, with the seed that makes it again as the only try."""
from __future__ import annotations

import itertools
import pathlib
import random
import sys
import time
import traceback

import test_check_hostile
import test_decode_hostile
from aetherboot.decode import aml
from aetherboot.decode.compare import changes
from test_decode_hostile import Case, decode, mutated, samples

OPERATIONS = ("flip", "byte", "word", "cut", "more", "copy")
MOST = 8.0  # seconds of CPU for an answer


def script(chance: random.Random) -> list[tuple[str, int, int]]:
    """One to eight changes."""
    return [(chance.choice(OPERATIONS), chance.randrange(1 << 20), chance.randrange(1 << 32))
            for _ in range(chance.randint(1, 8))]


def drawn(seed: int) -> list[tuple[Case, bytes, bytes]]:
    """Two inputs: who reads it, the sample, and what became of it."""
    chance = random.Random(seed)
    picked = [chance.choice(samples()) for _ in range(2)]
    return [(case, sample, mutated(sample, script(chance))) for case, sample in picked]


def answer(inputs: list[tuple[Case, bytes, bytes]]) -> None:
    """Fails if one of them, or both together, get no answer."""
    start = time.process_time()
    roots = []
    for case, sample, data in inputs:
        roots.append(decode(case, data))
        test_decode_hostile.judge(roots[-1], data)
        list(changes(decode(case, sample), roots[-1]))
    test_check_hostile.judge(roots[0])
    test_check_hostile.judge(*roots)
    used = time.process_time() - start
    assert used < MOST, f"an answer took {used:.1f} s"


def search(seconds: float, folder: pathlib.Path, first: int, tries: int | None) -> int:
    """Returns how many failed."""
    aml.explain = lambda *_, **__: None  # type: ignore[assignment]
    aml.complaint = lambda *_, **__: (0, "")  # iasl would take most of the time
    end, failed, count = time.monotonic() + seconds, 0, 0
    for seed in itertools.islice(itertools.count(first), tries):
        if time.monotonic() > end or failed == 10:
            break
        inputs, count = drawn(seed), count + 1
        try:
            answer(inputs)
        except Exception:
            failed += 1
            traceback.print_exc()
            folder.mkdir(parents=True, exist_ok=True)
            for number, (case, _, data) in enumerate(inputs):
                path = folder / f"{seed}-{number}"
                path.write_bytes(data)
                print(f"seed {seed}: {case[0]} in {path}")
    print(f"{count} pairs of inputs, from seed {first} on; {failed} failed")
    return failed if count else 1


if __name__ == "__main__":
    GIVEN = sys.argv[3:]
    sys.exit(search(float(sys.argv[1]), pathlib.Path(sys.argv[2]),
                    int(GIVEN[0]) if GIVEN else random.SystemRandom().randrange(1 << 40),
                    1 if GIVEN else None) > 0)
