import { type Declaration, type Declarations, type Scope, scopeOf } from "../shape";
import type { Declared } from "./problem";

/** The problem's scope with further variables. */
export function scopeWith({ problem }: Declared, more: Readonly<Record<string, Declaration>>): Scope {
  const declarations = problem as Declarations;
  return scopeOf({ ...declarations, variables: { ...declarations.variables, ...more } }, problem.indices);
}

/** The problem's scope without one variable. */
export function scopeWithout({ problem }: Declared, name: string): Scope {
  const declarations = problem as Declarations;
  const kept = Object.entries(declarations.variables).filter(([other]) => other !== name);
  return scopeOf({ ...declarations, variables: Object.fromEntries(kept) }, problem.indices);
}
