/** What is said between the run and the worker that holds the tests. */

/** A worker is started with a mutant, or none with -1, and with room for the test that it is at. */
export interface Start {
  readonly active: number;
  readonly mutants: number;
  /** The test that runs, and when it began, in milliseconds. */
  readonly clock: SharedArrayBuffer;
}

/** One test, as it goes without a mutant. */
export interface Measured {
  readonly file: string;
  readonly name: string;
  readonly milliseconds: number;
  readonly steps: number;
  /** 1 for each mutant that the test reaches. */
  readonly reached: Uint8Array;
  readonly error?: string;
}

export interface Limit {
  readonly test: number;
  readonly steps: number;
}

export type Request =
  | { readonly ask: "measure" }
  | { readonly ask: "run"; readonly mutant: number; readonly tests: readonly Limit[] };

export type Reply =
  /** Mutants that are reached while the sources are read. */
  | { readonly said: "measured"; readonly tests: readonly Measured[]; readonly reading: Uint8Array }
  /** The first test that fails under a mutant. */
  | { readonly said: "ran"; readonly failed?: number };
