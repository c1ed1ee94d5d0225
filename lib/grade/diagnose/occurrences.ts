import type { Span } from "../../base";
import type { ShapedExpr } from "../../shape";
import { partOf, type Repair, type Slip } from "./repair";
import { nodes, replaced, variable } from "./rewrite";
import { differentiatedAs, heldName } from "./spoiled";

/** Of more places than this, only one at a time is left out or kept. */
const mostTogether = 4;
const mostPlaces = 12;

const products: ReadonlySet<ShapedExpr["op"]> = new Set(["product", "scale", "entryTimes", "kron"]);

/** A place where the variable stands in the function's text. */
interface Occurrence {
  readonly start: number;
  /** The smallest product around it, or else what stands around it. */
  readonly around: Span | undefined;
}

/** Of a product of three or more factors, the last two: `A*x` of `x'*A*x`, where no bracket stands between. */
function lastTwo(product: ShapedExpr, start: number): Span {
  const first = product.args.reduce((a, b) => (a.start <= b.start ? a : b));
  const before = first.args.reduce<ShapedExpr | undefined>((a, b) => (a && a.end >= b.end ? a : b), undefined);
  const open = products.has(first.op) && before?.end === first.end && start >= first.end;
  return open ? { start: before.start, end: product.end } : product;
}

function surroundings(above: readonly ShapedExpr[], start: number): Span | undefined {
  const product = above.find((a) => products.has(a.op));
  return product ? lastTwo(product, start) : above[0];
}

function occurrencesOf(source: ShapedExpr, wrt: string): Occurrence[] {
  const found = new Map<number, Occurrence>();
  for (const { node, above } of nodes(source))
    if (node.op === "variable" && node.name === wrt && !found.has(node.start))
      found.set(node.start, { start: node.start, around: surroundings(above, node.start) });
  return [...found.values()];
}

/** The choices of places that somebody may have forgotten: some, but not all. */
function choices(count: number): number[][] {
  const all = Array.from({ length: count }, (_, k) => k);
  if (count > mostTogether) return [...all.map((k) => [k]), ...all.map((k) => all.filter((other) => other !== k))];
  const subsets = Array.from({ length: 2 ** count - 2 }, (_, bits) => all.filter((k) => ((bits + 1) >> k) & 1));
  return subsets.sort((a, b) => a.length - b.length);
}

/** The function differentiated with the variable held constant at some of its places. */
function holding({ truth, answer, declared }: Slip, missed: readonly Occurrence[]): Repair {
  const starts = new Set(missed.map((o) => o.start));
  const source = replaced(truth.source, (e) =>
    e.op === "variable" && e.name === truth.wrt && starts.has(e.start)
      ? { ...variable(heldName, e), ...spanOf(e) }
      : undefined,
  );
  const around = missed.length === 1 ? missed[0]?.around : undefined;
  const text = declared.problem.function;
  const part = around && text && partOf(text, around);
  return { facts: part ? { part } : {}, truth: differentiatedAs(truth, source), answer };
}

const spanOf = ({ start, end }: ShapedExpr): { start: number; end: number } => ({ start, end });

function matching(slip: Slip): Repair[] {
  const { truth, trial } = slip;
  if (truth.wrt === undefined) return [];
  const places = occurrencesOf(truth.source, truth.wrt);
  if (places.length < 2 || places.length > mostPlaces) return [];
  return choices(places.length)
    .map((missed) =>
      holding(
        slip,
        missed.map((k) => places[k] as Occurrence),
      ),
    )
    .filter((repair) => trial.likely(repair).length > 0);
}

/** Places of the variable that were not differentiated, where there is only one way to have forgotten them. */
export function missedOccurrence(slip: Slip): Repair[] {
  const found = matching(slip);
  return found.length === 1 ? found : [];
}

/** The same where forgetting one place or another comes to the same: none of them is named. */
export function missedInterchangeable(slip: Slip): Repair[] {
  const found = matching(slip);
  return found.length > 1 ? found.map((repair) => ({ ...repair, facts: {} })) : [];
}
