import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure, LevelCurve, Point } from "./figure";
import { contour, sampleGrid } from "./geometry/contour";
import { brokenLines, sampleCurve, valueRange } from "./geometry/curve";
import { levelNumbers } from "./geometry/numbers";
import { ticks } from "./geometry/scale";
import { arrowHead, pathOf, screenOf, shaftEnd, smoothPath } from "./geometry/screen";
import { layOut } from "./graph/layers";
import { readFigure } from "./read";
import { describeFigure } from "./words";

/** Reads a figure that is right. */
function figure<Kind extends Figure["kind"]>(
  fields: { kind: Kind } & Record<string, unknown>,
): Figure & { kind: Kind } {
  const read = readFigure({ title: "A picture.", ...fields });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value as Figure & { kind: Kind };
}

/** The complaint about a figure that is wrong. */
function complaint(fields: Record<string, unknown>): string {
  const read = readFigure({ title: "A picture.", ...fields });
  return read.ok ? "none" : `${read.error.field}: ${JSON.stringify(read.error.facts)}`;
}

/** The straight piece of the curves that lies nearest to a point. */
function nearestPiece(curves: readonly LevelCurve[], [x, y]: Point): { distance: number; along: Point } {
  const pieces = curves.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      line.slice(1).map((q, k) => {
        const p = line[k] ?? q;
        const distance = Math.hypot((p[0] + q[0]) / 2 - x, (p[1] + q[1]) / 2 - y);
        return { distance, along: [q[0] - p[0], q[1] - p[1]] as const };
      }),
    ),
  );
  return pieces.reduce((a, b) => (b.distance < a.distance ? b : a));
}

const square = { x: [-2, 2], y: [-2, 2] };

describe("level curves", () => {
  const formulas = ["x_1^2 + 2*x_2^2", "x_1*x_2 + x_1", "sin(x_1) + x_2^2/2", "exp(x_1 - x_2)"];

  it.each(formulas)("of %s stand at right angles to the gradient arrows", (formula) => {
    const arrows = [
      [1, 0.5],
      [-0.8, 1.1],
    ];
    const { curves, arrows: drawn } = figure({ kind: "level-curves", function: formula, ...square, arrows });
    for (const { from, vector } of drawn) {
      const { distance, along } = nearestPiece(curves, from);
      const cosine = (along[0] * vector[0] + along[1] * vector[1]) / (Math.hypot(...along) * Math.hypot(...vector));
      expect(distance).toBeLessThan(0.1);
      expect(Math.abs(cosine)).toBeLessThan(0.08);
    }
  });

  it("lie where the function has the level", () => {
    const { curves } = figure({ kind: "level-curves", function: "x_1^2 + 2*x_2^2", ...square, levels: [1, 3] });
    expect(curves.map(({ level }) => level)).toEqual([1, 3]);
    for (const { level, lines } of curves)
      for (const [x, y] of lines.flat()) expect(x * x + 2 * y * y).toBeCloseTo(level, 1);
  });

  it("have arrows whose lengths compare as the gradients do", () => {
    const arrows = [
      [0.5, 0],
      [1, 0],
    ];
    const drawn = figure({ kind: "level-curves", function: "x'*x", ...square, arrows }).arrows;
    const lengths = drawn.map(({ from, to }) => Math.hypot(to[0] - from[0], to[1] - from[1]));
    expect(drawn.map(({ vector }) => vector)).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(2, 9);
  });

  it.each([
    [{ function: "x_1 + " }, /function/],
    [{ function: "x" }, /function.*number is wanted/],
    [{ function: "x_1 + z" }, /function/],
    [{ function: "log(-x_1^2 - 1)" }, /no value anywhere/],
    [{ function: "x'*x", levels: [100] }, /levels.*nowhere 100/],
    [{ function: "log(x_1)", arrows: [[-1, 1]] }, /no gradient at \[-1, 1\]/],
    [{ function: "x'*x", y: [-9, 9] }, /three times/],
    [{ function: "x'*x", x: [2, -2] }, /x/],
    [{ function: "x'*x", colour: "red" }, /colour/],
  ])("complain of %j", (fields, words) => {
    expect(complaint({ kind: "level-curves", ...square, ...fields })).toMatch(words);
  });
});

