import type { Seed } from "../base";
import type { Policy } from "../grade";
import {
  chooseRenaming,
  type Drawn,
  drawParameters,
  fillTemplate,
  type Parameters,
  type ProblemRecord,
  renameRecord,
  renameTexts,
  renamingAsDrawn,
  renamingOf,
  type Words,
} from "../problems";
import type { Prisma } from "../store";

/** What an instance needs of a version's row. */
export interface InstanceRow {
  readonly id: string;
  readonly record: Prisma.JsonValue;
  readonly parameters: Prisma.JsonValue;
  readonly policy: Policy;
}

/** True where learners get different variants of a version. */
export function hasVariants({ parameters }: Pick<InstanceRow, "parameters">): boolean {
  return parametersOf(parameters) !== null;
}

function parametersOf(stored: Prisma.JsonValue): Parameters | null {
  const parameters = stored as Parameters | null;
  return parameters && Object.keys(parameters).length > 0 ? parameters : null;
}

/** So many draws in a row do not fail in a bank that was checked. */
const mostDraws = 100;

/**
 * The values of a version's parameters in one draw; `null` where it has none. A draw in which a computed parameter does not
 * come out whole is drawn again.
 */
export function drawFor({ parameters }: Pick<InstanceRow, "parameters">, seed: Seed): Drawn | null {
  const known = parametersOf(parameters);
  if (!known) return null;
  for (let draw = 0; draw < mostDraws; draw++) {
    const drawn = drawParameters(known, draw === 0 ? seed : `${seed} ${draw}`);
    if (drawn.ok) return drawn.value;
  }
  throw new Error(`parameters cannot be drawn: ${JSON.stringify(known)}`);
}

/**
 * The record of a version with drawn values in the place of its parameters, and the names that go with them. The bank is checked before
 * it is stored.
 */
export function recordOf({ record }: Pick<InstanceRow, "record">, drawn: Drawn | null): ProblemRecord {
  const whole = fillTemplate({ problem: record as Record<string, unknown> }, drawn ?? {}).problem as ProblemRecord;
  return renameRecord(whole, renamingOf(drawn));
}

/** The words of a version with drawn values in the place of its parameters. */
export function wordsOf({ title, statement, hints, solution }: Words, drawn: Drawn | null): Words {
  return filled({ title, statement, hints, solution }, drawn);
}

/** Texts with drawn values in the place of their parameters, and with the names that go with them. */
export function filled<T>(words: T, drawn: Drawn | null): T {
  return drawn ? renameTexts(fillTemplate({ problem: {}, words }, drawn).words, renamingOf(drawn)) : words;
}

/** What a student gets in the place of a version's parameters, with other names for its variables where those can be given safely. */
export function withOtherNames(
  version: Pick<InstanceRow, "record"> & Words,
  drawn: Drawn | null,
  seed: Seed,
): Drawn | null {
  const renaming = chooseRenaming(recordOf(version, drawn), wordsOf(version, drawn), seed);
  return renaming.size === 0 ? drawn : { ...drawn, ...renamingAsDrawn(renaming) };
}

/** The drawn values as they were stored with an answer. */
export function drawnOf(stored: Prisma.JsonValue): Drawn | null {
  return stored as Drawn | null;
}
