/** What was made under a name, so that it is not made again; the oldest goes where there are too many. For what never changes. */
export class Kept<T> {
  readonly #most: number;
  readonly #made = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): T | undefined {
    return this.#made.get(name);
  }

  keep(name: string, made: T): void {
    const oldest = this.#made.keys().next();
    if (this.#made.size >= this.#most && !oldest.done) this.#made.delete(oldest.value);
    this.#made.set(name, made);
  }
}

/** Gives what is kept under a name, and makes it where there is nothing. */
export function keeping<T>(most: number): (name: string, make: () => T) => T {
  const kept = new Kept<T>(most);
  return (name, make) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = make();
    kept.keep(name, made);
    return made;
  };
}
