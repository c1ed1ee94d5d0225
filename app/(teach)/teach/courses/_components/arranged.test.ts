import { describe, expect, it } from "vitest";
import type { CoursePersonView } from "@/lib/services";
import { arranged } from "./arranged";

const person = (
  name: string,
  section: string | null,
  role: CoursePersonView["role"] = "student",
): CoursePersonView => ({
  personId: name,
  name,
  email: `${name.toLowerCase()}@example.org`,
  role,
  section: section === null ? null : { id: section, name: section },
  externalId: null,
  since: new Date(0),
  leftAt: null,
  invitedAs: null,
});

const people = [
  person("Émile", "Group 10"),
  person("Ada", null),
  person("Bob", "Group 2"),
  person("Zoe", "Group 2", "assistant"),
];
const names = (found: readonly CoursePersonView[]) => found.map(({ name }) => name);

describe("a table of people", () => {
  it("is sorted as people count, and those without a section come last", () => {
    expect(names(arranged(people, "", "section"))).toEqual(["Bob", "Zoe", "Émile", "Ada"]);
    expect(names(arranged(people, "", "name"))).toEqual(["Ada", "Bob", "Émile", "Zoe"]);
    expect(names(arranged(people, "", "role"))[0]).toBe("Zoe");
  });

  it("shows those who have every word, wherever it stands and however it is accented", () => {
    expect(names(arranged(people, "emile", "name"))).toEqual(["Émile"]);
    expect(names(arranged(people, "group assist", "name"))).toEqual(["Zoe"]);
    expect(names(arranged(people, "nobody", "name"))).toEqual([]);
  });
});
