import type { ReadRow, RosterRow } from "./rows";
import { nameKey, personKey, type Target } from "./targets";

interface Resolved {
  readonly read: ReadRow;
  readonly row: RosterRow;
  readonly target: Target;
}

/** What rows of one roster mean for each other. */
export interface Repeats {
  /** Why a row is refused for one before it. */
  readonly refused: ReadonlyMap<ReadRow, string>;
  /** What another row makes doubtful about a row. */
  readonly doubts: ReadonlyMap<ReadRow, string>;
}

/**
 * Rows about the same person, and rows that give one id to two: the first stands, and is doubtful where the others do not
 * say the same. Rows of one name with two addresses are doubtful, unless their ids tell them apart.
 */
export function findRepeats(rows: readonly Resolved[]): Repeats {
  const refused = new Map<ReadRow, string>();
  const doubts = new Map<ReadRow, string>();
  const firsts = new Map<string, Resolved>();
  const names = new Map<string, Resolved>();
  for (const each of rows) {
    if (each.target.is === "refused") continue;
    const clash = keysOf(each).map(({ key, what }) => ({ first: firsts.get(key), what }));
    const { first, what } = clash.find((found) => found.first !== undefined) ?? {};
    if (first && what) {
      const agrees = sayTheSame(each.row, first.row);
      const line = first.read.line;
      refused.set(each.read, `The same ${what} as in line ${line}${agrees ? "" : ", which says something else"}.`);
      if (!agrees) doubts.set(first.read, `Line ${each.read.line} has the same ${what} and says something else.`);
      continue;
    }
    for (const { key } of keysOf(each)) firsts.set(key, each);
    noteNamesake(each, names, doubts);
  }
  return { refused, doubts };
}

function keysOf({ row, target }: Resolved): readonly { readonly key: string; readonly what: string }[] {
  const person = { key: personKey(target, row), what: row.email === null ? "person" : "address" };
  return row.externalId === null ? [person] : [person, { key: `id ${row.externalId}`, what: "id" }];
}

function sayTheSame(one: RosterRow, other: RosterRow): boolean {
  const fields = ["email", "section", "role", "externalId"] as const;
  return fields.every((field) => one[field] === other[field]);
}

/** Whoever is in the course already is known by more than a name. */
function noteNamesake(each: Resolved, names: Map<string, Resolved>, doubts: Map<ReadRow, string>): void {
  const key = nameKey(each.row.name);
  if (key === null || each.target.is === "member" || each.target.is === "invited") return;
  const other = names.get(key);
  if (!other) {
    names.set(key, each);
    return;
  }
  const [one, two] = [each.row.externalId, other.row.externalId];
  if (one !== null && two !== null && one !== two) return;
  doubts.set(each.read, namesake(other));
  doubts.set(other.read, namesake(each));
}

function namesake({ read }: Resolved): string {
  return `Line ${read.line} has the same name and another address; take the rows that are right.`;
}
