import { z } from "zod";
import { foldEmail } from "../../../auth";
import { fail, ok, type Result } from "../../../base";
import { longestSectionName } from "../limits";
import type { CourseRole } from "../rights";
import { type Column, type ColumnField, type Columns, readHead } from "./columns";
import type { CsvRecord } from "./records";

/** What a row of a roster says. */
export interface RosterRow {
  /** `null` where the row has none; its id or its name must then say who it is about. */
  readonly email: string | null;
  readonly name: string;
  /** `null` leaves the section, the role or the id as it is. */
  readonly section: string | null;
  readonly role: CourseRole | null;
  readonly externalId: string | null;
}

/** A row with its place, or why it is refused. */
export interface ReadRow {
  readonly line: number;
  /** As it stands in the roster, cut short. */
  readonly text: string;
  readonly row: Result<RosterRow, string>;
}

/** A roster as rows. */
export interface Roster {
  /** `null` for a list without a head. */
  readonly columns: Columns | null;
  readonly rows: readonly ReadRow[];
}

/** Reads records by their head; without one each row is an address, with a name or without. */
export function readRows(records: readonly CsvRecord[]): Roster {
  const [first, ...rest] = records;
  const columns = first ? readHead(first.cells) : null;
  if (columns)
    return { columns, rows: rest.filter(({ cells }) => !isOfCanvas(cells)).map((each) => byColumns(columns, each)) };
  return { columns: null, rows: records.flatMap(addressesIn) };
}

/** Canvas writes what each column is worth into a row of its own, and adds a student for tests. */
function isOfCanvas(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return /^points possible$/i.test(first.trim()) || /^student, test$/i.test(first.trim());
}

function byColumns({ read, count }: Columns, { line, cells }: CsvRecord): ReadRow {
  const text = textOf(cells);
  const broken = brokenness(
    read.map(({ index }) => cells[index] ?? ""),
    cells.slice(count),
  );
  if (broken) return { line, text, row: fail(broken) };
  const byField = new Map<ColumnField, Column>(read.map((column) => [column.field, column]));
  const cell = (field: ColumnField): string => {
    const column = byField.get(field);
    return column ? said(cells[column.index]) : "";
  };
  const login = cell("login");
  const given = {
    email: cell("email") || (login.includes("@") ? login : ""),
    name: cell("name") ? inOrder(cell("name")) : `${cell("first")} ${cell("last")}`.trim(),
    section: cell("section"),
    role: cell("role"),
    id: cell("id") || cell("other-id"),
  };
  return { line, text, row: checked(given) };
}

/** What shows that a row has lost its shape: values beside the head's columns, or a value that runs over lines. */
function brokenness(values: readonly string[], beyond: readonly string[]): string | null {
  if (beyond.some((cell) => cell.trim() !== "")) return "The row has more values than the head has columns.";
  return values.some((value) => value.includes("\n"))
    ? "A value runs over several lines; look at its quotation marks."
    : null;
}

/** What a cell says; a lone dash says nothing. */
function said(cell = ""): string {
  const text = cell.replace(/\s+/g, " ").trim();
  return /^[-–—]$/.test(text) ? "" : text;
}

/** "Lovelace, Ada" as people say it. */
function inOrder(name: string): string {
  const [last, first, ...more] = name.split(",").map((part) => part.trim());
  return first && more.length === 0 ? `${first} ${last}` : name;
}

/** The addresses of one line of a list, the usual one or several. */
function addressesIn({ line, cells }: CsvRecord): readonly ReadRow[] {
  const parts = cells.flatMap((cell) => (cell.split("@").length > 2 ? cell.split(/[,;\s]+/) : [cell])).map(said);
  const addresses = parts.filter((part) => part.includes("@"));
  const text = textOf(cells);
  if (addresses.length === 0) return [{ line, text, row: fail("No email address.") }];
  if (addresses.length > 1) return addresses.map((each) => ({ line, text: each, row: checked({ email: each }) }));
  const [email = ""] = addresses;
  const others = parts.filter((part) => part !== "" && !part.includes("@"));
  return [{ line, text, row: checked({ email, name: nameBeside(email, others) }) }];
}

/** The name of somebody in a list: beside the address, or before it as in `Ada Lovelace <ada@example.org>`. */
function nameBeside(email: string, others: readonly string[]): string {
  const within = splitAddress(email).name;
  const [one, two] = others;
  // A comma in `Lovelace, Ada <ada@example.org>` has split the name.
  if (within && one && others.length === 1) return `${within} ${one}`;
  if (within) return inOrder(within);
  return others.length > 2 ? "" : [one, two].filter(Boolean).join(" ");
}

function splitAddress(text: string): { name: string; address: string } {
  const angled = /^(.*)<([^<>]*)>$/.exec(text);
  const name = (angled?.[1] ?? "").replaceAll('"', "").trim();
  return { name, address: (angled?.[2] ?? text).replace(/^mailto:/i, "").trim() };
}

const address = z.email().max(254);

/** A role by the words that platforms use for it. */
const roleWords: { readonly [Role in CourseRole]: readonly string[] } = {
  student: [
    "student",
    "students",
    "learner",
    "studentenrollment",
    "participant",
    "teilnehmer/in",
    "etudiant",
    "étudiant",
  ],
  assistant: [
    ...["assistant", "ta", "tutor", "taenrollment", "teaching assistant", "teachingassistant", "grader"],
    ...["non-editing teacher", "nonediting teacher", "trainer/in ohne bearbeitungsrecht"],
  ],
  instructor: ["instructor", "teacher", "teacherenrollment", "lecturer", "professor", "editingteacher", "trainer/in"],
};

const rolesByWord = new Map(
  Object.entries(roleWords).flatMap(([role, words]) => words.map((word) => [word, role as CourseRole])),
);

interface Given {
  readonly email: string;
  readonly name?: string;
  readonly section?: string;
  readonly role?: string;
  readonly id?: string;
}

function checked({ email, name = "", section = "", role = "", id = "" }: Given): Result<RosterRow, string> {
  const cells = { email, name, section, role, id };
  for (const [what, text] of Object.entries(cells)) {
    if (/^[=+@]|^-(?!\d+$)/.test(text)) return fail(`The ${what} begins like a formula: ${cut(text, 40)}`);
  }
  for (const [what, text, most] of [
    ["name", name, 100],
    ["section", section, longestSectionName],
    ["id", id, 60],
  ] as const) {
    if (text.length > most) return fail(`The ${what} has more than ${most} characters.`);
  }
  const folded = foldEmail(splitAddress(email).address);
  if (folded !== "" && !address.safeParse(folded).success)
    return fail(`This is not an email address: ${cut(email, 60)}`);
  if (folded === "" && id === "" && name === "") return fail("No email address.");
  const meant = role === "" ? null : rolesByWord.get(role.toLowerCase());
  if (meant === undefined) return fail(`There is no role “${cut(role, 40)}”: student, assistant or instructor.`);
  const whole = splitAddress(email).name;
  return ok({
    email: folded || null,
    name: name || whole,
    section: section || null,
    role: meant,
    externalId: id || null,
  });
}

function textOf(cells: readonly string[]): string {
  return cut(cells.filter((cell) => cell !== "").join(", "), 120);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
