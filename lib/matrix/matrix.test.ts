import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Double, doubleDouble } from "./double";
import { float64, type Tracked } from "./float";
import { arithmetic, at, blocks, build, type Matrix, matrix, transpose, vec } from "./matrix";
import { primeField } from "./prime";
import { evenly, STEPS } from "./testing/numbers";

const PRIME = 67108859;
const field = primeField(PRIME, 3);
const P = arithmetic(field);
const F = arithmetic(float64);
const D = arithmetic(doubleDouble);

const between = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: STEPS }).map(evenly(low, high));
const size = fc.integer({ min: 1, max: 4 });
const entry = fc.integer({ min: 0, max: PRIME - 1 });

const filled = <T>(rows: number, cols: number, one: fc.Arbitrary<T>): fc.Arbitrary<Matrix<T>> =>
  fc.array(one, { minLength: rows * cols, maxLength: rows * cols }).map((data) => matrix(rows, cols, data));

/** Matrices of a prime field whose shapes chain: the columns of each are the rows of the next. */
const chain = (count: number): fc.Arbitrary<Matrix<number>[]> =>
  fc
    .array(size, { minLength: count + 1, maxLength: count + 1 })
    .chain((sizes) => fc.tuple(...sizes.slice(1).map((cols, k) => filled(sizes[k] as number, cols, entry))));

const square = size.chain((n) => filled(n, n, entry));
const squarePair = size.chain((n) => fc.tuple(filled(n, n, entry), filled(n, n, entry)));
const realSquare = size.chain((n) => filled(n, n, between(-1, 1)));

const grid = (text: string): Matrix<number> => {
  const lines = text.split(";").map((line) => line.trim().split(/\s+/).map(Number));
  return matrix(lines.length, lines[0]?.length ?? 0, lines.flat());
};
const inField = (text: string): Matrix<number> => P.map(grid(text), field.number);
const real = (text: string): Matrix<Tracked> =>
  matrix(grid(text).rows, grid(text).cols, grid(text).data.map(float64.number));
const states = (A: Matrix<Tracked>): string[] => [...new Set(A.data.map(float64.state))];

describe("building matrices", () => {
  test("a transpose swaps rows and columns", () => {
    expect(transpose(grid("1 2 3; 4 5 6"))).toEqual(grid("1 4; 2 5; 3 6"));
    expect(transpose(grid("1 2 3"))).toEqual(grid("1; 2; 3"));
    expect(at(grid("1 2 3; 4 5 6"), 1, 0)).toBe(4);
    expect(build(2, 2, (i, j) => 10 * i + j)).toEqual(grid("0 1; 10 11"));
  });

  test("vec stacks the columns", () => {
    expect(vec(grid("1 2 3; 4 5 6"))).toEqual(grid("1; 4; 2; 5; 3; 6"));
  });

  test("blocks are set side by side and below each other", () => {
    const upper = [grid("1 2; 3 4"), grid("5; 6")];
    const lower = [grid("7 8 9")];
    expect(blocks([upper, lower])).toEqual(grid("1 2 5; 3 4 6; 7 8 9"));
  });

  test("zeros, identity, scalar, trace and sum", () => {
    expect(P.zeros(1, 2)).toEqual(grid("0 0"));
    expect(P.identity(2)).toEqual(grid("1 0; 0 1"));
    expect(P.scalar(7)).toEqual(grid("7"));
    expect(P.trace(grid("1 2; 3 4"))).toBe(5);
    expect(P.sum(grid("1 2; 3 4"))).toBe(10);
  });

  test("shapes that do not fit are refused", () => {
    expect(() => P.product(grid("1 2"), grid("1 2"))).toThrow("1×2 times 1×2");
    expect(() => P.add(grid("1 2"), grid("1; 2"))).toThrow("1×2 beside 2×1");
  });
});

