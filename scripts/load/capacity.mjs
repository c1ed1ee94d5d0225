import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { answerTo, chanceOf } from "./answers.mjs";
import { Client } from "./client.mjs";
import { inCopy } from "./copy.mjs";
import { query } from "./kept.mjs";
import { printPromises, printRates } from "./report.mjs";
import { makeCourse, openLoadStand, signInAll } from "./stand.mjs";
import { Tally } from "./tally.mjs";

/**
 * The highest rate of graded answers, beside the highest rate of a bare route that looks at the session and inserts a row: the same
 * server, the same people, in turns. The rate rises until the times are too long or the server does not keep up.
 */

const problems = 10;

/** The longest that 95 of 100 may take, in milliseconds, and the least that is served of what is offered. */
const longest = 1_000;
const least = 0.97;

const first = 40;
const growth = 1.2;
const share = 0.5;

/** In a copy of the sources that has the bare route, this program again: what it builds is gone afterwards. */
export async function run(options) {
  if (process.env.LOAD_IN_COPY) return measure(options);
  return inCopy(async (copy) => {
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const env = { ...process.env, LOAD_IN_COPY: "1" };
    const { status } = spawnSync(process.execPath, ["scripts/load.mjs", "capacity", ...words], {
      cwd: copy,
      env,
      stdio: "inherit",
    });
    return status === 0;
  });
}

async function measure({ students: count, seconds }) {
  const stand = await openLoadStand();
  const client = new Client(stand.address);
  try {
    await makeBareTable(stand);
    const course = await makeCourse(stand, { students: count, problems, attempts: null });
    const students = await signInAll(client, course.students);
    const bare = await climb("bare route", seconds, bareAsker(client, students));
    const ours = await climb("graded answers", seconds, answerAsker(client, students));
    printRates([...bare.rows, ...ours.rows]);
    return printPromises([
      {
        promise: `at least ${100 * share} % of the bare route's rate with p95 under ${longest} ms`,
        isKept: ours.highest >= share * bare.highest && bare.highest > 0,
        found: `${ours.highest.toFixed(0)} of ${bare.highest.toFixed(0)} a second, ${Math.round((100 * ours.highest) / bare.highest)} %`,
      },
    ]);
  } finally {
    client.close();
    await stand.stop();
  }
}

/** What the bare route writes into. */
async function makeBareTable({ ownerUrl }) {
  await query(
    ownerUrl,
    "CREATE TABLE bare (id bigserial PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, at timestamptz NOT NULL DEFAULT now())",
  );
  await query(ownerUrl, "GRANT ALL ON bare TO PUBLIC");
  await query(ownerUrl, "GRANT ALL ON SEQUENCE bare_id_seq TO PUBLIC");
}

/** Asks for one thing, each time of somebody else; says what went wrong, or nothing. */
function bareAsker(client, students) {
  return async (number) => {
    const { session } = students[number % students.length];
    const { status } = await client.post("/api/bare", session, { number });
    return status === 200 ? undefined : String(status);
  };
}

function answerAsker(client, students) {
  const chance = chanceOf(11);
  return async (number) => {
    const { session, places } = students[number % students.length];
    const place = places[Math.floor(number / students.length) % places.length];
    const { status, body } = await client.post("/api/answers", session, answerTo(place, `capacity-${number}`, chance));
    return status === 200 ? undefined : `${status} ${body?.code ?? ""}`;
  };
}

/** Raises the rate until it is no longer borne. */
async function climb(what, seconds, ask) {
  let number = 0;
  const count = () => number++;
  await hold(first / 2, 5, count, ask);
  const rows = [];
  let highest = 0;
  for (let rate = first; ; rate *= growth) {
    const tally = await hold(rate, seconds, count, ask);
    const served = tally.servedInTime / seconds;
    rows.push(tally.row(what, seconds));
    console.error(
      `  ${what}: ${rate.toFixed(0)} offered, ${served.toFixed(0)} served, p95 ${Math.round(tally.times.p95)} ms`,
    );
    const isBorne = tally.times.p95 < longest && tally.failed === 0 && served >= least * rate;
    if (!isBorne) return { rows, highest };
    highest = served;
  }
}

/** Asks at a rate for some seconds, whatever has come back by then, and waits for what is still under way. */
async function hold(rate, seconds, count, ask) {
  const tally = new Tally();
  const under = new Set();
  const begin = performance.now();
  const total = Math.round(rate * seconds);
  for (let index = 0; index < total; index++) {
    const at = begin + (1_000 * index) / rate;
    const wait = at - performance.now();
    if (wait > 1) await sleep(wait);
    const asked = time(tally, at, begin + 1_000 * seconds, () => ask(count()));
    under.add(asked);
    asked.finally(() => under.delete(asked));
  }
  await Promise.all(under);
  return tally;
}

async function time(tally, since, end, ask) {
  tally.asked++;
  const wrong = await ask().catch((error) => error.message);
  if (wrong !== undefined) return tally.fail(wrong);
  const now = performance.now();
  tally.serve(now - since);
  // A second of grace: what was asked last may come back behind the end.
  if (now <= end + longest) tally.servedInTime++;
}
