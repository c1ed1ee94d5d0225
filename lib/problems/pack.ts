import { stringify } from "yaml";
import type { BankError, BankFile, Place } from "./bank";
import { problemErrors } from "./errors";
import { type AuthoredProblem, authoredProblem } from "./schema";
import { type FieldPath, readYaml, type YamlDocument } from "./yaml";

/** One problem of a pack as it was read: without errors it can be used. */
export interface PackRow {
  readonly place: Place;
  /** The problem's id; its place in the list where it has none. */
  readonly id: string;
  readonly title: string;
  readonly problem: AuthoredProblem | null;
  readonly errors: readonly BankError[];
  /** The place of one of its fields. */
  placeOf(field: FieldPath): Place;
}

/** Problems that travel together, and what is wrong with their files as a whole. */
export interface Pack {
  readonly rows: readonly PackRow[];
  readonly errors: readonly BankError[];
}

/** The most that is read at once. The whole bank is half of it. */
export const largestPack = { characters: 2_000_000, problems: 1_000 };

/**
 * Reads problems in the bank's own format: a list in YAML. A file `problems.yaml` in the folder of a topic is about that topic;
 * in any other file each problem names its own.
 */
export function readPack(files: readonly BankFile[]): Pack {
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  const [{ path }] = files.length > 0 ? [files[0] as BankFile] : [{ path: "" }];
  const { characters, problems } = largestPack;
  const most = characters.toLocaleString("en");
  if (size > characters) return refusedWhole(path, `a pack has at most ${most} characters, this one has more`);

  const read = files.map(readFile);
  const rows = withoutTwins(read.flatMap((each) => each.rows));
  if (rows.length > problems) return refusedWhole(path, `a pack has at most ${problems} problems, not ${rows.length}`);
  return { rows, errors: read.flatMap(({ errors }) => errors) };
}

function refusedWhole(path: string, message: string): Pack {
  return { rows: [], errors: [{ path, message }] };
}

function readFile({ path, text }: BankFile): Pack {
  const yaml = readYaml(text);
  if (!yaml.ok) return { rows: [], errors: [{ path, ...yaml.error }] };
  const { value } = yaml.value;
  if (!Array.isArray(value)) return { rows: [], errors: [{ path, line: 1, message: "the file is not a list" }] };
  const [, topic] = /(?:^|\/)(?:\d+-)?([^/]+)\/problems\.ya?ml$/.exec(path) ?? [];
  return { rows: value.map((entry: unknown, at) => readRow(entry, at, topic, path, yaml.value)), errors: [] };
}

function readRow(
  entry: unknown,
  at: number,
  topic: string | undefined,
  path: string,
  { lineOf }: YamlDocument,
): PackRow {
  const fields = isRecord(entry) ? { ...(topic !== undefined && { topic }), ...entry } : entry;
  const id = isRecord(entry) && typeof entry.id === "string" ? entry.id : `#${at + 1}`;
  const title = isRecord(entry) && typeof entry.title === "string" ? entry.title : "";
  const placeOf = (field: FieldPath): Place => ({ path, line: lineOf([at, ...field]) });
  const about = { place: placeOf([]), id, title, placeOf };
  const read = authoredProblem.safeParse(fields);
  if (!read.success) {
    const errors = read.error.issues.map(({ path: keys, message }) =>
      complaint(about, keys.filter((key) => typeof key !== "symbol") as FieldPath, message),
    );
    return { ...about, problem: null, errors };
  }
  const errors = problemErrors(read.data).map(({ path: field, message, line = 0 }) =>
    complaint(about, field, message, line),
  );
  return { ...about, problem: read.data, errors };
}

function complaint(
  { id, placeOf }: Pick<PackRow, "id" | "placeOf">,
  field: FieldPath,
  message: string,
  below = 0,
): BankError {
  const { path, line } = placeOf(field);
  const name = field.map(String).join(".");
  return { path, line: line + below, entry: id, ...(name !== "" && { field: name }), message };
}

/** The second of two with one id is refused. */
function withoutTwins(rows: readonly PackRow[]): PackRow[] {
  const first = new Map<string, Place>();
  return rows.map((row) => {
    const twin = first.get(row.id);
    if (!twin || !row.problem) {
      first.set(row.id, row.place);
      return row;
    }
    return { ...row, errors: [...row.errors, complaint(row, ["id"], `this id is taken in line ${twin.line}`)] };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields in the order in which the bank writes them. */
const order = [
  "id",
  "topic",
  "title",
  "difficulty",
  "skills",
  "sources",
  "policy",
  "input",
  "layouts",
  "parameters",
  "statement",
  "problem",
  "answers",
  "answer",
  "spoiled",
  "hints",
  "solution",
] as const satisfies readonly (keyof AuthoredProblem)[];

/** Problems as a pack. Reading it gives the same problems back. */
export function writePack(problems: readonly AuthoredProblem[]): string {
  const entries = problems.map((problem) =>
    Object.fromEntries(
      order.filter((field) => isWorthWriting(field, problem[field])).map((field) => [field, problem[field]]),
    ),
  );
  return stringify(entries, { lineWidth: 0, aliasDuplicateObjects: false });
}

function isWorthWriting(field: (typeof order)[number], value: unknown): boolean {
  if (field === "input") return value !== "text";
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
