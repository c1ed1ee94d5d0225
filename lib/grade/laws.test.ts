import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random } from "../base";
import { ask } from "./ask";
import { compare } from "./compare";
import { compareExactly } from "./exact";
import { readProblem } from "./grade";
import { readAnswer } from "./judge";
import { fittingLayouts } from "./layouts";
import { compareNumerically } from "./numeric";
import type { CorpusRecord } from "./testing/corpus";
import { readClaims, readTruthTable } from "./testing/corpus";
import { distance, drawPoint, evaluated } from "./testing/oracle";
import { changed, type Dim, differential, grow, print, rewrites, slips, type Tree, variables } from "./testing/trees";

/** Milliseconds that a law over all records may take on a busy machine. */
const patience = 60_000;

const problem = (reference: string): Record<string, unknown> => ({
  variables: Object.fromEntries(Object.entries(variables).map(([name, shape]) => [name, { shape: [...shape] }])),
  reference,
});

/** Whether an answer equals a reference; nothing where that is undecided. */
const equals = (reference: string, answer: string): boolean | undefined =>
  flagsOf({ id: "", problem: problem(reference), answer })?.[0];

const shapes: readonly (readonly [Dim, Dim])[] = [
  ["1", "1"],
  ["n", "1"],
  ["1", "m"],
  ["n", "n"],
  ["m", "n"],
];

const trees = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 30 }),
  shape: fc.constantFrom(...shapes),
  depth: fc.integer({ min: 1, max: 4 }),
  rational: fc.boolean(),
});

const assignments = [
  [3, 4],
  [5, 2],
  [4, 3],
] as const;

/** Whether two trees are one function, by evaluation with other means; nothing where that is hard to say. */
function sameFunction(a: Tree, b: Tree): boolean | undefined {
  let farthest = 0;
  for (const [round, [n, m]] of assignments.entries()) {
    for (let k = 0; k < 3; k++) {
      const point = drawPoint(`oracle|${round}|${k}`, n, m);
      const gap = distance(evaluated(a, point), evaluated(b, point));
      if (gap === undefined) return undefined;
      farthest = Math.max(farthest, gap);
    }
  }
  return farthest > 1e-7 ? false : farthest < 1e-12 ? true : undefined;
}

/** The variables that stand in a tree. */
function namesOf(tree: Tree): string[] {
  return tree.op === "leaf" && (tree.text as string) in variables ? [tree.text as string] : tree.args.flatMap(namesOf);
}

describe("any expression", () => {
  it(
    "is right where it is written otherwise with the same meaning",
    () => {
      let undecided = 0;
      fc.assert(
        fc.property(trees, ({ seed, shape: [rows, cols], depth, rational }) => {
          const rng = random(`rewrite|${seed}`);
          const truth = grow(rng, rows, cols, depth, rational);
          let answer = truth;
          for (let k = rng.int(1, 3); k > 0; k--) answer = changed(answer, rng, rewrites);
          const said = equals(print(truth), print(answer));
          if (said === undefined) undecided++;
          else expect(said, `${print(truth)} | ${print(answer)}`).toBe(true);
        }),
        { numRuns: 300, seed: 11 },
      );
      expect(undecided).toBeLessThan(20);
    },
    patience,
  );

  it(
    "is wrong exactly where a slip made it another function",
    () => {
      const seen = { same: 0, different: 0, open: 0 };
      fc.assert(
        fc.property(trees, ({ seed, shape: [rows, cols], depth, rational }) => {
          const rng = random(`slip|${seed}`);
          const truth = grow(rng, rows, cols, depth, rational);
          const answer = changed(truth, rng, slips);
          const same = sameFunction(truth, answer);
          const said = equals(print(truth), print(answer));
          seen[same === undefined || said === undefined ? "open" : same ? "same" : "different"]++;
          if (same === undefined || said === undefined) return;
          expect(said, `${print(truth)} | ${print(answer)}`).toBe(same);
        }),
        { numRuns: 400, seed: 12 },
      );
      expect(seen.different).toBeGreaterThan(250);
      expect(seen.same).toBeGreaterThan(10);
      expect(seen.open).toBeLessThan(100);
    },
    patience,
  );
});

