import { textOf } from "@/app/_actions/form";
import type { AssignmentInput, ItemInput } from "@/lib/services";

/** What stands in an assignment's form. The buttons beside its rows change rows before anything is saved. */
export function inputOf(form: FormData): AssignmentInput {
  const text = (name: string) => textOf(form, name);
  const input: AssignmentInput = {
    title: text("title"),
    instructions: text("instructions"),
    policy: text("policy"),
    opensAt: text("opensAt"),
    dueAt: text("dueAt"),
    closesAt: text("closesAt"),
    lateSteps: rowsOf(form, "lateSteps", "hours").map((row) => ({
      hours: text(`lateSteps.${row}.hours`),
      percent: text(`lateSteps.${row}.percent`),
    })),
    attempts: text("attempts"),
    shownOpen: text("shownOpen"),
    shownClosed: text("shownClosed"),
    hints: form.has("hints"),
    sendsDrafts: form.has("sendsDrafts"),
    renames: form.has("renames"),
    items: rowsOf(form, "items", "points").map((row) => ({
      id: text(`items.${row}.id`),
      problemId: text(`items.${row}.problemId`),
      topicId: text(`items.${row}.topicId`),
      difficulty: text(`items.${row}.difficulty`),
      count: text(`items.${row}.count`),
      points: text(`items.${row}.points`),
    })),
  };
  return { ...input, items: changedRows([...input.items, ...chosen(form)], text("intent")) };
}

function rowsOf(form: FormData, list: string, field: string): readonly number[] {
  const pattern = new RegExp(`^${list}\\.\\d+\\.${field}$`);
  return [...form.keys()].filter((key) => pattern.test(key)).map((_, index) => index);
}

/** What is chosen to be added counts as added, also where somebody goes straight on to save. */
function chosen(form: FormData): readonly ItemInput[] {
  const [problemId, topicId] = [textOf(form, "add.problemId"), textOf(form, "add.topicId")];
  const row = { id: "", problemId: "", topicId: "", difficulty: "", count: "1", points: "1" };
  return [
    ...(problemId ? [{ ...row, problemId }] : []),
    ...(topicId
      ? [{ ...row, topicId, difficulty: textOf(form, "add.difficulty"), count: textOf(form, "add.count") || "1" }]
      : []),
  ];
}

/** The rows behind a button that moves or removes one: "up.2", "down.2", "remove.2". */
function changedRows(items: readonly ItemInput[], intent: string): readonly ItemInput[] {
  const [what, at] = intent.split(".");
  const index = Number(at);
  if (what === "remove") return items.filter((_, row) => row !== index);
  if (what === "up") return swapped(items, index - 1);
  return what === "down" ? swapped(items, index) : items;
}

/** Two neighbours in each other's places. */
function swapped(items: readonly ItemInput[], first: number): readonly ItemInput[] {
  const [one, other] = [items[first], items[first + 1]];
  if (!one || !other) return items;
  return items.map((item, row) => (row === first ? other : row === first + 1 ? one : item));
}

const names: { readonly [F in keyof AssignmentInput]: string } = {
  title: "Title",
  instructions: "Instructions",
  policy: "Layout",
  opensAt: "Opens",
  dueAt: "Due",
  closesAt: "Closes",
  lateSteps: "Late answers",
  attempts: "Attempts",
  shownOpen: "Shown while open",
  shownClosed: "Shown after the closing",
  hints: "Hints",
  sendsDrafts: "Sending drafts",
  renames: "Names of variables",
  items: "Problems",
};

/** A field in which what somebody else has saved differs from what stands in the form. */
export interface Difference {
  readonly name: string;
  readonly theirs: string;
}

/** Where two states of an assignment differ, in words. */
export function differencesOf(theirs: AssignmentInput, mine: AssignmentInput): readonly Difference[] {
  return (Object.keys(names) as (keyof AssignmentInput)[])
    .filter((field) => comparable(theirs[field]) !== comparable(mine[field]))
    .map((field) => ({ name: names[field], theirs: inWords(theirs[field]) }));
}

/** Empty rows of late steps say nothing. */
function comparable(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(value.filter((row) => Object.values(row).some((text) => text !== "")));
}

function inWords(value: AssignmentInput[keyof AssignmentInput]): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "string") return value === "" ? "nothing" : value.replace("T", " ");
  if (value.length === 0) return "none";
  return value
    .map((row) =>
      "percent" in row ? `${row.hours} h: ${row.percent} %` : `${row.problemId || row.topicId} (${row.points})`,
    )
    .join(", ");
}
