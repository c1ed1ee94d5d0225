import { describe, expect, it } from "vitest";
import type { ColumnView, SheetRow } from "@/lib/services";
import { arrangedRows, meansOf } from "./arranged-sheet";
import { widthsOf } from "./sheet-widths";
import { addressOf, readWish, sortedBy, toggled } from "./sheet-wish";

const column = (key: string): ColumnView => ({ key, kind: "problem", title: key, of: 2, group: 1, place: key });
const columns = [column("total"), column("1.1")];

const row = (name: string, total: number | null, first: number | null, section = ""): SheetRow => ({
  id: name,
  name,
  section,
  numbers: [total, first],
  marks: {},
});

const rows = [row("Ångström", 3, 1, "B"), row("Bo 10", null, null, "A"), row("Bo 2", 1, 2, "A"), row("Cy", 3, null)];

const names = (query: Record<string, string>) => arrangedRows(rows, columns, readWish(query)).map(({ name }) => name);

describe("the gradebook", () => {
  it.each([
    [{}, ["Ångström", "Bo 2", "Bo 10", "Cy"]],
    [{ down: "yes" }, ["Cy", "Bo 10", "Bo 2", "Ångström"]],
    [{ sort: "total" }, ["Bo 2", "Ångström", "Cy", "Bo 10"]],
    [{ sort: "total", down: "yes" }, ["Ångström", "Cy", "Bo 2", "Bo 10"]],
    [{ sort: "1.1", down: "yes" }, ["Bo 2", "Ångström", "Bo 10", "Cy"]],
    [{ sort: "section" }, ["Cy", "Bo 2", "Bo 10", "Ångström"]],
    [{ sort: "no such column" }, ["Ångström", "Bo 2", "Bo 10", "Cy"]],
    [{ find: "angs" }, ["Ångström"]],
    [{ find: "1 bo" }, ["Bo 10"]],
  ])("is sorted and looked through as %j says", (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it("has the means of those who are shown, with nothing for what was not answered", () => {
    expect(meansOf(rows, columns)).toEqual([1.75, 0.75]);
    expect(meansOf(rows.slice(1, 2), columns)).toEqual([null, null]);
    expect(meansOf([], columns)).toEqual([null, null]);
  });
});

describe("an address of the gradebook", () => {
  it.each(["", "section=s", "fold=all", "fold=1.3", "find=a+b", "sort=1.2&down=yes"])("keeps %j", (query) => {
    expect(addressOf(readWish(Object.fromEntries(new URLSearchParams(query))))).toBe(`?${query}`);
  });

  it("folds one assignment, and unfolds it", () => {
    expect(toggled(readWish({}), 2, 3)).toEqual([2]);
    expect(toggled(readWish({ fold: "1.2" }), 2, 3)).toEqual([1]);
    expect(toggled(readWish({ fold: "all" }), 2, 3)).toEqual([1, 3]);
  });

  it("sorts numbers the largest first and names the smallest, then the other way round", () => {
    expect(sortedBy(readWish({}), "total")).toMatchObject({ sort: "total", down: true });
    expect(sortedBy(readWish({ sort: "total", down: "yes" }), "total")).toMatchObject({ down: false });
    expect(sortedBy(readWish({}), "name")).toMatchObject({ sort: "name", down: true });
    expect(sortedBy(readWish({ sort: "total" }), "name")).toMatchObject({ sort: "name", down: false });
  });
});

describe("the columns of the gradebook", () => {
  const assignment = { id: "a", number: 1, title: "A", of: 4, problems: 2, folded: false };

  it("have room for their numbers, and a folded assignment for its title", () => {
    const total: ColumnView = { ...column("1"), kind: "assignment" };
    expect(widthsOf([total, column("1.1")], [assignment], true)).toEqual({
      "--columns": "6rem 5.5rem 4rem",
      "--rest": "15.5rem",
    });
    expect(widthsOf([total], [{ ...assignment, folded: true }], false)).toEqual({
      "--columns": "9rem",
      "--rest": "9rem",
    });
  });
});
