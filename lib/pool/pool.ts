import type { MessagePort } from "node:worker_threads";
import { Piscina } from "piscina";
import { log } from "../observe";
import { Turns } from "./turns";

/** In milliseconds: work that takes longer than `soft` is noted and goes on; at `hard` its thread is ended and replaced. */
export interface Limits {
  readonly soft: number;
  readonly hard: number;
}

/**
 * What came of a piece of work: a value, or none because its thread was ended at the hard limit or by itself (`stopped`), or because
 * the work threw (`failed`: a defect of ours, which the log tells).
 */
export type Outcome<T> = { readonly ended: "done"; readonly value: T } | { readonly ended: "stopped" | "failed" };

export interface PoolSettings {
  /** For the log. */
  readonly name: string;
  /** The bundled worker: its default export takes `{ task, input }` and gives a {@link Reply}. */
  readonly file: string;
  readonly threads: number;
  /** More than so many pieces of work need not wait: see {@link Pool.wait}. */
  readonly mostWaiting: number;
  /** True where the threads stay while there is nothing to do. */
  readonly isKept: boolean;
}

/** What a worker sends back. */
export type Reply = { readonly value: unknown } | { readonly threw: string };

/** What a pool has done since it was made. */
export interface PoolCounts {
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  /** Over the soft limit. */
  readonly slow: number;
  readonly stopped: number;
  readonly failed: number;
}

/** A thread that runs away with memory ends itself before it takes the server with it. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

const idle = 30_000;

/** Threads beside the server's own, for work that would keep everybody else waiting. */
export class Pool {
  readonly #settings: PoolSettings;
  readonly #piscina: Piscina<unknown, Reply>;
  readonly #turns: Turns;
  readonly #running = new Set<Promise<unknown>>();
  #counts = { done: 0, slow: 0, stopped: 0, failed: 0 };
  /** What a piece of work has taken lately, in milliseconds. */
  #usual = 10;
  #isClosed = false;

  constructor(settings: PoolSettings) {
    const { file, threads, isKept } = settings;
    this.#settings = settings;
    this.#turns = new Turns(threads);
    this.#piscina = new Piscina({
      filename: file,
      minThreads: isKept ? threads : 0,
      maxThreads: threads,
      idleTimeout: idle,
      resourceLimits,
    });
    // A thread that ends while it has nothing to do is replaced when there is something.
    this.#piscina.on("error", (err) => log.warn({ err, pool: settings.name }, "an idle thread ended"));
  }

  get counts(): PoolCounts {
    return { ...this.#counts, waiting: this.#turns.waiting, running: this.#running.size };
  }

  /** Seconds after which it is worth coming again, where too much waits already; `null` where there is room. */
  wait(): number | null {
    const { mostWaiting, threads } = this.#settings;
    const { waiting } = this.#turns;
    return waiting < mostWaiting ? null : Math.max(1, Math.ceil((waiting * this.#usual) / threads / 1000));
  }

  /**
   * Does a piece of work on a thread, as soon as one is free; ports that it holds move there. Its limits begin with the work, not with
   * the waiting.
   */
  run(task: string, input: unknown, limits: Limits, moved: readonly MessagePort[] = []): Promise<Outcome<unknown>> {
    return this.#turns.inTurn(async () => {
      if (this.#isClosed) throw new Error(`the pool ${this.#settings.name} is closed`);
      const work = this.#runNow(task, input, limits, moved);
      this.#running.add(work);
      return work.finally(() => this.#running.delete(work));
    });
  }

  async #runNow(
    task: string,
    input: unknown,
    { soft, hard }: Limits,
    moved: readonly MessagePort[],
  ): Promise<Outcome<unknown>> {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), hard);
    const begun = performance.now();
    const place = { pool: this.#settings.name, task };
    try {
      const reply = await this.#piscina.run({ task, input }, { signal: ending.signal, transferList: [...moved] });
      if ("value" in reply) {
        this.#counts.done++;
        return { ended: "done", value: reply.value };
      }
      this.#counts.failed++;
      log.error({ ...place, err: reply.threw }, "work on a thread failed");
      return { ended: "failed" };
    } catch (err) {
      this.#counts.stopped++;
      log.warn({ ...place, err, hard }, "a thread was ended and is replaced");
      return { ended: "stopped" };
    } finally {
      clearTimeout(timer);
      this.#note(performance.now() - begun, soft, place);
    }
  }

  #note(took: number, soft: number, place: object): void {
    this.#usual += (took - this.#usual) / 20;
    if (took <= soft) return;
    this.#counts.slow++;
    log.warn({ ...place, took: Math.round(took), soft }, "work on a thread took long");
  }

  /** Lets what was begun come to its end, and ends the threads. What still waits is refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#running);
    await this.#piscina.close();
  }
}
