import { redirect } from "next/navigation";
import { expect, it } from "vitest";
import { guarded } from "./guarded";

it("gives what the action gives", async () => {
  expect(await guarded(async () => "done", "failed")).toBe("done");
});

it("gives the form back where the action fails", async () => {
  const run = async () => {
    throw new Error("the database is away");
  };
  expect(await guarded(run, "failed")).toBe("failed");
});

it("lets an action lead to another page", async () => {
  await expect(guarded(async () => redirect("/topics"), "failed")).rejects.toThrow("NEXT_REDIRECT");
});
