import "server-only";

// What stands behind a failure.

export { faultOf } from "../store";

// What learners may ask for.

export type { AnswerText } from "./answer-text";
export { listAttempts } from "./attempts";
export { firstProblem, getProblem, getTopic, listTopics } from "./catalogue";
export { getDashboard } from "./dashboard";
export { type DraftInput, keepDraft, ownerName } from "./drafts";
export { askForHint, giveUp, type HelpInput, takeNewVariant } from "./help";
export { countDue } from "./mastery/due";
export { getMap } from "./mastery/map";
export { getPlacement, nextInPlacement, startPlacement, stopPlacement } from "./mastery/placement";
export { getReview, nextInReview, type ReviewStep, startReview } from "./mastery/review";
export { getReviewSummary } from "./mastery/review-summary";
export { type AnswerInput, longestAnswer, submitAnswer } from "./submissions";

// The threads that answers are graded on: for the start and the end of a process, and for whoever watches it.

export { closeGrader, graderAway, graderCounts } from "./grader/lanes";

// For jobs: answers that somebody has left without a grade, and those whose grading was stopped.

export { takeSecondLooks } from "./answers/second-look";
export { sweepAnswers } from "./answers/sweep";

// The formula sheet.

export { getReference } from "./reference/load";
export type {
  ErratumView,
  FormulaView,
  GroupContents,
  SheetView,
  WitnessView,
} from "./reference/views";

// The playground, open to everybody.

export { longestFields } from "./playground/look";
export { explore } from "./playground/playground";
export type * from "./playground/views";

// Accounts. The caller then opens the session with `openSession(personId)` of lib/auth.

export { hasDemoAccounts, type SignInInput, type SignUpInput, signIn, signInToDemo, signOut, signUp } from "./accounts";
export { adoptGuestWork } from "./adoption";

// What is held about the viewer: to be taken along, and to be erased.

export { type EraseInput, eraseAccount, eraseWord } from "./privacy/erase";
export { exportEverything } from "./privacy/export";
export { getPersonalData, type PersonalDataView } from "./privacy/own";

// The audit log: what was done in a course, to its instructors; all of it to admins.

export { getLog } from "./audit-log/audit-log";
export type * from "./audit-log/views";

// Authoring: `not-found` for everybody but instructors and admins.

export { draftFrom, emptyDraft } from "./authoring/draft";
export { type DraftToKeep, saveDraft } from "./authoring/drafts";
export {
  type AuthoringChoices,
  getAuthoredProblem,
  getAuthoringChoices,
  getStart,
  shareProblem,
} from "./authoring/edit";
export { getHistory, restoreDraft } from "./authoring/history";
export { lookAtDraft } from "./authoring/look";
export { type ExportedPack, exportPack, importPack, lookThroughPack, type PackWanted } from "./authoring/packs";
export { publishInSteps, publishProblem } from "./authoring/publish";
export { listAuthoredProblems, listProblemAnswers } from "./authoring/teaching";
export { tryAnswer } from "./authoring/try";
export type { TriedAnswer } from "./authoring/try-at";
export type * from "./authoring/views";

// Courses: who is in one, and how they get there. What somebody may not see in a course is `not-found` or `refused`.

export { timeZones } from "./courses/course-input";
export {
  archiveCourse,
  createCourse,
  editCourse,
  getCourse,
  getCourseOverview,
  listTaughtCourses,
  openJoining,
  placesOf,
  replaceJoinCode,
} from "./courses/courses";
export { findByCode, joinCourse } from "./courses/join";
export { bringBack, changeRole, getPeople, moveToSection, removePerson, withdrawInvitation } from "./courses/people";
export { applyRoster, discardRoster, getRosterPlan, keepRoster, type RosterDone } from "./courses/roster/roster";
export { nameSection, removeSection } from "./courses/sections";
export type * from "./courses/views";

// Assignments: what they ask, the work of their students, and their times.

export { type AssignedAnswerInput, askForAssignedHint, submitAssigned } from "./assignments/answer";
export { getBoard } from "./assignments/board";
export { settleClosed } from "./assignments/closing";
export { keepAssignedDraft } from "./assignments/drafts";
export {
  type AssignmentForm,
  createAssignment,
  editAssignment,
  getAssignmentForm,
  newAssignmentForm,
  publishAssignment,
  removeAssignment,
  withdrawAssignment,
} from "./assignments/editing";
export { type ExtensionInput, endExtension, giveExtension, takeLatePass } from "./assignments/extensions";
export type { AssignmentInput, ItemInput } from "./assignments/input";
export { type ChoiceView, getChoice } from "./assignments/items";
export { type PreviewView, previewAssignment } from "./assignments/preview";
export { getAssignedProblem } from "./assignments/problem";
export { getAssignment, listAssignments } from "./assignments/staff";
export type * from "./assignments/staff-views";
export { getMyAssignment, getMyCourse, listMyCourses } from "./assignments/student";
export type * from "./assignments/views";
export { getStudentWork } from "./assignments/work";

// The gradebook, to those who teach in the course.

export { exportGrades } from "./gradebook/export";
export { overridePoints } from "./gradebook/override";
export { getGradedPlace } from "./gradebook/place";
export { getGradebook } from "./gradebook/sheet";
export type * from "./gradebook/views";

// Regrades, and what people are told.

export { cleanUpGuests } from "./clean-up";
export { listMessages, type MessageView, readMessages } from "./messages";
export {
  applyRegrade,
  getRegrade,
  getRegradeStart,
  listRegrades,
  retryRegrade,
  startRegrade,
  undoRegrade,
} from "./regrade/regrades";
export { continueRegrades, runRegrade } from "./regrade/run";
export type * from "./regrade/views";

// Tokens, and what programs may ask for with one.

export { gradeForProgram } from "./tokens/grading";
export { holderOf, scopeMissing } from "./tokens/holder";
export { readAssignments, readCourses, readGrades, readSubmissions } from "./tokens/reading";
export type * from "./tokens/records";
export { listTokens, makeToken, revokeToken } from "./tokens/tokens";
export { type Holder, type Scope, scopes, type TokenInput, type TokensView, type TokenView } from "./tokens/views";

// Insight, and what teachers say to wrong answers.

export { addRule, endRule, type FeedbackRuleView, type RuleInput, type RulePlace } from "./feedback-rules";
export { getCourseInsight } from "./insight/course";
export type { HeatOrder } from "./insight/heat";
export { getProblemInsight } from "./insight/problem";
export type * from "./insight/views";

// The demonstration course, and one for measuring. For commands.

export { type Demonstration, type DemonstrationOptions, makeDemonstration } from "./demonstration/demonstration";
export { type LoadCourse, type LoadCourseOptions, makeLoadCourse } from "./demonstration/load-course";

// The bank.

export { type BankLoaded, loadBank } from "./bank";
export { estimateMissing } from "./mastery/replay";

// What comes back.

export type { FieldComplaint, FieldComplaints, ServiceError, ServiceErrorCode } from "./error";
export type * from "./mastery/views";
export type { Reply } from "./reply";
export type * from "./views";
