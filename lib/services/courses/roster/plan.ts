import { mostSections } from "../limits";
import type { CourseRole } from "../rights";
import { findRepeats } from "./repeats";
import type { ReadRow, RosterRow } from "./rows";
import { type Standing, type Target, targetsOf } from "./targets";

/** What applying a row does. Sections go by name; a missing field stays as it is. */
export type Action =
  | ({ readonly do: "enrol"; readonly personId: string; readonly role: CourseRole } & Place)
  | ({ readonly do: "change"; readonly personId: string; readonly role?: CourseRole; readonly back: boolean } & Place)
  | ({ readonly do: "invite"; readonly email: string; readonly name: string; readonly role: CourseRole } & Place)
  | ({ readonly do: "reinvite"; readonly email: string; readonly name?: string; readonly role?: CourseRole } & Place);

interface Place {
  readonly section?: string;
  readonly externalId?: string;
}

/**
 * What becomes of a row: its person has an account and is enrolled (`matched`), is in the course or invited already
 * (`here`), gets an invitation (`new`), needs somebody's word (`ambiguous`), or is `refused`.
 */
export type RosterOutcome = "matched" | "here" | "new" | "ambiguous" | "refused";

export interface PlanRow {
  readonly line: number;
  readonly text: string;
  readonly outcome: RosterOutcome;
  /** What it changes, what is unclear, or why it is refused; empty where the outcome says all. */
  readonly note: string;
  /** `null` where nothing is to be done. */
  readonly action: Action | null;
}

/** A row that was read, and whom it is about. */
interface Resolved {
  readonly read: ReadRow;
  readonly row: RosterRow;
  readonly target: Target;
}

/** What a roster would do to a course as it stands. Says one thing of each row, in the roster's order. */
export function planRoster(rows: readonly ReadRow[], standing: Standing): readonly PlanRow[] {
  const find = targetsOf(standing);
  const resolved = rows.map((read): Resolved => {
    const { row } = read;
    return row.ok
      ? { read, row: row.value, target: find(row.value) }
      : { read, row: silent, target: { is: "refused", why: row.error } };
  });
  const repeats = findRepeats(resolved);
  const sections = new Set(standing.sections.map((name) => name.toLowerCase()));
  return resolved.map((each) => {
    const repeated = repeats.refused.get(each.read);
    if (repeated !== undefined) return refusal(each.read, repeated);
    const decided = decide(each, repeats.doubts.get(each.read));
    return makesRoom(decided, sections)
      ? decided
      : refusal(each.read, `A course has at most ${mostSections} sections.`);
  });
}

/** What a row says that cannot be read. */
const silent: RosterRow = { email: null, name: "", section: null, role: null, externalId: null };

/** False where a row brings a section that the course has no room for. */
function makesRoom({ action }: PlanRow, sections: Set<string>): boolean {
  const name = action?.section?.toLowerCase();
  if (name === undefined || sections.has(name)) return true;
  if (sections.size >= mostSections) return false;
  sections.add(name);
  return true;
}

function refusal({ line, text }: ReadRow, note: string): PlanRow {
  return { line, text, outcome: "refused", note, action: null };
}

/** What becomes of a row whose person is known, and whether somebody must say so. */
function decide({ read: { line, text }, row, target }: Resolved, repeated: string | undefined): PlanRow {
  const { outcome, note, doubt: own, action } = byTarget(row, target);
  const doubt = action && (repeated ?? own);
  if (!doubt) return { line, text, outcome, note, action };
  return { line, text, outcome: "ambiguous", note: [doubt, note].filter(Boolean).join(" "), action };
}

interface Decided {
  readonly outcome: "matched" | "here" | "new" | "refused";
  readonly note: string;
  /** What needs somebody's word; `null` where nothing does. */
  readonly doubt: string | null;
  readonly action: Action | null;
}

function byTarget(row: RosterRow, target: Target): Decided {
  switch (target.is) {
    case "member":
      return decideMember(row, target);
    case "invited":
      return decideInvited(row, target);
    case "account":
      return decideAccount(row, target);
    case "nobody":
      return decideNew(row, target);
    case "refused":
      return { outcome: "refused", note: target.why, doubt: null, action: null };
  }
}

