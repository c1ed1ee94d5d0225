import type { Prisma } from "../../store";

/** How the parameters of a version are drawn, by name; `is` for those that are computed from others. */
type Rules = Readonly<Record<string, { readonly is?: string }>>;

/**
 * True where what was drawn for an answer could have been drawn for another version as well: it has the same parameters, and computes
 * those that it computes by the same formulas. A range may have changed.
 */
export function hasSameParameters(one: Prisma.JsonValue, other: Prisma.JsonValue): boolean {
  const [ours, theirs] = [rulesOf(one), rulesOf(other)];
  const names = Object.keys(ours);
  return (
    names.length === Object.keys(theirs).length &&
    names.every((name) => theirs[name] !== undefined && ours[name]?.is === theirs[name].is)
  );
}

function rulesOf(parameters: Prisma.JsonValue): Rules {
  return (parameters ?? {}) as Rules;
}
