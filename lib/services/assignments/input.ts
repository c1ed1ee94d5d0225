import { type LateStep, momentOf } from "../../assess";
import { fail, ok, type Result } from "../../base";
import { type Policy, policies } from "../../grade";
import { storable } from "../../store";
import type { FieldComplaint, FieldComplaints } from "../error";
import type { Level } from "./level";

/** A place of an assignment as it is typed. */
export interface ItemInput {
  /** Empty for a new one. */
  readonly id: string;
  /** One of the two is given: a problem, or a topic to draw from. */
  readonly problemId: string;
  readonly topicId: string;
  /** Empty for any. */
  readonly difficulty: string;
  readonly count: string;
  readonly points: string;
}

/** An assignment as it is typed, times on the clocks of the course. */
export interface AssignmentInput {
  readonly title: string;
  readonly instructions: string;
  /** Empty: each problem and the course say. */
  readonly policy: string;
  readonly opensAt: string;
  readonly dueAt: string;
  readonly closesAt: string;
  readonly lateSteps: readonly { readonly hours: string; readonly percent: string }[];
  /** Empty for no limit. */
  readonly attempts: string;
  readonly shownOpen: string;
  readonly shownClosed: string;
  readonly hints: boolean;
  readonly sendsDrafts: boolean;
  readonly renames: boolean;
  readonly items: readonly ItemInput[];
}

export interface ItemFields {
  readonly id: string | null;
  readonly problemId: string | null;
  readonly topicId: string | null;
  readonly difficulty: number | null;
  readonly count: number;
  readonly points: number;
}

export interface AssignmentFields {
  readonly title: string;
  readonly instructions: string;
  readonly policy: Policy | null;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
  readonly lateSteps: readonly LateStep[];
  readonly attempts: number | null;
  readonly shownOpen: Level;
  readonly shownClosed: Level;
  readonly hints: boolean;
  readonly sendsDrafts: boolean;
  readonly renames: boolean;
  readonly items: readonly ItemFields[];
}

const most = { title: 120, instructions: 10_000, items: 100, steps: 12, attempts: 1000, points: 10_000, hours: 8760 };

/** Collects what is wrong, field by field, while values are read. */
export class Complaints {
  readonly found: Record<string, FieldComplaint> = {};

  /** Notes a complaint; of several about a field the first stays. */
  add(field: string, message: string): void {
    this.found[field] ??= { message };
  }

  get none(): boolean {
    return Object.keys(this.found).length === 0;
  }
}

/** An assignment as it was typed as values, or what is wrong with it by field. */
export function readAssignment(input: AssignmentInput, zone: string): Result<AssignmentFields, FieldComplaints> {
  const complaints = new Complaints();
  const fields: AssignmentFields = {
    title: readTitle(input.title, complaints),
    instructions: readInstructions(input.instructions, complaints),
    policy: policies.find((policy) => policy === input.policy) ?? null,
    ...readTimes(input, zone, complaints),
    lateSteps: readSteps(input.lateSteps, complaints),
    attempts: readWhole(input.attempts, { least: 1, most: most.attempts, field: "attempts" }, complaints),
    shownOpen: readLevel(input.shownOpen),
    shownClosed: readLevel(input.shownClosed),
    hints: input.hints,
    sendsDrafts: input.sendsDrafts,
    renames: input.renames,
    items: readItems(input.items, complaints),
  };
  return complaints.none ? ok(fields) : fail(complaints.found);
}

function readTitle(typed: string, complaints: Complaints): string {
  const title = storable(typed).replace(/\s+/g, " ").trim();
  if (title === "") complaints.add("title", "Please give a title.");
  if (title.length > most.title) complaints.add("title", `A title has at most ${most.title} characters.`);
  return title;
}

function readInstructions(typed: string, complaints: Complaints): string {
  const text = storable(typed).trim();
  const limit = most.instructions.toLocaleString("en");
  if (text.length > most.instructions) complaints.add("instructions", `At most ${limit} characters.`);
  return text;
}

type TimesInput = Pick<AssignmentInput, "opensAt" | "dueAt" | "closesAt">;

function readTimes({ opensAt, dueAt, closesAt }: TimesInput, zone: string, complaints: Complaints) {
  const opens = readMoment("opensAt", opensAt, zone, complaints);
  const due = readMoment("dueAt", dueAt, zone, complaints);
  const closes = closesAt.trim() === "" ? due : readMoment("closesAt", closesAt, zone, complaints);
  if (opens && due && due <= opens) complaints.add("dueAt", "The due time must be after the opening.");
  if (due && closes && closes < due) complaints.add("closesAt", "The closing must not be before the due time.");
  const never = new Date(0);
  return { opensAt: opens ?? never, dueAt: due ?? never, closesAt: closes ?? never };
}

