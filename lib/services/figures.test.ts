import { expect, it } from "vitest";
import { type ComputationGraph, readFigure } from "../figures";
import { grade, type ProblemInput, readProblem } from "../grade";

const at = {
  x: [2, 3],
  A: [
    [1, 2],
    [3, 4],
  ],
  W: [
    [1, -1],
    [0.5, 2],
  ],
};
const seed = { x: [1, -2] };

const formulas = [
  "sin(x_1) + x_1*x_2",
  "x'*A*x",
  "norm(tanh(W*x) - x)^2",
  "logsumexp(A*x)/(1 + x'*x)",
  "tr(A'*W)*exp(-x_1/10)",
  "sum(softmax(W*x) .* x)",
];

/** The cells of a graph as the grader knows them: what each node is in the names of the variables. */
function cellsOf({ nodes }: ComputationGraph): Record<string, [string, readonly (readonly number[])[]]> {
  const cells: Record<string, [string, readonly (readonly number[])[]]> = {};
  for (const [k, node] of nodes.entries()) {
    cells[`v${k}`] = [node.typed, node.value];
    if (node.tangent) cells[`t${k}`] = [node.typed, node.tangent];
    if (node.adjoint) cells[`b${k}`] = [node.typed, node.adjoint];
  }
  return cells;
}

const typed = (rows: readonly (readonly number[])[]): string => `[${rows.map((row) => row.join(", ")).join("; ")}]`;

it.each(formulas)("a computation graph of %s has the values, tangents and adjoints that the grader asks for", (f) => {
  const used = Object.fromEntries(Object.entries(at).filter(([name]) => f.includes(name)));
  const read = readFigure({ kind: "graph", title: "Steps.", function: f, at: used, seed, adjoints: true });
  if (!read.ok || read.value.kind !== "graph") throw new Error(JSON.stringify(read));
  const cells = cellsOf(read.value);
  const shapes = { x: [2], A: [2, 2], W: [2, 2] };
  const problem: ProblemInput = {
    variables: Object.fromEntries(
      Object.keys(used).map((name) => [name, { shape: shapes[name as keyof typeof shapes] }]),
    ),
    function: f,
    at: used,
    form: "table",
    tolerance: 1e-9,
    cells: Object.fromEntries(
      Object.entries(cells).map(([key, [part]]) => [
        key,
        key.startsWith("v") ? { value: part } : key.startsWith("t") ? { tangent: part, seed } : { adjoint: part },
      ]),
    ),
  };
  const key = readProblem(problem);
  if (!key.ok) throw new Error(JSON.stringify(key.error));
  const answer = Object.fromEntries(Object.entries(cells).map(([name, [, rows]]) => [name, typed(rows)]));
  const verdict = grade({ text: answer, syntax: "text" }, key.value, "figures");
  expect(verdict).toMatchObject({ status: "graded", numerator: true });
});
