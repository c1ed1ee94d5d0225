import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invariant } from "../../lib/base";
import { closeGrader, sweepAnswers } from "../../lib/services";
import { closeDatabase } from "../../lib/store";
import { openGround } from "../test/stand.mjs";
import { answerTo, chanceOf } from "./answers.mjs";
import { Client, forEach } from "./client.mjs";
import { lookForAnswers, query } from "./kept.mjs";
import { makeCourse, signInAll } from "./stand.mjs";

/** What becomes of answers that are on their way when the server is killed, and then its database. */

const students = 25;
const problems = 4;
const all = 500;

/** As quick as a test's database is, but what it has acknowledged is with the operating system. */
const keeping = ["fsync=off", "full_page_writes=off", "shared_buffers=64MB"];

type Session = Parameters<Client["post"]>[1];

/** Shorter than a browser's, and so many that a busy machine has the time to start a server. */
const waits = Array.from({ length: 60 }, () => 1);

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
  browser = new Browser(server.address, waits);
  people = await signInAll(browser, course.students);
}, 600_000);

afterAll(async () => {
  browser?.close();
  await closeGrader();
  await closeDatabase();
  await ground?.stop();
});

/** Everybody's answers, each with a key of its own. */
function planOfAll() {
  const chance = chanceOf(7);
  return Array.from({ length: all }, (_, index) => {
    const person = people[index % students];
    const place = person?.places[Math.floor(index / students) % problems];
    invariant(person && place, "everybody has got their problems");
    // Every fifth gives up and closes the page where nobody takes the answer.
    const isPatient = index % 5 !== 0;
    return { session: person.session, content: answerTo(place, `key-${index}`, chance), isPatient };
  });
}

type Planned = ReturnType<typeof planOfAll>[number];

/** What is killed, and started again, once so many answers are acknowledged. */
const strikes = [
  {
    after: all / 4,
    strike: async () => {
      process.kill(server.pid, "SIGKILL");
      await server.ended;
      server = await ground.begin({ port: server.port });
    },
  },
  { after: all / 2, strike: () => ground.database.crash() },
];

/** Sends all answers, many at once; and how many had not been taken at each strike, and in the end. */
async function sendThrough() {
  const acknowledged: { receipt: string; assignedId: string; key: string }[] = [];
  const waiting = [...strikes];
  const struck: Promise<void>[] = [];
  const untaken: number[] = [];
  await forEach(planOfAll(), 50, async ({ session, content, isPatient }: Planned) => {
    const tries = isPatient ? undefined : 0;
    const reply = await browser.answer(session, content, tries).catch((error: Error) => error);
    if (!isPatient && (reply instanceof Error || reply.status >= 500)) return;
    invariant(!(reply instanceof Error), "somebody answers at last");
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    const { assignedId, idempotencyKey: key } = content;
    acknowledged.push({ receipt: reply.body.line.id, assignedId, key });
    const [next] = waiting;
    if (!next || acknowledged.length < next.after) return;
    waiting.shift();
    untaken.push(browser.untaken);
    struck.push(next.strike());
  });
  await Promise.all(struck);
  return { acknowledged, untaken: [...untaken, browser.untaken] };
}

/** Answers that are not graded exactly once. */
const misjudged = `
  SELECT id FROM submission WHERE (SELECT count(*) FROM grade WHERE submission_id = submission.id) <> 1`;

/** Assigned problems whose count is not that of their answers. */
const miscounted = `
  SELECT id FROM assigned WHERE attempts <>
    (SELECT count(*) FROM submission WHERE assigned_id = assigned.id AND ordinal IS NOT NULL)`;

describe("when the server and then its database are killed in the middle of 500 answers", () => {
  it("each acknowledged one is there with one verdict, and each key has one answer", async () => {
    const { acknowledged, untaken } = await sendThrough();
    expect(untaken).toHaveLength(strikes.length + 1);
    expect(new Set(untaken).size, "answers were on their way at each strike").toBe(untaken.length);
    // At once, and not when those who were killed have had time enough.
    await sweepAnswers(0);
    const found = await lookForAnswers(ground.database.url, acknowledged, all);
    expect(found).toMatchObject({ lost: 0, ungraded: 0, gradedTwice: 0, doubled: 0 });
    expect(found.stored).toBeGreaterThanOrEqual(acknowledged.length);
    expect(acknowledged.length).toBeGreaterThanOrEqual(0.8 * all);
    expect(await query(ground.database.url, misjudged)).toEqual([]);
    expect(await query(ground.database.url, miscounted)).toEqual([]);
  }, 300_000);
});
