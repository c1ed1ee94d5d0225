/**
 * Where people stand in the database: for every table, which of its rows are about a person, what of them the person is given, and
 * what becomes of them when the account is erased. A table or a column that is missing here fails a test.
 *
 * In SQL, `$1` is the person's id and `$2` their address (null for a guest); the table goes by the name `t`.
 */

/** What becomes of a column that names a person when that person is erased. */
type Fate =
  /** The row goes with the person, by its foreign key. */
  | "row goes"
  /** The row stays and forgets who it was, by its foreign key. */
  | "link goes"
  /** What `erase` says. */
  | "by hand";

export interface Personal {
  /** The key in the exported file. */
  readonly as: string;
  /** Which rows are about the person, as a condition. */
  readonly whose: string;
  /** The primary key. */
  readonly key: readonly string[];
  /** Columns that name people. */
  readonly people: Readonly<Record<string, Fate>>;
  /** Columns that are not exported, and why; or the whole table. */
  readonly withheld?: Readonly<Record<string, string>>;
  /** When this holds of a row, these columns stay back until the assignment shows them. */
  readonly heldBack?: { readonly when: string; readonly columns: readonly string[] };
  /** What is added to a row so that people can read it: SQL that makes a JSON object. */
  readonly readable?: string;
  /** Which rows are deleted before the person's own row goes, beside those that go with it, as a condition. */
  readonly erase?: string;
}

/** A table that says nothing of anybody, and why that is so. */
export interface Impersonal {
  readonly nobody: string;
}

const ofPerson = "t.person_id = $1::uuid";
const submissionOfPerson = "t.submission_id IN (SELECT id FROM submission WHERE person_id = $1::uuid)";
const assignedOfPerson = "t.assigned_id IN (SELECT id FROM assigned WHERE person_id = $1::uuid)";
const goes = { person_id: "row goes" } as const;

/** The students of an assignment are not told yet how their answers to it were graded. */
const untold = (assigned: string) =>
  `EXISTS (SELECT FROM assigned AS place JOIN assignment ON assignment.id = place.assignment_id
    WHERE place.id = ${assigned}
      AND CASE WHEN place.settled_at IS NULL THEN shown_open ELSE shown_closed END = 'receipt')`;
const untoldGrade = untold("(SELECT assigned_id FROM submission WHERE id = t.submission_id)");
const titleOf = (version: string) =>
  `jsonb_build_object('problem_title', (SELECT title FROM problem_version WHERE id = ${version}))`;
/** Not while the assignment is withdrawn: its students are not to know of it then. */
const assignmentTitle = `jsonb_build_object('assignment_title',
    (SELECT title FROM assignment WHERE id = t.assignment_id AND published_at IS NOT NULL))`;
const courseTitle = "jsonb_build_object('course_title', (SELECT title FROM course WHERE id = t.course_id))";

const grader = "what it holds of the right answer belongs to the problem's key";

