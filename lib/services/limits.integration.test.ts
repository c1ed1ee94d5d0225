import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCredentials, type Viewer } from "../auth";
import { invariant } from "../base";
import { closeDatabase, database, type LimitName, limits, spend } from "../store";
import { courseInput, type Somebody, type TestCourse, testCourse } from "./courses/test-course";
import {
  applyRoster,
  createCourse,
  emptyDraft,
  explore,
  exportGrades,
  exportPack,
  findByCode,
  getProblem,
  holderOf,
  joinCourse,
  keepDraft,
  keepRoster,
  lookAtDraft,
  lookThroughPack,
  makeToken,
  ownerName,
  signIn,
  signInToDemo,
  signUp,
  startRegrade,
  submitAnswer,
} from "./index";
import { guest, loadTestBank, nobody, somebody } from "./test-world";

const now = new Date("2026-11-21T10:00:00Z");
const password = "correct horse battery";
const demo = process.env.DEMO;

let course: TestCourse;

beforeAll(async () => {
  process.env.DEMO = "1";
  await loadTestBank();
  course = await testCourse(0);
});
afterAll(async () => {
  if (demo === undefined) delete process.env.DEMO;
  else process.env.DEMO = demo;
  await closeDatabase();
});

type Refusable =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: { readonly code: string; readonly retryAfter?: number } };

/** Whom a limit counts, and everything that it is to refuse them. */
interface Row {
  readonly whom: () => Promise<{ readonly counted: string; readonly viewer: Viewer }>;
  readonly asks: readonly ((viewer: Viewer) => Promise<Refusable>)[];
}

const place = (viewer: Viewer) => ({ counted: viewer.address, viewer });
const person = (viewer: Somebody) => ({ counted: viewer.personId, viewer });
const visitor = async () => place(guest());
const student = async () => person(await somebody());
const instructor = async () => person(await somebody("instructor"));
const ofCourse = async () => person(course.instructor);
const withPassword = async () => await somebody("student", password);

const input = { name: "Test", scopes: ["grade"], courseId: "", days: "7" };
const exploring = { function: "x", variables: "x: scalar", wrt: "", at: "", answer: "", syntax: "text" } as const;

async function answers(viewer: Viewer) {
  const problem = await getProblem(viewer, "quadratic-form");
  invariant(problem.ok, "the problem is there");
  const { versionId } = problem.value;
  const key = crypto.randomUUID();
  return submitAnswer(viewer, {
    problemId: "quadratic-form",
    versionId,
    text: "x",
    syntax: "text",
    asked: "",
    idempotencyKey: key,
  });
}

async function types(viewer: Viewer) {
  const owner = ownerName(viewer);
  const typed = { problemId: "quadratic-form", asked: "", owner, fields: { answer: "x" }, writing: "text" };
  return keepDraft(viewer, { ...typed, chosen: false, typedAt: now.getTime() }, now);
}