describe("matrices over a prime field", () => {
  test("products associate and distribute", () => {
    fc.assert(
      fc.property(chain(3), fc.array(entry, { minLength: 16, maxLength: 16 }), (matrices, more) => {
        const [A, B, C] = matrices as [Matrix<number>, Matrix<number>, Matrix<number>];
        expect(P.product(P.product(A, B), C)).toEqual(P.product(A, P.product(B, C)));
        const E = build(B.rows, B.cols, (i, j) => more[4 * i + j] as number);
        expect(P.product(A, P.add(B, E))).toEqual(P.add(P.product(A, B), P.product(A, E)));
        expect(P.sub(P.add(B, E), E)).toEqual(B);
        expect(P.add(B, P.neg(B))).toEqual(P.zeros(B.rows, B.cols));
      }),
    );
  });

  test("the transpose of a product is the product of the transposes, reversed", () => {
    fc.assert(
      fc.property(chain(2), (matrices) => {
        const [A, B] = matrices as [Matrix<number>, Matrix<number>];
        expect(transpose(P.product(A, B))).toEqual(P.product(transpose(B), transpose(A)));
      }),
    );
  });

  test("a matrix times its inverse is the identity", () => {
    fc.assert(
      fc.property(square, (A) => {
        fc.pre(P.det(A) !== 0);
        expect(P.product(A, P.inverse(A))).toEqual(P.identity(A.rows));
        expect(P.product(P.inverse(A), A)).toEqual(P.identity(A.rows));
      }),
    );
  });

  test("the determinant of a product is the product of the determinants", () => {
    fc.assert(
      fc.property(squarePair, ([A, B]) => {
        expect(P.det(P.product(A, B))).toBe(field.mul(P.det(A), P.det(B)));
      }),
    );
  });

  test("a matrix and its transpose have the same determinant", () => {
    fc.assert(
      fc.property(square, (A) => {
        expect(P.det(transpose(A))).toBe(P.det(A));
      }),
    );
  });

  test.each([
    ["5", 5],
    ["1 2; 3 4", -2],
    ["0 1; 1 0", -1],
    ["0 2 1; 1 0 0; 0 0 3", -6],
    ["2 0 0; 0 0 3; 0 4 0", -24],
    ["1 2 3; 4 5 6; 7 8 9", 0],
    ["0 0; 0 5", 0],
  ])("the determinant of [%s] is %d", (text, det) => {
    expect(P.det(inField(text))).toBe(field.number(det));
  });

  test("a Kronecker product has blocks, and mixes with the ordinary one", () => {
    expect(P.kron(grid("1 2"), grid("3; 4"))).toEqual(grid("3 6; 4 8"));
    fc.assert(
      fc.property(chain(2), chain(2), ([A, C], [B, E]) => {
        const [a, b, c, e] = [A, B, C, E] as [Matrix<number>, Matrix<number>, Matrix<number>, Matrix<number>];
        expect(P.product(P.kron(a, b), P.kron(c, e))).toEqual(P.kron(P.product(a, c), P.product(b, e)));
      }),
      { numRuns: 50 },
    );
  });

  test("vec(ABC) is (Cᵀ ⊗ A) vec B", () => {
    fc.assert(
      fc.property(chain(3), (matrices) => {
        const [A, B, C] = matrices as [Matrix<number>, Matrix<number>, Matrix<number>];
        expect(vec(P.product(P.product(A, B), C))).toEqual(P.product(P.kron(transpose(C), A), vec(B)));
      }),
    );
  });

  test("a matrix of blocks multiplies block by block", () => {
    fc.assert(
      fc.property(squarePair, squarePair, ([A, B], [C, E]) => {
        fc.pre(A.rows === C.rows);
        const left = blocks([[A, B]]);
        const right = blocks([[C], [E]]);
        expect(P.product(left, right)).toEqual(P.add(P.product(A, C), P.product(B, E)));
      }),
    );
  });

  test.each(["0", "0 0; 0 1", "1 2; 2 4", "1 2 3; 4 5 6; 7 8 9"])(
    "the inverse of [%s] has no value and counts as a division",
    (text) => {
      field.clear();
      const inverse = P.inverse(inField(text));
      expect(inverse.data.every((a) => field.state(a) === "none")).toBe(true);
      expect(field.divided()).toBe(true);
    },
  );
});

