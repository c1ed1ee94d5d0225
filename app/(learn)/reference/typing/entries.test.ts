import { describe, expect, it } from "vitest";
import { readAnswer } from "@/lib/feedback";
import { exampleNames, sections } from "./entries";

describe("the page on how to type an answer", () => {
  const typed = sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.typed));

  it.each(typed)("shows nothing that cannot be read, such as %s", (text) => {
    expect(readAnswer(text, "text", exampleNames)).toMatchObject({ ok: true });
  });
});
