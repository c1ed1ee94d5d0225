import { parse } from "../../expr";
import { fillTemplate, type ProblemRecord } from "../../problems";
import { checkShapes, type Declarations, isScalar, isSquare, type ShapedExpr, scopeOf } from "../../shape";
import type { Prisma } from "../../store";
import { withDifferential } from "../formulas";
import { drawFor, type InstanceRow } from "../instances";

/** What the demands of a version are read off. */
export interface DemandingRow extends InstanceRow {
  readonly answers: Prisma.JsonValue;
  readonly alike: boolean;
}

/** Versions never change. */
const known = new Map<string, readonly string[]>();

/** The slips that somebody avoids who answers a version right, as codes of the grader: what each of its right answers takes. */
export function demandsOf(version: DemandingRow): readonly string[] {
  const before = known.get(version.id);
  if (before) return before;
  const demands = readDemands(version);
  known.set(version.id, demands);
  return demands;
}

function readDemands(version: DemandingRow): readonly string[] {
  const template = { problem: version.record as Record<string, unknown>, answers: version.answers };
  const drawn = drawFor(version, `demands ${version.id}`);
  const filled = drawn ? fillTemplate(template, drawn) : template;
  const record = filled.problem as ProblemRecord;
  if (withoutExpression.has(record.form ?? "derivative")) return [];
  const trees = Object.values(filled.answers as Record<string, unknown>).flatMap((text) => read(text, record) ?? []);
  const [first = [], ...others] = trees.map((tree) => demandsOfAnswer(tree, record));
  const shared = first.filter((code) => others.every((each) => each.includes(code)));
  const mindsLayout = version.policy !== "either" && !version.alike && trees.some((tree) => !isScalar(tree));
  return mindsLayout ? [...shared, "transposed"] : shared;
}

const withoutExpression: ReadonlySet<string> = new Set(["choice", "shape", "set", "table", "value"]);

/** The answer, of a derivation its last line; nothing where it cannot be read alone. */
function read(text: unknown, record: ProblemRecord): ShapedExpr | undefined {
  const last = Array.isArray(text) ? text.at(-1) : text;
  if (typeof last !== "string") return undefined;
  const { variables, functions, wrt = "" } = record;
  const names: Declarations = { variables, ...(functions && { functions }) };
  const scope = scopeOf(record.form === "differential" ? withDifferential(names, wrt) : names);
  const tree = parse(last, "text", scope.vocabulary);
  if (!tree.ok) return undefined;
  const checked = checkShapes(tree.value, scope, last, { lenient: true });
  return checked.ok ? checked.value.expr : undefined;
}

type Test = (nodes: readonly ShapedExpr[], root: ShapedExpr, record: ProblemRecord) => boolean;

const products: ReadonlySet<string> = new Set(["product", "scale", "entryTimes"]);
const inner: ReadonlySet<string> = new Set(["apply", "call", "power", "inverse", "norm"]);
const atoms: ReadonlySet<string> = new Set(["variable", "literal", "pi", "size", "index", "entry"]);

const isCompound = ({ op, args }: ShapedExpr): boolean =>
  inner.has(op) && args[0] !== undefined && !atoms.has(args[0].op);

/** A row says when an answer could have had that slip in it. */
const tests: Readonly<Record<string, Test>> = {
  "missing-transpose": (nodes, root) => nodes.some((node) => node !== root && node.op === "transpose"),
  "product-order": (nodes) => nodes.some(({ op, args }) => op === "product" && !args.some(isScalar)),
  "elementwise-product": (nodes) => nodes.some((node) => node.op === "entryTimes" && !isScalar(node)),
  sign: (nodes) => nodes.some(({ op }) => op === "subtract" || op === "negate"),
  "constant-factor": (nodes) =>
    nodes.some(({ op, args }) => products.has(op) && args.some((each) => each.op === "literal")),
  "missed-occurrence": (nodes) => nodes.some(({ op }) => op === "add" || op === "subtract"),
  "missing-inner-derivative": (nodes) =>
    nodes.some(({ op, args }) => products.has(op) && args.some((each) => isCompound(each))),
  "assumed-symmetric": standsBothWays,
  "wrong-shape": (_, root) => !isScalar(root),
};

/** A square matrix that nothing says is symmetric stands both turned and not. */
function standsBothWays(nodes: readonly ShapedExpr[], _: ShapedExpr, { variables }: ProblemRecord): boolean {
  const turned = nodes.flatMap(({ op, args }) => (op === "transpose" ? (args[0]?.name ?? []) : []));
  const all = nodes.flatMap((node) => (node.op === "variable" && isSquare(node) ? (node.name ?? []) : []));
  return turned.some((name) => {
    const told = variables[name]?.assume ?? [];
    const isSymmetric = told.some(
      (each) => each === "symmetric" || each === "positive-definite" || each === "diagonal",
    );
    return !isSymmetric && all.filter((each) => each === name).length > turned.filter((each) => each === name).length;
  });
}

function demandsOfAnswer(root: ShapedExpr, record: ProblemRecord): string[] {
  const nodes = withParts(root);
  return Object.entries(tests).flatMap(([code, test]) => (test(nodes, root, record) ? [code] : []));
}

function withParts(node: ShapedExpr): ShapedExpr[] {
  return [node, ...node.args.flatMap(withParts)];
}
