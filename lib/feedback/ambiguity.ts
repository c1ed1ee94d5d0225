import { type Expr, parts, toText } from "../expr";

/** A piece of an answer that could be read in two ways, and how it was read. */
export interface Ambiguity {
  readonly typed: string;
  readonly read: string;
}

type Applied = Expr & { readonly kind: "apply" };

const longest = 60;
const postfixes: ReadonlySet<string> = new Set(["transpose", "inverse", "power", "entryPower"]);
const openers = "([{";

const isApplied = (e: Expr, op: string): e is Applied => e.kind === "apply" && e.op === op;
const isName = (e: Expr): boolean => e.kind === "variable" || e.kind === "identity";

/** The factors of a product, as they stand one behind the other. */
function factors(e: Expr): readonly Expr[] {
  if (!isApplied(e, "multiply")) return [e];
  const [a, b] = e.args as [Expr, Expr];
  return [...factors(a), b];
}

/** Looks for places where a textbook could mean something else, and writes them out. */
class Looker {
  constructor(private readonly source: string) {}

  find(e: Expr): Ambiguity | undefined {
    const read = this.writtenOut(e);
    const inset = this.isBracketed(e) ? 1 : 0;
    const typed = this.source.slice(e.start + inset, e.end - inset).trim();
    if (read !== undefined && typed.length <= longest) return { typed, read };
    for (const part of parts(e)) {
      const found = this.find(part);
      if (found) return found;
    }
    return undefined;
  }

  private writtenOut(e: Expr): string | undefined {
    if (e.kind !== "apply") return undefined;
    const [a, b] = e.args as [Expr, Expr];
    if (e.op === "multiply") return this.product(e);
    if (e.op === "divide") return this.quotient(a, b);
    if (e.op === "power") return this.tower(a, b);
    return a && this.isBare(e, a) ? toText(e) : undefined;
  }

  /** `AB^T`, `x'Ax`, `a/b c`. */
  private product(e: Applied): string | undefined {
    const all = factors(e);
    const marks = all.map((factor, k) => {
      const before = all[k - 1];
      return before && this.isSetOff(before, factor) ? "(" : this.isRun(before, factor) ? "*" : "";
    });
    const quotient = this.isOpenQuotient(all[0], all[1]);
    if (!quotient && marks.every((mark) => mark === "")) return undefined;
    return all
      .map((factor, k) => {
        const loose = isApplied(factor, "add") || isApplied(factor, "subtract") || isApplied(factor, "divide");
        return marks[k] === "(" || loose ? `(${toText(factor)})` : toText(factor);
      })
      .join("*");
  }

  /** `B^T` straight behind another name: is `A` under the exponent too? */
  private isSetOff(before: Expr, factor: Expr): boolean {
    if (before.end !== factor.start || factor.kind !== "apply" || !postfixes.has(factor.op)) return false;
    if (this.isBracketed(before) || this.isBracketed(factor)) return false;
    const [base] = factor.args;
    return isName(before) && base !== undefined && isName(base);
  }

  /** Two names without anything between them: is it one name? */
  private isRun(before: Expr | undefined, factor: Expr): boolean {
    if (!before || before.end !== factor.start || this.isBracketed(before) || this.isBracketed(factor)) return false;
    return isName(before) && isName(factor);
  }

  /** `a/b c`: does `c` stand below the line? */
  private isOpenQuotient(first: Expr | undefined, next: Expr | undefined): boolean {
    if (!first || !next || !isApplied(first, "divide") || this.isBracketed(first)) return false;
    return (
      this.source.slice(first.start, first.end).includes("/") && /^\s*$/.test(this.source.slice(first.end, next.start))
    );
  }

  private quotient(a: Expr, b: Expr): string | undefined {
    if (!isApplied(b, "multiply") || this.isBracketed(b)) return undefined;
    return this.source.slice(a.end, b.start).includes("/") ? `${toText(a)}/(${toText(b)})` : undefined;
  }

  private tower(a: Expr, b: Expr): string | undefined {
    return isApplied(b, "power") && !this.isBracketed(b) ? `${toText(a)}^(${toText(b)})` : undefined;
  }

  /** `tr A B`: a function whose argument has no brackets, and more than one part. */
  private isBare(e: Applied, argument: Expr): boolean {
    const word = this.source.slice(e.start, argument.start);
    return /^\\?[a-z]+\s*$/i.test(word) && !this.isBracketed(argument) && isApplied(argument, "multiply");
  }

  /** What stands in brackets of its own begins with one, before its first part does. */
  private isBracketed(e: Expr): boolean {
    const [first] = parts(e);
    return openers.includes(this.source.charAt(e.start)) && (first === undefined || first.start > e.start);
  }
}

/** The first piece of an answer that could have been meant in another way; nothing where all is plain. */
export function ambiguityIn(tree: Expr, source: string): Ambiguity | undefined {
  return new Looker(source).find(tree);
}
