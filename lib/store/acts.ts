/** What the audit log keeps, and what each act is about. The list is closed: nothing else goes into the log. */
export const acts = {
  "signed-up": "person",
  "signed-in": "person",
  "sign-in-refused": "nobody",
  "signed-out": "person",
  "data-exported": "person",
  "account-erased": "person",

  "course-made": "course",
  "course-edited": "course",
  "course-archived": "course",
  "course-taken-back": "course",
  "joining-changed": "course",
  "join-code-replaced": "course",
  "section-removed": "course",
  "course-joined": "person",
  "role-changed": "person",
  "person-removed": "person",
  "person-brought-back": "person",
  "people-moved": "course",
  "roster-applied": "course",
  "invitation-withdrawn": "course",

  "assignment-made": "assignment",
  "assignment-edited": "assignment",
  "assignment-published": "assignment",
  "assignment-withdrawn": "assignment",
  "assignment-removed": "assignment",
  "extension-given": "assignment",
  "extension-ended": "assignment",
  "late-pass-taken": "assignment",

  "points-given": "assigned",
  "points-taken-back": "assigned",
  "regrade-begun": "regrade",
  "regrade-applied": "regrade",
  "regrade-undone": "regrade",

  "problem-published": "problem",
  "problem-shared": "problem",
  "pack-imported": "problem",
  "pack-exported": "problem",

  "grades-exported": "course",
  "grades-read-by-program": "course",
  "answers-read-by-program": "assignment",
  "token-made": "token",
  "token-revoked": "token",
} as const;

export type ActCode = keyof typeof acts;

/** Numbers, flags and codes: never a sentence, a name or an address. */
export type Facts = Readonly<Record<string, number | boolean | string | null>>;

/** Codes, ids and hashes hold no spaces and no "@", so no sentence and no address can be mistaken for one. */
const code = /^[\w./+:-]{0,100}$/;

/** True where the facts are such as the log may keep. */
export function areCodes(facts: Facts): boolean {
  return Object.values(facts).every((fact) => typeof fact !== "string" || code.test(fact));
}