describe("any differential", () => {
  it(
    "by the rules of a textbook is right, and wrong where a slip made it another function",
    () => {
      const seen = { right: 0, wrong: 0 };
      fc.assert(
        fc.property(trees, fc.boolean(), ({ seed, shape: [rows, cols], depth, rational }, slip) => {
          const rng = random(`differential|${seed}`);
          const source = grow(rng, rows, cols, Math.min(depth, 3), rational);
          const by = rng.pick([...namesOf(source), "x"]);
          const truth = differential(source, by);
          if (!truth) return;
          const answer = changed(truth, rng, slip ? slips : rewrites);
          const same = sameFunction(truth, answer);
          if (same === undefined) return;
          const asked = { variables: problem("").variables, form: "differential", function: print(source), wrt: by };
          seen[same ? "right" : "wrong"]++;
          const told = `d(${print(source)}) by ${by} | ${print(answer)}`;
          expect(flagsOf({ id: "", problem: asked, answer: print(answer) }), told).toEqual([same, same]);
        }),
        { numRuns: 300, seed: 13 },
      );
      expect(seen.right).toBeGreaterThan(60);
      expect(seen.wrong).toBeGreaterThan(60);
    },
    patience,
  );
});

/** A verdict without what is said of a wrong answer: both flags, or nothing where none was reached. */
function flagsOf({
  problem: asked,
  answer,
}: CorpusRecord): readonly [numerator: boolean, denominator: boolean] | undefined {
  const key = readProblem(asked);
  if (!key.ok || !key.value.truth) return undefined;
  const { truth, where } = key.value;
  const read = readAnswer({ text: answer, syntax: "text" }, truth);
  if (!read.ok) return undefined;
  const layouts = read.value.fits === "any" ? (["numerator"] as const) : fittingLayouts(read.value.expr, truth.shapes);
  if (layouts.length === 0) return [false, false];
  const outcome = compare(ask(truth, read.value.expr, where, layouts), "laws");
  if (outcome.status === "undecided") return undefined;
  const { numerator, denominator } = outcome.right;
  const one = truth.shapes.length === 1 || read.value.fits === "any";
  return [numerator, one ? numerator : denominator];
}

const file = (name: string): string => readFileSync(new URL(`./corpus/${name}`, import.meta.url), "utf8");

/** Every record that is graded, with both its flags. */
const known = [...readClaims(file("seed-claims.jsonl")), ...readTruthTable(file("truth-table.txt"))].flatMap(
  (record) => {
    const flags = record.syntax === "latex" ? undefined : flagsOf(record);
    return flags ? [{ record: record as CorpusRecord, flags }] : [];
  },
);

/** A literal `0` or a lone `I` takes its shape from where it stands; with more around it, from elsewhere. */
const isLone = (answer: string): boolean => /^\s*-?\s*(0|I)\s*$/.test(answer);

