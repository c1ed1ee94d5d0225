import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../base/process.mjs";
import { step } from "../base/step.mjs";
import { Trouble } from "../base/trouble.mjs";
import { freePort } from "../database/cluster.mjs";
import { openNginx } from "../serve/nginx.mjs";
import { openGround } from "../test/stand.mjs";
import { chanceOf } from "./answers.mjs";
import { Client } from "./client.mjs";
import { draftsSent, leaveDrafts } from "./instances/drafts.mjs";
import { askForRegrades, jobsTaken, watchJobs } from "./instances/jobs.mjs";
import { lookForAnswers, query } from "./kept.mjs";
import { answersKept, printAnswers, printPromises, printRates } from "./report.mjs";
import { durable, makeCourse, signInAll } from "./stand.mjs";
import { attempts, blow, planOf, problems } from "./storm.mjs";

/**
 * Several servers behind nginx over one PostgreSQL, of which one is killed in the middle of a storm: browsers send again what nobody
 * took, and jobs go on at whoever is left. The killed one comes back before the end.
 */

const secrets = { TRUST_PROXY: "1", LOG_LEVEL: "error" };

/** How long work that outlives a request may take afterwards: the jobs of each minute, and twice that. */
const patience = 180_000;

export async function run({ instances, students: count, seconds }) {
  if (instances < 2) throw new Trouble("One instance is what `npm run load -- storm` measures; give at least two.");
  const ground = await step("Opening a PostgreSQL of our own", () => openGround({ postgres: durable, env: secrets }));
  let client;
  try {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const servers = await step(`Starting ${instances} servers`, () => beginAll(ground, instances, address));
    const nginx = await openNginx(
      port,
      servers.map((each) => each.port),
    );
    ground.atEnd(nginx.stop);
    client = new Client(address);
    return await blowThrough(ground, servers, client, count, seconds);
  } finally {
    client?.close();
    await ground.stop();
  }
}

async function beginAll(ground, count, address) {
  const servers = [];
  for (let number = 0; number < count; number++) servers.push(await ground.begin({ address }));
  return servers;
}

async function blowThrough(ground, servers, client, count, seconds) {
  const { ownerUrl } = ground.database;
  await watchJobs(ownerUrl);
  const course = await makeCourse(servers[0], { students: count, problems, attempts });
  const quiet = await makeCourse(servers[0], { students: 30, problems: 1, attempts });
  const students = await signInAll(client, course.students);
  const middle = (1_000 * seconds) / 2;
  const from = Date.now() + 1_000;
  const drafts = await leaveDrafts(ownerUrl, quiet, new Date(from + middle));
  const regrades = askSoon(ownerUrl, course, middle);
  const killed = killSoon(ground, servers[1], middle + 1_000);
  const storm = await blow(client, planOf(students, seconds, chanceOf(7)), from, seconds);
  await killed;
  const finished = await step("Waiting for what outlives requests", () =>
    until(() => isFinished(ownerUrl, quiet, drafts), patience),
  );
  return report({ ownerUrl, quiet, drafts, regrades: await regrades, finished, storm, seconds });
}

/** Regrades are under way when the server is killed. */
async function askSoon(ownerUrl, { assignmentId }, milliseconds) {
  await sleep(milliseconds);
  return askForRegrades(ownerUrl, assignmentId);
}

async function killSoon(ground, { pid, port, address, ended }, milliseconds) {
  await sleep(milliseconds);
  process.kill(pid, "SIGKILL");
  await ended;
  console.log(`killed the server on port ${port}`);
  await ground.begin({ port, address });
  console.log(`the server on port ${port} is back`);
}

async function isFinished(ownerUrl, quiet, drafts) {
  const [open] = await query(
    ownerUrl,
    `SELECT (SELECT count(*) FROM ungraded)::int + (SELECT count(*) FROM regrade WHERE state = 'comparing')::int AS left`,
  );
  await sleep(500);
  return open.left === 0 && (await draftsSent(ownerUrl, quiet)).sent === drafts;
}

async function report({ ownerUrl, quiet, drafts, regrades, finished, storm, seconds }) {
  const { tally, acknowledged, sent } = storm;
  const found = await lookForAnswers(ownerUrl, acknowledged, sent);
  const jobs = await jobsTaken(ownerUrl);
  const closed = await draftsSent(ownerUrl, quiet);
  printRates([tally.row("storm with a kill", seconds)]);
  printAnswers(found, storm);
  console.log(`${jobs.jobs} jobs, taken by ${jobs.takers} workers; ${regrades.length} regrades compared meanwhile`);
  return printPromises([
    ...answersKept(found, storm),
    {
      promise: "jobs are taken by several servers, each once",
      isKept: jobs.takers > 1 && jobs.twice + jobs.minutes === 0,
      found: `${jobs.twice} taken twice, ${jobs.minutes} planned twice for one minute`,
    },
    {
      promise: "what was broken off is finished, once",
      isKept: finished && closed.sent === drafts && closed.twice === 0,
      found: `${closed.sent} of ${drafts} drafts sent at the closing, ${closed.twice} twice${finished ? "" : "; something is left over"}`,
    },
  ]);
}
