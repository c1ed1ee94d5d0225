import { describe, expect, it } from "vitest";
import { differencesOf, inputOf } from "./typed-assignment";

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, text] of Object.entries(fields)) data.append(name, text);
  return data;
}

const rows = {
  "items.0.id": "a",
  "items.0.problemId": "one",
  "items.0.points": "1",
  "items.1.problemId": "two",
  "items.1.points": "2",
  "items.2.topicId": "three",
  "items.2.points": "3",
};
const order = (intent: string, more = {}) =>
  inputOf(form({ ...rows, ...more, intent })).items.map(({ problemId, topicId }) => problemId || topicId);

describe("the rows of a form", () => {
  it.each([
    ["save", ["one", "two", "three"]],
    ["up.1", ["two", "one", "three"]],
    ["down.1", ["one", "three", "two"]],
    ["up.0", ["one", "two", "three"]],
    ["down.2", ["one", "two", "three"]],
    ["remove.1", ["one", "three"]],
  ])("after %s are %j", (intent, wanted) => {
    expect(order(intent)).toEqual(wanted);
  });

  it("hold what was chosen, also where it was saved without adding it first", () => {
    expect(order("save", { "add.problemId": "four", "add.topicId": "five" })).toEqual([
      "one",
      "two",
      "three",
      "four",
      "five",
    ]);
  });
});

it("says what somebody else has changed, and nothing of what is the same", () => {
  const mine = inputOf(
    form({ ...rows, title: "Sheet 1", dueAt: "2026-11-06T18:00", "lateSteps.0.hours": "", "lateSteps.0.percent": "" }),
  );
  const theirs = { ...mine, dueAt: "2026-11-08T18:00", hints: true, lateSteps: [] };
  expect(differencesOf(theirs, mine)).toEqual([
    { name: "Due", theirs: "2026-11-08 18:00" },
    { name: "Hints", theirs: "on" },
  ]);
});
