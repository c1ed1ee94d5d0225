import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { indexRows, search } from "./search";

/** As much of the sheet as rows are found by; services/reference reads the rest. */
interface Group {
  readonly title: string;
  readonly rows: readonly { readonly id: string; name: string; function: string; typed?: readonly string[] }[];
}

const groups: readonly Group[] = parse(readFileSync("prisma/bank/reference.yaml", "utf8"));
const rows = groups.flatMap((group) =>
  group.rows.map((row) => ({
    id: row.id,
    words: `${row.name} ${group.title}`,
    typed: [row.function, ...(row.typed ?? [])],
  })),
);
const indexed = indexRows(rows);
const best = (query: string): string | undefined => search(indexed, query)[0];

describe("looking up a formula", () => {
  it.each([
    ["tr(AXB)", "trace-axb"],
    ["tr(P Z Q)", "trace-axb"],
    ["trace(AXB)", "trace-axb"],
    ["tr AXB", "trace-axb"],
    ["\\operatorname{tr}(AXB)", "trace-axb"],
    ["∂tr(AXB)/∂X", "trace-axb"],
    ["x'Ax", "quadratic-form"],
    ["w^T S w", "quadratic-form"],
    ["u'Mu", "quadratic-form"],
    ["Ax", "linear-map"],
    ["W x + b", "affine-map"],
    ["log det X", "log-det"],
    ["logdet(S)", "log-det"],
    ["log|X|", "log-det"],
    ["det(A)", "det"],
    ["|A|", "det"],
    ["inv(X)", "inverse"],
    ["A^{-1}", "inverse"],
    ["||x||", "norm"],
    ["||Ax - b||^2", "least-squares"],
    ["softmax(z)", "softmax"],
    ["log(sum(exp(x)))", "logsumexp"],
    ["g(f(x))", "chain-vectors"],
    ["tr(X'X)", "trace-xtx"],
    ["kron(B', A) vec(X)", "vec-axb"],
    ["normal equation", "normal-equation"],
    ["ridge minimiser", "ridge-minimiser"],
    ["binary cross-entropy", "logistic-bits"],
    ["svm", "hinge"],
  ])("finds %s in the row %s first", (query, id) => {
    expect(best(query)).toBe(id);
  });

  it("tells the order of a product, but not the names in it", () => {
    expect(search(indexed, "a'x")[0]).toBe("inner-product");
    expect(search(indexed, "x'a")[0]).toBe("inner-product");
    expect(search(indexed, "a'X'b")[0]).toBe("bilinear-transpose");
    expect(search(indexed, "X'AX")).not.toContain("trace-xaxt");
  });

  it("finds formulas by their parts after the formula itself", () => {
    const found = search(indexed, "x'Ax");
    expect(found.slice(0, 3)).toEqual(["quadratic-form", "quadratic-symmetric", "quadratic-by-matrix"]);
    expect(found).toContain("form-length");
    expect(found.indexOf("form-length")).toBeGreaterThan(found.indexOf("hessian-quadratic"));
  });

  it.each(["determinant", "Frobenius", "hessian", "det"])("finds rows by the word %s", (word) => {
    expect(search(indexed, word).length).toBeGreaterThan(1);
  });

  it.each(["", "  ", "zzzz qqqq", "((", "\\frac{", "x".repeat(5000), "$", "'"])(
    "answers %j with few rows and no error",
    (query) => {
      expect(search(indexed, query).length).toBeLessThan(3);
    },
  );

  it("finds every row by its own function", () => {
    const lost = rows.filter(({ id, typed }) => !search(indexed, typed[0] ?? "").includes(id));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
