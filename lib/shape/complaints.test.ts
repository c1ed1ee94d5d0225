import { expect, test } from "vitest";
import { parse, type Syntax } from "../expr";
import { checkShapes } from "./check";
import { scopeOf } from "./declarations";

const scope = scopeOf({
  variables: {
    A: { shape: ["m", "n"] },
    B: { shape: ["p", "m"] },
    S: { shape: ["n", "n"] },
    x: { shape: ["n"] },
    y: { shape: ["m"] },
    r: { shape: [1, "n"] },
    w: { shape: [3] },
    a: { shape: [] },
  },
  functions: { g: { from: ["n"], to: ["m"] } },
});

/** What a complaint says of an answer: its name with its facts, in the order of their names. */
function complaintOf(source: string, syntax: Syntax = "text"): string {
  const tree = parse(source, syntax, scope.vocabulary);
  const checked = tree.ok ? checkShapes(tree.value, scope, source) : tree;
  if (checked.ok) return "none";
  const { what, facts } = checked.error;
  const told = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  return [what, ...told.map(([name, fact]) => `${name}: ${fact}`)].join("; ");
}

test.each([
  ["A*y", "mismatch; left: A; leftShape: m×n; operator: *; right: y; rightShape: m×1; suggestion: A'*y"],
  ["A'*x", "mismatch; left: A'; leftShape: n×m; operator: *; right: x; rightShape: n×1; suggestion: A*x"],
  ["x*A", "mismatch; left: x; leftShape: n×1; operator: *; right: A; rightShape: m×n; suggestion: A*x"],
  ["x*x", "mismatch; left: x; leftShape: n×1; operator: *; right: x; rightShape: n×1; suggestion: x'*x"],
  ["A*B", "mismatch; left: A; leftShape: m×n; operator: *; right: B; rightShape: p×m; suggestion: B*A"],
  ["x'*y", "mismatch; left: x'; leftShape: 1×n; operator: *; right: y; rightShape: m×1; suggestion: y*x'"],
  [
    "(A + A)*y",
    "mismatch; left: (A + A); leftShape: m×n; operator: *; right: y; rightShape: m×1; suggestion: (A + A)'*y",
  ],
  ["y*(B*A)", "mismatch; left: y; leftShape: m×1; operator: *; right: (B*A); rightShape: p×n; suggestion: "],
  ["x + x'", "mismatch; left: x; leftShape: n×1; operator: +; right: x'; rightShape: 1×n; suggestion: x + x"],
  ["x' - 2*x", "mismatch; left: x'; leftShape: 1×n; operator: -; right: 2*x; rightShape: n×1; suggestion: x' - (2*x)'"],
  ["A + A'", "mismatch; left: A; leftShape: m×n; operator: +; right: A'; rightShape: n×m; suggestion: A + A"],
  ["max(x, x')", "mismatch; left: x; leftShape: n×1; operator: max; right: x'; rightShape: 1×n; suggestion: "],
  ["min(x, y)", "mismatch; left: x; leftShape: n×1; operator: min; right: y; rightShape: m×1; suggestion: "],
  ["x .* y", "mismatch; left: x; leftShape: n×1; operator: .*; right: y; rightShape: m×1; suggestion: "],
  ["x ./ x'", "mismatch; left: x; leftShape: n×1; operator: ./; right: x'; rightShape: 1×n; suggestion: x ./ x"],
  ["x < y", "mismatch; left: x; leftShape: n×1; operator: <; right: y; rightShape: m×1; suggestion: "],
  ["x >= y", "mismatch; left: x; leftShape: n×1; operator: >=; right: y; rightShape: m×1; suggestion: "],
  ["x + y", "mismatch; left: x; leftShape: n×1; operator: +; right: y; rightShape: m×1; suggestion: "],
  ["A + 1", "scalar-beside-matrix; matrix: A; operator: +; shape: m×n"],
  ["1 - S", "scalar-beside-matrix; matrix: S; operator: -; shape: n×n"],
  ["1 + I", "scalar-beside-matrix; matrix: I; operator: +; shape: ?×?"],
  ["max(S, a)", "scalar-beside-matrix; matrix: S; operator: max; shape: n×n"],
  ["[x, y]", "ragged-rows; got: m×1; want: n×1"],
  ["[A; S, x]", "ragged-rows; got: n + 1; want: n"],
  ["[A, A; y, x]", "ragged-rows; got: n×1; want: m×1"],
  ["[1, 2; 3]", "ragged-rows; got: 1; want: 2"],
  ["[a, 2, 3; x']", "ragged-rows; got: n; want: 3"],
  ["sum(i, x_i*y_i)", "index-two-ranges; name: i; one: n; other: m"],
  ["sum(i, A[i, i])", "index-two-ranges; name: i; one: m; other: n"],
  ["sum(i, 2)", "index-no-range; name: i"],
  ["w_4", "entry-outside; at: 4; size: 3; text: w_4"],
  ["x_0", "entry-outside; at: 0; size: n; text: x_0"],
  ["e_i(4, 3)", "entry-outside; at: 4; size: 3; text: 4"],
  ["x[1, 2]", "entry-outside; at: 2; size: 1; text: x[1, 2]"],
  ["A[1, 1, 1]", "wrong-subscripts; got: 3; shape: m×n; text: A"],
  ["A[1]", "wrong-subscripts; got: 1; shape: m×n; text: A"],
  ["g(y)", "wrong-function-argument; got: m×1; name: g; want: n×1"],
  ["g'(y)", "wrong-function-argument; got: m×1; name: g; want: n×1"],
  ["tr(A)", "not-square; role: trace; shape: m×n; text: A"],
  ["norm2(A)", "not-vector; role: norm2; shape: m×n; text: A"],
  ["norm1(A)", "not-vector; role: norm1; shape: m×n; text: A"],
  ["softmax(A)", "not-vector; role: softmax; shape: m×n; text: A"],
  ["logsumexp(A)", "not-vector; role: logsumexp; shape: m×n; text: A"],
  ["dot(A, x)", "not-vector; role: dot; shape: m×n; text: A"],
  ["outer(x, A)", "not-vector; role: outer; shape: m×n; text: A"],
  ["det(A)", "not-square; role: det; shape: m×n; text: A"],
  ["logdet(A)", "not-square; role: logdet; shape: m×n; text: A"],
  ["inv(A)", "not-square; role: inverse; shape: m×n; text: A"],
  ["diag(A)", "not-square; role: diag; shape: m×n; text: A"],
  ["A^2", "not-square; role: ^; shape: m×n; text: A"],
  ["x^2", "power-of-vector; shape: n×1; text: x"],
  ["r^2", "power-of-vector; shape: 1×n; text: r"],
  ["S^a", "bad-exponent; text: a"],
  ["S^x", "not-scalar; role: ^; shape: n×1; text: x"],
  ["a/x", "not-scalar; role: /; shape: n×1; text: x"],
  ["A × S", "times-between-matrices; left: A; right: S"],
  ["ones(a)", "bad-size; text: a"],
  ["zeros(n - n)", "bad-size; text: n - n"],
  ["delta(1, a)", "bad-size; text: a"],
  ["eye(m × n)", "not-square; role: I; shape: m×n; text: m × n"],
  ["I", "identity-size"],
  ["S + I", "none"],
])("of %s it says %s", (source, want) => {
  expect(complaintOf(source)).toBe(want);
});
