import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { causeCodes, causeOf, type LessonPlace } from "../feedback";
import { readParts } from "../problems";
import { Anchors, renderMarkdown } from "../tex";

const bank = fileURLToPath(new URL("../../prisma/bank", import.meta.url));

/** The running text of a lesson as its page shows it. */
function lessonOf(topic: string): string {
  const folder = readdirSync(bank).find((name) => name.replace(/^\d+-/, "") === topic);
  if (folder === undefined) return "";
  const anchors = new Anchors();
  const { parts } = readParts(readFileSync(join(bank, folder, "lesson.md"), "utf8"));
  return parts.flatMap((part) => (part.kind === "prose" ? [renderMarkdown(part.markdown, { anchors })] : [])).join("");
}

/** What stands at an address: a paragraph, or all that follows a heading up to the next. */
function placeIn(html: string, anchor: string): string | undefined {
  const paragraph = new RegExp(`<p id="${anchor}">(.*?)</p>`, "s").exec(html)?.[1];
  return paragraph ?? new RegExp(`<h2 id="${anchor}">.*?</h2>(.*?)(?=<h2 |$)`, "s").exec(html)?.[1];
}

const places = causeCodes().flatMap((code): [string, LessonPlace][] => {
  const lesson = causeOf(code)?.lesson;
  return lesson ? [[code, lesson]] : [];
});

describe("the lesson that a cause links to", () => {
  it.each(places)("%s is where the link says, and is about it", (_, { topic, anchor, says }) => {
    expect(placeIn(lessonOf(topic), anchor)?.toLowerCase()).toContain(says.toLowerCase());
  });

  it("is not found where there is none", () => {
    expect(placeIn(lessonOf("layouts"), "no-such-place")).toBeUndefined();
  });
});
