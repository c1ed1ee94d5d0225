import { type Declaration, type Declarations, type Scope, scopeOf } from "../shape";
import type { Declared } from "./problem";

/** The problem's scope with further variables. */
export function scopeWith({ problem }: Declared, more: Readonly<Record<string, Declaration>>): Scope {
  const declarations = problem as Declarations;
  return scopeOf({ ...declarations, variables: { ...declarations.variables, ...more } }, problem.indices);
}

/** The problem's scope without one variable, whose dimensions are still known. */
export function scopeWithout({ scope }: Declared, name: string): Scope {
  const variables = new Map([...scope.variables].filter(([other]) => other !== name));
  const shapes = new Map([...scope.vocabulary.variables].filter(([other]) => other !== name));
  return { ...scope, variables, vocabulary: { ...scope.vocabulary, variables: shapes } };
}
