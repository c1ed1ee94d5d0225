import { fail, ok, type Result, type Seed } from "../base";
import { fill, unknownNames, withNumbers, withShapes } from "./fill";
import { type Drawn, drawParameters, type FieldError } from "./parameters";
import { type AnswerText, type AuthoredProblem, type ProblemInstance, problemInstance } from "./schema";

/** What of a problem depends on its parameters, and the parameters. */
type Template = Pick<AuthoredProblem, "problem" | "parameters">;

/** A problem as one student sees it, and what was drawn for it. */
export interface Drawing<T> {
  readonly instance: T;
  readonly drawn: Drawn;
}

/**
 * Draws a problem's parameters from a seed and puts them in place everywhere. Pure: the same problem and seed always give
 * the same instance. A complaint names the field: a parameter that does not come out whole, a name that is no parameter,
 * a record that is none once it is filled.
 */
export function instantiate(
  problem: AuthoredProblem,
  seed: Seed,
): Result<Drawing<ProblemInstance>, readonly FieldError[]> {
  const { parameters = {}, ...template } = problem;
  const drawn = drawParameters(parameters, seed);
  if (!drawn.ok) return fail([drawn.error]);
  const unknown = unknownNames(template, drawn.value);
  if (unknown.length > 0) return fail(unknown);

  const filled = fillTemplate(template, drawn.value);
  const read = problemInstance.safeParse(filled);
  if (read.success) return ok({ instance: read.data, drawn: drawn.value });
  return fail(
    read.error.issues.map(({ path, message }) => ({ path: path.filter((key) => typeof key !== "symbol"), message })),
  );
}

/** Puts drawn values in the place of every `@name` of a stored problem; `problem` becomes a record of the contract. */
export function fillTemplate<T extends Template>(template: T, drawn: Drawn): T {
  const filled = fill(template, drawn);
  const { variables, ...record } = filled.problem;
  const problem = { ...(variables !== undefined && { variables: withShapes(variables) }), ...record };
  return { ...filled, problem: withNumbers(problem) };
}

/** The right answers by layout; one without layouts counts for both. */
export function rightAnswers({ answers, answer }: Pick<ProblemInstance, "answers" | "answer">): {
  readonly numerator: AnswerText;
  readonly denominator: AnswerText;
} {
  const both = answer ?? "";
  return answers ?? { numerator: both, denominator: both };
}
