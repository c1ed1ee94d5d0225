import { describe, expect, it } from "vitest";
import { parse } from "../expr";
import { checkShapes } from "./check";
import { scopeOf } from "./declarations";
import type { Wanted } from "./settle";
import { printShape, type Shape, type ShapedExpr } from "./shaped";
import { one, size } from "./size";

const scope = scopeOf(
  { variables: { A: { shape: ["m", "n"] }, S: { shape: ["n", "n"] }, x: { shape: ["n"] }, a: { shape: [] } } },
  ["i", "j"],
);
const shapes: Readonly<Record<string, readonly Shape[]>> = {
  number: [{ rows: one, cols: one }],
  gradient: [
    { rows: one, cols: size("n") },
    { rows: size("n"), cols: one },
  ],
  jacobian: [
    { rows: size("m"), cols: size("n") },
    { rows: size("n"), cols: size("m") },
  ],
  square: [
    { rows: size("n"), cols: size("n") },
    { rows: size("n"), cols: size("n") },
  ],
  three: [{ rows: size(3), cols: size(3) }],
};

/** The shape that an answer gets where these are wanted, with how it fits where it has none of its own. */
function settled(source: string, wanted: Wanted): string {
  const tree = parse(source, "text", scope.vocabulary);
  const checked = tree.ok ? checkShapes(tree.value, scope, source, wanted) : tree;
  if (!checked.ok) return checked.error.what;
  const { expr, fits } = checked.value;
  return `${printShape(expr)}${fits === "as-shaped" ? "" : ` ${fits}`}`;
}

/** Every node of a tree. */
const nodes = (e: ShapedExpr): ShapedExpr[] => [e, ...e.args.flatMap(nodes)];

describe("what takes its shape from where it stands", () => {
  it.each([
    ["0", "gradient", "1×n any"],
    ["0", "jacobian", "m×n any"],
    ["0", "number", "scalar any"],
    ["-0", "jacobian", "m×n any"],
    ["0 + 0", "square", "n×n any"],
    ["0*a", "number", "scalar"],
    ["I", "square", "n×n"],
    ["I", "three", "3×3"],
    ["I", "number", "scalar"],
    ["I", "gradient", "scalar none"],
    ["I", "jacobian", "scalar none"],
    ["2*I", "jacobian", "scalar none"],
    ["I + S", "square", "n×n"],
    ["I*x", "gradient", "n×1"],
    ["tr(I)", "number", "scalar"],
    ["tr(I)", "square", "scalar"],
    ["tr(I)", "gradient", "scalar"],
    ["tr(I)", "jacobian", "identity-size"],
    ["kron(I, x)", "square", "n·n×n"],
    ["kron(I, x)", "jacobian", "identity-size"],
    ["kron(S, I)", "jacobian", "identity-size"],
    ["ones()", "gradient", "n×1"],
    ["ones()'", "gradient", "1×n"],
    ["ones()", "jacobian", "identity-size"],
    ["ones()*ones()'", "jacobian", "m×n any"],
    ["ones()*ones()'", "square", "n×n any"],
    ["ones()*ones()'*ones()*ones()'", "square", "n×n any"],
    ["ones()*ones()'*ones()*ones()'", "jacobian", "identity-size"],
    ["ones()'*x", "number", "scalar"],
    ["S*ones()", "gradient", "n×1"],
    ["A*0", "gradient", "m×n"],
    ["x + 0", "gradient", "n×1"],
    ["[S, 0; 0, 1]", "square", "n + 1×n + 1"],
    ["[I, x]", "jacobian", "n×n + 1"],
    ["[S, 0; 0, I]*[x; x]", "gradient", "2·n×1"],
    ["[S, 0; 0, I]*[x; 1]", "gradient", "n + 1×1"],
    ["[x, 0]", "gradient", "n×2"],
    ["[0, x; 1, 0]", "gradient", "n + 1×2"],
    ["sum(k, x_k*0)", "number", "scalar"],
  ])("%s where a %s is wanted: %s", (source, wanted, want) => {
    expect(settled(source, { shapes: shapes[wanted] as readonly Shape[] })).toBe(want);
  });

  it.each([
    ["0", "scalar"],
    ["I", "identity-size"],
    ["ones()*ones()'", "identity-size"],
    ["x_i + delta(i, j)", "index-not-here"],
  ])("%s where nothing is wanted: %s", (source, want) => {
    expect(settled(source, {})).toBe(want);
  });

  it.each([
    ["I", "?×?"],
    ["I*x", "n×1"],
    ["0", "scalar"],
  ])("%s where the truth is not known yet: %s", (source, want) => {
    expect(settled(source, { lenient: true })).toBe(want);
  });
});

describe("free indices", () => {
  const indices = new Map([
    ["i", size("m")],
    ["j", size("n")],
  ]);

  it.each([
    ["A[i, j]", "scalar"],
    ["delta(i, j)*a", "scalar"],
    ["x_j", "scalar"],
    ["x_i", "index-two-ranges"],
    ["A[j, i]", "index-two-ranges"],
    ["sum(k, A[i, k]*x_k)", "scalar"],
    ["sum(k, delta(k, i))", "scalar"],
    ["sum(k, delta(k, j)*x_k)", "scalar"],
    ["sum(i, x_i)", "scalar"],
    ["i + j", "scalar"],
    ["A[i, :]", "1×n"],
    ["A[:, j]", "m×1"],
  ])("in %s: %s", (source, want) => {
    expect(settled(source, { shapes: shapes.number as readonly Shape[], indices })).toBe(want);
  });
});

it("leaves no size open anywhere in a tree", () => {
  for (const source of ["S + I*2", "[S, 0; 0, 1]*[x; 1]", "I*(x + 0)", "tr(I*I)", "(0*S)*x", "[I, S]*[x; x]"]) {
    const tree = parse(source, "text", scope.vocabulary);
    const checked = tree.ok ? checkShapes(tree.value, scope, source, { shapes: shapes.square as Shape[] }) : tree;
    if (!checked.ok) throw new Error(`${source}: ${checked.error.what}`);
    const open = nodes(checked.value.expr).filter((e) => /\?/.test(`${e.rows.key}${e.cols.key}${e.value?.key}`));
    expect(
      open.map((e) => e.op),
      source,
    ).toEqual([]);
  }
});
