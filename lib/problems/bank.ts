import type { z } from "zod";
import { fail, ok, type Result } from "../base";
import { problemErrors } from "./errors";
import { readParts } from "./parts";
import { type BankProblem, bankProblem, bankSource, bankTopic, type Source, type Topic } from "./schema";
import { type FieldPath, readYaml, type YamlDocument } from "./yaml";

/** One file of the bank: its path below the bank's folder, with `/`, and its text. */
export interface BankFile {
  readonly path: string;
  readonly text: string;
}

/** The whole bank, checked: topics in teaching order, problems by topic and then as their file has them. */
export interface Bank {
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
  readonly problems: readonly BankProblem[];
}

/** What is wrong with the bank, and where: the file, its line, the entry's id (or its place in the list), the field. */
export interface BankError {
  readonly path: string;
  readonly line?: number;
  readonly entry?: string;
  readonly field?: string;
  readonly message: string;
}

/** Where something of the bank is written. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** What could be read of the bank, all that is wrong with it, and where its problems are written. */
export interface BankInspection {
  readonly bank: Bank;
  readonly errors: readonly BankError[];
  /** The place of a problem's field; of the problem where no field is named. */
  placeOf(problem: string, field?: FieldPath): Place;
  /** The place of an entry of `topics.yaml` or `sources.yaml`, by its id. */
  placeIn(path: string, id: string, field?: FieldPath): Place;
}

const topicsPath = "topics.yaml";
const sourcesPath = "sources.yaml";
/** The formula sheet, which has a reader and a check of its own. */
const sheetPath = "reference.yaml";

/** Checks the files of the bank and puts them together. All complaints come at once, each with its place. */
export function readBank(files: readonly BankFile[]): Result<Bank, readonly BankError[]> {
  const { bank, errors } = inspectBank(files);
  return errors.length === 0 ? ok(bank) : fail(errors);
}

/** One line that says what is wrong and where. */
export function describeBankError({ path, line, entry, field, message }: BankError): string {
  const place = line === undefined ? path : `${path}:${line}`;
  return [place, entry, field ? `${field}: ${message}` : message].filter(Boolean).join(": ");
}

/** The folder of a topic: its place in the teaching order, then its id. */
export function topicFolder({ order, id }: Pick<Topic, "order" | "id">): string {
  return `${String(order).padStart(2, "0")}-${id}`;
}

/** Reads what can be read, so that one broken file does not hide the others. */
export function inspectBank(files: readonly BankFile[]): BankInspection {
  const reading = new Reading(files);
  const listed = reading.list(topicsPath, bankTopic);
  const topics = listed.map(({ value }, at): Topic => reading.withLesson({ ...value, order: at + 1 }));
  const sources = reading.list(sourcesPath, bankSource).map(({ value }) => value);
  const entries = topics.flatMap((topic) => {
    const path = problemsPath(topic);
    return reading.has(path) ? reading.list(path, bankProblem, { topic: topic.id }) : [];
  });

  const bank = { topics, sources, problems: entries.map(({ value }) => value) };
  reading.checkFolders(topics);
  reading.checkOrder(topics);
  reading.checkReferences(bank);
  reading.checkSkillIds(topics);
  reading.checkProblemIds(entries.map(({ path, value }) => ({ path, id: value.id })));
  for (const { path, value } of entries) reading.checkProblem(path, value);
  return {
    bank,
    errors: reading.errors,
    placeOf: (id, field) => reading.placeOf(id, field),
    placeIn: (...at) => reading.placeIn(...at),
  };
}

function problemsPath(topic: Pick<Topic, "order" | "id">): string {
  return `${topicFolder(topic)}/problems.yaml`;
}

function isBankPath(path: string): boolean {
  return [topicsPath, sourcesPath, sheetPath].includes(path) || /^[^/]+\/(problems\.yaml|lesson\.md)$/.test(path);
}

interface Entry<T> {
  readonly path: string;
  readonly value: T;
}

