import { describe, expect, it } from "vitest";
import { checkErratum, wrongFormulas } from "./check";
import { getReference, readLabels, readSheet } from "./load";
import { sheetSchema } from "./schema";

const groups = await readSheet();
const rows = groups.flatMap((group) => group.rows);
const whole = await getReference({ query: "", group: "all" });
/** To ask for the whole sheet is to grade it. */
const views = new Map(
  (whole.shows === "groups" ? whole.groups : []).flatMap((group) => group.rows).map((row) => [row.id, row]),
);
const errata = rows.flatMap((row) =>
  row.errata.map((erratum) => ({ row, erratum, name: `${erratum.source}: ${erratum.says}` })),
);

describe("the formula sheet", () => {
  it.each(rows.map((row) => ({ id: row.id, row })))(
    "has $id right in both layouts and as a differential",
    ({ row }) => {
      const verified = views.get(row.id)?.verified;
      expect(verified ? [] : wrongFormulas(row)).toEqual([]);
      expect(verified).toBe(true);
    },
  );

  it.each(errata)("has an erratum that the grader finds false, with a witness: $name", ({ row, erratum }) => {
    const found = checkErratum(row, erratum);
    expect(found.stands).toBe(true);
    expect(found.witness ?? found.reason).toBeDefined();
    if (found.witness) expect(found.witness.source).not.toEqual(found.witness.truth);
  });

  it("covers the field with at least 90 rows and cites sections that there are", async () => {
    expect(rows.length).toBeGreaterThanOrEqual(90);
    const labels = await readLabels();
    const cited = rows.flatMap((row) => [...row.sources, ...row.errata.map(({ source }) => source)]);
    expect(cited.filter((source) => source !== "own" && !labels.has(source))).toEqual([]);
  });

  it("shows what there is, one group, or what answers a query", async () => {
    const contents = await getReference({ query: " ", group: "no such group" });
    expect(contents).toMatchObject({ shows: "contents", count: rows.length, groups: { length: groups.length } });
    const [first] = groups;
    expect(await getReference({ query: "", group: first?.id ?? "" })).toMatchObject({
      shows: "groups",
      groups: [{ id: first?.id, rows: { length: first?.rows.length } }],
    });
    const found = await getReference({ query: "tr(PZQ)", group: "all" });
    expect(found).toMatchObject({ shows: "found", rows: [{ id: "trace-axb" }] });
  });

  it("typesets every formula", () => {
    const unset = [...views.values()].filter(
      (row) => !row.function || !row.wrt || !(row.answer ?? (row.numerator && row.denominator)),
    );
    expect(unset.map(({ id }) => id)).toEqual([]);
  });

  it("does not let a false formula stand", () => {
    const [row] = rows.filter(({ id }) => id === "trace-axb");
    if (!row) throw new Error("the row is gone");
    expect(wrongFormulas({ ...row, numerator: "A*B", differential: "tr(A*dX)" })).toEqual([
      "numerator",
      "differential",
    ]);
    expect(wrongFormulas({ ...row, numerator: row.denominator })).toEqual(["numerator"]);
    expect(wrongFormulas({ ...row, function: "tr(A*X" })).toHaveLength(3);
    expect(checkErratum(row, { source: "own", says: "B*A", note: "" }).stands).toBe(false);
  });
});

describe("the sheet's file", () => {
  const row = { id: "a", name: "A", variables: { x: ["n"] }, function: "x", wrt: "x", sources: ["own"] };
  const whole = { ...row, numerator: "I", denominator: "I", differential: "dx" };
  const sheet = (...given: unknown[]) => sheetSchema.safeParse([{ id: "g", title: "G", rows: given }]);

  it.each([
    ["no denominator form", { ...whole, denominator: undefined }, "denominator"],
    ["no differential", { ...whole, differential: undefined }, "differential"],
    ["a Hessian without an answer", { ...row, form: "hessian" }, "answer"],
    ["an unknown field", { ...whole, colour: "red" }, "colour"],
    ["no source", { ...whole, sources: [] }, "sources"],
  ])("is refused with %s", (_, given, word) => {
    expect(JSON.stringify(sheet(given).error?.issues)).toContain(word);
  });

  it("is refused with two rows of one id", () => {
    expect(sheet(whole).success).toBe(true);
    expect(JSON.stringify(sheet(whole, whole).error?.issues)).toContain("a is taken");
  });
});
