import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gradeRecord } from "./record";
import { readTruthTable } from "./testing/corpus";
import type { Verdict } from "./verdict";

/** A verdict in the table's words. */
function inWords(verdict: Verdict): string {
  switch (verdict.status) {
    case "graded":
      if (verdict.numerator && verdict.denominator) return "both";
      return verdict.numerator ? "numerator" : verdict.denominator ? "denominator" : "neither";
    case "invalid":
      return `invalid ${verdict.error.code}`;
    case "undecided":
      return `undecided ${verdict.reason}`;
    case "bad-problem":
      return "bad-problem";
  }
}

const rows = readTruthTable(readFileSync(new URL("./corpus/truth-table.txt", import.meta.url), "utf8"));

describe.each([...new Set(rows.map((row) => row.group))])("%s", (group) => {
  it.each(rows.filter((row) => row.group === group))("line $line: $id", ({ verdict, ...record }) => {
    expect(inWords(gradeRecord(record, "table").verdict)).toBe(verdict);
  });
});
