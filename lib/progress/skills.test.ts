import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random } from "../base";
import { type Attempt, chanceOf, graspOf, jointGrasp, mastery, practise, type Skills, unknownSkill } from "./index";

const none: Skills = new Map();

const attempt = (given: Partial<Attempt> = {}): Attempt => ({
  skills: ["trace"],
  demands: [],
  difficulty: 3,
  right: true,
  earlier: 0,
  hints: 0,
  causes: [],
  guess: 0,
  ...given,
});

const level = (skills: Skills, skill: string): number => (skills.get(skill) ?? unknownSkill).level;

/** "+" is a right answer to a fresh problem of middle difficulty, "-" a wrong one. */
const after = (marks: string): Skills =>
  [...marks].reduce((skills, mark) => practise(skills, attempt({ right: mark === "+" })), none);

const anyAttempt = fc
  .record({
    difficulty: fc.integer({ min: 1, max: 5 }),
    right: fc.boolean(),
    earlier: fc.nat(4),
    hints: fc.nat(3),
    guess: fc.constantFrom(0, 0.25, 0.5),
  })
  .map(attempt);

describe("a skill", () => {
  it.each([
    ["", "new"],
    ["+", "learning"],
    ["++", "practised"],
    ["+++++", "mastered"],
    ["++++++--", "practised"],
    ["+++++------", "learning"],
    ["+-+-+-", "learning"],
  ])("after %j is %s", (marks, grasp) => {
    expect(graspOf(after(marks).get("trace") ?? unknownSkill)).toBe(grasp);
  });

  it.each([
    [1, "++", "learning"],
    [1, "++++", "practised"],
    [1, "++++++++", "practised"],
    [2, "++", "practised"],
    [2, "++++++++", "mastered"],
  ])("after problems of difficulty %d answered %s is %s", (difficulty, marks, grasp) => {
    const skills = [...marks].reduce((known) => practise(known, attempt({ difficulty })), none);
    expect(graspOf(skills.get("trace") ?? unknownSkill)).toBe(grasp);
  });

  it("rises with a right answer and falls with a wrong one, whatever came before", () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (before, difficulty) => {
        const skills = before.reduce(practise, none);
        const right = practise(skills, attempt({ difficulty }));
        const wrong = practise(skills, attempt({ difficulty, right: false }));
        expect(level(right, "trace")).toBeGreaterThan(level(skills, "trace"));
        expect(level(wrong, "trace")).toBeLessThan(level(skills, "trace"));
      }),
    );
  });

  it("has a mastery that no wrong answer raises and no right one lowers", () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 10 }), (before) => {
        const skills = before.reduce(practise, none);
        const now = mastery(skills.get("trace") ?? unknownSkill);
        const then = (right: boolean) => mastery(practise(skills, attempt({ right })).get("trace") ?? unknownSkill);
        expect(then(false)).toBeLessThanOrEqual(now);
        expect(then(true)).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it("has a mastery of 0 where nothing is known of it", () => {
    expect(mastery(unknownSkill)).toBe(0);
  });

  it("has a mastery between 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 40 }), (before) => {
        const now = mastery(before.reduce(practise, none).get("trace") ?? unknownSkill);
        expect(now >= 0 && now <= 1).toBe(true);
      }),
    );
  });

  it.each<[string, Partial<Attempt>, Partial<Attempt>]>([
    ["a hard problem more than an easy one", { difficulty: 5 }, { difficulty: 1 }],
    ["an unaided answer more than one after hints", { hints: 0 }, { hints: 2 }],
    ["a first answer more than a second one", { earlier: 0 }, { earlier: 1 }],
    ["a typed answer more than a picked one", { guess: 0 }, { guess: 0.5 }],
  ])("gains by %s", (_, more, less) => {
    expect(level(practise(none, attempt(more)), "trace")).toBeGreaterThan(
      level(practise(none, attempt(less)), "trace"),
    );
  });
});

describe("a topic", () => {
  it.each([
    ["new", ["new", "new"]],
    ["learning", ["learning", "new"]],
    ["learning", ["practised", "new", "new"]],
    ["practised", ["practised", "new"]],
    ["practised", ["mastered", "mastered", "practised"]],
    ["mastered", ["mastered", "mastered"]],
    ["new", []],
  ] as const)("is %s where its skills are %j", (expected, grasps) => {
    expect(jointGrasp(grasps)).toBe(expected);
  });
});

