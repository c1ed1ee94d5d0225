import type { Complaint, ComplaintFacts, ComplaintKind } from "../base";

type Sentences = { readonly [K in ComplaintKind]: (facts: ComplaintFacts[K]) => string };

const maybe = (suggestion: string): string => (suggestion ? ` Did you mean \`${suggestion}\`?` : "");
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}…` : text);

const inWords: Readonly<Record<string, string>> = {
  inverse: "inv",
  trace: "tr",
  bars: "|…|",
  total: "sum",
};

const roleName = (role: string): string => inWords[role] ?? role;

/** Characters that people type out of another habit. */
const ownSentences: Readonly<Record<string, string>> = {
  "=": "`=` has no place here: write only what stands behind it.",
  "\\": "`\\` begins a command of LaTeX, and this is read as text.",
};

/** The sentence for every complaint: what is wrong, and what to write instead where that is known. */
const sentences: Sentences = {
  empty: () => "Nothing is written here yet.",
  "unexpected-character": ({ found }) => ownSentences[found] ?? `\`${found}\` is not part of the language.`,
  "unexpected-token": ({ found }) => `\`${shown(found)}\` does not fit here.`,
  "unexpected-end": () => "The expression stops too early: something is missing at the end.",
  "missing-operand": ({ operator }) => `Something is missing behind \`${operator}\`.`,
  "unclosed-bracket": ({ bracket }) => `This \`${bracket}\` is never closed.`,
  "number-after-factor": ({ found }) =>
    `It is unclear how ${found} belongs to what stands before it: write \`*\` between them, or a comma between entries.`,
  "wrong-argument-count": ({ name, want, got }) =>
    `\`${name}\` takes ${want} ${want === "1" ? "argument" : "arguments"}, not ${got}.`,
  "needs-argument": ({ name }) => `\`${name}\` needs an argument: write \`${name}(…)\`.`,
  "inverse-function": ({ name, inverse }) =>
    inverse
      ? `\`${name}^-1\` can be read in two ways: write \`${inverse}(x)\` for the inverse function or \`1/${name}(x)\` for the reciprocal.`
      : `\`${name}^-1\` can be read in two ways: write \`1/${name}(x)\` for the reciprocal.`,
  "chained-comparison": () => "Comparisons do not chain: write `(0 < x) .* (x < 1)`.",
  "bad-subscript": ({ name }) => `\`${name}\` is no subscript.`,
  "index-is-variable": ({ name }) => `\`${name}\` is a variable here: use another letter for the index of the sum.`,
  "unknown-command": ({ name }) => `\`${name}\` is not a command of the language.`,
  "empty-placeholder": () => "An empty box is left in the formula.",
  "not-this-form": ({ want }) => `This answer should be ${want}.`,
  "unknown-name": ({ name, suggestion }) => `Unknown name \`${shown(name)}\`.${maybe(suggestion)}`,
  mismatch: ({ operator, left, leftShape, right, rightShape, suggestion }) =>
    `\`${shown(left)}\` is ${leftShape} and \`${shown(right)}\` is ${rightShape}, so \`${operator}\` does not fit between them.${maybe(suggestion)}`,
  "scalar-beside-matrix": ({ operator, matrix, shape }) =>
    `A number and the ${shape} matrix \`${shown(matrix)}\` cannot stand on both sides of \`${operator}\`: multiply the number by \`I\` or \`ones(…)\` first.`,
  "not-scalar": ({ role, text, shape }) =>
    role === "/"
      ? `Only a number can stand behind \`/\`, and \`${shown(text)}\` is ${shape}. For a matrix use \`inv(…)\`, for entries \`./\`.`
      : `An exponent is a number, and \`${shown(text)}\` is ${shape}.`,
  "not-square": ({ role, text, shape }) =>
    `\`${roleName(role)}\` needs a square matrix, and \`${shown(text)}\` is ${shape}.`,
  "not-vector": ({ role, text, shape }) => `\`${roleName(role)}\` needs a vector, and \`${shown(text)}\` is ${shape}.`,
  "power-of-vector": ({ text, shape }) =>
    `\`${shown(text)}\` is ${shape}, and a vector has no power. For entry-by-entry powers write \`.^\`, for the squared length \`${shown(text)}'*${shown(text)}\`.`,
  "bad-exponent": ({ text }) => `A matrix can only be raised to a whole number, and \`${shown(text)}\` is not one.`,
  "ragged-rows": ({ want, got }) => `The rows do not fit together: one is ${want} and another ${got}.`,
  "entry-outside": ({ text, at, size }) =>
    `\`${shown(text)}\` has no entry ${at}: entries are counted from 1 to ${size}.`,
  "wrong-subscripts": ({ text, shape, got }) =>
    `\`${shown(text)}\` is ${shape}: ${got === 1 ? "one subscript is too few" : `${got} subscripts do not fit`}.`,
  "bad-size": ({ text }) => `\`${shown(text)}\` is no whole-number size, place or index.`,
  "identity-size": () => "The size of this does not follow from where it stands: write `I_n`, `eye(n)` or `ones(n)`.",
  "zero-size": () => "The size of this `0` does not follow from where it stands: write `zeros(n)`.",
  "index-two-ranges": ({ name, one, other }) => `The index \`${name}\` is used over two ranges, ${one} and ${other}.`,
  "index-no-range": ({ name }) => `Nothing says how far the index \`${name}\` runs.`,
  "index-not-here": ({ name }) => `The index \`${name}\` has no meaning here.`,
  "times-between-matrices": ({ left, right }) =>
    `\`×\` stands between numbers only: write \`${shown(left)}*${shown(right)}\` for the matrix product.`,
  "no-layout": ({ name, from, to }) =>
    `The derivative of \`${name}\`, from ${from} to ${to}, is no vector and no matrix, so it cannot stand in an answer.`,
  "wrong-function-argument": ({ name, want, got }) => `\`${name}\` takes an argument of shape ${want}, not ${got}.`,
  "wrong-answer-shape": ({ want, got }) => `The answer should be ${want}, and this is ${got}.`,
  "too-long": ({ length, limit }) =>
    `This is ${length.toLocaleString("en")} characters long; at most ${limit.toLocaleString("en")} are read.`,
  "too-deep": ({ limit }) => `Brackets, signs and powers are nested more than ${limit} deep here.`,
  "too-many-parts": ({ limit }) => `This has more than ${limit.toLocaleString("en")} parts.`,
  "too-large": ({ limit }) => `The result would have more than ${limit.toLocaleString("en")} entries.`,
  "bad-record": ({ detail }) => detail,
};

/** A complaint in the words of whoever typed the text. */
export function sentence(complaint: Complaint): string {
  const write = sentences[complaint.what] as (facts: Complaint["facts"]) => string;
  return write(complaint.facts);
}
