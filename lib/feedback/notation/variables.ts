import { fail, ok, type Result } from "../../base";
import { canonicalName, type DimensionName } from "../../expr";
import { type Assumption, assumptions, type Declaration, type Declarations } from "../../shape";
import { type Line, type LineProblem, linesOf, Slip, slip } from "./lines";

/** More than anybody declares. */
const mostVariables = 40;
const longest = 4_000;

/** Assumptions that can only hold of square matrices. */
const ofSquare: ReadonlySet<Assumption> = new Set([
  "symmetric",
  "skew",
  "diagonal",
  "orthogonal",
  "positive-definite",
  "invertible",
]);

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads variables as they are declared in one small field, one a line: `x: n`, `A: n x n symmetric`, `t` for a number; `a, b` for
 * several and `x in R^n` are read too. A size is
 * a whole number or one letter with digits, so that a misspelt property is never taken for a size.
 */
export function readVariables(text: string): Result<Declarations, LineProblem> {
  const variables: Record<string, Declaration> = {};
  const known = new Map<string, string>();
  try {
    if (text.length > longest) slip(wholeOf(text), `at most ${longest} characters are read.`);
    for (const line of linesOf(text).flatMap(namesApart)) {
      const { name, declaration } = readLine(plainly(line));
      const before = known.get(canonicalName(name));
      if (before !== undefined) slip(line, `\`${before}\` is declared already.`, 0, name.length);
      if (known.size === mostVariables) slip(line, `there are at most ${mostVariables} variables.`);
      known.set(canonicalName(name), name);
      variables[name] = declaration;
    }
  } catch (error) {
    if (error instanceof Slip) return fail(error.problem);
    throw error;
  }
  return ok({ variables });
}

/** A declaration in the notation that {@link readVariables} reads. */
export function printVariable(name: string, { shape, assume = [] }: Declaration): string {
  const said = [shape.join(" x "), ...assume].filter((part) => part !== "").join(" ");
  return said === "" ? name : `${name}: ${said}`;
}

/** `a, b` declares two numbers: each name stands for a line of its own. */
function namesApart(line: Line): readonly Line[] {
  if (!/^[\p{L}\p{N}_]+(\s*,\s*[\p{L}\p{N}_]+)+$/u.test(line.text)) return [line];
  return [...line.text.matchAll(/[\p{L}\p{N}_]+/gu)].map(({ 0: text, index }) => ({
    ...line,
    text,
    start: line.start + index,
  }));
}

const spaced = (text: string): string => " ".repeat(text.length);

