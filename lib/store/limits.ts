/** So many times in so many seconds. */
export interface Limit {
  readonly times: number;
  readonly seconds: number;
  /** What is counted apart from the rest: a person's own doing, all that comes from one place, or both together. */
  readonly by: "person" | "address" | "email" | "email and address" | "token";
}

const minute = 60;
const quarter = 900;
const hour = 3_600;

/**
 * How often something can be asked for. A class sits behind one address, so that limits by address are wide; they stop
 * programs, not people.
 */
export const limits = {
  // Wrong guesses at one account from one place, at one account from everywhere, and from one place at all accounts.
  "sign-in-pair": { times: 20, seconds: quarter, by: "email and address" },
  "sign-in-email": { times: 100, seconds: quarter, by: "email" },
  "sign-in-address": { times: 600, seconds: quarter, by: "address" },
  // A school signs up within an hour; a script that fills the table does not get far, and one that asks who has an account less.
  "sign-up": { times: 600, seconds: hour, by: "address" },
  "sign-up-taken": { times: 60, seconds: hour, by: "address" },
  "demo-address": { times: 600, seconds: quarter, by: "address" },
  // A guest can become a new one at will, and is counted by place too.
  "answer-person": { times: 120, seconds: minute, by: "person" },
  "answer-address": { times: 3_000, seconds: 5 * minute, by: "address" },
  // Drafts are many and small, and no reason to refuse an answer.
  "draft-person": { times: 90, seconds: minute, by: "person" },
  "draft-address": { times: 6_000, seconds: 5 * minute, by: "address" },
  // Wrong codes.
  "join-person": { times: 20, seconds: quarter, by: "person" },
  "join-address": { times: 300, seconds: quarter, by: "address" },
  // A look at a draft takes work and comes with every few letters; a problem's own test, or a pack's, takes a lot.
  "author-look": { times: 180, seconds: minute, by: "person" },
  "author-test": { times: 20, seconds: minute, by: "person" },
  // Rosters name people, who are then enrolled or invited; files hold all grades or all keys.
  "roster-person": { times: 60, seconds: quarter, by: "person" },
  "export-person": { times: 60, seconds: quarter, by: "person" },
  // What fills tables or keeps the server busy for long.
  "course-person": { times: 60, seconds: hour, by: "person" },
  "regrade-person": { times: 60, seconds: hour, by: "person" },
  "token-person": { times: 60, seconds: hour, by: "person" },
  // What a program is allowed, and how often one place may show a wrong token.
  "api-token": { times: 300, seconds: minute, by: "token" },
  "api-wrong-token": { times: 60, seconds: minute, by: "address" },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof limits;

/** Something that is counted: by which limit, and for whom. */
export type Counted = readonly [limit: LimitName, whom: string];
