import type { CourseRole } from "../rights";
import type { RosterRow } from "./rows";

/** Somebody who is or was in the course. */
export interface StandingMember {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly role: CourseRole;
  readonly section: string | null;
  readonly externalId: string | null;
  readonly left: boolean;
}

/** An address that is expected. */
export interface StandingInvitation {
  readonly email: string;
  readonly name: string;
  readonly role: CourseRole;
  readonly section: string | null;
  readonly externalId: string | null;
}

/** An account with an address of the roster. */
export interface StandingAccount {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
}

/** A course as a roster meets it. */
export interface Standing {
  readonly members: readonly StandingMember[];
  readonly invitations: readonly StandingInvitation[];
  readonly accounts: readonly StandingAccount[];
  readonly sections: readonly string[];
}

/** Whom a row is about, and what is doubtful about that. */
export type Target =
  | { readonly is: "member"; readonly member: StandingMember; readonly doubt: string | null }
  | { readonly is: "invited"; readonly invitation: StandingInvitation; readonly doubt: string | null }
  | { readonly is: "account"; readonly account: StandingAccount; readonly doubt: string | null }
  | { readonly is: "nobody"; readonly email: string; readonly doubt: string | null }
  | { readonly is: "refused"; readonly why: string };

type Present = StandingMember | StandingInvitation;

/** Two rows with one key are about one person. */
export function personKey(target: Target, { email }: RosterRow): string {
  if (target.is === "member") return `person ${target.member.personId}`;
  if (target.is === "invited") return `address ${target.invitation.email}`;
  return target.is === "account" ? `person ${target.account.personId}` : `address ${email}`;
}

/** Finds whom a row is about: by address in the course, among those invited, among all accounts; else by id, or by name. */
export function targetsOf({ members, invitations, accounts }: Standing): (row: RosterRow) => Target {
  const present: readonly Present[] = [...members, ...invitations];
  const byEmail = new Map(present.toReversed().map((each) => [each.email, each]));
  const accountOf = new Map(accounts.map((each) => [each.email, each]));
  const byId = groups(present, ({ externalId }) => externalId);
  const byName = groups(present, ({ name }) => nameKey(name));

  return (row) => {
    if (row.email === null) return withoutAddress(row, byId, byName);
    const here = byEmail.get(row.email);
    const rival =
      row.externalId === null ? undefined : byId.get(row.externalId)?.find(({ email }) => email !== row.email);
    if (rival) return { is: "refused", why: `${called(rival)} has the id ${row.externalId} already.` };
    if (here) return targetOf(here, null);
    const namesake = byName.get(nameKey(row.name) ?? "")?.[0];
    const doubt = namesake
      ? `${called(namesake)} is in the course already; take this row if it is somebody else of that name.`
      : null;
    const account = accountOf.get(row.email);
    if (!account) return { is: "nobody", email: row.email, doubt };
    return { is: "account", account, doubt: doubt ?? otherName(account.name, row.name) };
  };
}

function withoutAddress(
  { externalId, name }: RosterRow,
  byId: ReadonlyMap<string, readonly Present[]>,
  byName: ReadonlyMap<string, readonly Present[]>,
): Target {
  const [known] = externalId === null ? [] : (byId.get(externalId) ?? []);
  if (known) return targetOf(known, null);
  const [one, ...others] = byName.get(nameKey(name) ?? "") ?? [];
  if (!one) return { is: "refused", why: "No email address, and nobody in the course to whom this belongs." };
  if (others.length > 0)
    return { is: "refused", why: `No email address, and ${others.length + 1} people of that name.` };
  if (externalId !== null && one.externalId !== null)
    return { is: "refused", why: `No email address, and ${called(one)} has the id ${one.externalId}.` };
  return targetOf(one, `No email address: take this row if ${called(one)} is meant.`);
}

function targetOf(found: Present, doubt: string | null): Target {
  return "personId" in found ? { is: "member", member: found, doubt } : { is: "invited", invitation: found, doubt };
}

function called({ name, email }: Present): string {
  return name === "" ? email : `${name} (${email})`;
}

/** A doubt where the account of an address goes by a name that has nothing of the roster's. */
function otherName(ofAccount: string, ofRoster: string): string | null {
  const words = new Set(wordsOf(ofAccount));
  const theirs = wordsOf(ofRoster);
  if (theirs.length === 0 || theirs.some((word) => words.has(word))) return null;
  return `The account with this address goes by ${ofAccount}; take this row if that is the same person.`;
}

/** Names that people would take for one, however they are ordered and accented; `null` for none. */
export function nameKey(name: string): string | null {
  const words = wordsOf(name);
  return words.length === 0 ? null : words.toSorted().join(" ");
}

function wordsOf(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
}

function groups<T>(all: readonly T[], keyOf: (each: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === null) continue;
    const group = found.get(key);
    if (group) group.push(each);
    else found.set(key, [each]);
  }
  return found;
}
