import { fail, ok, type Result } from "../../base";
import { canonicalName } from "../../expr";
import { sentence } from "../../feedback";
import { type Form, readProblem } from "../../grade";
import { type AnswerText, readYaml } from "../../problems";
import { assumptions } from "../../shape";
import type { ProblemDraft, VariableDraft } from "./draft";
import { type Complaints, isTyped, placeOfLine } from "./draft-fields";

/** A size or a name in which parameters may stand. */
const templated = /@(\{[A-Za-z][A-Za-z0-9]*\}|[A-Za-z][A-Za-z0-9]*)/;
const namePattern = /^\p{L}[\p{L}\p{N}_]*$/u;

type Variable = { readonly shape: readonly (string | number)[]; readonly assume?: readonly Assumption[] };

/** The rows of the table of variables; a row left empty is none. */
export function readVariables(rows: readonly VariableDraft[], complaints: Complaints): Record<string, Variable> {
  const variables: Record<string, Variable> = {};
  const taken = new Set<string>();
  for (const [row, draft] of rows.entries()) {
    if (!isTyped(`${draft.name}${draft.shape}${draft.assume}`)) continue;
    const name = draft.name.trim();
    const at = (field: keyof VariableDraft) => `variables.${row}.${field}`;
    const shape = readShape(draft.shape);
    const assume = readAssumptions(draft.assume);
    if (!namePattern.test(name) && !templated.test(name)) {
      complaints.add(at("name"), "A name is a letter followed by letters, digits or _.");
    } else if (taken.has(canonicalName(name))) complaints.add(at("name"), `${name} is there already.`);
    if (!shape) complaints.add(at("shape"), "Leave this empty for a scalar, or write n, or m x n.");
    if (!assume.ok) complaints.add(at("assume"), assume.error);
    if (!shape || !assume.ok || complaints.has(at("name"))) continue;

    taken.add(canonicalName(name));
    variables[name] = { shape, ...(assume.value.length > 0 && { assume: assume.value }) };
    const wrong = assumptionComplaint(name, variables[name]);
    if (wrong) complaints.add(at("assume"), wrong);
  }
  return variables;
}

/** What is assumed of a variable must fit its shape; what is not drawn yet is looked at when it is. */
function assumptionComplaint(name: string, variable: Variable): string | undefined {
  if (templated.test(`${name} ${variable.shape.join(" ")}`)) return undefined;
  const alone = readProblem({ variables: { [name]: variable }, reference: "1" });
  return alone.ok ? undefined : sentence(alone.error);
}

/** `""`, `n`, `3`, `m x n`, `m × n`, `(m, n)`, `2x3`, `@n`; nothing where it is no shape. */
export function readShape(text: string): Variable["shape"] | undefined {
  const bare = text
    .trim()
    .replace(/^[([](.*)[)\]]$/, "$1")
    .trim();
  if (bare === "" || bare === "scalar") return [];
  const compact = /^(\d+|\p{L})[x×](\d+|\p{L})$/u.exec(bare);
  const sizes = compact ? [compact[1] ?? "", compact[2] ?? ""] : bare.split(/\s+x\s+|\s*[×,*]\s*/);
  const isSize = (size: string) => /^[1-9]\d*$/.test(size) || namePattern.test(size) || templated.test(size);
  if (sizes.length > 2 || !sizes.every(isSize)) return undefined;
  return sizes.map((size) => (/^\d+$/.test(size) ? Number(size) : size));
}

type Assumption = (typeof assumptions)[number];

function readAssumptions(text: string): Result<Assumption[], string> {
  const words = text.split(",").map((word) => word.trim().toLowerCase().replace(/\s+/g, "-"));
  const named = words.filter((word) => word !== "");
  const known = named.filter((word): word is Assumption => (assumptions as readonly string[]).includes(word));
  const unknown = named.find((word) => !known.includes(word as Assumption));
  return unknown === undefined ? ok(known) : fail(`"${unknown}" is not known. Known are ${assumptions.join(", ")}.`);
}

/** The name as it was declared, so that `θ` finds `theta`. */
export function declaredName(text: string, variables: object): string {
  const wanted = text.trim();
  return Object.keys(variables).find((name) => canonicalName(name) === canonicalName(wanted)) ?? wanted;
}

/** A field in YAML that holds names with what they stand for. What is wrong with it is said with its line. */
export function readMapping(
  field: keyof ProblemDraft & ("more" | "parameters"),
  draft: ProblemDraft,
  complaints: Complaints,
): Record<string, unknown> {
  const text = draft[field];
  if (!isTyped(text)) return {};
  const yaml = readYaml(text);
  if (!yaml.ok) {
    complaints.add(field, `Line ${yaml.error.line}: ${yaml.error.message}`, placeOfLine(text, yaml.error.line));
    return {};
  }
  const { value } = yaml.value;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  complaints.add(field, "Write names with what they stand for, such as `k: { from: 2, to: 9 }`.");
  return {};
}

/** The place of a field of that YAML. */
export function placeInMapping(text: string, path: readonly string[]): ReturnType<typeof placeOfLine> | undefined {
  const yaml = readYaml(text);
  return yaml.ok ? placeOfLine(text, yaml.value.lineOf(path)) : undefined;
}

/** An answer as its form has it: one text, the lines of a derivation, or the cells of a table. */
export function readAnswerText(text: string, form: Form): AnswerText {
  const lines = text.split("\n").filter(isTyped);
  if (form === "steps") return lines.map((line) => line.trim());
  if (form !== "table") return text.trim();
  return Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...value] = line.split("=");
      return [name.trim(), value.join("=").trim()];
    }),
  );
}

/** The right answer in the layout in which none was typed: the other one transposed. */
export function otherLayout(answer: string, form: string, alike: boolean): string {
  if (alike) return answer;
  if (form !== "shape") return `(${answer.trim()})'`;
  const sizes = answer.split(/\s*[x×]\s*/).map((size) => size.trim());
  return sizes.reverse().join(" x ");
}