async function looksThrough(viewer: Viewer) {
  const steps = lookThroughPack(viewer, [{ path: "pack.yaml", text: "[]" }]);
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

async function regrades(viewer: Viewer) {
  const where = { problemId: "squared-length", courseId: null };
  const { currentVersionId } = await database().problem.findUniqueOrThrow({ where: { id: where.problemId } });
  return startRegrade(viewer, { ...where, versionId: currentVersionId ?? "" });
}

async function wrongToken({ address }: Viewer) {
  return holderOf("Bearer wrong", address, now);
}

/** What each limit refuses, and to whom. */
const rows: { readonly [L in LimitName]: Row } = {
  "sign-in-pair": {
    whom: async () => {
      const viewer = await withPassword();
      return { counted: `${viewer.email} ${viewer.address}`, viewer };
    },
    asks: [(viewer) => signIn(viewer, { email: viewer.email ?? "", password })],
  },
  "sign-in-email": {
    whom: async () => {
      const viewer = await withPassword();
      return { counted: viewer.email, viewer };
    },
    asks: [(viewer) => signIn(viewer, { email: viewer.email ?? "", password })],
  },
  "sign-in-address": {
    whom: async () => place(await withPassword()),
    asks: [
      (viewer) => signIn(viewer, { email: viewer.email ?? "", password }),
      (viewer) => checkCredentials({ email: viewer.email ?? "", password }, viewer.address),
    ],
  },
  "sign-up": { whom: visitor, asks: [(viewer) => signUp(viewer, { name: "Ada", email: "a@example.org", password })] },
  "sign-up-taken": {
    whom: visitor,
    asks: [(viewer) => signUp(viewer, { name: "Ada", email: "a@example.org", password })],
  },
  "demo-address": { whom: visitor, asks: [(viewer) => signInToDemo(viewer, "student")] },
  "answer-person": { whom: student, asks: [answers, (viewer) => explore(viewer, exploring)] },
  "answer-address": { whom: visitor, asks: [answers, (viewer) => explore(viewer, exploring)] },
  "draft-person": { whom: student, asks: [types] },
  "draft-address": { whom: visitor, asks: [types] },
  "join-person": { whom: student, asks: [(viewer) => joinCourse(viewer, course.joinCode)] },
  "join-address": { whom: async () => place(nobody()), asks: [(viewer) => findByCode(viewer, course.joinCode)] },
  "author-look": {
    whom: instructor,
    asks: [(viewer) => lookAtDraft(viewer, emptyDraft, { problemId: crypto.randomUUID(), variant: 0 })],
  },
  "author-test": { whom: instructor, asks: [looksThrough] },
  "roster-person": {
    whom: ofCourse,
    asks: [
      (viewer) => keepRoster(viewer, course.courseId, "email\nada@example.org", now),
      (viewer) => applyRoster(viewer, course.courseId, crypto.randomUUID(), { mark: "", taken: [] }),
    ],
  },
  "export-person": {
    whom: ofCourse,
    asks: [
      (viewer) => exportGrades(viewer, course.courseId, "canvas", null, now),
      (viewer) => exportPack(viewer, { all: true }),
    ],
  },
  "course-person": { whom: instructor, asks: [(viewer) => createCourse(viewer, courseInput)] },
  "regrade-person": { whom: async () => person(await somebody("admin")), asks: [regrades] },
  "token-person": { whom: instructor, asks: [(viewer) => makeToken(viewer, input, now)] },
  "api-token": {
    whom: async () => {
      const viewer = await somebody();
      const made = await makeToken(viewer, input, now);
      invariant(made.ok, "a token is made");
      // The test's viewer carries the token as its name.
      return { counted: made.value.token.id, viewer: { ...viewer, name: made.value.text } };
    },
    asks: [({ name, address }) => holderOf(`Bearer ${name}`, address, now)],
  },
  "api-wrong-token": { whom: async () => place(nobody()), asks: [wrongToken] },
};

const code = (reply: Refusable) => (reply.ok ? "ok" : reply.error.code);

describe.each(Object.entries(rows) as [LimitName, Row][])("at the end of %s", (name, { whom, asks }) => {
  it("is refused, with a time to try again", async () => {
    const { counted, viewer } = await whom();
    for (const ask of asks) expect(code(await ask(viewer))).not.toBe("too-many");
    await spend(name, counted, limits[name].times);
    for (const ask of asks) {
      const reply = await ask(viewer);
      expect(code(reply)).toBe("too-many");
      expect(reply.ok ? 0 : reply.error.retryAfter).toBeGreaterThan(0);
    }
  });
});

describe("signing up with an address that is taken", () => {
  it("counts towards a limit of its own, and a new address does not", async () => {
    const viewer = nobody();
    const { email } = await withPassword();
    await spend("sign-up-taken", viewer.address, limits["sign-up-taken"].times - 1);
    expect(code(await signUp(viewer, { name: "Ada", email: `new-${email}`, password }))).toBe("ok");
    expect(code(await signUp(viewer, { name: "Ada", email, password }))).toBe("refused");
    expect(code(await signUp(viewer, { name: "Ada", email: `newer-${email}`, password }))).toBe("too-many");
  });
});
