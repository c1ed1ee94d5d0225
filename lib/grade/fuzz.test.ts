import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random } from "../base";
import { gradeRecord } from "./record";
import { readTruthTable } from "./testing/corpus";
import { grow, print, variables } from "./testing/trees";

const rows = readTruthTable(readFileSync(new URL("./corpus/truth-table.txt", import.meta.url), "utf8"));

/** What one record may take, on a machine that does other work beside. */
const longest = 4000;

/** Milliseconds for a whole run of records. */
const patience = 120_000;

const reasons = ["time", "size", "no-point", "precision"];
const codes = ["syntax", "unknown-name", "shape", "limit"];

/** Grades a record and demands an answer of the contract's form. */
function demandVerdict(record: unknown, typed?: string): void {
  const from = performance.now();
  const { id, verdict } = gradeRecord(record, "fuzz");
  const told = JSON.stringify(record)?.slice(0, 2000);
  expect(performance.now() - from, told).toBeLessThan(longest);
  expect(["string", "number", "object"]).toContain(typeof id);
  switch (verdict.status) {
    case "graded":
      expect([typeof verdict.numerator, typeof verdict.denominator], told).toEqual(["boolean", "boolean"]);
      break;
    case "undecided":
      expect(reasons, told).toContain(verdict.reason);
      break;
    default: {
      const { code, start, end } = verdict.error;
      expect(codes, told).toContain(code);
      expect(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end, told).toBe(true);
      if (verdict.status === "invalid" && typed !== undefined) expect(end, told).toBeLessThanOrEqual(typed.length);
    }
  }
}

const seeds = fc.integer({ min: 0, max: 2 ** 30 });
const syntax = fc.constantFrom("text", "latex");
const problem = fc.constantFrom(...rows.map((row) => row.problem));

const tokens =
  "x y z A B X W s t n m k i j e pi I 0 1 2 3 10 0.5 1e9 1e-9 1e400 99999999999999999999 + - * / .* ./ .^ ^ ' ^T ^-1 ^-T ( ) [ ] { } , ; : _ = < > >= <= | || ‖ ⊙ ⊗ ᵀ ² √ ∑ tr det logdet inv exp log sin relu softmax sum norm kron vec diag ones eye zeros e_i delta max min f D dX dx \\frac \\mathbf \\left \\right \\begin{bmatrix} \\end{bmatrix} \\\\ & \\sqrt \\cdot \\odot \\top \\placeholder{} $ # % \" ` __proto__ constructor toString".split(
    " ",
  );

const soup = fc.array(fc.constantFrom(...tokens), { maxLength: 40 });

const declared = Object.fromEntries(Object.entries(variables).map(([name, shape]) => [name, { shape: [...shape] }]));

