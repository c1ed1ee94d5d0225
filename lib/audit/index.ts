export { auditTopic, type TopicReport } from "./audit";
export { coverageMarkdown, uncovered } from "./coverage";
export { auditLesson, type LessonReport } from "./lesson";
export { auditProblem, type ProblemReport } from "./problem";
export { auditWhole } from "./whole";
