import { parentPort, workerData } from "node:worker_threads";
import fc from "fast-check";
import type { Limit, Measured, Reply, Request, Start } from "./protocol";
import { activate, noteIn, reading, startTest, stepsTaken } from "./switch";
import { collected, type Test } from "./vitest";

/** The end of every program of tests: runs them as the run asks for them. */

const { clock, mutants } = workerData as Start;
const times = new Float64Array(clock);

// A failing law is enough: nobody reads for which input.
fc.configureGlobal({ endOnFailure: true });
noteIn(undefined);

async function attempt(index: number, mostSteps: number): Promise<unknown> {
  startTest(mostSteps);
  times[1] = Date.now();
  times[0] = index;
  try {
    await (collected[index] as Test).run();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    times[0] = -1;
  }
}

async function measure(index: number): Promise<Measured> {
  const { file, name } = collected[index] as Test;
  await attempt(index, Number.POSITIVE_INFINITY);
  const reached = new Uint8Array(mutants);
  noteIn(reached);
  const from = performance.now();
  const error = await attempt(index, Number.POSITIVE_INFINITY);
  noteIn(undefined);
  const milliseconds = performance.now() - from;
  return { file, name, milliseconds, steps: stepsTaken(), reached, ...(error !== undefined && { error: `${error}` }) };
}

async function run(mutant: number, tests: readonly Limit[]): Promise<number | undefined> {
  activate(mutant);
  for (const { test, steps } of tests) if ((await attempt(test, steps)) !== undefined) return test;
  return undefined;
}

async function answer(request: Request): Promise<Reply> {
  if (request.ask === "run") {
    const failed = await run(request.mutant, request.tests);
    return { said: "ran", ...(failed !== undefined && { failed }) };
  }
  const tests: Measured[] = [];
  for (const index of collected.keys()) tests.push(await measure(index));
  return { said: "measured", tests, reading };
}

parentPort?.on("message", async (request: Request) => parentPort?.postMessage(await answer(request)));