describe("marching squares", () => {
  it("close a curve around a hill and leave open one that runs off the window", () => {
    const window = { x: [-2, 2], y: [-2, 2] } as const;
    const circle = contour(
      sampleGrid((x, y) => x * x + y * y, window, 30),
      1,
    );
    expect(circle).toHaveLength(1);
    expect(circle[0]?.[0]).toEqual(circle[0]?.at(-1));
    const line = contour(
      sampleGrid((x) => x, window, 30),
      0.3,
    );
    expect(line).toHaveLength(1);
    expect(line[0]?.[0]).not.toEqual(line[0]?.at(-1));
  });

  it("part the two branches of a saddle on the right side", () => {
    const window = { x: [-1, 1], y: [-1, 1] } as const;
    const grid = sampleGrid((x, y) => x * y, window, 12);
    for (const level of [0.01, -0.01]) {
      const lines = contour(grid, level);
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(new Set(line.map(([x]) => Math.sign(x))).size).toBe(1);
    }
  });

  it("leave out what has no value", () => {
    const window = { x: [-1, 1], y: [-1, 1] } as const;
    const lines = contour(
      sampleGrid((x, y) => Math.sqrt(x) + y, window, 21),
      0.5,
    );
    expect(lines.flat().every(([x]) => x >= 0)).toBe(true);
  });
});

describe("plots of one variable", () => {
  it("have the tangent of their function", () => {
    const { at, slope, tangent } = figure({ kind: "tangent-line", function: "x^3 - x", x: [-2, 2], at: 1 });
    expect([at, slope]).toEqual([[1, 0], 2]);
    expect(tangent).toEqual([
      [-2, -6],
      [2, 2],
    ]);
  });

  it("have the two models of their function", () => {
    const fields = {
      kind: "linear-approximation",
      function: "exp(x)",
      x: [-1, 1],
      at: 0,
      "second-order": true,
    } as const;
    const { samples, slope, curvature } = figure(fields);
    expect([slope, curvature]).toEqual([1, 1]);
    expect(samples.at(-1)).toMatchObject({ x: 1, linear: 2, quadratic: 2.5 });
  });

  it.each([
    [{ kind: "tangent-line", function: "abs(x)", x: [-1, 1], at: 0 }, /no slope at 0/],
    [{ kind: "tangent-line", function: "log(x)", x: [-1, 1], at: -0.5 }, /no value at -0.5/],
    [{ kind: "tangent-line", function: "x^2", x: [-1, 1], at: 3 }, /outside/],
    [
      { kind: "subdifferential", function: "abs(x)", x: [-1, 1], at: 0, slopes: [-1, 2] },
      /slope 2 does not stay below/,
    ],
    [{ kind: "subdifferential", function: "abs(x)", x: [-1, 1], at: 0, slopes: [-1, 0.5] }, /run from -1 to 1/],
    [{ kind: "subdifferential", function: "-abs(x)", x: [-1, 1], at: 0, slopes: [-1, 1] }, /does not stay below/],
  ])("complain of %j", (fields, words) => {
    expect(complaint(fields)).toMatch(words);
  });

  it("accept the fan of a corner", () => {
    const { fan } = figure({ kind: "subdifferential", function: "max(0, x)", x: [-2, 2], at: 0, slopes: [0, 1] });
    expect([fan[0], fan.at(-1)]).toEqual([0, 1]);
  });

  it("break where there is no value and at a pole, and do not show its far ends", () => {
    const samples = sampleCurve((x) => 1 / x, [-2, 2], 200, []);
    const window = valueRange(
      samples.map(([, y]) => y),
      [],
    );
    expect(window[1]).toBeLessThan(30);
    expect(brokenLines(samples, window)).toHaveLength(2);
    expect(
      brokenLines(sampleCurve(Math.sqrt, [-1, 1], 101, []), [0, 1])
        .flat()
        .every(([x]) => x >= 0),
    ).toBe(true);
  });
});

describe("a rotating frame", () => {
  it("moves at right angles to its axes", () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (angle) => {
        const { axes, tangents } = figure({ kind: "rotating-frame", angle });
        for (const [k, [x, y]] of axes.entries()) {
          const [u, v] = tangents[k] ?? [0, 0];
          expect([x * u + y * v, Math.hypot(u, v)].map((d) => Number(d.toFixed(9)) + 0)).toEqual([0, 1]);
        }
        expect(axes[0][0]).toBeCloseTo(Math.cos(angle), 9);
      }),
      { numRuns: 50 },
    );
  });
});

describe("critical points", () => {
  it("are named by the eigenvalues of the second derivatives", () => {
    const functions = ["x_1^2 + x_2^2", "-x_1^2 - 2*x_2^2 + x_1*x_2", "x_1^2 - x_2^2", "x_1^4 + x_2^2"];
    const { panels } = figure({ kind: "critical-points", functions });
    expect(panels.map(({ what }) => what)).toEqual([
      "minimum",
      "maximum",
      "saddle point",
      "undecided by second derivatives",
    ]);
    expect(panels[2]?.eigenvalues).toEqual([-2, 2]);
  });

  it("must be critical", () => {
    expect(complaint({ kind: "critical-points", functions: ["x_1^2 + x_2"] })).toMatch(/functions.0.*not zero/);
  });
});

