"""Makes files that no honest program writes: circles, bombs, wild numbers, cut and damaged bytes.

In: the folder to write to, and an honest file that is cut and damaged. Out: the files, one of them a folder. Of none may a
program crash, or take much time or memory. The same bytes every time.
"""

import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import hostile_file
import hostile_page
import hostile_paint
from hostile_kit import MADE

assert all([hostile_file, hostile_page, hostile_paint])


def main(folder, sample):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for function in MADE:
        (folder / f"{function.__name__}.pdf").write_bytes(function())
    (folder / "folder.pdf").mkdir(exist_ok=True)
    data = Path(sample).read_bytes()
    for tenth in range(1, 10):
        (folder / f"cut_at_{tenth}_tenths.pdf").write_bytes(data[: len(data) * tenth // 10])
    rng = random.Random(7)
    for number in range(30):
        damaged = bytearray(data)
        for _ in range(1 + number * 2):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        (folder / f"damaged_{number:02}.pdf").write_bytes(damaged)


if __name__ == "__main__":
    main(*sys.argv[1:])
