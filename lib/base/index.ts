export { type Complaint, type ComplaintCode, type ComplaintFacts, type ComplaintKind, complain } from "./complaint";
export { isScalarFunction, type ScalarFunction, scalarFunctions } from "./functions";
export { groupBy } from "./group";
export { fail, invariant, ok, type Result } from "./result";
export { type Random, random, type Seed } from "./seed";
export { cover, type Span } from "./span";
export { isId, storable } from "./storable";
export { answerOf, isEmpty, lengthOf, linesOf, matrixOf, type Typed, type TypedAnswer } from "./typed";
export { type Piece, wordChanges } from "./word-changes";