/** A bank being read: its files, the lines of its entries and the complaints so far. */
class Reading {
  readonly errors: BankError[] = [];
  private readonly documents = new Map<string, YamlDocument>();
  /** Where each entry stands in its list, by file and id. */
  private readonly places = new Map<string, { readonly path: string; readonly at: number }>();

  constructor(private readonly files: readonly BankFile[]) {
    for (const { path } of files) {
      if (isBankPath(path)) continue;
      const message =
        "the bank has topics.yaml, sources.yaml, reference.yaml, and problems.yaml and lesson.md in a folder for each topic";
      this.errors.push({ path, message });
    }
  }

  has(path: string): boolean {
    return this.files.some((file) => file.path === path);
  }

  /** Reads a file that is a list, entry by entry, so that one bad entry does not hide the complaints about the next. */
  list<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    added: Record<string, unknown> = {},
  ): Entry<z.infer<Schema>>[] {
    const document = this.document(path);
    if (!document) return [];
    if (!Array.isArray(document.value)) {
      this.errors.push({ path, line: 1, message: "the file is not a list" });
      return [];
    }
    return document.value.flatMap((entry: unknown, at) => {
      const name = nameOf(entry, at);
      if (!this.places.has(`${path} ${name}`)) this.places.set(`${path} ${name}`, { path, at });
      const read = schema.safeParse(isRecord(entry) ? { ...entry, ...added } : entry);
      if (read.success) return [{ path, value: read.data }];
      for (const issue of read.error.issues) this.complain(path, name, keysOf(issue.path), issue.message, at);
      return [];
    });
  }

  withLesson(topic: Topic): Topic {
    const path = `${topicFolder(topic)}/lesson.md`;
    const file = this.files.find((each) => each.path === path);
    if (!file) return topic;
    if (file.text.trim() === "") {
      this.errors.push({ path, line: 1, message: "this lesson is empty" });
      return topic;
    }
    for (const { line, message } of readParts(file.text).errors) this.errors.push({ path, line, message });
    return { ...topic, lesson: file.text };
  }

  checkFolders(topics: readonly Topic[]): void {
    const folders = new Set(topics.map(topicFolder));
    for (const { path } of this.files) {
      const [folder = "", name] = path.split("/");
      if (name === undefined || !isBankPath(path) || folders.has(folder)) continue;
      this.errors.push({
        path,
        message: `${folder} is no topic of ${topicsPath} with its place in the order before it`,
      });
    }
  }

  /** Every needed topic is an earlier one, so the order has no rings. */
  checkOrder(topics: readonly Topic[]): void {
    const known = new Set<string>();
    for (const { id, needs } of topics) {
      if (known.has(id)) this.complain(topicsPath, id, ["id"], "this id is taken");
      for (const [at, need] of needs.entries()) {
        if (!known.has(need)) this.complain(topicsPath, id, ["needs", at], `${need} is not an earlier topic`);
      }
      known.add(id);
    }
  }

  /** Skills, sources and the topics of sources are known. */
  checkReferences({ topics, sources, problems }: Bank): void {
    const homes = new Map(topics.flatMap(({ id, skills }) => Object.keys(skills).map((skill) => [skill, id])));
    const cited = new Set([
      "own",
      ...sources.flatMap(({ id, sections }) => sections.map((each) => `${id}/${each.id}`)),
    ]);
    for (const { id, sections } of sources) {
      for (const [at, { topics: named }] of sections.entries()) {
        const unknown = named.find((topic) => !topics.some((each) => each.id === topic));
        if (unknown) this.complain(sourcesPath, id, ["sections", at, "topics"], `${unknown} is no topic`);
      }
    }
    for (const problem of problems) {
      const path = this.pathOf(problem);
      for (const [at, skill] of problem.skills.entries()) {
        const home = homes.get(skill);
        if (home === undefined)
          this.complain(path, problem.id, ["skills", at], `${skill} is no skill of ${topicsPath}`);
        else if (at === 0 && home !== problem.topic)
          this.complain(
            path,
            problem.id,
            ["skills", at],
            `the first skill is one of ${problem.topic}, ${skill} is of ${home}`,
          );
      }
      for (const [at, source] of problem.sources.entries()) {
        if (!cited.has(source)) this.complain(path, problem.id, ["sources", at], `${source} is not in ${sourcesPath}`);
      }
    }
  }

  checkSkillIds(topics: readonly Topic[]): void {
    const taken = new Set<string>();
    for (const { id, skills } of topics) {
      for (const skill of Object.keys(skills)) {
        if (taken.has(skill)) this.complain(topicsPath, id, ["skills", skill], `the skill ${skill} is taken`);
        taken.add(skill);
      }
    }
  }

  /** An id that two files share is named in both, so that whoever looks at one of them hears of it. */
  checkProblemIds(entries: readonly { readonly path: string; readonly id: string }[]): void {
    const first = new Map<string, string>();
    const counts = new Map<string, number>();
    for (const { path, id } of entries) {
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      const other = first.get(id);
      if (other === undefined) first.set(id, path);
      else if (other === path) this.complain(path, id, ["id"], "this id is taken", this.indexOf(path, id, count));
      else {
        this.complain(path, id, ["id"], `this id is taken by ${other}`);
        this.complain(other, id, ["id"], `this id is also in ${path}`);
      }
    }
  }

  checkProblem(path: string, problem: BankProblem): void {
    for (const { path: field, message, line } of problemErrors(problem)) {
      if (line === undefined) this.complain(path, problem.id, field, message);
      else {
        const start = this.placeOf(problem.id, field).line;
        this.errors.push({ path, line: start + line, entry: problem.id, field: field.join("."), message });
      }
    }
  }

  placeOf(id: string, field: FieldPath = []): Place {
    for (const { path, at } of this.places.values()) {
      if (!path.includes("/") || this.nameAt(path, at) !== id) continue;
      return { path, line: this.documents.get(path)?.lineOf([at, ...field]) ?? 1 };
    }
    return { path: topicsPath, line: 1 };
  }

  placeIn(path: string, id: string, field: FieldPath = []): Place {
    const at = this.places.get(`${path} ${id}`)?.at;
    return { path, line: at === undefined ? 1 : (this.documents.get(path)?.lineOf([at, ...field]) ?? 1) };
  }

  private pathOf({ id }: BankProblem): string {
    return this.placeOf(id).path;
  }

  private nameAt(path: string, at: number): string | undefined {
    const list = this.documents.get(path)?.value;
    return Array.isArray(list) ? nameOf(list[at], at) : undefined;
  }

  /** Where the second, third … entry of that id stands in a list. */
  private indexOf(path: string, id: string, count: number): number | undefined {
    const list = this.documents.get(path)?.value;
    if (!Array.isArray(list)) return undefined;
    const places = list.flatMap((entry, at) => (nameOf(entry, at) === id ? [at] : []));
    return places[Math.min(count, places.length) - 1];
  }

  private document(path: string): YamlDocument | undefined {
    const known = this.documents.get(path);
    if (known) return known;
    const file = this.files.find((each) => each.path === path);
    if (!file) {
      this.errors.push({ path, message: "the file is missing" });
      return undefined;
    }
    const read = readYaml(file.text);
    if (!read.ok) {
      this.errors.push({ path, ...read.error });
      return undefined;
    }
    this.documents.set(path, read.value);
    return read.value;
  }

  private complain(path: string, entry: string, field: FieldPath, message: string, at?: number): void {
    const index = at ?? this.places.get(`${path} ${entry}`)?.at;
    const line = index === undefined ? undefined : this.documents.get(path)?.lineOf([index, ...field]);
    const name = field.map(String).join(".");
    this.errors.push({
      path,
      ...(line !== undefined && { line }),
      entry,
      ...(name !== "" && { field: name }),
      message,
    });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(entry: unknown, at: number): string {
  return isRecord(entry) && typeof entry.id === "string" ? entry.id : `#${at + 1}`;
}

function keysOf(path: readonly PropertyKey[]): FieldPath {
  return path.filter((key) => typeof key !== "symbol");
}
