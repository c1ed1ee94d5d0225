import { describe, expect, it } from "vitest";
import { random } from "../../base";
import { beginning, type Simulated, simulate, triesAt } from "./simulated";

const usual: Simulated = { ability: 0, layout: "denominator", early: 20, patience: 0.8, presence: 0.9 };

/** How many of a thousand solve a problem at last. */
function solved(student: Simulated, difficulty: number, most = 5): number {
  const chance = random(`${student.ability} ${difficulty}`);
  const all = Array.from({ length: 1_000 }, () => triesAt(student, difficulty, most, chance));
  return all.filter((tries) => tries.at(-1)?.kind === "right").length;
}

describe("a simulated student", () => {
  it("solves more the abler they are, and less the harder it is", () => {
    expect(solved({ ...usual, ability: 1.5 }, 3)).toBeGreaterThan(solved(usual, 3) + 50);
    expect(solved({ ...usual, ability: -1.5 }, 3)).toBeLessThan(solved(usual, 3) - 50);
    expect(solved(usual, 5)).toBeLessThan(solved(usual, 1) - 50);
  });

  it("stops when it is right, and never gives more counted answers than there are", () => {
    const chance = random("limits");
    for (let time = 0; time < 500; time++) {
      const tries = triesAt(usual, 4, 3, chance);
      const counted = tries.filter(({ kind }) => kind !== "unreadable");
      expect(counted.length).toBeLessThanOrEqual(3);
      expect(tries.slice(0, -1).some(({ kind }) => kind === "right")).toBe(false);
      expect(tries.every(({ minutes, slip }) => minutes > 0 && slip >= 0)).toBe(true);
    }
  });

  it("is sometimes late, mostly in time, and the same for the same seed", () => {
    const chance = random("times");
    const hours = Array.from({ length: 2_000 }, () => beginning(usual, chance));
    const late = hours.filter((each) => each < 0).length;
    expect(late).toBeGreaterThan(80);
    expect(late).toBeLessThan(240);
    expect(simulate(random("one"))).toEqual(simulate(random("one")));
  });
});