describe("a computation graph", () => {
  const traced = { kind: "graph", function: "sin(x_1) + x_1*x_2", at: { x: [2, 3] } } as const;
  const values = (rows: readonly (readonly number[])[] | undefined) => rows?.flat().map((v) => Number(v.toFixed(3)));

  it("has the values, tangents and adjoints of a trace done by hand", () => {
    const { nodes } = figure({ ...traced, seed: { x: [1, 0] }, adjoints: true });
    const table = nodes.map(({ name, value, tangent, adjoint }) => [
      name.map(({ text }) => text).join(""),
      ...[value, tangent, adjoint].flatMap(values),
    ]);
    expect(table).toEqual([
      ["x1", 2, 1, 2.584],
      ["v1", 0.909, -0.416, 1],
      ["x2", 3, 0, 2],
      ["v2", 6, 3, 1],
      ["f", 6.909, 2.584, 1],
    ]);
  });

  it("adds adjoints over all paths, through vectors and matrices too", () => {
    const { nodes } = figure({
      kind: "graph",
      function: "x'*A*x",
      at: {
        x: [2, 3],
        A: [
          [1, 2],
          [3, 4],
        ],
      },
      adjoints: true,
    });
    const byName = Object.fromEntries(nodes.map(({ name, adjoint }) => [name[0]?.text, adjoint]));
    expect(byName.x).toEqual([[19], [34]]);
    expect(byName.A).toEqual([
      [4, 6],
      [6, 9],
    ]);
  });

  it("gives forward and reverse differentiation the same derivative", () => {
    const number = fc.double({ min: -2, max: 2, noNaN: true });
    const formulas = ["sin(x_1*x_2) + x_1/(2 + x_2^2)", "exp(x_1)*x_2 - x_1^3", "log(5 + x_1 + x_2)*sqrt(5 + x_2)"];
    fc.assert(
      fc.property(number, number, number, number, fc.constantFrom(...formulas), (a, b, u, v, formula) => {
        const { nodes } = figure({
          kind: "graph",
          function: formula,
          at: { x: [a, b] },
          seed: { x: [u, v] },
          adjoints: true,
        });
        const inputs = nodes.filter(({ rule }) => !rule);
        const backward = inputs.reduce(
          (sum, { adjoint, tangent }) => sum + (adjoint?.[0]?.[0] ?? 0) * (tangent?.[0]?.[0] ?? 0),
          0,
        );
        const ahead = nodes.at(-1)?.tangent?.[0]?.[0] ?? Number.NaN;
        expect(backward).toBeCloseTo(ahead, 8);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [{ at: { x: [2] } }, /x/],
    [{ at: { x: [2, 3] }, seed: { x: [1] } }, /seed.x/],
    [{ at: { x: [2, 3] }, seed: { z: 1 } }, /seed.z/],
    [{ function: "log(x_1 - x_2)", at: { x: [2, 3] } }, /no value there/],
    [{ function: "2*x", adjoints: true }, /not a number/],
    [{ function: "x" }, /nothing to compute/],
    [{ at: { x: [[1, 2], [3]] } }, /at.x.*one length/],
  ])("complains of %j", (fields, words) => {
    expect(complaint({ ...traced, ...fields })).toMatch(words);
  });

  it("lies with every node to the right of what it uses, and no two in one place", () => {
    const graph = fc
      .array(fc.array(fc.nat(20), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
      .map((rows) => rows.map((row, k) => (k === 0 ? [] : [...new Set(row.map((n) => n % k))])));
    fc.assert(
      fc.property(graph, (from) => {
        const { places, edges } = layOut(from);
        for (const { from: a, to: b, through } of edges) {
          expect(places[a]?.[0]).toBeLessThan(places[b]?.[0] ?? 0);
          expect([through[0], through.at(-1)]).toEqual([places[a], places[b]]);
        }
        for (const [k, [x, y]] of places.entries())
          for (const [u, v] of places.slice(k + 1)) expect(x !== u || Math.abs(y - v) >= 0.99).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a diagram of shapes", () => {
  it("has a box for each factor and for the product", () => {
    const { factors, result } = figure({
      kind: "shapes",
      product: "x'*A*B",
      variables: { x: ["m"], A: ["m", 3], B: [3, "p"] },
    });
    expect(factors.map(({ rowsName, colsName }) => `${rowsName}×${colsName}`)).toEqual(["1×m", "m×3", "3×p"]);
    expect([result.rowsName, result.colsName]).toEqual(["1", "p"]);
  });

  it.each([
    [{ product: "A*x", variables: { A: [2, 3], x: [2] } }, /product/],
    [{ product: "A", variables: { A: [2, 3] } }, /two factors/],
  ])("complains of %j", (fields, words) => {
    expect(complaint({ kind: "shapes", ...fields })).toMatch(words);
  });
});

describe("a figure in words", () => {
  it.each([
    [{ kind: "tangent-line", function: "x^2", x: [-2, 2], at: 1 }, /x\^2.*\(1, 1\).*slope 2/],
    [{ kind: "level-curves", function: "x'*x", ...square, arrows: [[1, 0]] }, /At \(1, 0\) the gradient is \(2, 0\)/],
    [{ kind: "rotating-frame", angle: 0 }, /axes are \(1, 0\) and \(0, 1\).*along \(0, 1\) and \(−1, 0\)/],
    [{ kind: "subdifferential", function: "abs(x)", x: [-2, 2], at: 0, slopes: [-1, 1] }, /from −1 to 1/],
    [{ kind: "critical-points", functions: ["x'*x"] }, /minimum; the eigenvalues.*2 and 2/],
    [{ kind: "graph", function: "x_1*x_2", at: { x: [2, 3] }, adjoints: true }, /x_1 = 2, adjoint 3/],
    [{ kind: "shapes", product: "A*x", variables: { A: [2, 3], x: [3] } }, /A is 2 by 3.*product is 2 by 1/],
    [{ kind: "linear-approximation", function: "x^2", x: [-1, 1], at: 0 }, /off by at most 1/],
  ] as const)("tells the numbers of %j", (fields, words) => {
    expect(describeFigure(figure(fields))).toMatch(words);
  });
});

describe("what is drawn on the screen", () => {
  const window = { x: [-2, 2], y: [-1, 1] } as const;
  const screen = screenOf(window, 320, { left: 30, right: 10, top: 5, bottom: 15 });

  it("has one unit for both axes, with y upwards", () => {
    expect([screen.width, screen.height]).toEqual([320, 160]);
    expect(screen.place([-2, 1])).toEqual([30, 5]);
    expect(screen.place([2, -1])).toEqual([310, 145]);
  });

  it("is a path through the points", () => {
    expect(
      pathOf(
        [
          [-2, 1],
          [0, 0],
        ],
        screen,
      ),
    ).toBe("M30 5L170 75");
  });

  it("has an arrow head at the tip that is never longer than the arrow", () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));
    fc.assert(
      fc.property(place, place, (from, to) => {
        const corners =
          arrowHead(from, to, 9)
            .match(/-?[\d.]+/g)
            ?.map(Number) ?? [];
        const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        expect(corners.length).toBe(length === 0 ? 0 : 6);
        const [x = to[0], y = to[1], u = x, v = y] = corners;
        expect([x, y]).toEqual([...to]);
        expect(Math.hypot(u - x, v - y)).toBeLessThanOrEqual(Math.max(length, 0.1) + 0.02);
        const [endX, endY] = shaftEnd(from, to, 9);
        expect(Math.hypot(endX - from[0], endY - from[1])).toBeLessThanOrEqual(length + 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it("has level numbers that keep apart from each other and from arrows", () => {
    const { curves, arrows } = figure({ kind: "level-curves", function: "x'*x", ...square, arrows: [[1, 0.5]] });
    const own = screenOf({ x: [-2, 2], y: [-2, 2] }, 320, { left: 30, right: 10, top: 5, bottom: 15 });
    const numbers = levelNumbers(curves, arrows, own);
    expect(numbers.length).toBeGreaterThan(3);
    for (const [k, { at: a }] of numbers.entries())
      for (const { at: b } of numbers.slice(k + 1)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(23);
    expect(levelNumbers([{ level: 1, lines: [] }], [], own)).toEqual([]);
  });

  it("has edges that start and end level", () => {
    const path = smoothPath([
      [0, 0],
      [50, 30],
      [100, 30],
    ]);
    expect(path).toMatch(/^M0 0C20 0 .* 50 30C.* 80 30 100 30$/);
  });
});

it("puts round numbers on an axis", () => {
  expect(ticks([-2, 2])).toEqual([-2, -1, 0, 1, 2]);
  expect(ticks([0.1, 0.7])).toEqual([0.2, 0.4, 0.6]);
});
