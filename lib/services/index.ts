import "server-only";

// Accounts. The caller then opens the session with `openSession(personId)` of lib/auth.
export { hasDemoAccounts, type SignInInput, type SignUpInput, signIn, signInToDemo, signUp } from "./accounts";
export { adoptGuestWork } from "./adoption";
export { listAttempts } from "./attempts";
export { getAuthoredProblem, previewProblem, publishProblem, saveDraft } from "./authoring";
// The bank.
export { type BankLoaded, loadBank } from "./bank";
// What learners may ask for, in the order in which they come to it.
export { firstProblem, getProblem, getTopic, listTopics } from "./catalogue";
export { getDashboard } from "./dashboard";
export type { FieldComplaint, FieldComplaints, ServiceError, ServiceErrorCode } from "./error";
export type { Reply } from "./reply";
export { type AnswerInput, longestAnswer, submitAnswer } from "./submissions";
// Authoring: `not-found` for everybody but instructors and admins.
export { listAuthoredProblems, listProblemAnswers } from "./teaching";
export type * from "./views";
