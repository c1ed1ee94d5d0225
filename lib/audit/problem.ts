import {
  type AuthoredProblem,
  type BankInspection,
  countVariants,
  type Drawing,
  type FieldPath,
  instantiate,
  type Place,
  type ProblemInstance,
  unusedParameters,
} from "../problems";
import { checkDraw, checkMutants } from "./draw";
import { Findings } from "./finding";
import { keyOf } from "./grading";

/** How many draws of a problem are looked at, and on how many of them wrong answers are made. */
const draws = 50;
/** So often a variant is drawn to find so many that differ. */
const mostTries = 4 * draws;
const mutatedDraws = 3;

/** What was found in a problem. */
export interface ProblemReport {
  readonly id: string;
  /** The kinds of answer that it asks for: its form, and `latex` or `grid` where its field starts so. */
  readonly kinds: readonly string[];
  /** How many different draws it has. */
  readonly variants: number;
  /** Wrong answers made from the right one, and refused. */
  readonly mutants: number;
  /** Formulas of the solution that were graded. */
  readonly claims: number;
  readonly findings: Findings["all"];
}

/** Whose rules a problem has to keep: the bank asks for more than an author must do. */
export type Rules = "bank" | "author";

/** How far a check has come. */
export interface AuditProgress {
  readonly done: number;
  readonly of: number;
}

/** Checks a problem over its draws, until one is found that has a fault. */
export function auditProblem(
  problem: AuthoredProblem,
  placeOf: BankInspection["placeOf"],
  rules: Rules = "bank",
): ProblemReport {
  const audit = auditInSteps(problem, placeOf, rules);
  for (;;) {
    const step = audit.next();
    if (step.done) return step.value;
  }
}

/** The same, draw by draw, for whoever has to do something else in between. */
export function* auditInSteps(
  problem: AuthoredProblem,
  placeOf: BankInspection["placeOf"],
  rules: Rules,
): Generator<AuditProgress, ProblemReport> {
  const findings = new Findings(problem.id, rules === "bank");
  const place = (field: FieldPath): Place => placeOf(problem.id, field);
  const variants = countVariants(problem.parameters);
  const of = Math.min(draws, variants);
  let [claims, mutants, turn] = [0, 0, 0];
  for (const drawing of distinctDraws(problem, place, findings)) {
    turn += 1;
    const found = auditDraw(drawing, place, findings, turn);
    if (!found) break;
    claims = found.claims;
    mutants += found.mutants;
    yield { done: turn, of };
  }
  checkWhole(problem, place, findings);
  const form = String(problem.problem.form ?? "derivative");
  const kinds = problem.input === "text" ? [form] : [form, problem.input];
  return { id: problem.id, kinds, variants, mutants, claims, findings: findings.all };
}

/** What no single draw shows. */
function checkWhole(problem: AuthoredProblem, place: (field: FieldPath) => Place, findings: Findings): void {
  const { length } = problem.hints;
  if (findings.strict && length < 2)
    findings.add(place(["hints"]), `hints: a problem has two or three, this one has ${length}`);
  for (const name of unusedParameters(problem)) findings.add(place(["parameters", name]), `nothing uses @${name}`);
}

type Instance = Drawing<ProblemInstance>;

/** The first draws of a problem that differ; one where there is nothing to draw. */
function* distinctDraws(
  problem: AuthoredProblem,
  place: (field: FieldPath) => Place,
  findings: Findings,
): Generator<Instance> {
  const seen = new Set<string>();
  const wanted = Math.min(draws, countVariants(problem.parameters));
  for (let k = 0; k < mostTries && seen.size < wanted; k++) {
    const drawing = instantiate(problem, `bank|${problem.id}|${k}`);
    if (!drawing.ok) {
      for (const { path, message } of drawing.error) findings.add(place(path), `${path.join(".")}: ${message}`);
      return;
    }
    const name = JSON.stringify(drawing.value.drawn);
    if (!seen.has(name)) yield drawing.value;
    seen.add(name);
  }
}

/** What was counted in a draw; nothing where it has a fault. */
function auditDraw(
  { instance, drawn }: Instance,
  place: (field: FieldPath) => Place,
  findings: Findings,
  turn: number,
): Pick<ProblemReport, "claims" | "mutants"> | undefined {
  const values = Object.entries(drawn).map(([name, value]) => `${name} = ${value}`);
  const note = values.length > 0 ? ` (with ${values.join(", ")})` : "";
  const complain = (field: FieldPath, message: string): void => findings.add(place(field), message + note);
  const key = keyOf(instance.problem);
  if (typeof key === "string") {
    complain(["problem"], `problem: ${key}`);
    return undefined;
  }
  const draw = { instance, key, findings, at: (...field: FieldPath) => place(field), complain };
  const claims = checkDraw(draw);
  const sound = findings.all.length === 0;
  const mutants = sound && turn <= mutatedDraws ? checkMutants(draw, turn) : 0;
  return findings.all.length === 0 ? { claims, mutants } : undefined;
}
