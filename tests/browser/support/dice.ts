// Dice that fall the same way every time: what is tried at random can be tried again.

/** Seeded random numbers (mulberry32). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A whole number from 0 up to, and without, the number of sides. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }

  /** So many times out of a hundred. */
  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }

  pick<T>(all: readonly T[]): T {
    return all[this.roll(all.length)]!;
  }

  /** One of them, the heavier the likelier. */
  weighed<T extends { weight: number }>(all: readonly T[]): T {
    const sum = all.reduce((sum, { weight }) => sum + weight, 0);
    let at = (this.roll(1_000_000) / 1_000_000) * sum;
    for (const one of all) {
      if (at < one.weight) return one;
      at -= one.weight;
    }
    throw new Error("nothing to choose from");
  }
}
