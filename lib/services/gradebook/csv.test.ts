import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf, distinct, pointsCell } from "./csv";
import { formats, type Grades } from "./formats";

const read = (text: string): string[][] => parse(text, { bom: true });

/** What stands in a field, without the apostrophe that keeps a formula from being one. */
const said = (field: string) => (/^'[=+\-@\t\r＝＋－＠]/u.test(field) ? field.slice(1) : field);

const student = { id: "1", name: "Ada", email: "ada@example.org", externalId: "s1", section: "A" };

function grades(over: Partial<Grades["students"][number]> = {}, title = "Sheet 1"): Grades {
  return { assignments: [{ title, of: 10 }], students: [{ ...student, points: [7.5], ...over }] };
}

describe("a table as CSV", () => {
  it("comes back as it was", () => {
    const cell = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n\u2028\u2029]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1 }), (rows) => {
        expect(read(csvOf(rows)).map((row) => row.map(said))).toEqual(rows.map((row) => row.map(said)));
      }),
    );
  });

  it.each(["=cmd()|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1"])("never begins a field with %j", (text) => {
    expect(read(csvOf([["x", text]]))[0]?.[1]).toBe(`'${text}`);
  });

  it("begins with the mark of UTF-8", () => {
    expect(csvOf([["é"]])).toBe("\uFEFFé\r\n");
  });

  it("keeps a field in one line", () => {
    expect(csvOf([["a\r\n b\u2028c", 1]])).toBe("\uFEFFa b c,1\r\n");
  });

  it("writes numbers with a point and at most two places", () => {
    expect(csvOf([[pointsCell(2 / 3), pointsCell(1000), pointsCell(null)]])).toBe("\uFEFF0.67,1000,\r\n");
  });
});

describe("titles of columns", () => {
  it("are told apart", () => {
    expect(distinct(["A", "B", "A", "A, 2", "A"])).toEqual(["A", "B", "A, 2", "A, 2, 2", "A, 3"]);
  });
});

describe("the form of Canvas", () => {
  it("has its identity columns and a row of possible points", () => {
    expect(read(formats.canvas(grades()))).toEqual([
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Sheet 1"],
      ["    Points Possible", "", "", "", "", "10"],
      ["Ada", "", "s1", "ada@example.org", "A", "7.5"],
    ]);
  });

  it("leaves the cell of who has still time empty", () => {
    expect(read(formats.canvas(grades({ points: [null] })))[2]?.[5]).toBe("");
  });

  it.each([
    ["Final Grade", "Final: Grade"],
    ["The Current Score of all", "The Current: Score of all"],
    ["Sheet (2)", "Sheet [2]"],
  ])("writes the title %j so that Canvas neither skips it nor takes it for another", (title, written) => {
    expect(read(formats.canvas(grades({}, title)))[0]?.[5]).toBe(written);
  });

  it("keeps a student importable whose name is a formula", () => {
    const [, , row] = read(formats.canvas(grades({ name: "=cmd()" })));
    expect(row).toEqual(["'=cmd()", "", "s1", "ada@example.org", "A", "7.5"]);
  });
});

describe("the form of Moodle", () => {
  it("says who it is by address and ID number", () => {
    expect(read(formats.moodle(grades()))).toEqual([
      ["Full name", "ID number", "Email address", "Group", "Assignment: Sheet 1 (Real)"],
      ["Ada", "s1", "ada@example.org", "A", "7.5"],
    ]);
  });
});
