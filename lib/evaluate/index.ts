export { budget, type Sizes } from "./builder";
export { degreeBound } from "./degree";
export { hiddenName } from "./functions";
export { lower, lowerEntries } from "./lower";
export type { Program, Step, StepOp } from "./program";
export { gather, run, runSteps, type Values } from "./run";
export { unrolledSteps } from "./unrolled";
