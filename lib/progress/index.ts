export { type Attempt, craftOf, practise, type Skills } from "./credit";
export {
  afterAttempt,
  attemptOf,
  type EarlierAnswer,
  type Estimate,
  type Estimates,
  movedBy,
  type StoredAnswer,
} from "./estimates";
export { layered, type Node, type Place } from "./layers";
export { type Exercise, ease, type TopicProgress, topicProgress } from "./mastery";
export { isEnough, type Lesson, nextProblem } from "./next";
export {
  judged,
  mostQuestions,
  nextQuestion,
  type PlacementAnswer,
  placeSkills,
} from "./placement";
export { isDue, type Recall, type Review, recallOf, retention, schedule } from "./review";
export { type DueSkill, type ReviewProblem, reviewSession } from "./session";
export { chanceOf, type Grasp, graspOf, jointGrasp, mastery, type Skill, unknownSkill } from "./skill";
export { advance, join, type ProblemState, type Standing, stateOf, untouched } from "./standing";
