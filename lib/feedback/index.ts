export { type Explanation, explain, type FunctionKind, type Policy, wantedLayout } from "./explain";
export { readAnswer, type AnswerPreview, type AnswerProblem } from "./preview";
export { report, reportComplaint } from "./report";
export { sentence } from "./sentences";
