import { createHmac } from "node:crypto";
import type { Seed } from "../../base";
import type { Drawn, Words } from "../../problems";
import { setting } from "../../store";
import { drawFor, type InstanceRow, withOtherNames } from "../instances";
import { policyIn, type WithPolicy } from "./policy";

/** What is needed of a version's row. */
export type AskedRow = InstanceRow & Words;

/** What an assignment says of how its problems are asked. */
interface Asking extends WithPolicy {
  readonly renames: boolean;
}

/** A place in an assignment, as far as it decides what is asked there. */
export interface AskedPlace<V extends AskedRow> {
  readonly itemId: string;
  readonly personId: string;
  readonly slot: number;
  readonly version: V;
}

/** What is asked of a student in a place: the version under the policy that counts, and what was drawn for it. */
export interface AskedHere<V extends AskedRow> {
  readonly version: V;
  readonly drawn: Drawn | null;
  /** Names it in a form, so that an answer is never graded as one to something else. */
  readonly name: string;
}

/**
 * The chance behind what is drawn in a place. A newer version of the problem draws from the same, so that a parameter that it keeps
 * keeps its value.
 */
function seedOf({ itemId, personId, slot }: Omit<AskedPlace<AskedRow>, "version">): Seed {
  return createHmac("sha256", setting("NABLA_SECRET")).update(`assigned ${itemId} ${personId} ${slot}`).digest("hex");
}

/** What is asked of a student in a place. */
export function askedHere<V extends AskedRow>(assignment: Asking, place: AskedPlace<V>): AskedHere<V> {
  const seed = seedOf(place);
  const { version } = place;
  const drawn = drawFor(version, seed);
  return {
    version: { ...version, policy: policyIn(assignment, version.policy) },
    drawn: assignment.renames ? withOtherNames(version, drawn, seed) : drawn,
    name: seed.slice(0, 16),
  };
}
