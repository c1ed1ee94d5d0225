export type { FieldComplaint, ServiceError, ServiceErrorCode } from "./error";
export type * from "./views";

import type { Role, Viewer } from "../auth";
import type { Result } from "../base";
import type { Syntax } from "../expr";
import type { ServiceError } from "./error";
import type {
  AccountView,
  AttemptView,
  AuthoredProblemSummary,
  AuthoredProblemView,
  DashboardView,
  ProblemAnswersView,
  ProblemDraft,
  ProblemView,
  SubmissionView,
  TopicSummary,
  TopicView,
  TruthView,
} from "./views";

/** What a service answers: a view, or the reason why not. */
export type Reply<T> = Promise<Result<T, ServiceError>>;

// Catalogue

/** All topics in teaching order with the viewer's progress. */
export declare function listTopics(viewer: Viewer): Promise<readonly TopicSummary[]>;
/** A topic with its lesson and its published problems. */
export declare function getTopic(viewer: Viewer, topicId: string): Reply<TopicView>;
/** A published problem in its newest version, without its key, and the viewer's own answers to it. */
export declare function getProblem(viewer: Viewer, problemId: string): Reply<ProblemView>;
/** The problem of the home page. */
export declare function firstProblem(viewer: Viewer): Reply<ProblemView>;

// Submissions

export interface AnswerInput {
  readonly problemId: string;
  readonly versionId: string;
  readonly text: string;
  readonly syntax: Syntax;
  /** Made once per form: the same answer sent twice with one key is stored once. */
  readonly idempotencyKey: string;
}

/** The longest answer that is read and kept, in characters; longer ones are refused with `too-long`. */
export declare const longestAnswer: number;
/** Grades an answer, stores it and moves progress. The viewer comes from `viewerForWork`. */
export declare function submitAnswer(viewer: Viewer, input: AnswerInput): Reply<SubmissionView>;
/** The viewer's own answers to a problem, the newest first. */
export declare function listAttempts(viewer: Viewer, problemId: string): Reply<readonly AttemptView[]>;

// Progress

/** The viewer's progress through the topics, recent answers, and what to do next. */
export declare function getDashboard(viewer: Viewer): Reply<DashboardView>;

// Accounts. The caller then opens the session with `openSession(personId)` of lib/auth.

/** Makes a student's account and adopts the guest's work. Complaints come by field: name, email, password. */
export declare function signUp(
  viewer: Viewer,
  input: { readonly name: string; readonly email: string; readonly password: string },
): Reply<AccountView>;
/** Checks a password and adopts the guest's work. Says the same for an unknown email and a wrong password. */
export declare function signIn(
  viewer: Viewer,
  input: { readonly email: string; readonly password: string },
): Reply<AccountView>;
/** True where one click enters as a demonstration student or instructor. */
export declare function hasDemoAccounts(): boolean;
/** Enters as a demonstration student or instructor; `not-found` where there are none. */
export declare function signInToDemo(viewer: Viewer, role: Extract<Role, "student" | "instructor">): Reply<AccountView>;
/** Moves a guest's answers to a person. For the hook of `authRoute`; the services above do it themselves. */
export declare function adoptGuestWork(guestId: string, personId: string): Promise<void>;

// Authoring: `not-found` for everybody but instructors and admins

export declare function listAuthoredProblems(viewer: Viewer): Reply<readonly AuthoredProblemSummary[]>;
/** Everybody's answers to a problem. */
export declare function listProblemAnswers(viewer: Viewer, problemId: string): Reply<ProblemAnswersView>;
/** A problem opened for editing. */
export declare function getAuthoredProblem(viewer: Viewer, problemId: string): Reply<AuthoredProblemView>;
/** What the grader makes of a draft, or complaints by field. Stores nothing. */
export declare function previewProblem(viewer: Viewer, draft: ProblemDraft): Reply<TruthView>;
/** Keeps a draft as it stands, however unfinished; without an id it makes a new problem. */
export declare function saveDraft(
  viewer: Viewer,
  draft: ProblemDraft,
  problemId?: string,
): Reply<{ readonly problemId: string }>;
/**
 * Publishes a draft as a new version, once it passes its own test: the sample answer is graded right under the policy, and
 * spoiled copies of it wrong. A refused draft is kept as a draft.
 */
export declare function publishProblem(
  viewer: Viewer,
  draft: ProblemDraft,
  problemId?: string,
): Reply<{ readonly problemId: string; readonly versionNumber: number }>;

// The bank

/** Brings the database up to the bank in prisma/bank. Does nothing where nothing has changed. */
export declare function loadBank(folder: string): Promise<{ readonly topics: number; readonly newVersions: number }>;
