import { expect, it } from "vitest";
import { atEnd, endAll, isEnding, partsNotReady, readiness } from "./host";

it("says of each part why it is not ready, also where nobody has told how to find out", async () => {
  readiness("database", () => null);
  readiness("migrations", async () => "2 of 9 are not applied");
  readiness("jobs", () => {
    throw new Error("with secrets in it");
  });
  expect(await partsNotReady(["database", "migrations", "jobs", "grading"])).toEqual({
    migrations: "2 of 9 are not applied",
    jobs: "does not answer",
    grading: "has not started",
  });
});

it("ends in stages, each after all of the one before, whatever fails", async () => {
  const ended: string[] = [];
  const failures: unknown[] = [];
  const ending = (name: string) => async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    ended.push(name);
  };
  atEnd("database", ending("database"));
  atEnd("work", ending("requests"));
  atEnd("grading", async () => Promise.reject(new Error("stuck")));
  atEnd("work", ending("jobs"));
  expect(isEnding()).toBe(false);
  await endAll((error) => failures.push(error));
  expect(isEnding()).toBe(true);
  expect(ended).toEqual(["requests", "jobs", "database"]);
  expect(failures).toEqual([new Error("stuck")]);
});
