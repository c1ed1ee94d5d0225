import { isEmpty, type Typed } from "./typed";
import { isWriting, type Writing } from "./writing";

/** What somebody typed at one time, in milliseconds. */
export interface Version {
  readonly typed: Typed;
  readonly writing: Writing;
  readonly at: number;
}

/** What stands in the fields, and what else was typed there that has not been taken back or given up. */
export interface Kept extends Version {
  readonly other?: Version;
}

/** The newest of several versions, with the way back to the newest of the others that says something else. */
export function newest(first: Version, ...rest: readonly (Kept | undefined)[]): Kept {
  const versions: Version[] = [first, ...rest].flatMap((kept) => (kept ? [bare(kept)] : []));
  const others = rest.flatMap((kept) => (kept?.other ? [kept.other] : []));
  const sorted = versions.sort((one, two) => two.at - one.at);
  const [now = first, ...before] = sorted;
  const other = [...before, ...others].find(({ typed }) => !isEmpty(typed) && !isSame(typed, now.typed));
  return other ? { ...now, other } : now;
}

function bare({ typed, writing, at }: Version): Version {
  return { typed, writing, at };
}

/** Fields that are empty say the same as fields that are not there. */
export function isSame(one: Typed, other: Typed): boolean {
  return [...Object.keys(one), ...Object.keys(other)].every((name) => (one[name] ?? "") === (other[name] ?? ""));
}

const prefix = "nabla-answer";
const visitor = "visitor";

/** Where a browser keeps an answer: by who types it, and by what is answered. */
export function slotOf(owner: string, problemId: string, variant: string): string {
  return `${prefix}/${owner}/${problemId}/${variant}`;
}

/** Where this browser keeps things; nothing where it refuses to. */
export function browserStorage(): Storage | undefined {
  return stored(() => localStorage);
}

/** What a browser has kept in a slot; nothing where it is not as we keep it. */
export function readKept(storage: Storage | undefined, slot: string): Kept | undefined {
  const read: unknown = stored(() => JSON.parse(storage?.getItem(slot) ?? "null"));
  if (!isVersion(read)) return undefined;
  const { other } = read as { other?: unknown };
  return isVersion(other) ? { ...bare(read), other: bare(other) } : bare(read);
}

export function writeKept(storage: Storage | undefined, slot: string, kept: Kept): void {
  stored(() => storage?.setItem(slot, JSON.stringify(kept)));
}

export function removeKept(storage: Storage | undefined, slot: string): void {
  stored(() => storage?.removeItem(slot));
}

/** Makes what a visitor typed in this browser the work of whoever has signed in, as their sent answers are. */
export function claimVisitors(storage: Storage | undefined, owner: string): void {
  if (owner === visitor) return;
  for (const slot of slotsOf(storage, visitor)) {
    const found = readKept(storage, slot);
    const own = slot.replace(`${prefix}/${visitor}/`, `${prefix}/${owner}/`);
    if (found) writeKept(storage, own, newest(found, readKept(storage, own)));
    removeKept(storage, slot);
  }
}

/** Forgets what somebody has typed in this browser. */
export function forgetOwner(storage: Storage | undefined, owner: string): void {
  for (const slot of slotsOf(storage, owner)) removeKept(storage, slot);
}

function slotsOf(storage: Storage | undefined, owner: string): string[] {
  const slots = stored(() => Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? ""));
  return (slots ?? []).filter((slot) => slot.startsWith(`${prefix}/${owner}/`));
}

function isVersion(value: unknown): value is Version {
  if (typeof value !== "object" || value === null) return false;
  const { typed, writing, at } = value as Record<string, unknown>;
  const isTyped = typeof typed === "object" && typed !== null;
  return isTyped && Object.values(typed).every(isText) && isWriting(writing) && typeof at === "number";
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A browser may refuse to keep anything; then nothing is kept. */
function stored<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
