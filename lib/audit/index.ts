export { auditTopic, type TopicReport } from "./audit";
export { auditLesson, type LessonReport } from "./lesson";
export { auditProblem, type ProblemReport } from "./problem";
