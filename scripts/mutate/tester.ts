import { Worker } from "node:worker_threads";
import type { Limit, Measured, Reply, Request, Start } from "./protocol";

/** Milliseconds that a test may take under a mutant, beside a multiple of what it takes without. */
const patience = 3000;
/** Milliseconds that may pass between two tests, and before the first. */
const patienceBetween = 15_000;
const times = { milliseconds: 10, steps: 10 } as const;
const fewestSteps = 1_000_000;
const megabytes = 1500;

/** What becomes of a mutant: the test that fails, `survived`, or `ended` where it ran on for too long or broke the worker. */
export type Fate = { readonly failed: number } | "survived" | "ended";

/** The tests as they go without a mutant. */
export interface Baseline {
  readonly tests: readonly Measured[];
  readonly reading: Uint8Array;
}

/** Runs the tests of a program on one mutant after the other, in a worker that is replaced when it hangs. */
export class Tester {
  private readonly clock = new Float64Array(new SharedArrayBuffer(16));
  private worker: Worker | undefined;
  private tests: readonly Measured[] = [];

  constructor(
    private readonly program: string,
    private readonly mutants: number,
  ) {}

  async measure(): Promise<Baseline> {
    const reply = await this.ask({ ask: "measure" });
    if (reply?.said !== "measured") throw new Error("the tests could not be run without a mutant");
    this.tests = reply.tests;
    return reply;
  }

  /** `anew` starts a worker with the mutant, for one that shows while the sources are read. */
  async fateOf(mutant: number, tests: readonly number[], anew: boolean): Promise<Fate> {
    if (anew) await this.stop();
    const limits = tests.map((test): Limit => {
      const { steps } = this.tests[test] as Measured;
      return { test, steps: Math.max(fewestSteps, times.steps * steps) };
    });
    const reply = await this.ask({ ask: "run", mutant, tests: limits }, anew ? mutant : -1);
    if (anew) await this.stop();
    if (reply?.said !== "ran") return "ended";
    return reply.failed === undefined ? "survived" : { failed: reply.failed };
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private started(active: number): Worker {
    if (this.worker) return this.worker;
    this.clock[0] = -1;
    this.clock[1] = Date.now();
    const workerData: Start = { active, mutants: this.mutants, clock: this.clock.buffer as SharedArrayBuffer };
    this.worker = new Worker(this.program, { workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    return this.worker;
  }

  /** Whether a test goes on for too long, or the reading of the sources. */
  private isLate(): boolean {
    if (this.tests.length === 0) return false;
    const [at = -1, since = 0] = this.clock;
    const allowed = at < 0 ? patienceBetween : patience + times.milliseconds * (this.tests[at]?.milliseconds ?? 0);
    return Date.now() - since > allowed;
  }

  /** Nothing where the worker broke or a test went on for too long. */
  private ask(request: Request, active = -1): Promise<Reply | undefined> {
    const worker = this.started(active);
    return new Promise((resolve) => {
      const broken = (): Promise<void> => finish(undefined);
      const finish = async (reply: Reply | undefined): Promise<void> => {
        clearInterval(watch);
        worker.off("message", finish).off("error", broken).off("exit", broken);
        if (!reply) await this.stop();
        resolve(reply);
      };
      const watch = setInterval(() => this.isLate() && broken(), 100);
      worker.on("message", finish).on("error", broken).on("exit", broken);
      this.clock[1] = Date.now();
      worker.postMessage(request);
    });
  }
}
