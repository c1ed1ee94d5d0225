import { readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApi } from "@/app/api/v1/_contract/openapi";
import { type Operation, operations } from "@/app/api/v1/_contract/operations";
import { problem as problemSchema } from "@/app/api/v1/_contract/schemas";
import type { Viewer } from "@/lib/auth";
import { invariant } from "@/lib/base";
import { makeToken, revokeToken, type Scope, scopes } from "@/lib/services";
import * as assignments from "@/lib/services/assignments/test-assignment";
import { hoursAfter } from "@/lib/services/assignments/test-assignment";
import { somebody } from "@/lib/services/test-world";
import { closeDatabase, database } from "@/lib/store";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const root = join(import.meta.dirname, "..", "..", "app", "api", "v1");

/** The routes of the API: their addresses, with what each file exports. The last resort is no operation. */
async function routesOfApi(): Promise<ReadonlyMap<string, Handler>> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(`${sep}route.ts`) && !path.startsWith("[..."))
    .map((path) => dirname(path).split(sep));
  const routes = new Map<string, Handler>();
  for (const parts of files) {
    const path = `/${parts.map((part) => part.replace(/^\[(.+)\]$/, "{$1}")).join("/")}`;
    const exported: Record<string, Handler> = await import(`${root}/${parts.join("/")}/route.ts`);
    for (const [method, handler] of Object.entries(exported)) routes.set(`${method} ${path}`, handler);
  }
  return routes;
}

let world: assignments.TestAssignment;
let routes: ReadonlyMap<string, Handler>;

beforeAll(async () => {
  world = await assignments.testAssignment();
  routes = await routesOfApi();
  const [first] = await assignments.problemsOf(world.student, world.assignmentId);
  invariant(first, "the student has a problem");
  const answers = ["x", "2*x +", "x'*x", "2*x"];
  for (const [index, text] of answers.entries()) {
    await assignments.answerAt(world.student, first, text, hoursAfter(assignments.opensAt, index + 1));
  }
});

afterAll(closeDatabase);

let places = 0;

interface Asking {
  readonly token?: string;
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly body?: string;
  readonly address?: string;
}

