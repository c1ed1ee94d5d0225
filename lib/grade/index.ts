export { wrongSummand } from "./diagnose/summand";
export { type AnswerKey, GRADER_VERSION, grade, readProblem } from "./grade";
export type { Answer } from "./judge";
export { type Form, forms, type Problem, type ProblemInput, problemSchema } from "./problem";
export { gradeRecord, seedOf } from "./record";
export { type Differences, describeTruth, type TruthSample } from "./sample";
export type { Diagnosis, DiagnosisCode, Graded, Grid, Layout, Verdict, Witness } from "./verdict";
export { type Policy, policies } from "./verdict";
export { checkWitness, type WitnessCheck } from "./witness-check";
