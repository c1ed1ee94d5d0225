/** What one expression may be at most, so that every later stage has a known cost. */
export const limits = {
  /** Characters. */
  length: 10_000,
  /** Letters in one run without a space or an operator. */
  run: 500,
  /** Brackets, signs and powers inside each other. */
  depth: 64,
  /** Nodes of the tree. */
  parts: 2_000,
} as const;
