/** The real functions of one number that the language knows, by the name they are typed with. */
export const scalarFunctions = [
  "exp",
  "log",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "sinh",
  "cosh",
  "tanh",
  "sqrt",
  "abs",
  "sign",
  "relu",
  "step",
  "sigmoid",
  "softplus",
] as const;

export type ScalarFunction = (typeof scalarFunctions)[number];

/** True where the name is one of {@link scalarFunctions}. */
export function isScalarFunction(name: string): name is ScalarFunction {
  return (scalarFunctions as readonly string[]).includes(name);
}
