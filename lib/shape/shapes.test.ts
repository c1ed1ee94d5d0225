import { expect, test } from "vitest";
import { parse, type Syntax } from "../expr";
import { readings } from "../expr/testing/notation";
import { checkShapes } from "./check";
import { scopeOf } from "./declarations";
import { printShape } from "./shaped";

const scope = scopeOf({
  variables: {
    A: { shape: ["m", "n"] },
    S: { shape: ["n", "n"] },
    x: { shape: ["n"] },
    y: { shape: ["m"] },
    w: { shape: [3] },
    a: { shape: [] },
    k: { shape: [], assume: ["integer"] },
  },
  functions: { f: { elementwise: true }, g: { from: ["n"], to: ["m"] } },
});

/** The shape of what is read, or carets under the place of the complaint and its name. */
function shapeOf(source: string, syntax: Syntax = "text"): string {
  const tree = parse(source, syntax, scope.vocabulary);
  const checked = tree.ok ? checkShapes(tree.value, scope, source) : tree;
  if (!checked.ok) {
    const { start, end, what } = checked.error;
    return `${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))} ${what}`;
  }
  return printShape(checked.value.expr);
}

const table = `
  A*x → m×1
  x'*A' → 1×m
  x*y' → n×m
  x'*x → scalar
  a*A → m×n
  A*a → m×n
  A/a → m×n
  S^2 → n×n
  S^k → n×n
  S^(k+1) → n×n
  S^-0 → n×n
  S^2^3 → n×n
  S^-1^2 → n×n
  S^(4/2) → n×n
  S^(2*1.5) → n×n
  S^k^2 → n×n
  S^k^0 → n×n
  S^(2^0/2)
    ^^^^^^^ bad-exponent
  sum(i, (S^i)[i,i]) → scalar
  2^a → scalar
  x + 1 → n×1
  1 + x' → 1×n
  x .* x → n×1
  a .* A → m×n
  A ./ 2 → m×n
  2 .^ A → m×n
  kron(A, S) → m·n×n·n
  vec(A) → m·n×1
  tr(S) → scalar
  det(S) → scalar
  diag(x) → n×n
  diag(x') → n×n
  diag(S) → n×1
  norm(A) → scalar
  norm1(x') → scalar
  dot(x, x') → scalar
  outer(x, y) → n×m
  outer(a, y) → 1×m
  outer(x, a) → n×1
  softmax(x') → 1×n
  logsumexp(x) → scalar
  S + 2*I → n×n
  I*x → n×1
  I_{n×n}*x → n×1
  I_{n×m}
     ^^^ not-square
  ones(n) → n×1
  ones(1, n) → 1×n
  ones() + y → m×1
  zeros(n*m, n) → m·n×n
  A*x + 0 → m×1
  f(A) → m×n
  g(x) → m×1
  g'(x) → m×n
  [A, y] → m×n + 1
  [A; x'] → m + 1×n
  [x, 0]*ones(2) → n×1
  [x, 0]*ones(3)
  ^^^^^^^^^^^^^^ mismatch
  [I*x, 0]*ones(3)
  ^^^^^^^^^^^^^^^^ mismatch
  [1, 2; 3, 4] → 2×2
  max(x, 0) → n×1
  A*A
  ^^^ mismatch
  x*x
  ^^^ mismatch
  A + A'
  ^^^^^^ mismatch
  A + S
  ^^^^^ mismatch
  A + 1
  ^^^^^ scalar-beside-matrix
  1 - A
  ^^^^^ scalar-beside-matrix
  x + x'
  ^^^^^^ mismatch
  S^x
    ^ not-scalar
  x^2
  ^ power-of-vector
  A^2
  ^ not-square
  S^(k+a)
    ^^^^^ bad-exponent
  S^a
    ^ bad-exponent
  S^(1/2)
    ^^^^^ bad-exponent
  S^2^-1
    ^^^^ bad-exponent
  S^k^-2
    ^^^^ bad-exponent
  S^k^k
    ^^^ bad-exponent
  a/x
    ^ not-scalar
  tr(A)
     ^ not-square
  det(A)
      ^ not-square
  inv(A)
      ^ not-square
  diag(A)
       ^ not-square
  norm1(A)
        ^ not-vector
  softmax(S)
          ^ not-vector
  logsumexp(S)
            ^ not-vector
  dot(x, y)
  ^^^^^^^^^ mismatch
  g(y)
    ^ wrong-function-argument
  w_3 → scalar
  x_0
  ^^^ entry-outside
  w_4
  ^^^ entry-outside
  x_1 → scalar
  sum(i, x_i) → scalar
  sum(i, x_i*y_i)
             ^^^ index-two-ranges
  A × S
  ^^^^^ times-between-matrices
  delta(1, n) → scalar
  [A, x]
      ^ ragged-rows
  [x, y]
      ^ ragged-rows
  max(x, y)
  ^^^^^^^^^ mismatch
  x .* y
  ^^^^^^ mismatch
  x .* x'
  ^^^^^^^ mismatch
  A < S
  ^^^^^ mismatch
  x_n → scalar
  sum(A) → scalar
  I
  ^ identity-size
`;

test.each(readings(table))("the shape of $source is $want", ({ source, want }) => {
  expect(shapeOf(source)).toBe(want);
});

test("dimensions are the names in shapes, not the numbers", () => {
  const variables = { A: { shape: ["m", "n"] }, B: { shape: [2, "m"] }, w: { shape: [3] } };
  const functions = { f: { elementwise: true }, g: { from: ["k", 4], to: [] } } as const;
  expect([...scopeOf({ variables, functions }).dimensions].sort()).toEqual(["k", "m", "n"]);
});

const byCases = (value: string): string =>
  shapeOf(String.raw`\begin{cases} ${value} & a > 0 \\ 1 & a \le 0 \end{cases}`, "latex");

test("a number among cases is repeated to a column or a row", () => {
  expect(byCases("x")).toBe("n×1");
  expect(byCases("x^T")).toBe("1×n");
});

test("a number among cases does not stand for a matrix", () => {
  expect(byCases("A")).toMatch(/ragged-rows$/);
});
