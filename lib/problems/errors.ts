import { sentence } from "../feedback";
import { readProblem } from "../grade";
import { instantiate } from "./instance";
import type { FieldError } from "./parameters";
import { readParts } from "./parts";
import type { AuthoredProblem } from "./schema";

/** What is wrong with a problem, and where: the field, and in the Markdown of a solution the line, from 1. */
export interface ProblemError extends FieldError {
  readonly line?: number;
}

/** Nothing where one draw can be filled in, its blocks can be read and the grader takes its record. */
export function problemErrors(problem: AuthoredProblem): readonly ProblemError[] {
  const drawn = instantiate(problem, "bank");
  if (!drawn.ok) return drawn.error;
  const { solution = "", problem: record } = drawn.value.instance;
  const ofBlocks = readParts(solution).errors.map((error) => ({ path: ["solution"], ...error }));
  const key = readProblem(record);
  if (key.ok) return ofBlocks;
  return [...ofBlocks, { path: ["problem", ...(key.error.field?.split(".") ?? [])], message: sentence(key.error) }];
}
