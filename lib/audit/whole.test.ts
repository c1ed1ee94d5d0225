import { describe, expect, it } from "vitest";
import { coverageMarkdown, uncovered } from "./coverage";
import { bankWith, sound } from "./testing/small-bank";
import { auditWhole } from "./whole";

describe("the test of a bank as a whole", () => {
  const inspection = bankWith([sound]);
  const messages = auditWhole(inspection).map(({ message }) => message);

  it.each([
    "a topic has at least 6 problems, this one has 1",
    "no problem practises the skill gradient-at-point",
    "the bank has at least 400 problems, now 1",
    "no problem asks for the form table",
    "no problem starts as grid",
  ])("finds that %s", (message) => {
    expect(messages).toContain(message);
  });

  it("does not miss what is there", () => {
    expect(messages.filter((message) => /derivative|collect-partials|a third/.test(message))).toEqual([]);
  });

  it("names the file and line of a topic", () => {
    expect(auditWhole(inspection)[0]).toMatchObject({ path: "topics.yaml", line: 1, entry: "gradient" });
  });
});

describe("coverage", () => {
  it("finds a section without a problem", () => {
    expect(uncovered(bankWith([sound]))).toEqual([]);
    const found = uncovered(bankWith([{ ...sound, sources: ["own"] }]));
    expect(found).toMatchObject([{ path: "sources.yaml", line: 4, entry: "snow/5.1" }]);
  });

  it("leads from a section to its lesson and its problems", () => {
    const page = coverageMarkdown(bankWith([sound, { ...sound, id: "other" }]).bank);
    expect(page).toContain(
      "| 5.1 | Powers | [gradient](../prisma/bank/01-gradient/lesson.md) | `quadratic`, `other` |",
    );
  });
});
