import { redirect } from "next/navigation";
import { expect, it } from "vitest";
import { inRequest } from "@/lib/observe";
import { guarded } from "./guarded";

const failing = (error: unknown) => async () => {
  throw error;
};
const said = (complaint: string) => complaint;

it("gives what the action gives", async () => {
  expect(await guarded(async () => "done", said)).toBe("done");
});

it("gives the form back where the action fails", async () => {
  expect(await guarded(failing(new Error("a defect")), said)).toMatch(/^Something went wrong on our side/);
});

it.each([
  ["ECONNREFUSED", /database cannot be reached/],
  ["53100", /disk is full/],
])("says what stands in the way: %s", async (code, sentence) => {
  expect(await guarded(failing(Object.assign(new Error("wrapped"), { code })), said)).toMatch(sentence);
});

it("gives a number to quote where somebody has to look for the reason", async () => {
  const note = { id: "0198f0e2-7c1d-7000-8000-000000000000", isLocal: false };
  const complaint = await inRequest(note, () => guarded(failing(new Error("a defect")), said));
  expect(complaint).toContain(note.id);
});

it("lets an action lead to another page", async () => {
  await expect(guarded(async () => redirect("/topics"), said)).rejects.toThrow("NEXT_REDIRECT");
});
