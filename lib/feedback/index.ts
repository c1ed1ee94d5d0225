export { type Explanation, explain, type FunctionKind, wantedLayout } from "./explain";
export { type AnswerPreview, type AnswerProblem, readAnswer } from "./preview";
export { report, reportComplaint } from "./report";
export { sentence } from "./sentences";
export { hasLayouts } from "./titles";