describe("a known answer", () => {
  const written: readonly (readonly [string, (a: string) => string])[] = [
    ["added and taken away", (a) => `(${a}) + (${a}) - (${a})`],
    ["halved twice and quadrupled", (a) => `4*(((${a})/2)/2)`],
    ["transposed twice", (a) => `((${a})')'`],
    ["negated twice", (a) => `-(-(${a}))`],
    ["times e and over e", (a) => `exp(1)*(${a})/exp(1)`],
  ];

  it.each(written)(
    "keeps its verdict when it is %s",
    (_, write) => {
      const undecided: string[] = [];
      const changes = known
        .filter(({ record }) => !isLone(record.answer))
        .filter(({ record, flags }) => {
          const got = flagsOf({ ...record, answer: write(record.answer) });
          if (!got) undecided.push(record.id);
          return got && (got[0] !== flags[0] || got[1] !== flags[1]);
        });
      expect(changes.map(({ record }) => record.id)).toEqual([]);
      expect(undecided.length, undecided.join("\n")).toBeLessThan(4); // what no arithmetic can see
    },
    patience,
  );

  it(
    "changes its layout when it is transposed",
    () => {
      const layouts = known.filter(({ record: { problem: asked, answer } }) => {
        const form = asked.form ?? "derivative";
        return (form === "derivative" || form === "vec") && !isLone(answer);
      });
      const odd = layouts.filter(({ record, flags }) => {
        const got = flagsOf({ ...record, answer: `(${record.answer})'` });
        return got?.[0] !== flags[1] || got[1] !== flags[0];
      });
      expect(odd.map(({ record }) => record.id)).toEqual([]);
    },
    patience,
  );

  const spoilt: readonly (readonly [string, (a: string) => string])[] = [
    ["a factor of 1 + 1e-8", (a) => `(1 + 1e-8)*(${a})`],
    ["a factor of 1 - 1e-12", (a) => `0.999999999999*(${a})`],
    ["the wrong sign", (a) => `-(${a})`],
    ["a size as a factor", (a) => `3*(${a})`],
  ];

  it.each(spoilt)(
    "is lost by %s",
    (_, spoil) => {
      const kept = known
        .filter(({ flags }) => flags[0] || flags[1])
        .filter(({ record }) => !JSON.stringify(record.problem).includes("skew")) // minus a skew matrix is its transpose
        .filter(({ record }) => {
          const got = flagsOf({ ...record, answer: spoil(record.answer) });
          return !got || got[0] || got[1];
        })
        .filter(({ record }) => !flagsOf({ ...record, answer: "0" })?.[0]);
      expect(kept.map(({ record }) => record.id)).toEqual([]);
    },
    patience,
  );

  it(
    "has one verdict in the field and in float64, wherever both decide",
    () => {
      let both = 0;
      for (const { record } of known) {
        const key = readProblem(record.problem);
        if (!key.ok || !key.value.truth) continue;
        const { truth, where } = key.value;
        const read = readAnswer({ text: record.answer, syntax: "text" }, truth);
        if (!read.ok || read.value.fits !== "as-shaped") continue;
        const { expr } = read.value;
        const layouts = fittingLayouts(expr, truth.shapes);
        if (layouts.length === 0) continue;
        const question = ask(truth, expr, where, layouts);
        if (record.answer.includes("1e-300")) continue; // seen in the field alone
        const exact = compareExactly(question, record.id);
        const numeric = compareNumerically(question, record.id);
        if (exact === "irrational" || exact.status !== "decided" || numeric.status !== "decided") continue;
        both++;
        expect(numeric.right, record.id).toEqual(exact.right);
      }
      expect(both).toBeGreaterThan(300);
    },
    patience,
  );
});

describe("a name", () => {
  const letters = Object.keys(variables);
  const others = ["alpha", "Q", "zeta_3", "W2", "β", "Psi", "k", "lambda", "r_old", "P", "Z", "θ", "Y", "M"];

  it(
    "can be exchanged for any other, of a variable or of a dimension",
    () => {
      fc.assert(
        fc.property(trees, fc.boolean(), ({ seed, shape: [rows, cols], depth, rational }, slip) => {
          const rng = random(`names|${seed}`);
          const truth = grow(rng, rows, cols, depth, rational);
          const answer = changed(truth, rng, slip ? slips : rewrites);
          const renamed = (text: string): string =>
            text.replace(/\b[a-zA-Z]\b/g, (name) => (name === "n" ? "d" : (others[letters.indexOf(name)] ?? name)));
          const declared = Object.entries(variables).map(([name, shape]) => {
            const dims = shape.map((d) => (d === "n" ? "d" : d === "m" ? "q" : d));
            return [renamed(name), { shape: dims }] as const;
          });
          const asked = { variables: Object.fromEntries(declared), reference: renamed(print(truth)) };
          const said = flagsOf({ id: "", problem: asked, answer: renamed(print(answer)) })?.[0];
          expect(said, print(answer)).toBe(equals(print(truth), print(answer)));
        }),
        { numRuns: 100, seed: 14 },
      );
    },
    patience,
  );
});
