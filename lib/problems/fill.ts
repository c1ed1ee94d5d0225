import type { Drawn, FieldError, Parameters } from "./parameters";
import type { FieldPath } from "./yaml";

/** `@name` or `@{name}`, as it stands in any string of a problem. */
const place = /@(?:\{([A-Za-z][A-Za-z0-9]*)\}|([A-Za-z][A-Za-z0-9]*))/g;

/** Fields of a record in which a string of digits stands for a number: sizes and points. */
const numeric: ReadonlySet<string> = new Set(["shape", "at", "seed", "tolerance"]);

/** The two shapes of a declared function; elsewhere `to` is a formula. */
const isShapeOfFunction = (key: string, item: unknown): boolean =>
  (key === "from" || key === "to") && Array.isArray(item);

/** Puts what was drawn in the place of every `@name`, in strings and in keys, and leaves the rest as it is. */
export function fill<T>(value: T, drawn: Drawn): T {
  return walk(value, (text) =>
    text.replace(place, (whole, braced, bare) => String(drawn[braced ?? bare] ?? whole)),
  ) as T;
}

/** Turns strings of digits into numbers in the fields of a record that hold sizes and points. */
export function withNumbers(value: unknown, inside = false): unknown {
  if (typeof value === "string") return inside && /^-?\d+([.]\d+)?$/.test(value) ? Number(value) : value;
  if (Array.isArray(value)) return value.map((item) => withNumbers(item, inside));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      return [
        key,
        withNumbers(item, inside || numeric.has(key) || key === "variables" || isShapeOfFunction(key, item)),
      ];
    }),
  );
}

/** The `@name`s that no parameter has, with the fields they stand in. */
export function unknownNames(value: unknown, known: Drawn, path: FieldPath = []): FieldError[] {
  if (typeof value === "string") {
    const names = [...value.matchAll(place)].map(([, braced, bare]) => braced ?? bare ?? "");
    const unknown = [...new Set(names)].filter((name) => !Object.hasOwn(known, name));
    return unknown.map((name) => ({ path, message: `@${name} is no parameter (write @{name} before a letter)` }));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...unknownNames(key, known, [...path, key]),
    ...unknownNames(item, known, [...path, Array.isArray(value) ? Number(key) : key]),
  ]);
}

function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), walk(item, change)]));
}

/** Variables of which only the shape is said, `A: [m, n]`, in full. */
export function withShapes(variables: unknown): unknown {
  if (typeof variables !== "object" || variables === null || Array.isArray(variables)) return variables;
  return Object.fromEntries(
    Object.entries(variables).map(([name, given]) => [name, Array.isArray(given) ? { shape: given } : given]),
  );
}

/** The parameters of a problem that nothing mentions. */
export function unusedParameters({ parameters = {}, ...template }: { readonly parameters?: Parameters }): string[] {
  const formulas = Object.values(parameters).flatMap((each) => ("is" in each ? [each.is] : []));
  const mentioned = new Set(formulas.flatMap((formula) => formula.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []));
  const text = JSON.stringify(template);
  for (const [, braced, bare] of text.matchAll(place)) mentioned.add(braced ?? bare ?? "");
  return Object.keys(parameters).filter((name) => !mentioned.has(name));
}