describe("the grader has a verdict, in time, on", () => {
  it(
    "random characters",
    () => {
      fc.assert(
        fc.property(problem, syntax, fc.string({ unit: "binary", maxLength: 80 }), (asked, as, answer) =>
          demandVerdict({ id: 1, problem: asked, answer, syntax: as }, answer),
        ),
        { numRuns: 200, seed: 21 },
      );
    },
    patience,
  );

  it(
    "words of the language in any order",
    () => {
      fc.assert(
        fc.property(problem, syntax, soup, fc.constantFrom("", " "), (asked, as, words, space) => {
          const answer = words.join(space);
          demandVerdict({ id: 1, problem: asked, answer, syntax: as }, answer);
        }),
        { numRuns: 300, seed: 22 },
      );
    },
    patience,
  );

  it(
    "answers of the truth table with characters lost, doubled and exchanged",
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...rows), seeds, ({ problem: asked, answer, syntax: as }, seed) => {
          const rng = random(`typing|${seed}`);
          const letters = [...answer];
          for (let k = rng.int(1, 4); k > 0 && letters.length > 0; k--) {
            const at = rng.int(0, letters.length - 1);
            letters.splice(at, rng.int(0, 1), ...(rng.next() < 0.5 ? [rng.pick(tokens)] : []));
          }
          const typed = letters.join("");
          demandVerdict({ id: 1, problem: asked, answer: typed, ...(as && { syntax: as }) }, typed);
        }),
        { numRuns: 120, seed: 23 },
      );
    },
    patience,
  );

  it(
    "functions of the truth table with characters lost, doubled and exchanged",
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...rows), seeds, (row, seed) => {
          const rng = random(`author|${seed}`);
          const field = rng.pick(Object.keys(row.problem).filter((key) => typeof row.problem[key] === "string"));
          const letters = [...String(row.problem[field])];
          letters.splice(rng.int(0, letters.length), rng.int(0, 2), rng.pick(tokens));
          demandVerdict({ id: 1, problem: { ...row.problem, [field]: letters.join("") }, answer: row.answer });
        }),
        { numRuns: 100, seed: 24 },
      );
    },
    patience,
  );

  it(
    "random expressions of any shape, as function and as answer",
    () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const rng = random(`trees|${seed}`);
          const side = () => rng.pick(["1", "n", "m"] as const);
          const make = () => print(grow(rng, side(), side(), rng.int(0, 6), rng.next() < 0.5));
          const form = rng.pick(["derivative", "differential", "vec", "hessian"]);
          const wrt = rng.pick(Object.keys(variables));
          const answer = make();
          demandVerdict({ id: "a", problem: { variables: declared, function: make(), wrt, form }, answer }, answer);
        }),
        { numRuns: 60, seed: 25 },
      );
    },
    patience,
  );

  it(
    "any JSON",
    () => {
      fc.assert(
        fc.property(fc.jsonValue(), fc.jsonValue(), (problemLike, answer) => {
          demandVerdict(problemLike);
          demandVerdict({ id: null, problem: problemLike, answer });
          demandVerdict({ problem: { ...rows[0]?.problem, variables: problemLike }, answer: "x" });
        }),
        { numRuns: 150, seed: 26 },
      );
    },
    patience,
  );

  it.each([
    ["deep brackets", "(".repeat(5000) + "x".padEnd(5001, ")")],
    ["deep minus signs", `${"-".repeat(5000)}x`],
    ["deep powers", `x${"^x".repeat(3000)}`],
    ["deep transposes", `x${"'".repeat(5000)}`],
    ["a long sum", `x${"+x".repeat(20_000)}`],
    ["a long product", "x".repeat(50_000)],
    ["a great power", "A^64*A^64*A^64*x"],
    ["a power too great", "A^1000000*x"],
    ["a tower of powers", "9^9^9^9^9*x"],
    ["a tower of exponentials", `${"exp(".repeat(60)}s${")".repeat(60)}*x`],
    ["great Kronecker products", "kron(kron(kron(kron(A,A),kron(A,A)),kron(A,A)),A)*x"],
    ["nested index sums", "sum(i, sum(j, sum(k, sum(l, A[i,j]*A[j,k]*A[k,l]))))*x"],
    ["nested inverses", `${"inv(A+".repeat(50)}A${")".repeat(50)}*x`],
    ["a great size", "ones(n^9, n^9)*ones(n^9)"],
    ["a number of many digits", `${"9".repeat(5000)}*x`],
    ["a decimal of many digits", `0.${"0".repeat(5000)}1*x`],
    ["a great exponent", "1e99999999999*x"],
    ["names of a prototype", "__proto__*constructor*x"],
    ["an empty matrix", "[;;,,]"],
    ["a wide matrix", `[${"x,".repeat(3000)}x]`],
    ["a determinant of determinants", `${"det(A*".repeat(30)}A${")".repeat(30)}*x`],
  ])(
    "%s",
    (_, answer) => {
      const asked = {
        variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] }, s: { shape: [] } },
        function: "x'*A*x",
        wrt: "x",
      };
      for (const as of ["text", "latex"]) demandVerdict({ id: 1, problem: asked, answer, syntax: as }, answer);
      demandVerdict({ id: 1, problem: { ...asked, function: answer }, answer: "x" });
    },
    patience,
  );
});
