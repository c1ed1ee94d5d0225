import { type Complaint, type ComplaintFacts, complain, cover, type Span } from "../../base";
import { type Cursor, refuse } from "../cursor";
import { limits } from "../limits";
import type { Vocabulary } from "../names";
import type { Operator } from "../operators";
import type { Expr } from "../tree";

/** An operand: a run of letters gives several factors, of which the last takes the postfixes. */
export type Factors = [Expr, ...Expr[]];

/**
 * The levels of binding that what stands inside comes back to. They are handed in, since every level is built on
 * the ones inside it.
 */
export interface Levels {
  readonly comparison: (reader: Reader) => Expr;
  readonly product: (reader: Reader) => Expr;
  readonly powered: (reader: Reader) => Factors;
  readonly exponent: (reader: Reader) => Factors;
}

/** Marks with which an operand can begin, so that one behind another multiplies. */
const operandMarks: ReadonlySet<string> = new Set([
  ...["(", "[", "{", "|", "||", "‖", "√"],
  ...["\\cases", "\\sum", "\\lvert", "\\lVert"],
]);

/** Where the reading stands, the names it knows there, and the nodes it makes, counted. */
export class Reader {
  /** The first unknown name, reported only once the syntax is found to be right. */
  unknown: Complaint | undefined;
  private depth = 0;
  private count = 0;
  private bars: readonly string[] = [];
  private known: Vocabulary;

  constructor(
    readonly cursor: Cursor,
    vocabulary: Vocabulary,
    private readonly levels: Levels,
  ) {
    this.known = vocabulary;
  }

  get vocabulary(): Vocabulary {
    return this.known;
  }

  comparison(): Expr {
    return this.levels.comparison(this);
  }

  product(): Expr {
    return this.levels.product(this);
  }

  powered(): Factors {
    return this.levels.powered(this);
  }

  exponent(): Factors {
    return this.levels.exponent(this);
  }

  node<E extends Expr>(expr: E): E {
    if (++this.count > limits.parts) refuse("limit", "too-many-parts", { limit: limits.parts }, expr);
    return expr;
  }

  apply(op: Operator, args: readonly Expr[], span: Span): Expr {
    return this.node({ kind: "apply", op, args, start: span.start, end: span.end });
  }

  binary(op: Operator, a: Expr, b: Expr): Expr {
    return this.apply(op, [a, b], cover(a, b));
  }

  multiply(first: Expr, rest: readonly Expr[]): Expr {
    return rest.reduce((left, factor) => this.binary("multiply", left, factor), first);
  }

  nested<T>(read: () => T): T {
    if (++this.depth > limits.depth) refuse("limit", "too-deep", { limit: limits.depth }, this.cursor.token);
    const result = read();
    this.depth--;
    return result;
  }

  /** Inside brackets, bars that are open outside do not close. */
  bracketed<T>(read: () => T): T {
    return this.withBars([], read);
  }

  /** Behind an opening bar, until it closes. */
  barred<T>(bar: string, read: () => T): T {
    return this.withBars([...this.bars, bar], read);
  }

  private withBars<T>(bars: readonly string[], read: () => T): T {
    const outside = this.bars;
    this.bars = bars;
    const result = this.nested(read);
    this.bars = outside;
    return result;
  }

  /** Reads where one more name is an index. */
  withIndex<T>(name: string, read: () => T): T {
    const outside = this.known;
    this.known = { ...outside, indices: new Set([...outside.indices, name]) };
    const result = read();
    this.known = outside;
    return result;
  }

  unknownName(facts: ComplaintFacts["unknown-name"], span: Span): void {
    this.unknown ??= complain("unknown-name", "unknown-name", facts, span);
  }

  closesBars(): boolean {
    const open = this.bars[this.bars.length - 1];
    if (open === undefined) return false;
    return this.cursor.is(open) || (open === "|" && this.cursor.is("||"));
  }

  startsOperand(): boolean {
    const { token } = this.cursor;
    if (token.kind === "word" || token.kind === "number") return true;
    return token.kind === "mark" && operandMarks.has(token.text) && !this.closesBars();
  }

  list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.cursor.accept(",")) items.push(read());
    return items;
  }
}