/** Asks the API as a program would. */
async function ask(operation: Operation, { token, params = {}, query = "", body, address }: Asking) {
  const handler = routes.get(`${operation.method} ${operation.path}`);
  invariant(handler, `${operation.path} has a route`);
  const request = new Request(`http://localhost/api/v1${operation.path}${query}`, {
    method: operation.method,
    headers: {
      "x-forwarded-for": address ?? `198.51.100.${places++}`,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const json = await response.json();
  if (response.status === 200) operation.answer.parse(json);
  else expect(problemSchema.parse(json).status).toBe(response.status);
  const type = response.status === 200 ? "application/json" : "application/problem+json";
  expect(response.headers.get("content-type")).toContain(type);
  return { status: response.status, json, headers: response.headers };
}

async function tokenOf(
  viewer: Viewer,
  { only = scopes, courseId = "", now = new Date() }: { only?: readonly Scope[]; courseId?: string; now?: Date } = {},
): Promise<string> {
  const made = await makeToken(viewer, { name: "Test", scopes: only, courseId, days: "30" }, now);
  invariant(made.ok, "a token is made");
  return made.value.text;
}

const record = JSON.stringify({
  id: "a",
  problem: { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x" },
  answer: "2*x",
});

/** How each operation is asked so that it answers. */
function wellAsked(operation: Operation): Asking {
  return {
    params: { courseId: world.courseId, assignmentId: world.assignmentId },
    ...(operation.body && { body: record }),
  };
}

const all = Object.values<Operation>(operations);
const ofCourses = all.filter(({ path }) => path.includes("{"));

describe("the OpenAPI file", () => {
  it("has an operation for every route, and a route for every operation", () => {
    expect([...routes.keys()].sort()).toEqual(all.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it("is the one that follows from the schemas; `npm run test:integration -- -u scripts/api` writes it anew", async () => {
    await expect(`${JSON.stringify(openApi(), null, 2)}\n`).toMatchFileSnapshot("../../public/openapi.json");
  });
});

describe.each(all)("$method $path", (operation) => {
  it("answers a token with its scope as its schema says", async () => {
    const token = await tokenOf(world.instructor, { only: operation.scopes.slice(0, 1) });
    expect((await ask(operation, { ...wellAsked(operation), token })).status).toBe(200);
  });

  it("refuses a token without its scope", async () => {
    const others = scopes.filter((scope) => !operation.scopes.includes(scope));
    const token = await tokenOf(world.instructor, { only: others });
    const { status, json } = await ask(operation, { ...wellAsked(operation), token });
    expect([status, json.code]).toEqual([403, "scope-missing"]);
  });

  it.each([
    ["no token", async () => undefined],
    ["a token that is none", async () => "nabla_0123"],
    ["a token that nobody has", async () => `nabla_${"a".repeat(43)}`],
    ["an expired token", async () => tokenOf(world.instructor, { now: new Date("2020-01-01") })],
    [
      "a revoked token",
      async () => {
        const text = await tokenOf(world.instructor);
        const { id } = await database().apiToken.findFirstOrThrow({ orderBy: { id: "desc" } });
        await revokeToken(world.instructor, id, new Date());
        return text;
      },
    ],
  ])("does not know %s", async (_name, make) => {
    const token = await make();
    const asking = { ...wellAsked(operation), ...(token !== undefined && { token }) };
    const { status, headers } = await ask(operation, asking);
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toContain("Bearer");
  });
});

describe.each(ofCourses)("$method $path", (operation) => {
  const statusFor = async (viewer: Viewer, more: Partial<Asking> = {}) =>
    (await ask(operation, { ...wellAsked(operation), token: await tokenOf(viewer), ...more })).status;

  it("is for instructors of the course alone", async () => {
    expect(await statusFor(world.assistant)).toBe(403);
    expect(await statusFor(world.student)).toBe(403);
    expect(await statusFor(await somebody("instructor"))).toBe(404);
    expect(await statusFor(await somebody("admin"))).toBe(200);
  });

  it("ends with the role in the course, on the next request", async () => {
    const other = await somebody("instructor");
    const where = { courseId: world.courseId, personId: other.personId };
    const { id } = await database().enrolment.create({ data: { ...where, role: "instructor" } });
    const token = await tokenOf(other);
    expect((await ask(operation, { ...wellAsked(operation), token })).status).toBe(200);
    await database().enrolment.update({ where: { id }, data: { role: "assistant" } });
    expect((await ask(operation, { ...wellAsked(operation), token })).status).toBe(403);
  });

  it("does not know courses that the token is not for", async () => {
    const elsewhere = await assignments.testAssignment();
    await database().enrolment.create({
      data: { courseId: elsewhere.courseId, personId: world.instructor.personId, role: "instructor" },
    });
    const bound = await tokenOf(world.instructor, { courseId: elsewhere.courseId });
    expect((await ask(operation, { ...wellAsked(operation), token: bound })).status).toBe(404);
    const own = await tokenOf(world.instructor, { courseId: world.courseId });
    expect((await ask(operation, { ...wellAsked(operation), token: own })).status).toBe(200);
  });

  it.each(["no-id", "../../etc/passwd", "00000000-0000-0000-0000-000000000000"])("does not know %j", async (id) => {
    expect(await statusFor(world.instructor, { params: { courseId: id, assignmentId: id } })).toBe(404);
  });
});

describe("what programs read", () => {
  const read = async (operation: Operation, more: Asking = {}) =>
    (await ask(operation, { ...wellAsked(operation), token: await tokenOf(world.instructor), ...more })).json;

  it("is the courses of the token's owner", async () => {
    const { courses } = await read(operations.listCourses);
    expect(courses.map(({ id }: { id: string }) => id)).toContain(world.courseId);
    const nobodys = await ask(operations.listCourses, { token: await tokenOf(world.student) });
    expect(nobodys.json).toEqual({ courses: [] });
  });

  it("is all answers once, page by page", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: { submissions: { id: string; text: string }[]; next_cursor: string | null } = await read(
        operations.listSubmissions,
        { query: `?limit=3${cursor && `&cursor=${cursor}`}` },
      );
      seen.push(...page.submissions.map(({ text }) => text));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual(["x", "2*x +", "x'*x", "2*x"]);
  });

  it("has the newest grade of each answer, and what it was worth", async () => {
    const { submissions } = await read(operations.listSubmissions);
    expect(submissions[0]).toMatchObject({ status: "graded", correct: false, attempt: 1, worth: 1 });
    expect(submissions[0].diagnosis).toContain("constant-factor");
    expect(submissions[1]).toMatchObject({ status: "invalid", attempt: null, diagnosis: [] });
    expect(submissions[3]).toMatchObject({ correct: true, denominator: true, attempt: 3 });
  });

  it("is the points of each student", async () => {
    const { assignments: listed, students } = await read(operations.listGrades);
    // The assignment opens later than this test runs, so nothing is listed yet.
    const isOpen = new Date() >= assignments.opensAt;
    expect(listed).toHaveLength(isOpen ? 1 : 0);
    expect(students).toHaveLength(2);
    const student = students.find(({ id }: { id: string }) => id === world.student.personId);
    expect(student.points).toEqual(isOpen ? [2] : []);
  });

  it("has nothing of any key", async () => {
    for (const operation of ofCourses) {
      const text = JSON.stringify(await read(operation));
      for (const part of ["witness", "truth", "solution", "spoiled", "By the product rule", "Loses the 2"]) {
        expect(text).not.toContain(part);
      }
    }
  });
});

describe("what cannot be done", () => {
  const refused = async (operation: Operation, more: Asking) => {
    const { status, json } = await ask(operation, {
      ...wellAsked(operation),
      token: await tokenOf(world.instructor),
      ...more,
    });
    return [status, json.code];
  };

  it.each(["?limit=0", "?limit=501", "?limit=many", "?cursor=1", "?page=2"])("is a page like %s", async (query) => {
    expect(await refused(operations.listSubmissions, { query })).toEqual([422, "invalid"]);
  });

  it("is grading what is no JSON, or too large, or too long", async () => {
    expect(await refused(operations.grade, { body: "{" })).toEqual([400, "no-json"]);
    expect(await refused(operations.grade, { body: `"${"x".repeat(300_000)}"` })).toEqual([413, "too-large"]);
    const long = JSON.stringify({ ...JSON.parse(record), answer: "x".repeat(10_001) });
    expect(await refused(operations.grade, { body: long })).toEqual([422, "too-long"]);
  });

  it("is guessing tokens: who is wrong too often waits", async () => {
    const address = "203.0.113.9";
    const statuses = new Set<number>();
    for (let guess = 0; guess < 62; guess++) {
      const { status, headers } = await ask(operations.listCourses, { address });
      statuses.add(status);
      if (status === 429) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect([...statuses]).toEqual([401, 429]);
  });
});

describe("the grader", () => {
  const verdictOf = async (body: unknown) =>
    (await ask(operations.grade, { token: await tokenOf(world.student), body: JSON.stringify(body) })).json;

  it("says what the command says", async () => {
    expect(await verdictOf(JSON.parse(record))).toMatchObject({
      id: "a",
      status: "graded",
      numerator: false,
      denominator: true,
    });
  });

  it("calls a wrong record a bad problem", async () => {
    expect(await verdictOf(null)).toMatchObject({ id: null, status: "bad-problem" });
    expect(await verdictOf({ id: 1, problem: {}, answer: "x" })).toMatchObject({ id: 1, status: "bad-problem" });
  });
});
