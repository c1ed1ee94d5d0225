import { type ScalarFunction, scalarFunctions } from "../base";

/** How tightly an operator holds its operands, loosest first (contract, section 2). */
export const binding = { compare: 1, sum: 2, product: 3, negation: 4, power: 5 } as const;

export type Binding = (typeof binding)[keyof typeof binding];

/** How an operator is written. */
export type Notation =
  | {
      readonly form: "infix";
      readonly symbol: string;
      readonly binds: Binding;
      readonly tex: string;
      readonly say: string;
    }
  | {
      readonly form: "prefix";
      readonly symbol: string;
      readonly binds: Binding;
      readonly tex: string;
      readonly say: string;
    }
  | {
      readonly form: "postfix";
      readonly symbol: string;
      readonly binds: Binding;
      readonly tex: string;
      readonly say: string;
    }
  | {
      readonly form: "function";
      /** The names it answers to; the first is the one it is printed with. */
      readonly names: readonly string[];
      readonly arity: readonly [least: number, most: number];
      readonly tex: string;
      readonly say: string;
    };

const infix = (symbol: string, binds: Binding, tex: string, say: string): Notation => ({
  form: "infix",
  symbol,
  binds,
  tex,
  say,
});

const named = (
  names: readonly string[],
  arity: number | readonly [number, number],
  tex: string,
  say: string,
): Notation => ({
  form: "function",
  names,
  arity: typeof arity === "number" ? [arity, arity] : arity,
  tex,
  say,
});

const symbols = {
  add: infix("+", binding.sum, "+", "plus"),
  subtract: infix("-", binding.sum, "-", "minus"),
  multiply: infix("*", binding.product, "\\,", "times"),
  /** `×`, which stands between numbers only. */
  cross: infix("×", binding.product, "\\times", "times"),
  divide: infix("/", binding.product, "/", "over"),
  entryTimes: infix(".*", binding.product, "\\odot", "times entry by entry"),
  entryDivide: infix("./", binding.product, "\\oslash", "divided entry by entry by"),
  kron: infix("⊗", binding.product, "\\otimes", "Kronecker"),
  negate: { form: "prefix", symbol: "-", binds: binding.negation, tex: "-", say: "minus" },
  power: infix("^", binding.power, "^", "to the power"),
  entryPower: infix(".^", binding.power, "^{\\circ}", "to the entry-wise power"),
  transpose: { form: "postfix", symbol: "'", binds: binding.power, tex: "^\\top", say: "transpose" },
  greater: infix(">", binding.compare, ">", "greater than"),
  less: infix("<", binding.compare, "<", "less than"),
  atLeast: infix(">=", binding.compare, "\\ge", "at least"),
  atMost: infix("<=", binding.compare, "\\le", "at most"),
} as const satisfies Record<string, Notation>;

const functions = {
  inverse: named(["inv"], 1, "", "the inverse"),
  vec: named(["vec"], 1, "\\operatorname{vec}", "vec"),
  trace: named(["tr"], 1, "\\operatorname{tr}", "the trace"),
  det: named(["det"], 1, "\\det", "the determinant"),
  logdet: named(["logdet"], 1, "\\log\\det", "the log determinant"),
  diag: named(["diag"], 1, "\\operatorname{diag}", "diag"),
  total: named(["sum"], 1, "\\operatorname{sum}", "the sum of the entries"),
  norm: named(["norm"], 1, "", "the norm"),
  norm1: named(["norm1"], 1, "", "the one-norm"),
  norm2: named(["norm2"], 1, "", "the two-norm"),
  normF: named(["normF"], 1, "", "the Frobenius norm"),
  /** `|a|`: abs of a scalar or vector, det of a square matrix. */
  bars: named([], 1, "", "the modulus"),
  dot: named(["dot"], 2, "\\operatorname{dot}", "the dot product"),
  outer: named(["outer"], 2, "\\operatorname{outer}", "the outer product"),
  softmax: named(["softmax"], 1, "\\operatorname{softmax}", "softmax"),
  logsumexp: named(["logsumexp"], 1, "\\operatorname{logsumexp}", "log-sum-exp"),
  max: named(["max"], 2, "\\max", "the maximum"),
  min: named(["min"], 2, "\\min", "the minimum"),
  ones: named(["ones"], [0, 2], "\\mathbf{1}", "ones"),
  zeros: named(["zeros"], [1, 2], "\\mathbf{0}", "zeros"),
  unit: named(["e_i"], 2, "e", "the unit vector"),
  delta: named(["delta"], 2, "\\delta", "delta"),
} as const satisfies Record<string, Notation>;

const aliases: { readonly [F in ScalarFunction]?: readonly string[] } = { log: ["ln"], sigmoid: ["sigma"] };

const ownTex: { readonly [F in ScalarFunction]?: string } = {
  exp: "\\exp",
  log: "\\log",
  sin: "\\sin",
  cos: "\\cos",
  tan: "\\tan",
  asin: "\\arcsin",
  acos: "\\arccos",
  atan: "\\arctan",
  sinh: "\\sinh",
  cosh: "\\cosh",
  tanh: "\\tanh",
  sigmoid: "\\sigma",
};

const spoken: { readonly [F in ScalarFunction]?: string } = {
  exp: "the exponential",
  log: "the log",
  sin: "the sine",
  cos: "the cosine",
  tan: "the tangent",
  sqrt: "the square root",
  abs: "the absolute value",
};

const entrywise = Object.fromEntries(
  scalarFunctions.map((name) => [
    name,
    named([name, ...(aliases[name] ?? [])], 1, ownTex[name] ?? `\\operatorname{${name}}`, spoken[name] ?? name),
  ]),
) as { readonly [F in ScalarFunction]: Notation };

export type Operator = keyof typeof symbols | keyof typeof functions | ScalarFunction;

/** Every operator of the language: one row says how it is typed, typeset and spoken. */
export const operators: { readonly [Op in Operator]: Notation } = { ...symbols, ...functions, ...entrywise };

/** The operator that a function name stands for. */
export const functionNames: ReadonlyMap<string, Operator> = new Map(
  (Object.entries(operators) as [Operator, Notation][]).flatMap(([op, row]) =>
    row.form === "function" ? row.names.map((name): [string, Operator] => [name, op]) : [],
  ),
);
