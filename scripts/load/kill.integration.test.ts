import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invariant } from "../../lib/base";
import { closeGrader, sweepAnswers } from "../../lib/services";
import { closeDatabase } from "../../lib/store";
import { openGround } from "../test/stand.mjs";
import { answerTo, chanceOf } from "./answers.mjs";
import { Client, forEach } from "./client.mjs";
import { lookForAnswers, query } from "./kept.mjs";
import { makeCourse, signInAll } from "./stand.mjs";

/** What becomes of answers that are on their way when the server, or its database, is killed. */

const students = 25;
const problems = 4;
const answersEach = 20;
const all = students * answersEach;

/** As quick as a test's database is, but what it has acknowledged is with the operating system. */
const keeping = ["fsync=off", "full_page_writes=off", "shared_buffers=64MB"];

type Session = Parameters<Client["post"]>[1];

/** A browser that notes how often nobody took what it sent. */
class Browser extends Client {
  untaken = 0;

  override async post(path: string, session: Session, content: unknown) {
    const reply = await super.post(path, session, content).catch((error: Error) => error);
    if (reply instanceof Error || reply.status >= 500) this.untaken++;
    if (reply instanceof Error) throw reply;
    return reply;
  }
}

let ground: Awaited<ReturnType<typeof openGround>>;
let server: Awaited<ReturnType<(typeof ground)["begin"]>>;
let browser: Browser;
let people: Awaited<ReturnType<typeof signInAll>>;

beforeAll(async () => {
  ground = await openGround({ postgres: keeping, env: { LOG_LEVEL: "error" } });
  process.env.DATABASE_URL = ground.database.url;
  server = await ground.begin();
  const course = await makeCourse(server, { students, problems, attempts: null });
  browser = new Browser(server.address);
  people = await signInAll(browser, course.students);
}, 300_000);

afterAll(async () => {
  browser?.close();
  await closeGrader();
  await closeDatabase();
  await ground?.stop();
});

/** Everybody's answers, each with a key of its own. */
function planOf(name: string) {
  const chance = chanceOf(name.length);
  return Array.from({ length: all }, (_, index) => {
    const person = people[index % students];
    const place = person?.places[Math.floor(index / students) % problems];
    invariant(person && place, "everybody has got their problems");
    // Every fifth gives up and closes the page where nobody takes the answer.
    const isPatient = index % 5 !== 0;
    return { session: person.session, content: answerTo(place, `${name}-${index}`, chance), isPatient };
  });
}

type Planned = ReturnType<typeof planOf>[number];

/** Sends all answers, many at once, and strikes once a third of them is acknowledged. */
async function sendThrough(name: string, strike: () => Promise<void>) {
  const acknowledged: { receipt: string; assignedId: string; key: string }[] = [];
  let struck: Promise<void> | undefined;
  browser.untaken = 0;
  await forEach(planOf(name), 50, async ({ session, content, isPatient }: Planned) => {
    const tries = isPatient ? undefined : 0;
    const reply = await browser.answer(session, content, tries).catch((error: Error) => error);
    if (!isPatient && (reply instanceof Error || reply.status >= 500)) return;
    invariant(!(reply instanceof Error), "somebody answers at last");
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    const { assignedId, idempotencyKey: key } = content;
    acknowledged.push({ receipt: reply.body.line.id, assignedId, key });
    if (acknowledged.length >= all / 3) struck ??= strike();
  });
  await struck;
  return acknowledged;
}

/** Answers that are not graded exactly once. */
const misjudged = `
  SELECT id FROM submission WHERE (SELECT count(*) FROM grade WHERE submission_id = submission.id) <> 1`;

/** Assigned problems whose count is not that of their answers. */
const miscounted = `
  SELECT id FROM assigned WHERE attempts <>
    (SELECT count(*) FROM submission WHERE assigned_id = assigned.id AND ordinal IS NOT NULL)`;

const strikes: readonly [what: string, name: string, strike: () => Promise<void>][] = [
  [
    "the server",
    "server",
    async () => {
      process.kill(server.pid, "SIGKILL");
      await server.ended;
      server = await ground.begin({ port: server.port });
    },
  ],
  ["its database", "database", () => ground.database.crash()],
];

describe.each(strikes)("when %s is killed in the middle of 500 answers", (_, name, strike) => {
  it("each acknowledged one is there with one verdict, and each key has one answer", async () => {
    const [{ before }] = await query(ground.database.url, "SELECT count(*)::int AS before FROM submission");
    const acknowledged = await sendThrough(name, strike);
    expect(browser.untaken, "answers were on their way").toBeGreaterThan(0);
    // At once, and not when those who were killed have had time enough.
    await sweepAnswers(0);
    const found = await lookForAnswers(ground.database.url, acknowledged, before + all);
    expect(found).toMatchObject({ lost: 0, ungraded: 0, gradedTwice: 0, doubled: 0 });
    expect(found.stored).toBeGreaterThanOrEqual(before + acknowledged.length);
    expect(acknowledged.length).toBeGreaterThanOrEqual(0.8 * all);
    expect(await query(ground.database.url, misjudged)).toEqual([]);
    expect(await query(ground.database.url, miscounted)).toEqual([]);
  }, 180_000);
});