describe("matrices over float64", () => {
  const tracked = (A: Matrix<number>): Matrix<Tracked> => matrix(A.rows, A.cols, A.data.map(float64.number));
  const double = (A: Matrix<number>): Matrix<Double> => matrix(A.rows, A.cols, A.data.map(doubleDouble.number));

  function expectBound(actual: Tracked, truth: Double): void {
    if (float64.state(actual) !== "value" || doubleDouble.state(truth) !== "value") return;
    const gap = doubleDouble.sub(doubleDouble.number(actual.v), truth);
    expect(Math.abs(gap.hi) - gap.e * 2).toBeLessThanOrEqual(actual.e * 1.000001);
  }

  test("a matrix times its inverse is the identity up to the bound", () => {
    fc.assert(
      fc.property(realSquare, (A) => {
        const product = F.product(tracked(A), F.inverse(tracked(A)));
        const identity = F.identity(A.rows);
        product.data.forEach((a, k) => {
          if (float64.state(a) === "value")
            expect(Math.abs(a.v - (identity.data[k] as Tracked).v)).toBeLessThanOrEqual(a.e);
        });
      }),
    );
  });

  test("inverses, determinants and products are within their bounds", () => {
    fc.assert(
      fc.property(realSquare, (A) => {
        const [inverse, truth] = [F.inverse(tracked(A)), D.inverse(double(A))];
        inverse.data.forEach((a, k) => {
          expectBound(a, truth.data[k] as Double);
        });
        expectBound(F.det(tracked(A)), D.det(double(A)));
        const [cube, exact] = [F.product(tracked(A), tracked(A)), D.product(double(A), double(A))];
        cube.data.forEach((a, k) => {
          expectBound(a, exact.data[k] as Double);
        });
      }),
    );
  });

  test("the bound on a well-conditioned inverse is narrow", () => {
    const inverse = F.inverse(real("4 1 0; 1 5 2; 0 2 6"));
    expect(Math.max(...inverse.data.map((a) => a.e))).toBeLessThan(1e-14);
    expect(F.det(real("4 1 0; 1 5 2; 0 2 6")).v).toBeCloseTo(98, 12);
  });

  test("rows change places for a better pivot", () => {
    expect(F.inverse(real("0 1; 2 0")).data.map((a) => a.v)).toEqual([0, 0.5, 1, 0]);
    expect(F.inverse(real("1e-20 1; 1 1")).data.map((a) => a.v)).toEqual([-1, 1, 1, -1e-20]);
  });

  test.each(["1 2 1; 2 4 5; 3 6 4", "1 2 3; 2 4 6; 3 6 9", "1 2 3 4; 2 4 6 8; 5 10 1 2; 3 6 2 4"])(
    "a determinant of zero has a value under rounding: [%s]",
    (text) => {
      const third = F.scalars.recip(F.scalars.number(3));
      const det = F.det(F.scale(third, real(text)));
      expect(float64.state(det)).toBe("value");
      expect(Math.abs(det.v)).toBeLessThanOrEqual(det.e);
      expect(det.e).toBeLessThan(1e-12);
    },
  );

  test("the inverse of a singular matrix of small whole numbers has no value, and its determinant is 0", () => {
    expect(states(F.inverse(real("1 2; 2 4")))).toEqual(["none"]);
    expect(F.det(real("1 2; 2 4"))).toEqual({ v: 0, e: 0 });
  });

  test("a matrix that may be singular has a lost inverse", () => {
    expect(states(F.inverse(real("0.1 0.3; 0.3 0.9")))).not.toContain("none");
    const near = matrix(1, 1, [{ v: 1e-17, e: 1e-16 }]);
    expect(states(F.inverse(near))).toEqual(["lost"]);
  });

  test("one entry without a value leaves no value, wherever it stands", () => {
    for (let k = 0; k < 4; k++) {
      const A = real("0 0; 0 0");
      const spoiled = matrix(
        2,
        2,
        A.data.map((a, i) => (i === k ? float64.none : a)),
      );
      expect(states(F.inverse(spoiled))).toEqual(["none"]);
      expect(float64.state(F.det(spoiled))).toBe("none");
      const lost = matrix(
        2,
        2,
        A.data.map((a, i) => (i === k ? float64.literal("1e999") : a)),
      );
      expect(float64.state(F.det(lost))).toBe("lost");
    }
  });
});
