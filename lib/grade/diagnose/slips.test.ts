import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { grade, readProblem } from "../grade";
import type { Graded } from "../verdict";
import { inWords, readSlips } from "./testing/table";

const cases = readSlips(readFileSync(new URL("./slips.txt", import.meta.url), "utf8"));

describe.each([...new Set(cases.map((c) => c.group))])("%s", { timeout: 60_000 }, (group) => {
  it.each(cases.filter((c) => c.group === group))("line $line: $problem.function, $answer", (slip) => {
    const key = readProblem(slip.problem);
    if (!key.ok) throw new Error(JSON.stringify(key.error));
    const verdict = grade({ text: slip.answer, syntax: "text" }, key.value, `slip ${slip.line}`);
    expect(verdict).toMatchObject({ status: "graded", numerator: false, denominator: false });
    expect(inWords((verdict as Graded).diagnosis ?? []) || "nothing").toBe(slip.said);
  });
});
