import type { ActCode, Facts } from "../../store";

type Sentence = (subject: string, facts: Facts) => string;

const points = (fact: Facts[string] | undefined) => (fact === 1 ? "1 point" : `${fact} points`);
const people = (fact: Facts[string] | undefined) => (fact === 1 ? "one person" : `${fact} people`);
const courseEdited: Sentence = (_, { policyBefore, policy, latePasses, latePassHours }) => {
  const layouts = policyBefore === policy ? policy : `${policyBefore} → ${policy}`;
  return `saved the settings of the course: layouts ${layouts}, late passes ${latePasses} of ${latePassHours} hours`;
};

const attemptsWord = (fact: Facts[string] | undefined) => (fact == null ? "any number of" : fact);

/** What an act is called: what follows the name of who did it. The subject comes in words. */
export const sentences: { readonly [Code in ActCode]: Sentence } = {
  "signed-up": () => "made an account",
  "signed-in": (_, { demonstration }) => (demonstration ? "entered the demonstration" : "signed in"),
  "sign-in-refused": (_, { account, why }) =>
    `was refused at the sign-in (${why === "too-many" ? "too many tries" : "wrong pair"}; account mark ${account})`,
  "signed-out": () => "signed out",
  "data-exported": (subject) => `downloaded the data of ${subject}`,
  "account-erased": (subject, { by }) => (by === "admin" ? `erased the account of ${subject}` : "erased their account"),

  "course-made": () => "made the course",
  "course-edited": courseEdited,
  "course-archived": () => "archived the course",
  "course-taken-back": () => "took the course back out of the archive",
  "joining-changed": (_, { open }) => (open ? "opened joining" : "closed joining"),
  "join-code-replaced": () => "replaced the code for joining",
  "section-removed": () => "removed a section",
  "course-joined": () => "joined the course",
  "role-changed": (subject, { before, role }) => `changed the role of ${subject} from ${before} to ${role}`,
  "person-removed": (subject, { role }) => `took ${subject} out of the course (${role})`,
  "person-brought-back": (subject, { role }) => `brought ${subject} back into the course (${role})`,
  "people-moved": (_, { people: count, section }) =>
    `moved ${people(count)} ${section === null ? "out of their section" : "into a section"}`,
  "roster-applied": (_, { enrolled, changed, invited, staff }) =>
    `applied a roster: ${enrolled} enrolled, ${changed} changed, ${invited} invited, ${staff} of them not as students`,
  "invitation-withdrawn": () => "withdrew an invitation",

  "assignment-made": (subject) => `made ${subject}`,
  "assignment-edited": (subject, { policy, attempts, opens, due, closes, shownOpen, shownClosed }) =>
    `saved ${subject}: opens ${opens}, due ${due}, closes ${closes}, layouts ${policy ?? "of the course"}, ${attemptsWord(attempts)} attempts, shown ${shownOpen}, then ${shownClosed}`,
  "assignment-published": (subject) => `published ${subject}`,
  "assignment-withdrawn": (subject) => `hid ${subject} again`,
  "assignment-removed": () => "removed an assignment",
  "extension-given": (subject, { due, closes, timeFactor, section }) =>
    `gave ${section === null ? "a student" : "a section"} other times for ${subject}: due ${due ?? "unchanged"}, closes ${closes ?? "unchanged"}, time × ${timeFactor ?? 1}`,
  "extension-ended": (subject) => `ended an extension for ${subject}`,
  "late-pass-taken": (subject) => `used a late pass for ${subject}`,

  "points-given": (subject, facts) => `gave ${points(facts.points)} by hand for ${subject}`,
  "points-taken-back": (subject) => `took the points back that were given by hand for ${subject}`,
  "regrade-begun": (subject) => `began to compare the answers to ${subject} under a version`,
  "regrade-applied": (subject, { mode }) => `regraded the answers to ${subject} (${mode})`,
  "regrade-undone": (subject) => `undid the regrade of ${subject}`,

  "problem-published": (subject, { version }) => `published version ${version} of ${subject}`,
  "problem-shared": (subject, { open }) =>
    open ? `let the instructors of a course edit ${subject}` : `took ${subject} back from the course's instructors`,
  "pack-imported": (_, { made, changed }) => `imported a pack: ${made} problems made, ${changed} changed`,
  "pack-exported": (_, { problems }) => `took a pack of ${problems} problems out`,

  "grades-exported": (_, { format, students }) => `exported the grades of ${people(students)} (${format})`,
  "grades-read-by-program": () => "had a program read the grades",
  "answers-read-by-program": (subject) => `had a program read the answers to ${subject}`,
  "token-made": () => "made an API token",
  "token-revoked": () => "revoked an API token",
};
