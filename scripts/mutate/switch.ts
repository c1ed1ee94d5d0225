import { workerData } from "node:worker_threads";
import type { Start } from "./protocol";

/** Which mutant is active, and which were reached: mutated sources call `on` wherever a mutant could show. */

const { active: first, mutants } = workerData as Start;

/** Mutants that were reached while the sources were read, rather than by a test. */
export const reading = new Uint8Array(mutants);

const memories: Map<unknown, unknown>[] = [];
let active = first;
let reached: Uint8Array | undefined = reading;
let steps = 0;
let mostSteps = Number.POSITIVE_INFINITY;

/** A mutant that never ends. */
class TooManySteps extends Error {}

/** Whether this mutant is active. */
export function on(mutant: number): boolean {
  if (++steps > mostSteps) throw new TooManySteps();
  if (reached) reached[mutant] = 1;
  return mutant === active;
}

/** A memory of the product, emptied whenever a test starts. */
export function emptied<M extends Map<unknown, unknown>>(memory: M): M {
  memories.push(memory);
  return memory;
}

/** Makes a mutant active, or none with -1. */
export function activate(mutant: number): void {
  active = mutant;
}

/** Notes from here on in this list which mutants are reached; nothing more where there is none. */
export function noteIn(list: Uint8Array | undefined): void {
  reached = list;
}

/** Starts counting anew, and forgets what was remembered. */
export function startTest(most: number): void {
  steps = 0;
  mostSteps = most;
  for (const memory of memories) memory.clear();
}

/** Steps since the start of the test. */
export function stepsTaken(): number {
  return steps;
}
