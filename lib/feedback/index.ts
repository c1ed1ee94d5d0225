export { type Explanation, explain, type FunctionKind, wantedLayout } from "./explain";
export type { LineProblem } from "./notation/lines";
export { type PointNumbers, printPoint, readPoint } from "./notation/point";
export { type Undeclared, undeclaredNames } from "./notation/undeclared";
export { printVariable, readVariables } from "./notation/variables";
export { type AnswerPreview, type AnswerProblem, readAnswer } from "./preview";
export { report, reportComplaint } from "./report";
export { sentence } from "./sentences";
export { hasLayouts } from "./titles";