/** `x in R^n` as `x: n`, `A: R^{m x n}` as `A: m x n` and `t in R` as `t`, with every character at its place. */
function plainly(line: Line): Line {
  const text = line.text
    .replace(/^([^\s:]+\s*)((?:∈|in\b)\s*[Rℝ])(?![\p{L}\p{N}^]|\s*\^)/u, (_, name, is) => name + spaced(is))
    .replace(/^([^\s:]+\s*)(∈|in\b)(?=\s*[Rℝ])/u, (_, name, is) => `${name}:${spaced(is.slice(1))}`)
    .replace(/(:\s*)([Rℝ]\s*\^\s*)([^\s{(,]+|[{(][^{}()]*[})])(\s*,)?/u, (_, colon, reals, size, comma = "") => {
      return colon + spaced(reals) + size.replace(/[{}()]/g, " ") + spaced(comma);
    });
  return { ...line, text };
}

const wholeOf = (text: string): Line => ({ text, number: 1, start: 0 });

function readLine(line: Line): { readonly name: string; readonly declaration: Declaration } {
  const [, name = "", gap = "", colon = ""] = /^([^\s:=]*)(\s*)(:?)/u.exec(line.text) ?? [];
  if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(name)) {
    slip(line, "a line starts with a name: a letter followed by letters, digits or `_`.", 0, Math.max(1, name.length));
  }
  const from = name.length + gap.length + colon.length;
  const rest = tokensOf(line.text, from);
  if (colon === "" && rest[0]) slip(line, `a colon belongs behind the name: \`${name}: …\`.`, rest[0].from, rest[0].to);
  return { name, declaration: readDeclaration(line, rest) };
}

/** Words, numbers and signs; `3x2` and `nxn` are three of them. */
function tokensOf(text: string, from: number): Token[] {
  const tokens: Token[] = [];
  const size = "\\d+|\\p{L}[\\p{N}_]*";
  const joined = new RegExp(`(${size})(x)(${size})(?![\\p{L}\\p{N}_-])`, "uy");
  const single = /[\p{L}\p{N}_][\p{L}\p{N}_-]*|[^\s]/uy;
  const push = (part: string, at: number): void => void tokens.push({ text: part, from: at, to: at + part.length });
  for (let at = from; at < text.length; ) {
    joined.lastIndex = at;
    const three = joined.exec(text);
    single.lastIndex = at;
    const one = three ? null : single.exec(text);
    let place = at;
    for (const part of three ? three.slice(1) : one ? [one[0]] : []) {
      push(part, place);
      place += part.length;
    }
    at = Math.max(place, at + 1);
  }
  return tokens;
}

const isSign = ({ text }: Token): boolean => /^(x|×|\*|,)$/.test(text);
const isSize = ({ text }: Token): boolean => /^([1-9]\d{0,4}|\p{L}[\p{N}_]*)$/u.test(text);
const nothing: ReadonlySet<string> = new Set(["number", "scalar"]);

function readDeclaration(line: Line, tokens: readonly Token[]): Declaration {
  const shape: DimensionName[] = [];
  let next = 0;
  const [first] = tokens;
  if (first && nothing.has(first.text)) next = 1;
  else if (first && isSize(first)) {
    shape.push(sizeOf(first));
    next = 1;
    for (let sign = tokens[next]; sign && isSign(sign); sign = tokens[next]) {
      const second = tokens[next + 1];
      if (!second) slip(line, `something is missing behind \`${sign.text}\`.`, sign.from, sign.to);
      if (!isSize(second)) {
        if (sign.text === ",") break;
        slip(
          line,
          `\`${second.text}\` is no size: a size is a number, or a letter like \`n\`.`,
          second.from,
          second.to,
        );
      }
      if (shape.length === 2) slip(line, "a shape has two sizes at most.", second.from, second.to);
      shape.push(sizeOf(second));
      next += 2;
    }
  }
  const assume = readProperties(line, tokens.slice(next), shape);
  return assume.length > 0 ? { shape, assume } : { shape };
}

const sizeOf = ({ text }: Token): DimensionName => (/^\d/.test(text) ? Number(text) : text);

function readProperties(line: Line, tokens: readonly Token[], shape: readonly DimensionName[]): Assumption[] {
  const found: Assumption[] = [];
  const words = tokens.filter(({ text }) => text !== ",");
  for (let k = 0; k < words.length; k++) {
    const word = words[k] as Token;
    const both = `${word.text}-${words[k + 1]?.text}`.toLowerCase();
    const isPair = assumptionNamed(both) !== undefined;
    const property = isPair ? assumptionNamed(both) : assumptionNamed(word.text.toLowerCase());
    if (!property) slip(line, unknownProperty(word.text, shape), word.from, word.to);
    if (ofSquare.has(property) && shape.length > 0 && !(shape.length === 2 && shape[0] === shape[1])) {
      slip(line, `only a square matrix is ${property}.`, word.from, word.to);
    }
    if (!found.includes(property)) found.push(property);
    if (isPair) k++;
  }
  return found;
}

const assumptionNamed = (text: string): Assumption | undefined => assumptions.find((known) => known === text);

function unknownProperty(word: string, shape: readonly DimensionName[]): string {
  const listed = assumptions.join(", ");
  const known = shape.length === 0 ? "is no size and no property" : "is no property";
  return `\`${word}\` ${known}. A size is a number or a letter like \`n\`; properties are ${listed}.`;
}
