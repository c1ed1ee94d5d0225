import { readParts, type Topic, topicFolder } from "../problems";
import { readMarkdown } from "../tex";
import { checkParts } from "./blocks";
import { Findings } from "./finding";

/** The headings that every lesson has; it may have others. */
const headings = ["What it is for", "Definition", "The law", "Worked example", "Shape check", "The usual slip"];

const words = { least: 300, most: 900 };

/** What was found in a topic's lesson. */
export interface LessonReport {
  readonly claims: number;
  readonly findings: Findings["all"];
}

/** Checks a lesson: its headings and length, every formula in its blocks, its figures. */
export function auditLesson(topic: Topic): LessonReport {
  const findings = new Findings();
  const start = { path: `${topicFolder(topic)}/lesson.md`, line: 1 };
  if (topic.lesson === undefined) {
    findings.add(start, "the lesson is missing");
    return { claims: 0, findings: findings.all };
  }
  const { parts } = readParts(topic.lesson);
  const checked = checkParts(parts, start, {}, findings);
  if (checked.claims === 0) findings.add(start, "nothing in this lesson is graded: write claims or derivations");

  const prose = parts.flatMap((part) => (part.kind === "prose" ? [part.markdown] : [])).join("\n");
  const found = new Set(readMarkdown(prose).headings);
  for (const heading of headings) {
    if (!found.has(`## ${heading}`)) findings.add(start, `the heading "## ${heading}" is missing`);
  }
  const count = checked.words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (count < words.least || count > words.most)
    findings.add(start, `a lesson has ${words.least} to ${words.most} words of prose; this one has ${count}`);
  if (/\\nabla|gradient is|Jacobian is/.test(topic.lesson) && !/layout/.test(topic.lesson))
    findings.add(start, "the layout is not named");
  return { claims: checked.claims, findings: findings.all };
}
