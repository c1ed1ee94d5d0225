import { describe, expect, it } from "vitest";
import { describeBankError } from "../problems";
import { auditTopic } from "./audit";
import { auditLesson } from "./lesson";
import { bankWith, sound } from "./testing/small-bank";

const prose = Array.from({ length: 60 }, (_, k) => `This is sentence number ${k} of the lesson.`).join("\n");
const claims = [
  "```claims",
  "variables: { x: [n] }",
  "rows:",
  '  - { function: "x\'*x", wrt: x, numerator: "2*x\'", denominator: "2*x" }',
  "```",
].join("\n");
const headings = ["What it is for", "Definition", "The law", "Worked example", "Shape check", "The usual slip"];
const lesson = `${headings.map((heading) => `## ${heading}`).join("\n\n")}\n\n${claims}\n\n${prose}\n`;

function audit(text?: string) {
  const inspection = bankWith([sound], text);
  const [topic] = inspection.bank.topics;
  if (!topic) throw new Error("no topic");
  return auditLesson(topic);
}

describe("a lesson's test", () => {
  it("finds nothing wrong with a sound lesson, and counts its formulas", () => {
    expect(audit(lesson)).toEqual({ claims: 1, findings: [] });
  });

  it.each([
    [
      "a false formula, with its line",
      lesson.replace('numerator: "2', 'numerator: "3'),
      /^01-gradient\/lesson[.]md:16: claim: /,
    ],
    ["a missing heading", lesson.replace("## The law", "## A law"), /"## The law" is missing/],
    ["a short lesson", lesson.replace(prose, ""), /300 to 900 words/],
    ["a lesson without a graded formula", lesson.replace(claims, ""), /nothing in this lesson is graded/],
    ["a formula that cannot be typeset", `${lesson}\n$\\foo$`, /cannot be typeset/],
    ["a derivative claimed in running text", `${lesson}\n$\\nabla f=x$`, /claims a derivative/],
    [
      "a figure without a value",
      `${lesson}\n\`\`\`figure\nkind: tangent-line\ntitle: A line.\nfunction: "x +"\nx: [0, 1]\nat: 0\n\`\`\`\n`,
      /figure: /,
    ],
    [
      "a column named by a formula",
      `${lesson}\n\n| $x$ | what |\n| --- | --- |\n| 1 | 2 |\n`,
      /named by a formula alone/,
    ],
    ["a gradient without its layout", `${lesson}\n\nThe gradient is this.`, /layout is not named/],
  ])("finds %s", (_, text, message) => {
    expect(audit(text).findings.map(describeBankError)[0]).toMatch(message);
  });

  it("finds that there is none", () => {
    expect(audit().findings[0]?.message).toBe("the lesson is missing");
  });
});

describe("a topic's test", () => {
  it("puts the lesson and the problems together", () => {
    const inspection = bankWith([sound, { ...sound, id: "other", input: "latex" }], lesson);
    const [topic] = inspection.bank.topics;
    if (!topic) throw new Error("no topic");
    const report = auditTopic(inspection, topic);
    expect(report).toMatchObject({ kinds: ["derivative", "latex"], claims: 11, variants: 6, findings: [] });
    expect(report.problems.map(({ id }) => id)).toEqual(["quadratic", "other"]);
  });

  it("passes on what could not be read", () => {
    const inspection = bankWith([sound, { ...sound, id: "broken", difficulty: 9 }], lesson);
    const [topic] = inspection.bank.topics;
    if (!topic) throw new Error("no topic");
    expect(auditTopic(inspection, topic).findings.map(({ entry }) => entry)).toEqual(["broken"]);
  });
});
