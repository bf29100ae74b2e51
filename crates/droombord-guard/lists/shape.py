#!/usr/bin/env python3
"""Learns how names look beside Dutch words, by their letters, and writes src/names/shape.bin (read by `src/names/shape.rs`).

Usage: python3 shape.py FOLDER     (the folder that build.py unpacked its packages in)

Logistic regression over groups of two and three letters, `^` before and `$` behind the word; 4 bits for each weight. A tenth of the names and
words is held out and says how well it does. Same files, same bytes.
"""
import math, os, random, sys
from build import HERE, dictionary, fnv, fold, own

SLOTS = 2048
STEP = 0.45


def groups(word):
    word = f"^{word}$"
    return {fnv(word[i : i + n]) % SLOTS for n in (2, 3) for i in range(len(word) - n + 1)}


def main():
    words, _, _ = dictionary(sys.argv[1])
    names = {fold(w) for line in own("first_names.txt") for w in line.split()}
    words = {fold(w) for w in words} - names
    fit = lambda all: sorted(w for w in all if w.isascii() and w.isalpha() and 4 <= len(w) <= 13)
    dice = random.Random(7)
    names, words = fit(names), dice.sample(fit(words), 24000)
    rows = [(groups(w), 1) for w in names] + [(groups(w), 0) for w in words]
    dice.shuffle(rows)
    held, rows = rows[: len(rows) // 10], rows[len(rows) // 10 :]
    weight, bias = [0.0] * SLOTS, 0.0
    for turn in range(6):
        rate = 0.12 / (1 + turn)
        for marks, is_name in rows:
            sure = 1 / (1 + math.exp(-max(-30, min(30, bias + sum(weight[m] for m in marks)))))
            # Names are fewer than words.
            step = rate * (is_name - sure) * (3 if is_name else 1)
            bias += step
            for m in marks:
                weight[m] += step - rate * 0.002 * weight[m]
        dice.shuffle(rows)
    small = [max(-8, min(7, round(w / STEP))) for w in weight]
    start = max(-128, min(127, round(bias / STEP)))
    for low in range(-8, 5, 2):
        say = [(start + sum(small[m] for m in marks) >= low, is_name) for marks, is_name in held]
        n = sum(k for _, k in say)
        print(f"from {low}: names kept {sum(s for s, k in say if k) / n:.3f}, words taken {sum(s for s, k in say if not k) / (len(say) - n):.3f}")
    body = bytes([start & 255]) + bytes((small[i] & 15) | (small[i + 1] & 15) << 4 for i in range(0, SLOTS, 2))
    open(os.path.join(HERE, "..", "src", "names", "shape.bin"), "wb").write(body)


main()
