import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gradeRecord } from "./record";
import { readTruthTable } from "./testing/corpus";
import { inWords } from "./testing/said";

const rows = readTruthTable(readFileSync(new URL("./corpus/truth-table.txt", import.meta.url), "utf8"));

describe.each([...new Set(rows.map((row) => row.group))])("%s", (group) => {
  it.each(rows.filter((row) => row.group === group))("line $line: $id", ({ verdict, ...record }) => {
    expect(inWords(gradeRecord(record, "table").verdict)).toBe(verdict);
  });
});
