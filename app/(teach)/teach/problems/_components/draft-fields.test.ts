import { describe, expect, it } from "vitest";
import { emptyDraft } from "@/lib/services";
import { changesBetween, draftFields, fieldText, withFields } from "./draft-fields";

const before = {
  ...emptyDraft,
  title: "A trace",
  variables: [{ name: "X", shape: "m x n", assume: "" }],
  spoiled: [{ answer: "A", slip: "Misses a transpose." }],
};

describe("what has changed between two drafts", () => {
  it("is nothing between a draft and itself", () => {
    expect(changesBetween(before, { ...before })).toEqual([]);
  });

  it("is named by field, with the words that differ", () => {
    const after = { ...before, title: "A norm", variables: [{ name: "X", shape: "n x n", assume: "symmetric" }] };
    expect(changesBetween(before, after).map(({ field }) => field)).toEqual(["title", "variables"]);
    expect(changesBetween(before, after)[0]?.pieces).toEqual([
      { kind: "same", text: "A " },
      { kind: "removed", text: "trace" },
      { kind: "added", text: "norm" },
    ]);
  });

  it("knows every field of a draft", () => {
    expect([...draftFields].sort()).toEqual(Object.keys(emptyDraft).sort());
    for (const field of draftFields) expect(typeof fieldText(before, field)).toBe("string");
  });

  it("takes over whole fields and leaves the others as they were", () => {
    const theirs = { ...before, title: "Theirs", statement: "Theirs too." };
    expect(withFields(before, theirs, ["title"])).toEqual({ ...before, title: "Theirs" });
  });
});
