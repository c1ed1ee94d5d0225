import fc from "fast-check";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { parse } from "./parse";
import { toSpeech } from "./print-speech";
import { toTex } from "./print-tex";
import { toText } from "./print-text";
import { contains, node, placeless, trees, vocabulary } from "./testing/trees";
import { type Expr, parts, withParts } from "./tree";

const read = (source: string, syntax: "text" | "latex"): Expr => {
  const tree = parse(source, syntax, vocabulary);
  if (!tree.ok) throw new Error(`${source}: ${JSON.stringify(tree.error)}`);
  return placeless(tree.value);
};

const minusOne = node({
  kind: "apply",
  op: "negate",
  args: [node({ kind: "number", text: "1" })],
});

/** TeX writes `inv(A)` as the power −1. */
function asTypeset(expr: Expr): Expr {
  const next = withParts(expr, parts(expr).map(asTypeset));
  if (next.kind !== "apply" || next.op !== "inverse") return next;
  return { ...next, op: "power", args: [next.args[0] as Expr, minusOne] };
}

const isTyped = (expr: Expr): boolean => !contains(expr, (part) => part.kind === "cases");

describe("a tree", () => {
  it("is read again from its own text", () => {
    fc.assert(
      fc.property(trees.filter(isTyped), (tree) => {
        expect(read(toText(tree), "text"), toText(tree)).toEqual(tree);
      }),
      { numRuns: 1500, seed: 5 },
    );
  });

  it("is read again from its own TeX", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(asTypeset(read(toTex(tree), "latex")), toTex(tree)).toEqual(asTypeset(tree));
      }),
      { numRuns: 1500, seed: 6 },
    );
  });

  it("is typeset by KaTeX without a complaint", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        katex.renderToString(toTex(tree), { throwOnError: true, strict: "error", trust: false });
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it("is spoken in words and names alone", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(toSpeech(tree)).toMatch(/^[\p{L}\p{N} .,;:-]+$/u);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});

/** The time of the quickest of some runs, so that a busy machine does not matter. */
function quickest(action: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 5 && best > 20; k++) {
    const begun = performance.now();
    action();
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

const alphabet = ["x", "A", "theta", "c", "n", "i", "2", ".5", "+", "-", "*", "/", "^", "'", "_", "(", ")", "[", "]"];
const marks = [
  "{",
  "}",
  ",",
  ";",
  ":",
  "|",
  "||",
  "‖",
  "<",
  ">=",
  "·",
  "×",
  "⊙",
  "⊤",
  "²",
  "√",
  " ",
  "tr",
  "sum(k,",
  "f",
];
const commands = [
  "\\frac",
  "\\left",
  "\\right",
  "\\sum",
  "\\begin{bmatrix}",
  "\\end{bmatrix}",
  "\\\\",
  "&",
  "\\mathbf",
];
const more = [
  "\\sqrt",
  "\\top",
  "\\operatorname",
  "\\begin{cases}",
  "\\end{cases}",
  "\\text{if}",
  "\\",
  "\\foo",
  "\\|",
];

const noise = fc.oneof(
  fc.array(fc.constantFrom(...alphabet, ...marks, ...commands, ...more), { maxLength: 30 }).map((p) => p.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

describe("a tree of functions inside each other", () => {
  const nested = (depth: number): Expr => read(`${"sin(".repeat(depth)}x[1]${")".repeat(depth)}`, "text");

  it.each([
    ["text", toText],
    ["TeX", toTex],
    ["words", toSpeech],
  ])("is printed as %s in a time that does not grow out of hand with its depth", (_, print) => {
    const tree = nested(50);
    expect(quickest(() => print(tree))).toBeLessThan(50);
  });
});

describe("two trees", () => {
  it("do not sound alike", () => {
    const heard = new Map<string, string>();
    for (const tree of fc.sample(trees, { numRuns: 20_000, seed: 10 })) {
      const words = toSpeech(tree);
      const text = toText(tree).replaceAll("×", "*");
      expect(heard.get(words) ?? text, words).toBe(text);
      heard.set(words, text);
    }
  });
});

describe("whatever is typed", () => {
  for (const syntax of ["text", "latex"] as const) {
    it(`leads to a tree or to a complaint inside the ${syntax}`, () => {
      fc.assert(
        fc.property(noise, (source) => {
          const tree = parse(source, syntax, vocabulary);
          if (tree.ok) return;
          const { start, end } = tree.error;
          expect([source, start, end]).toSatisfy(() => 0 <= start && start <= end && end <= source.length);
        }),
        { numRuns: 4000, seed: 9 },
      );
    });

    it(`is answered fast where the ${syntax} is long or deep`, () => {
      const opened =
        syntax === "text" ? ["(", "[", "-", "x^", "|", "tr "] : ["{", "(", "\\frac", "\\sqrt", "x^", "\\left("];
      for (const part of [...opened, "x", "xA", "x_1", "1", "+", "'", "é", "\\", "_", "^"]) {
        for (const length of [9_999, 100_000]) {
          const source = part.repeat(length / part.length);
          const tree = parse(source, syntax, vocabulary);
          expect(
            quickest(() => parse(source, syntax, vocabulary)),
            `${part} …`,
          ).toBeLessThan(100);
          if (!tree.ok) expect(tree.error.end, part).toBeLessThanOrEqual(source.length);
        }
      }
    });
  }
});