const isStaff = (role: CourseRole | null | undefined) => role === "assistant" || role === "instructor";

function decideMember(row: RosterRow, { member, doubt }: Extract<Target, { is: "member" }>): Decided {
  const role = row.role !== null && row.role !== member.role ? row.role : undefined;
  if (role !== undefined && member.role === "instructor") {
    return { outcome: "refused", note: "An instructor's role is changed under People.", doubt: null, action: null };
  }
  const place = changedPlace(row, member);
  const changes = [
    ...(member.left ? ["comes back"] : []),
    ...(role === undefined ? [] : [`${member.role} → ${role}`]),
    ...placeInWords(place, member),
  ];
  if (changes.length === 0) return { outcome: "here", note: "", doubt: null, action: null };
  const gainsRights = isStaff(role) || (member.left && isStaff(member.role));
  return {
    outcome: "here",
    note: `${sentence(changes)}`,
    doubt: doubt ?? (gainsRights ? rightsDoubt(role ?? member.role) : null),
    action: { do: "change", personId: member.personId, back: member.left, ...(role && { role }), ...place },
  };
}

function decideInvited(row: RosterRow, { invitation, doubt }: Extract<Target, { is: "invited" }>): Decided {
  const role = row.role !== null && row.role !== invitation.role ? row.role : undefined;
  const name = row.name !== "" && row.name !== invitation.name ? row.name : undefined;
  const place = changedPlace(row, invitation);
  const changes = [
    ...(name === undefined ? [] : [`${invitation.name || "no name"} → ${name}`]),
    ...(role === undefined ? [] : [`${invitation.role} → ${role}`]),
    ...placeInWords(place, invitation),
  ];
  if (changes.length === 0) return { outcome: "here", note: "Invited already.", doubt: null, action: null };
  const action: Action = {
    do: "reinvite",
    email: invitation.email,
    ...(name && { name }),
    ...(role && { role }),
    ...place,
  };
  return { outcome: "here", note: `Invited already. ${sentence(changes)}`, doubt, action };
}

function decideAccount(row: RosterRow, { account, doubt }: Extract<Target, { is: "account" }>): Decided {
  const role = row.role ?? "student";
  const action: Action = { do: "enrol", personId: account.personId, role, ...placeOf(row) };
  return { outcome: "matched", note: "", doubt: doubt ?? (isStaff(role) ? rightsDoubt(role) : null), action };
}

function decideNew(row: RosterRow, { email, doubt }: Extract<Target, { is: "nobody" }>): Decided {
  const role = row.role ?? "student";
  const note = isStaff(role) ? `Joins as a student until you confirm the role: ${role}.` : "";
  return { outcome: "new", note, doubt, action: { do: "invite", email, name: row.name, role, ...placeOf(row) } };
}

function rightsDoubt(role: CourseRole): string {
  const may = role === "assistant" ? "sees everybody's work" : "may change everything";
  return `An ${role} ${may}; take this row only if you know that the account is theirs.`;
}

function placeOf({ section, externalId }: RosterRow): Place {
  return { ...(section !== null && { section }), ...(externalId !== null && { externalId }) };
}

interface Had {
  readonly section: string | null;
  readonly externalId: string | null;
}

function changedPlace({ section, externalId }: RosterRow, had: Had): Place {
  const moves = section !== null && section.toLowerCase() !== had.section?.toLowerCase();
  return { ...(moves && { section }), ...(externalId !== null && externalId !== had.externalId && { externalId }) };
}

function placeInWords({ section, externalId }: Place, had: Had): readonly string[] {
  return [
    ...(section === undefined ? [] : [`section ${had.section ?? "none"} → ${section}`]),
    ...(externalId === undefined ? [] : [`id ${had.externalId ?? "none"} → ${externalId}`]),
  ];
}

function sentence(parts: readonly string[]): string {
  const text = parts.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
