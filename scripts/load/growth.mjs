import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "../base/command.mjs";
import { step } from "../base/step.mjs";
import { Trouble } from "../base/trouble.mjs";
import { openGround } from "../test/stand.mjs";
import { Client } from "./client.mjs";
import { query } from "./kept.mjs";
import { printPromises, printRates } from "./report.mjs";
import { durable, password } from "./stand.mjs";
import { Tally } from "./tally.mjs";

/**
 * Whether what a person waits for takes longer in a database with more of other people's work: the same course is looked at among one,
 * a hundred and a thousand courses, each with about a thousand answers. Three servers over three databases are asked in turn, so that
 * whatever else the machine does falls on all of them alike.
 */

/** So many times as long as in the smallest may what is asked for take. */
const mostGrowth = 1.5;

/** Asked beforehand, and not counted: once for each student. */
const warmUps = 30;

/** What is asked for: by a student of the course or its instructor, the next one each time. */
const asks = {
  "problem page": ({ client, students }, time) => open(client, at(students, time), "problemPage"),
  dashboard: ({ client, students }, time) => open(client, at(students, time), "dashboard"),
  gradebook: ({ client, instructor }) => open(client, instructor, "gradebook"),
  "answer in practice": ({ client, students }, time) => send(client, at(students, time), "practice", time),
  "answer in an assignment": ({ client, students }, time) => send(client, at(students, time), "assigned", time),
};

const at = (list, time) => list[time % list.length];

async function open(client, { session, paths }, page) {
  return (await client.ask("GET", paths[page], session)).status === 200;
}

async function send(client, { session, forms }, form, time) {
  const answer = { ...forms[form], fields: { answer: `${time + 2}*(${forms[form].right})` }, writing: "text" };
  const reply = await client.answer(session, { ...answer, right: undefined, idempotencyKey: `growth-${time}` });
  return reply.status === 200;
}

export async function run({ times, courses: most }) {
  const sizes = [1, Math.ceil(most / 10), most];
  const ground = await step("Opening a PostgreSQL of our own", () => openGround({ postgres: durable }));
  const stands = [];
  try {
    for (const courses of sizes) stands.push(await openSize(ground, courses));
    const tallies = await measure(stands, times);
    return report(stands, tallies);
  } finally {
    for (const { client } of stands) client.close();
    await ground.stop();
  }
}

/** A server over a database with so many courses, and the people of the first one signed in. */
async function openSize(ground, courses) {
  const name = `size_${courses}`;
  const inDatabase = (url) => url.replace(/[^/]*$/, name);
  await query(ground.database.ownerUrl.replace(/[^/]*$/, "postgres"), `CREATE DATABASE ${name} TEMPLATE nabla`);
  const databaseUrl = inDatabase(ground.database.url);
  const env = { ...ground.envFor("http://localhost", databaseUrl), LOG_LEVEL: "error", FILL_PASSWORD: password };
  const owner = { MIGRATION_DATABASE_URL: inDatabase(ground.database.ownerUrl) };
  const filled = await step(`Filling in ${courses * 1_000} answers`, () => fill({ ...env, ...owner }, courses));
  const { address } = await ground.begin({ databaseUrl });
  const client = new Client(address);
  const signedIn = async (person) => ({ ...person, session: await client.signIn(person.email, password) });
  const students = [];
  for (const student of filled.students) students.push(await signedIn(student));
  return { courses, answers: filled.answers, client, students, instructor: await signedIn(filled.instructor) };
}

async function fill(env, courses) {
  const folder = mkdtempSync(join(tmpdir(), "nabla-growth-"));
  const file = join(folder, "filled.json");
  try {
    const words = ["scripts/run.mjs", "scripts/load/growth/main.ts", String(courses), file];
    const { status, output } = await runNode(words, { env });
    if (status !== 0) throw new Trouble(`The database could not be filled:\n${output}`);
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks each server in turn. @returns {Promise<Map<string, Tally[]>>} for each thing that is asked a tally by size */
async function measure(stands, times) {
  const tallies = new Map(Object.keys(asks).map((name) => [name, stands.map(() => new Tally())]));
  await step(`Asking ${times} times`, async () => {
    for (let time = 0; time < warmUps + times; time++) {
      for (const [name, ask] of Object.entries(asks)) {
        for (const [index, stand] of stands.entries()) {
          const tally = time < warmUps ? new Tally() : tallies.get(name)[index];
          await askOnce(() => ask(stand, time), tally);
        }
      }
    }
  });
  return tallies;
}

async function askOnce(ask, tally) {
  const from = performance.now();
  const isAnswered = await ask().catch(() => false);
  tally.asked++;
  if (isAnswered) tally.serve(performance.now() - from);
  else tally.fail("not answered");
}

function report(stands, tallies) {
  const rows = [...tallies].flatMap(([name, bySize]) =>
    bySize.map((tally, index) => {
      const seconds = tally.total / 1_000;
      return tally.row(`${name}, ${stands[index].answers.toLocaleString("en")} answers`, seconds);
    }),
  );
  printRates(rows);
  const failed = [...tallies.values()].flat().reduce((sum, tally) => sum + tally.failed, 0);
  const promises = [...tallies].flatMap(([name, [small, ...larger]]) =>
    larger.map((tally, index) => {
      const growth = tally.times.p50 / small.times.p50;
      const answers = stands[index + 1].answers.toLocaleString("en");
      return {
        promise: `${name} with ${answers} answers takes at most ${mostGrowth} times as long`,
        isKept: growth <= mostGrowth,
        found: `${growth.toFixed(2)} times (p95 ${(tally.times.p95 / small.times.p95).toFixed(2)} times)`,
      };
    }),
  );
  return printPromises([
    { promise: "everything is answered", isKept: failed === 0, found: `${failed} were not` },
    ...promises,
  ]);
}
