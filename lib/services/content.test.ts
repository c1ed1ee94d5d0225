import { describe, expect, it } from "vitest";
import { contentOf } from "./content";
import type { ClaimView, DerivationView, PartView } from "./content-views";

const around = {
  variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } },
  function: "x'*A*x",
  wrt: "x",
};

const block = (kind: string, yaml: string) => `\`\`\`${kind}\n${yaml}\n\`\`\``;

function only<Kind extends PartView["kind"]>(kind: Kind, markdown: string): Extract<PartView, { kind: Kind }> {
  const [part, ...others] = contentOf(markdown, around);
  if (part?.kind !== kind || others.length > 0) throw new Error(`one part of kind ${kind} was expected`);
  return part as Extract<PartView, { kind: Kind }>;
}

/** The rows of a claims block, each given as YAML. */
const claims = (...rows: string[]): readonly ClaimView[] =>
  only("claims", block("claims", `rows:\n${rows.map((row) => `  - ${row}`).join("\n")}`)).rows;

const derivation = (...lines: string[]): DerivationView["lines"] =>
  only("derivation", block("derivation", `lines: ${JSON.stringify(lines)}`)).lines;

describe("a text with blocks", () => {
  it("comes in parts, in the order of reading", () => {
    const text = ["One.", block("definition", "f(x) = x"), "Two.", block("claims", "rows: [{ equal: x, to: x }]")];
    expect(contentOf(text.join("\n\n"), around).map(({ kind }) => kind)).toEqual([
      "prose",
      "definition",
      "prose",
      "claims",
    ]);
  });

  it("carries figures with their numbers", () => {
    const fields = "kind: tangent-line\ntitle: A tangent\nfunction: x^2\nx: [-1, 2]\nat: 1";
    expect(only("figure", block("figure", fields)).figure).toMatchObject({ kind: "tangent-line", slope: 2 });
  });
});

describe("a claim", () => {
  it("shows a derivative in both layouts, of the problem's own function by its own variable", () => {
    expect(claims(`{ function: "x'*A*x", numerator: "x'*(A + A')", denominator: "(A + A')*x", why: twice }`)).toEqual([
      {
        kind: "layouts",
        claim: "\\frac{\\partial \\left(x^{\\top} \\, A \\, x\\right)}{\\partial x}",
        said: "The derivative of x transpose times A times x by x",
        numerator: expect.stringContaining("x^{\\top}"),
        denominator: expect.stringContaining("\\, x"),
        at: null,
        why: "twice",
      },
    ]);
  });

  it.each([
    ["a Hessian", `{ function: "x'*x", form: hessian, answer: "2*I" }`, "\\frac{\\partial^2", "2 \\, I"],
    [
      "a differential",
      `{ function: "x'*x", form: differential, answer: "2*x'*dx" }`,
      "\\mathrm{d}\\left(",
      "\\mathrm{d}x",
    ],
    ["an entry", `{ function: "x'*x", form: index, indices: [k], answer: "2*x[k]" }`, "\\right]_{k}", "x_{k}"],
    ["a shape", `{ function: "A*x", form: shape, answer: "n x n" }`, "shape of", "n \\times n"],
    ["a stationary point", `{ function: "x'*x", form: stationary, answer: "0" }`, "= 0 \\text{ at}", "x = 0"],
    ["an identity", `{ equal: "x'*A*x", to: "x'*A'*x" }`, "x^{\\top}", "A^{\\top}"],
  ])("shows %s as two sides", (_, row, claim, answer) => {
    expect(claims(row)).toMatchObject([
      { kind: "equation", claim: expect.stringContaining(claim), answer: expect.stringContaining(answer) },
    ]);
  });

  it("tells the point of a value, a list being a column", () => {
    const [row] = claims(
      `{ function: "x'*x", wrt: x, form: value, at: { x: [1, 2], A: [[1, 0], [0, 1]] }, numerator: "[2, 4]", denominator: "[2; 4]" }`,
    );
    expect(row?.at).toContain("x = \\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}");
  });

  it("keeps a slip apart from what holds", () => {
    expect(claims(`{ function: "x'*A*x", slip: "2*A*x" }`)).toMatchObject([{ kind: "slip" }]);
  });
});

describe("a derivation", () => {
  it("says where it passes from the function to its differential and its derivative", () => {
    const lines = derivation("x'*A*x", "x'*(A*x)", "dx'*A*x + x'*A*dx", "x'*(A + A')*dx", "x'*(A + A')");
    expect(lines.map(({ of }) => of)).toEqual(["f", null, "\\mathrm{d}f", null, "\\frac{\\partial f}{\\partial x}"]);
    expect(lines[2]?.tex).toContain("\\mathrm{d}x");
  });

  it("may pass from the function to its derivative at once", () => {
    expect(derivation("x'*A*x", "(A + A')*x").map(({ of }) => of)).toEqual(["f", "\\frac{\\partial f}{\\partial x}"]);
  });

  it("takes another name where f stands for something else", () => {
    const own = `variables: { f: [n] }\nfunction: "f'*f"\nwrt: f\nlines: ["f'*f", "2*f'"]`;
    expect(only("derivation", block("derivation", own)).lines.map(({ of }) => of)).toEqual([
      "y",
      "\\frac{\\partial y}{\\partial f}",
    ]);
  });
});
