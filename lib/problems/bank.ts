import type { z } from "zod";
import { fail, ok, type Result } from "../base";
import { type BankProblem, bankProblem, bankTopic, type Topic } from "./schema";

/**
 * One file of the bank: its path below the bank's folder, with `/`, and what is in it; YAML already parsed, Markdown as a
 * string.
 */
export interface BankFile {
  readonly path: string;
  readonly value: unknown;
}

/** The whole bank, checked: topics in teaching order, problems by topic and then as their file has them. */
export interface Bank {
  readonly topics: readonly Topic[];
  readonly problems: readonly BankProblem[];
}

/** What is wrong with the bank, and where: the file, the entry's id (or its place in the list) and the field. */
export interface BankError {
  readonly path: string;
  readonly entry?: string;
  readonly field?: string;
  readonly message: string;
}

const topicsPath = "topics.yaml";

/** Checks the files of the bank and puts them together. All complaints come at once, each with its place. */
export function readBank(files: readonly BankFile[]): Result<Bank, readonly BankError[]> {
  const errors: BankError[] = files.filter((file) => !isBankPath(file.path)).map(unknownFile);

  const listed = readList(files, topicsPath, bankTopic, errors);
  const topics = listed.map((topic, at): Topic => ({ ...topic, order: at + 1, ...lessonOf(topic.id, files, errors) }));
  const problems = topics.flatMap((topic) => problemsOf(topic.id, files, errors));

  checkTopics(topics, files, errors);
  checkUnique(problems, errors);
  return errors.length === 0 ? ok({ topics, problems }) : fail(errors);
}

function isBankPath(path: string): boolean {
  return path === topicsPath || /^[^/]+\/(problems\.yaml|lesson\.md)$/.test(path);
}

function unknownFile({ path }: BankFile): BankError {
  return { path, message: "the bank has topics.yaml, and problems.yaml and lesson.md in a folder for each topic" };
}

function lessonOf(topic: string, files: readonly BankFile[], errors: BankError[]): { lesson?: string } {
  const path = `${topic}/lesson.md`;
  const file = files.find((each) => each.path === path);
  if (file === undefined) return {};
  if (typeof file.value === "string" && file.value.trim() !== "") return { lesson: file.value };
  errors.push({ path, message: "a lesson is Markdown and not empty" });
  return {};
}

function problemsOf(topic: string, files: readonly BankFile[], errors: BankError[]): BankProblem[] {
  const path = problemsPath(topic);
  if (!files.some((file) => file.path === path)) return [];
  return readList(files, path, bankProblem, errors, { topic });
}

function problemsPath(topic: string): string {
  return `${topic}/problems.yaml`;
}

/** Reads a file that is a list, entry by entry, so that one bad entry does not hide the complaints about the next. */
function readList<Schema extends z.ZodType>(
  files: readonly BankFile[],
  path: string,
  schema: Schema,
  errors: BankError[],
  added: Record<string, unknown> = {},
): z.infer<Schema>[] {
  const list = files.find((file) => file.path === path)?.value;
  if (!Array.isArray(list)) {
    errors.push({ path, message: "the file is missing or not a list" });
    return [];
  }
  return list.flatMap((entry: unknown, at) => {
    const read = schema.safeParse(isRecord(entry) ? { ...entry, ...added } : entry);
    if (read.success) return [read.data];
    errors.push(...read.error.issues.map((issue) => located(path, nameOf(entry, at), issue)));
    return [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(entry: unknown, at: number): string {
  return isRecord(entry) && typeof entry.id === "string" ? entry.id : `#${at + 1}`;
}

function located(path: string, entry: string, issue: z.core.$ZodIssue): BankError {
  const field = issue.path.map(String).join(".");
  return { path, entry, message: issue.message, ...(field !== "" && { field }) };
}

/** Every needed topic is an earlier one, so the order has no rings; every folder belongs to a topic; no id comes twice. */
function checkTopics(topics: readonly Topic[], files: readonly BankFile[], errors: BankError[]): void {
  const known = new Set<string>();
  for (const { id, needs } of topics) {
    if (known.has(id)) errors.push({ path: topicsPath, entry: id, field: "id", message: "this id is taken" });
    for (const need of needs) {
      if (known.has(need)) continue;
      errors.push({ path: topicsPath, entry: id, field: "needs", message: `${need} is not an earlier topic` });
    }
    known.add(id);
  }
  for (const { path } of files) {
    const folder = path.split("/")[0] ?? "";
    if (isBankPath(path) && path !== topicsPath && !known.has(folder)) {
      errors.push({ path, message: `${folder} is no topic of ${topicsPath}` });
    }
  }
}

function checkUnique(problems: readonly BankProblem[], errors: BankError[]): void {
  const taken = new Set<string>();
  for (const { id, topic } of problems) {
    if (taken.has(id)) errors.push({ path: problemsPath(topic), entry: id, field: "id", message: "this id is taken" });
    taken.add(id);
  }
}
