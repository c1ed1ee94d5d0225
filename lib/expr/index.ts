export { limits } from "./limits";
export { canonicalName, type DimensionName, greekNames, suggestName, type Vocabulary } from "./names";
export { type Binding, binding, functionNames, type Notation, type Operator, operators } from "./operators";
export { parse, type Syntax } from "./parse";
export { type Branch, type Expr, type ExprKind, parts, type Subscript, withParts } from "./tree";
