/** Counts what was asked and what came of it, with how long each took. */
export class Tally {
  asked = 0;
  served = 0;
  /** Of those, the ones that came while it was asked, or soon after. */
  servedInTime = 0;
  /** How often each thing went wrong, by what it was. */
  errors = new Map();
  #times = [];

  /** An answer that was graded, after so many milliseconds. */
  serve(milliseconds) {
    this.served++;
    this.#times.push(milliseconds);
  }

  fail(what) {
    this.errors.set(what, (this.errors.get(what) ?? 0) + 1);
  }

  /** How long everything that was served took together, in milliseconds. */
  get total() {
    return this.#times.reduce((sum, time) => sum + time, 0);
  }

  get failed() {
    return [...this.errors.values()].reduce((sum, count) => sum + count, 0);
  }

  /** What went wrong, in words. */
  get wrongs() {
    if (this.errors.size === 0) return "0";
    return [...this.errors].map(([what, count]) => `${count} × ${what}`).join(", ");
  }

  /** The times that half, 95 and 99 of a hundred were not longer than. */
  get times() {
    const sorted = this.#times.toSorted((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: sorted.at(-1) ?? Number.NaN };
  }

  /** As a row of the table of rates. */
  row(what, seconds) {
    const { times, wrongs: errors } = this;
    return { what, offered: this.asked / seconds, served: this.served / seconds, times, errors };
  }
}
