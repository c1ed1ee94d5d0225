export { auditTopic, type TopicReport } from "./audit";
export { coverageMarkdown, uncovered } from "./coverage";
export { forget } from "./grading";
export { auditLesson, type LessonReport } from "./lesson";
export { type Mutant, mutantsOf } from "./mutants";
export {
  type AuditProgress,
  auditInSteps,
  auditProblem,
  type ProblemReport,
  type Rules,
} from "./problem";
export { forgetTexts } from "./prose";
export { auditWhole } from "./whole";
