import { type Expr, parts, toText, withParts } from "../../expr";

/** One node of a computation graph before anything is computed: an input, or a rule over the names of earlier nodes. */
export interface GraphStep {
  readonly name: string;
  /** The rule, with names of nodes for its parts; nothing for an input. */
  readonly rule?: Expr;
  /** What the node stands for, in the names of the variables. */
  readonly expr: Expr;
  /** The nodes that the rule uses, each once. */
  readonly from: readonly number[];
}

/** An entry of a variable, as in `x_1`: an input of its own where the variable is not used as a whole. */
function entryOf(expr: Expr): string | undefined {
  if (expr.kind !== "entry" || expr.of.kind !== "variable") return undefined;
  return expr.at.every((s) => s !== "all" && s.kind === "number") ? expr.of.name : undefined;
}

/** A sum over an index, or a definition by cases, is one step: its parts mean nothing by themselves. */
const isOneStep = (expr: Expr): boolean => expr.kind === "sum" || expr.kind === "cases";

/** The variables that stand somewhere without a number as their subscript. */
function wholeVariables(expr: Expr): ReadonlySet<string> {
  if (expr.kind === "variable") return new Set([expr.name]);
  if (entryOf(expr) !== undefined) return new Set();
  return new Set(parts(expr).flatMap((part) => [...wholeVariables(part)]));
}

/** The names of all variables of an expression. */
export function variablesIn(expr: Expr): ReadonlySet<string> {
  if (expr.kind === "variable") return new Set([expr.name]);
  return new Set(parts(expr).flatMap((part) => [...variablesIn(part)]));
}

/** A letter for the steps that no variable begins with. */
function letterBeside(names: ReadonlySet<string>): string {
  return ["v", "u", "s", "h", "q"].find((letter) => ![...names].some((name) => name.startsWith(letter))) ?? "step";
}

/** Collects the nodes of a tree, each different part once, what a part needs before the part itself. */
class Collector {
  readonly steps: GraphStep[] = [];
  private readonly known = new Map<string, number>();
  private readonly whole: ReadonlySet<string>;
  private readonly letter: string;
  private count = 0;

  constructor(private readonly root: Expr) {
    this.whole = wholeVariables(root);
    this.letter = letterBeside(variablesIn(root));
  }

  /** The number of the node for a part; nothing where the part is a constant. */
  collect(expr: Expr): number | undefined {
    if (variablesIn(expr).size === 0) return undefined;
    const key = toText(expr);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const step = this.step(expr);
    const place = this.steps.push(step) - 1;
    this.known.set(key, place);
    return place;
  }

  private step(expr: Expr): GraphStep {
    if (expr.kind === "variable") return { name: expr.name, expr, from: [] };
    const variable = entryOf(expr);
    if (variable !== undefined && !this.whole.has(variable) && expr.kind === "entry") {
      return { name: [variable, ...expr.at.map((s) => (s === "all" ? "" : toText(s)))].join("_"), expr, from: [] };
    }
    if (isOneStep(expr)) return this.oneStep(expr);
    const children = parts(expr);
    const from = children.map((child) => this.collect(child));
    const named = children.map((child, k) => this.nameFor(child, from[k]));
    return { name: this.freshName(expr), expr, rule: withParts(expr, named), from: distinct(from) };
  }

  private oneStep(expr: Expr): GraphStep {
    const inputs = [...variablesIn(expr)].map((name) => this.collect({ kind: "variable", name, start: 0, end: 0 }));
    return { name: this.freshName(expr), expr, rule: expr, from: distinct(inputs) };
  }

  private nameFor(child: Expr, node: number | undefined): Expr {
    if (node === undefined) return child;
    const { start, end } = child;
    return { kind: "variable", name: (this.steps[node] as GraphStep).name, start, end };
  }

  private freshName(expr: Expr): string {
    const isResult = expr === this.root && ![...variablesIn(this.root)].some((name) => name.startsWith("f"));
    return isResult ? "f" : `${this.letter}_${++this.count}`;
  }
}

const distinct = (nodes: readonly (number | undefined)[]): number[] => [
  ...new Set(nodes.filter((node) => node !== undefined)),
];

/** The steps of a computation in an order in which they can be done; the last is the result. */
export function stepsOf(tree: Expr): readonly GraphStep[] {
  const collector = new Collector(tree);
  collector.collect(tree);
  return collector.steps;
}