/** A day and time on the clocks of a zone. Where an hour is there twice, an opening is at the first, a deadline at the last. */
export function readMoment(field: string, typed: string, zone: string, complaints: Complaints): Date | undefined {
  const moment = momentOf(typed, zone, field === "opensAt" ? "first" : "last");
  if (moment.ok) return new Date(moment.value);
  complaints.add(
    field,
    moment.error === "left-out"
      ? "The clocks go forward over this time, so it does not exist on that day. Choose one an hour later."
      : "Please give a day and a time, like 2026-11-27 18:00.",
  );
  return undefined;
}

function readSteps(typed: AssignmentInput["lateSteps"], complaints: Complaints): readonly LateStep[] {
  const filled = typed.flatMap(({ hours, percent }, row) =>
    hours.trim() === "" && percent.trim() === "" ? [] : [{ hours, percent, row }],
  );
  if (filled.length > most.steps) complaints.add("lateSteps", `At most ${most.steps} steps.`);
  const steps: LateStep[] = [];
  for (const { hours, percent, row } of filled) {
    const before = steps.at(-1);
    const [hoursAt, percentAt] = [`lateSteps.${row}.hours`, `lateSteps.${row}.percent`];
    const step = {
      hours: readNumber(hours, { least: 0, most: most.hours, field: hoursAt, what: "Hours" }, complaints) ?? 0,
      percent: readNumber(percent, { least: 0, most: 100, field: percentAt, what: "Percent" }, complaints) ?? 0,
    };
    if (step.hours <= (before?.hours ?? 0))
      complaints.add(hoursAt, before ? "Each step must end later than the one before." : "More than 0 hours.");
    if (before && step.percent > before.percent) complaints.add(percentAt, "The credit must not rise with the delay.");
    steps.push(step);
  }
  return steps;
}

function readItems(typed: AssignmentInput["items"], complaints: Complaints): readonly ItemFields[] {
  if (typed.length > most.items) complaints.add("items", `At most ${most.items} rows of problems.`);
  const items = typed.map(({ id, problemId, topicId, difficulty, count, points }, row) => {
    const at = (name: string) => `items.${row}.${name}`;
    if ((problemId === "") === (topicId === "")) complaints.add("items", "Each row is a problem or a topic.");
    const level = readWhole(difficulty, { least: 1, most: 5, field: at("difficulty") }, complaints);
    const many = problemId !== "" ? 1 : readWhole(count, { least: 1, most: 100, field: at("count") }, complaints);
    if (many === null) complaints.add(at("count"), "How many problems?");
    const worth = readNumber(points, { least: 0, most: most.points, field: at("points"), what: "Points" }, complaints);
    return {
      id: id || null,
      problemId: problemId || null,
      topicId: topicId || null,
      difficulty: problemId === "" ? level : null,
      count: many ?? 1,
      points: worth ?? 0,
    };
  });
  const named = items.flatMap(({ problemId }) => problemId ?? []);
  if (new Set(named).size < named.length) complaints.add("items", "The same problem stands here twice.");
  return items;
}

function readLevel(typed: string): Level {
  return typed === "verdict" || typed === "receipt" ? typed : "all";
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly field: string;
}

/** A whole number, or nothing where the field is empty. */
export function readWhole(typed: string, { least, most, field }: Range, complaints: Complaints): number | null {
  const text = typed.trim();
  if (text === "") return null;
  const value = Number(text);
  if (/^\d{1,6}$/.test(text) && value >= least && value <= most) return value;
  complaints.add(field, `A whole number from ${least} to ${most.toLocaleString("en")}.`);
  return null;
}

/** A number that may have decimals. */
export function readNumber(
  typed: string,
  { least, most, field, what }: Range & { readonly what: string },
  complaints: Complaints,
): number | null {
  const text = typed.trim().replace(",", ".").replace(/\s*%$/, "");
  const value = Number(text);
  if (text !== "" && Number.isFinite(value) && value >= least && value <= most) return value;
  const negative = Number.isFinite(value) && value < least && text !== "";
  const range = `${what} must be a number from ${least} to ${most.toLocaleString("en")}`;
  complaints.add(field, negative && least === 0 ? `${range}: nothing here is negative.` : `${range}.`);
  return null;
}
