import { setTimeout as wait } from "node:timers/promises";
import { database, log } from "../../store";
import { askForRegrade } from "../queue";
import { applying } from "./apply";
import { comparing } from "./compare";
import type { RegradeRow } from "./rows";
import { undoing } from "./undo";
import type { RegradeState } from "./views";

/** States in which there is something to do. */
export const unfinished = ["comparing", "applying", "undoing"] as const satisfies readonly RegradeState[];

type Unfinished = (typeof unfinished)[number];

const includeVersion = { version: true } as const;

/** What is done in each state, in steps between which it may be stopped. */
const work: { readonly [S in Unfinished]: (regrade: RegradeRow) => AsyncGenerator<number> } = {
  comparing,
  applying: (regrade) => applying(regrade, regrade.mode ?? "raise"),
  undoing,
};

/** What is left once it is done. */
const result: { readonly [S in Unfinished]: (now: Date) => object } = {
  comparing: () => ({ state: "compared" }),
  applying: (now) => ({ state: "applied", appliedAt: now }),
  undoing: (now) => ({ state: "undone", undoneAt: now }),
};

/** The steps of what a regrade has to do now. Stopped after any of them, it goes on from there the next time. */
export async function* stepsOf(regradeId: string, now: () => Date = () => new Date()): AsyncGenerator<number> {
  const regrade = await database().regrade.findUnique({ where: { id: regradeId }, include: includeVersion });
  if (!regrade || !isUnfinished(regrade.state)) return;
  const { state } = regrade;
  yield* work[state](regrade);
  await database().regrade.updateMany({ where: { id: regradeId, state }, data: result[state](now()) });
}

function isUnfinished(state: RegradeState): state is Unfinished {
  return unfinished.some((each) => each === state);
}

/** So long is waited before what went wrong is tried again: a database that is busy or restarted needs a moment. */
const pauses = [1_000, 5_000];

/** Does what a regrade has to do now, to its end. For a job. What goes wrong time and again is left for a person to look at. */
export async function runRegrade(regradeId: string): Promise<void> {
  for (const pause of pauses) {
    if (await isDone(regradeId)) return;
    await wait(pause);
  }
  if (await isDone(regradeId)) return;
  const where = { id: regradeId, state: { in: [...unfinished] } };
  await database().regrade.updateMany({ where, data: { state: "failed" } });
}

/** Goes through all steps; false where one of them went wrong. */
async function isDone(regradeId: string): Promise<boolean> {
  try {
    for await (const _step of stepsOf(regradeId));
    return true;
  } catch (err) {
    log.error({ err, regrade: regradeId }, "a regrade was broken off");
    return false;
  }
}

/** Asks for all regrades that were broken off to be gone on with. For a job. */
export async function continueRegrades(): Promise<void> {
  const open = await database().regrade.findMany({ where: { state: { in: [...unfinished] } }, select: { id: true } });
  for (const { id } of open) await askForRegrade(id);
}
