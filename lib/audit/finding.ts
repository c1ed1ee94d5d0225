import type { BankError, Place } from "../problems";

/** Collects what is wrong with one thing of the bank. */
export class Findings {
  readonly all: BankError[] = [];

  /** `entry` is the problem's id, if it is about one; `strict` where the rules of the bank's own texts hold. */
  constructor(
    private readonly entry?: string,
    readonly strict = true,
  ) {}

  /** The same complaint is made once, however many draws show it. */
  add({ path, line }: Place, message: string): void {
    const known = this.all.some((each) => each.path === path && each.line === line && each.message === message);
    if (!known) this.all.push({ path, line, ...(this.entry && { entry: this.entry }), message });
  }
}