describe("the cause of an error", () => {
  it("counts against the craft that was lost, more than against the topic", () => {
    const start = after("+++");
    const told = practise(start, attempt({ right: false, causes: ["missing-transpose"] }));
    const untold = practise(start, attempt({ right: false }));
    expect(level(told, "craft-transposes")).toBeLessThan(unknownSkill.level);
    expect(level(start, "trace") - level(told, "trace")).toBeLessThan(level(start, "trace") - level(untold, "trace"));
  });

  it("is made good by right answers that take the same craft", () => {
    const lost = practise(none, attempt({ right: false, causes: ["missing-transpose"] }));
    const mended = practise(lost, attempt({ demands: ["missing-transpose"] }));
    expect(level(mended, "craft-transposes")).toBeGreaterThan(level(lost, "craft-transposes"));
  });

  it("of the topic itself counts against the topic in full", () => {
    const told = practise(none, attempt({ right: false, causes: ["not-differentiated"] }));
    expect(told).toEqual(practise(none, attempt({ right: false })));
  });
});

/** Somebody whose true levels are known, answering problems as the Rasch model has it. */
function simulate(truth: Readonly<Record<string, number>>, answers: number, seed: string): Skills {
  const rng = random(seed);
  const names = Object.keys(truth);
  let skills = none;
  for (let k = 0; k < answers; k++) {
    const skill = rng.pick(names);
    const difficulty = rng.int(1, 5);
    const right = rng.next() < chanceOf(truth[skill] as number, difficulty);
    skills = practise(skills, attempt({ skills: [skill], difficulty, right }));
  }
  return skills;
}

const order = (values: readonly number[], i: number, j: number): number =>
  Math.sign((values[i] as number) - (values[j] as number));

/** The part of pairs that two lists order alike. */
function agreement(truth: readonly number[], found: readonly number[]): number {
  const pairs = truth.flatMap((_, i) => truth.slice(i + 1).map((__, k) => [i, i + 1 + k] as const));
  const alike = pairs.filter(([i, j]) => order(truth, i, j) === order(found, i, j));
  return alike.length / pairs.length;
}

describe("simulated students", () => {
  const levels = [-3, -2, -1, 0, 1, 2, 3];

  it("are ordered as their true levels are", () => {
    const found = levels.map((truth) => {
      const all = Array.from({ length: 20 }, (_, k) => level(simulate({ trace: truth }, 30, `${truth}|${k}`), "trace"));
      return all.reduce((a, b) => a + b, 0) / all.length;
    });
    expect(agreement(levels, found)).toBe(1);
  });

  it("are each told apart from one two levels away, nearly always, after twenty answers", () => {
    const rows = Array.from({ length: 100 }, (_, k) => {
      const [weak, strong] = [-1, 1].map((truth) =>
        level(simulate({ trace: truth }, 20, `${truth}|pair ${k}`), "trace"),
      );
      return (weak as number) < (strong as number);
    });
    expect(rows.filter(Boolean).length).toBeGreaterThanOrEqual(90);
  });

  it("have their own skills ordered from what they answered", () => {
    const truth = { shapes: 2, trace: 0.5, chain: -1, determinant: -2.5 };
    const agreements = Array.from({ length: 30 }, (_, k) => {
      const skills = simulate(truth, 100, `own ${k}`);
      return agreement(
        Object.values(truth),
        Object.keys(truth).map((name) => level(skills, name)),
      );
    });
    expect(agreements.reduce((a, b) => a + b, 0) / agreements.length).toBeGreaterThan(0.9);
  });

  it("who forget are seen to fall", () => {
    const known = simulate({ trace: 2 }, 30, "before");
    const forgotten = Array.from({ length: 10 }).reduce<Skills>(
      (skills) => practise(skills, attempt({ right: false })),
      known,
    );
    expect(graspOf(known.get("trace") ?? unknownSkill)).toBe("mastered");
    expect(graspOf(forgotten.get("trace") ?? unknownSkill)).toBe("learning");
  });

  it("who lose transposes and know traces are seen to", () => {
    const rng = random("transposes");
    let skills = none;
    for (let k = 0; k < 40; k++) {
      const slips = rng.next() < 0.7;
      const demands = ["missing-transpose", "sign"];
      const causes = slips ? ["missing-transpose"] : [];
      skills = practise(skills, attempt({ right: !slips, causes, demands }));
    }
    expect(level(skills, "craft-transposes")).toBeLessThan(level(skills, "trace"));
    expect(level(skills, "craft-transposes")).toBeLessThan(level(skills, "craft-signs"));
  });
});
