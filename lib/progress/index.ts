export { type Exercise, ease, type TopicProgress, topicProgress } from "./mastery";
export { type Lesson, nextProblem } from "./next";
export { advance, join, type ProblemState, type Standing, stateOf, untouched } from "./standing";
