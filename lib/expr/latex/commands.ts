import { greekNames } from "../names";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Commands that set a space. */
export const spaces = words(", ; : > quad qquad thinspace medspace thickspace");

/** Commands that change nothing but the look of the formula. */
export const ignored = words(
  "! displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits mathstrut strut negthinspace " +
    "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm rm bf it sf tt mathopen mathclose",
);

/** Commands that set their argument in another face: the name stays the same. */
export const faces = words(
  "mathbf boldsymbol bm mathcal mathrm mathsf mathit mathbb mathtt mathfrak mathnormal text textrm textbf textit textsf texttt mbox operatorname operatorname* " +
    "mathbbm mathds pmb symbf symbfit symup vec",
);

/** Faces in which a run of letters is one word. */
export const upright = words(
  "mathrm mathsf text textrm textbf textit textsf texttt mbox operatorname operatorname* mathtt symup",
);

/** Accents, which are part of a name: `\hat{x}` is `x_hat`. */
export const accents = words("hat bar tilde dot ddot overline widehat widetilde check breve");

/** Commands that stand for a mark of the language. */
export const marks: ReadonlyMap<string, string> = new Map([
  ["cdot", "·"],
  ["cdotp", "·"],
  ["ast", "*"],
  ["times", "×"],
  ["div", "/"],
  ["odot", "⊙"],
  ["circ", "⊙"],
  ["oslash", "./"],
  ["otimes", "⊗"],
  ["le", "<="],
  ["leq", "<="],
  ["leqslant", "<="],
  ["ge", ">="],
  ["geq", ">="],
  ["geqslant", ">="],
  ["lt", "<"],
  ["gt", ">"],
  ["lvert", "\\lvert"],
  ["rvert", "\\rvert"],
  ["vert", "|"],
  ["lVert", "\\lVert"],
  ["rVert", "\\rVert"],
  ["Vert", "‖"],
  ["|", "‖"],
  ["{", "("],
  ["}", ")"],
  ["lbrace", "("],
  ["rbrace", ")"],
  ["lbrack", "["],
  ["rbrack", "]"],
  ["lparen", "("],
  ["rparen", ")"],
  ["top", "⊤"],
  ["intercal", "⊤"],
  ["prime", "'"],
  ["colon", ":"],
]);

/** Names of functions that are commands of LaTeX, by the language's own name. */
export const functions: ReadonlyMap<string, string> = new Map(
  (
    "exp log ln sin cos tan sinh cosh tanh det max min arcsin:asin arccos:acos arctan:atan tr:tr Tr:tr diag:diag vec:vec sgn:sign sign:sign " +
    "ReLU:relu relu:relu softmax:softmax trace:tr"
  )
    .split(" ")
    .map((entry): [string, string] => [entry.split(":")[0] as string, entry.split(":")[1] ?? entry]),
);

/** Spellings of function names in an upright face, by the language's own name. */
export const spellings: ReadonlyMap<string, string> = new Map([
  ...functions,
  ["Diag", "diag"],
  ["Vec", "vec"],
  ["Softmax", "softmax"],
  ["LogSumExp", "logsumexp"],
  ["lse", "logsumexp"],
]);

const variants: ReadonlyMap<string, string> = new Map([
  ["varepsilon", "epsilon"],
  ["vartheta", "theta"],
  ["varphi", "phi"],
  ["varrho", "rho"],
  ["varsigma", "sigma"],
  ["varpi", "pi"],
  ["ell", "ell"],
  ["exponentialE", "e"],
]);

/** The name of a Greek command, or nothing. */
export function greekOf(command: string): string | undefined {
  return greekNames.has(command) ? command : variants.get(command);
}

/** Environments whose rows are those of a matrix. */
export const matrices = words("bmatrix pmatrix matrix smallmatrix Bmatrix array");

/** Fractions, which differ in size only. */
export const fractions = words("frac dfrac tfrac cfrac nicefrac sfrac");
