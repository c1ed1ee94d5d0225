export { limits } from "./limits";
export { texToMathml } from "./mathml";
export { canonicalName, type DimensionName, greekNames, suggestName, type Vocabulary } from "./names";
export { type Binding, binding, functionNames, type Notation, type Operator, operators } from "./operators";
export { parse, type Syntax } from "./parse";
export { toSpeech } from "./print-speech";
export { toTex } from "./print-tex";
export { toText } from "./print-text";
export { type Branch, type Expr, type ExprKind, parts, type Subscript, withParts } from "./tree";
