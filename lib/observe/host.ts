import { onePerProcess } from "./process";

/** What a server is made of, beside answering at all. */
export type Part = "database" | "migrations" | "jobs" | "grading";

/** What is ended at the end of a process, in this order, each once all of the one before has ended. */
export const stages = ["work", "grading", "database"] as const;
export type Stage = (typeof stages)[number];

/** Why a part is not ready, in words that anybody may read; `null` where it is. */
type Check = () => Promise<string | null> | string | null;
type End = () => Promise<unknown>;

interface Host {
  ending: boolean;
  readonly checks: Map<Part, Check>;
  readonly ends: Map<Stage, Set<End>>;
}

const host = () => onePerProcess<Host>("nablaHost", () => ({ ending: false, checks: new Map(), ends: new Map() }));

/** Says how to find out whether a part is ready. */
export function readiness(part: Part, check: Check): void {
  host().checks.set(part, check);
}

const patience = 3_000;

/** The parts that are not ready to work, each with the reason. */
export async function partsNotReady(parts: readonly Part[]): Promise<Readonly<Partial<Record<Part, string>>>> {
  const reasons = await Promise.all(parts.map(async (part) => [part, await reasonOf(part)] as const));
  return Object.fromEntries(reasons.filter(([, reason]) => reason !== null));
}

async function reasonOf(part: Part): Promise<string | null> {
  const check = host().checks.get(part);
  if (!check) return "has not started";
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("does not answer in time"), patience);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return "does not answer";
  } finally {
    clearTimeout(timer);
  }
}

/** Has something ended with the process, at its stage. */
export function atEnd(stage: Stage, end: End): void {
  const { ends } = host();
  ends.set(stage, (ends.get(stage) ?? new Set()).add(end));
}

/** True once the process has been asked to end: it takes no new work. */
export function isEnding(): boolean {
  return host().ending;
}

/** Notes that the process ends, so that nobody sends it more. */
export function beginEnding(): void {
  host().ending = true;
}

/** Ends everything, stage by stage; what fails to end keeps nothing else from ending. */
export async function endAll(onFailure: (error: unknown) => void): Promise<void> {
  beginEnding();
  for (const stage of stages) {
    const ended = await Promise.allSettled([...(host().ends.get(stage) ?? [])].map((end) => end()));
    for (const one of ended) if (one.status === "rejected") onFailure(one.reason);
  }
}
