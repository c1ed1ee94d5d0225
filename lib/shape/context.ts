import { type Complaint, type ComplaintFacts, type ComplaintKind, complain, type Span } from "../base";
import type { Scope } from "./declarations";
import type { Shape, ShapedExpr } from "./shaped";
import { isOpen, isUnknown, one, type Size, sameSize, size, solve, substitute } from "./size";

/** Leaves the checker at the first misfit; caught at the checker's door and nowhere else. */
export class Misfit extends Error {
  constructor(readonly complaint: Complaint) {
    super(complaint.what);
  }
}

export function misfit<K extends ComplaintKind>(what: K, facts: ComplaintFacts[K], span: Span): never {
  throw new Misfit(complain("shape", what, facts, span));
}

/** A node before its span is known to the maker. */
export type Bare = Omit<ShapedExpr, keyof Span>;

/** What one run of the checker knows: the declarations, the source for messages, and the sizes found so far. */
export class Context {
  private counter = 0;
  private readonly bindings: [string, Size][] = [];
  private readonly scopes: Map<string, { readonly unique: string; readonly range: Size }>[] = [];
  /** Pairs of ranges met in `delta`, to settle an index that nothing else gives a range. */
  readonly pairs: [Size, Size][] = [];
  /** Unknown ranges with the index they belong to. */
  readonly ranges: { readonly name: string; readonly range: Size; readonly span: Span }[] = [];
  /** Unknown sizes of `I` and `ones()`, with their places. */
  readonly identities: { readonly size: Size; readonly span: Span }[] = [];

  constructor(
    readonly scope: Scope,
    readonly source: string,
  ) {}

  text(span: Span): string {
    return this.source.slice(span.start, span.end);
  }

  /** Whether every size was known from the start, so that nothing is left to settle. */
  get isClosed(): boolean {
    return this.counter === 0;
  }

  fresh(): Size {
    this.counter++;
    return size(`?${this.counter}`);
  }

  resolve(s: Size): Size {
    let result = s;
    for (const [name, value] of this.bindings) if (isOpen(result)) result = substitute(result, name, value);
    return result;
  }

  resolved<S extends Shape>(s: S): S {
    if (!isOpen(s.rows) && !isOpen(s.cols)) return s;
    return { ...s, rows: this.resolve(s.rows), cols: this.resolve(s.cols) };
  }

  /** Makes two sizes equal by what is still unknown in them, if they can be. */
  unify(a: Size, b: Size): boolean {
    const [left, right] = [this.resolve(a), this.resolve(b)];
    if (sameSize(left, right)) return true;
    if (!isOpen(left) && !isOpen(right)) return false;
    const found = solve(left, right, () => this.fresh());
    if (!found) return false;
    for (const { name, value } of found) this.bindings.push([name, value]);
    return true;
  }

  unifyShapes(a: Shape, b: Shape): boolean {
    const mark = this.bindings.length;
    if (this.unify(a.rows, b.rows) && this.unify(a.cols, b.cols)) return true;
    this.bindings.length = mark;
    return false;
  }

  /** What can be found out without keeping it. */
  attempt<T>(action: () => T): T {
    const mark = this.bindings.length;
    const result = action();
    this.bindings.length = mark;
    return result;
  }

  /** The literal `0`, whose shape is not known yet. */
  isLoose(s: Shape): boolean {
    const { rows, cols } = this.resolved(s);
    return (
      this.isOpenBlock(s) && !this.identities.some((i) => [rows, cols].some((r) => sameSize(r, this.resolve(i.size))))
    );
  }

  /** Rows and columns both unknown and free of each other: `0`, or `ones()*ones()'`. */
  isOpenBlock(s: Shape): boolean {
    const { rows, cols } = this.resolved(s);
    return isUnknown(rows) && isUnknown(cols) && !sameSize(rows, cols);
  }

  /** `I`, whose size is not known yet. */
  isOpenIdentity(s: Shape): boolean {
    const { rows, cols } = this.resolved(s);
    return isUnknown(rows) && sameSize(rows, cols);
  }

  /** Where no shape is wanted, `0` is the number. */
  settled(node: ShapedExpr): ShapedExpr {
    if (this.isLoose(node)) {
      this.unify(node.rows, one);
      this.unify(node.cols, one);
    }
    return this.resolved(node);
  }

  // ── indices ──────────────────────────────────────────────────────────────

  bind<T>(name: string, range: Size, span: Span, inside: (unique: string) => T): T {
    const unique = `${name}#${++this.counter}`;
    this.scopes.push(new Map([[name, { unique, range }]]));
    this.ranges.push({ name, range, span });
    const result = inside(unique);
    this.scopes.pop();
    return result;
  }

  declareFree(name: string, range: Size): void {
    this.scopes.push(new Map([[name, { unique: name, range }]]));
  }

  index(name: string): { readonly unique: string; readonly range: Size } | undefined {
    for (let k = this.scopes.length - 1; k >= 0; k--) {
      const found = this.scopes[k]?.get(name);
      if (found) return found;
    }
    return undefined;
  }

  /** Every size in the tree put to its final value. */
  finish(node: ShapedExpr): ShapedExpr {
    if (this.bindings.length === 0) return node;
    const done = { ...this.resolved(node), args: node.args.map((a) => this.finish(a)) };
    return node.value ? { ...done, value: this.resolve(node.value) } : done;
  }
}
