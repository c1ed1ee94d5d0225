/** Where somebody stands with a problem: how many answers counted, and the place of the first right one among them. */
export interface Standing {
  readonly attempts: number;
  /** From 1; `null` while none was right. */
  readonly firstRight: number | null;
}

export type ProblemState = "new" | "attempted" | "solved";

/** Nobody has answered yet. */
export const untouched: Standing = { attempts: 0, firstRight: null };

/** The standing after one more answer that counts. */
export function advance({ attempts, firstRight }: Standing, right: boolean): Standing {
  return { attempts: attempts + 1, firstRight: firstRight ?? (right ? attempts + 1 : null) };
}

/** The standing after answers that were given elsewhere are put behind one's own. */
export function join(own: Standing, added: Standing): Standing {
  const later = added.firstRight === null ? null : own.attempts + added.firstRight;
  return { attempts: own.attempts + added.attempts, firstRight: own.firstRight ?? later };
}

/** What a list of problems shows. */
export function stateOf({ attempts, firstRight }: Standing): ProblemState {
  if (firstRight !== null) return "solved";
  return attempts > 0 ? "attempted" : "new";
}