export const registry: Readonly<Record<string, Personal | Impersonal>> = {
  person: {
    as: "account",
    whose: "t.id = $1::uuid",
    key: ["id"],
    people: { id: "row goes", name: "row goes", email: "row goes" },
    withheld: { password_hash: "it opens the account, and says nothing about you" },
  },
  enrolment: { as: "courses", whose: ofPerson, key: ["id"], people: goes, readable: courseTitle },
  invitation: {
    as: "invitations",
    whose: "t.email = $2",
    key: ["id"],
    people: { email: "by hand", name: "by hand" },
    readable: courseTitle,
    erase: "t.email = $2",
  },
  roster_draft: {
    as: "rosters_handed_in",
    whose: ofPerson,
    key: ["id"],
    people: { ...goes, text: "by hand" },
    // Rosters of others that name the address: they are kept for a day only, and can be handed in again.
    erase: "position(lower($2) IN lower(t.text)) > 0",
  },
  submission: {
    as: "answers",
    whose: ofPerson,
    key: ["id"],
    people: goes,
    withheld: {
      seed: "it says at which points answers are compared",
      drawn: "beside the numbers that you saw it holds those that the answer is computed from",
    },
    readable: titleOf("t.version_id"),
  },
  ungraded: { as: "answers_to_be_graded", whose: submissionOfPerson, key: ["submission_id"], people: {} },
  second_look: { as: "answers_to_be_looked_at_again", whose: submissionOfPerson, key: ["submission_id"], people: {} },
  grade: {
    as: "grades",
    whose: submissionOfPerson,
    key: ["id"],
    people: {},
    withheld: { verdict: grader, rule_id: "it names a sentence of your instructor's" },
    heldBack: { when: untoldGrade, columns: ["status", "numerator", "denominator", "correct"] },
  },
  progress: { as: "progress", whose: ofPerson, key: ["problem_id"], people: { ...goes, drawn_for: "row goes" } },
  draft: { as: "drafts_of_answers", whose: ofPerson, key: ["problem_id"], people: goes },
  given_up: { as: "given_up", whose: ofPerson, key: ["version_id", "variant"], people: goes },
  skill_estimate: { as: "skills", whose: ofPerson, key: ["skill_id"], people: goes },
  review_session: { as: "reviews", whose: ofPerson, key: ["id"], people: goes },
  placement: { as: "placement", whose: ofPerson, key: ["person_id"], people: goes },
  assigned: {
    as: "assigned_problems",
    whose: ofPerson,
    key: ["id"],
    people: goes,
    heldBack: { when: untold("t.id"), columns: ["credit", "first_right", "full", "dropped", "override"] },
    readable: `${assignmentTitle} || ${titleOf("t.version_id")}`,
  },
  assigned_draft: { as: "drafts_of_assigned_problems", whose: assignedOfPerson, key: ["assigned_id"], people: {} },
  override: {
    as: "points_given_by_hand",
    whose: assignedOfPerson,
    key: ["id"],
    people: { given_by: "link goes" },
    withheld: { given_by: "it names somebody else" },
    heldBack: { when: untold("t.assigned_id"), columns: ["points", "reason"] },
  },
  extension: {
    as: "extensions",
    whose: ofPerson,
    key: ["id"],
    people: { ...goes, given_by: "link goes" },
    withheld: { given_by: "it names somebody else" },
    readable: assignmentTitle,
  },
  regrade_ruling: {
    as: "regraded",
    whose: assignedOfPerson,
    key: ["regrade_id", "assigned_id"],
    people: {},
    heldBack: {
      when: untold("t.assigned_id"),
      columns: ["credit_before", "credit_after", "full_before", "dropped_before"],
    },
  },
  regrade_row: {
    as: "compared_answers",
    whose: submissionOfPerson,
    key: ["regrade_id", "submission_id"],
    people: {},
    withheld: {
      "*": "it is an instructor's look at what another version would say; what came of it is among the grades",
    },
  },
  message: {
    as: "messages",
    whose: ofPerson,
    key: ["id"],
    people: { ...goes, text: "by hand", link: "by hand" },
    // Messages to others that name the person.
    erase: "position($2 IN t.text) > 0 OR position($1::text IN t.link) > 0",
  },
  api_token: {
    as: "api_tokens",
    whose: ofPerson,
    key: ["id"],
    people: goes,
    withheld: { hash: "it recognises the token" },
  },
  problem: {
    as: "problems_written",
    whose: "t.author_id = $1::uuid OR t.draft_by_id = $1::uuid",
    key: ["id"],
    people: { author_id: "link goes", draft_by_id: "link goes" },
    withheld: { author_id: "it may name somebody else", draft_by_id: "it may name somebody else" },
    // What was never published and is shared with no course is nobody's but its author's.
    erase: "t.author_id = $1::uuid AND t.current_version_id IS NULL AND t.course_id IS NULL AND NOT t.from_bank",
  },
  problem_version: {
    as: "problems_published",
    whose: "t.author_id = $1::uuid",
    key: ["id"],
    people: { author_id: "link goes" },
  },
  kept_draft: { as: "drafts_of_problems", whose: ofPerson, key: ["id"], people: goes },
  feedback_rule: {
    as: "feedback_rules_made",
    whose: "t.author_id = $1::uuid",
    key: ["id"],
    people: { author_id: "link goes" },
  },
  regrade: {
    as: "regrades_begun",
    whose: "t.started_by = $1::uuid",
    key: ["id"],
    people: { started_by: "link goes" },
  },
  audit_name: { as: "name_in_the_audit_log", whose: ofPerson, key: ["id"], people: { person_id: "link goes" } },
  audit_log: {
    as: "audit_log",
    whose: `t.actor_id = (SELECT id FROM audit_name WHERE person_id = $1::uuid)
      OR (t.subject_kind = 'person' AND t.subject_id = (SELECT id::text FROM audit_name WHERE person_id = $1::uuid))`,
    key: ["id"],
    people: {},
    withheld: { actor_id: "it may stand for somebody else", subject_id: "it may stand for somebody else" },
    readable: `jsonb_build_object('by_you', t.actor_id = (SELECT id FROM audit_name WHERE person_id = $1::uuid))`,
  },

  topic: { nobody: "the bank's" },
  topic_need: { nobody: "the bank's" },
  skill: { nobody: "the bank's" },
  source_section: { nobody: "the bank's" },
  course: { nobody: "a class, whose people stand in their enrolments" },
  section: { nobody: "a group, whose people stand in their enrolments" },
  assignment: { nobody: "what is asked, of a class" },
  assignment_item: { nobody: "what is asked, of a class" },
  bank_load: { nobody: "when the bank was loaded" },
  rate_limit: { nobody: "hashes of whom is counted, for an hour at most" },
  _prisma_migrations: { nobody: "the history of the tables" },
};

/**
 * A condition of the registry on the rows of a table. Both parameters are named in it, so that the database knows their types where
 * a condition needs only one of them.
 */
export function rowsWhere(table: string, condition: string): string {
  return `"${table}" AS t WHERE ($1::text IS NOT NULL OR $2::text IS NULL) AND (${condition})`;
}

export function isPersonal(entry: Personal | Impersonal): entry is Personal {
  return "as" in entry;
}

/** The tables that are about people, by name. */
export const personal: readonly (readonly [table: string, entry: Personal])[] = Object.entries(registry).flatMap(
  ([table, entry]) => (isPersonal(entry) ? [[table, entry] as const] : []),
);
