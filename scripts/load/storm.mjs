import { setTimeout as sleep } from "node:timers/promises";
import { answerTo, chanceOf } from "./answers.mjs";
import { Client } from "./client.mjs";
import { lookForAnswers, query } from "./kept.mjs";
import { answersKept, printAnswers, printPromises, printRates } from "./report.mjs";
import { makeCourse, openLoadStand, signInAll } from "./stand.mjs";
import { Tally } from "./tally.mjs";

/**
 * The storm before a deadline: each student sends three answers to each of ten problems, half of all in the last sixth of the time.
 * Some are sent twice at once, as by a double click.
 */

export const problems = 10;
export const attempts = 3;
const lastPart = 1 / 6;
const doubled = 0.02;

/** The longest that 95 of 100 verdicts may take, in milliseconds. */
const longest = 1_000;

export async function run({ students: count, seconds }) {
  const stand = await openLoadStand();
  const client = new Client(stand.address);
  try {
    const course = await makeCourse(stand, { students: count, problems, attempts });
    const students = await signInAll(client, course.students);
    await warmUp(client, students);
    const from = await setDeadline(stand, course, seconds);
    const storm = await blow(client, planOf(students, seconds, chanceOf(7)), from, seconds);
    return report(stand, course, storm, seconds);
  } finally {
    client.close();
    await stand.stop();
  }
}

/** Opens a page as everybody has before they answer; a few are enough to wake the server. */
async function warmUp(client, students) {
  for (const { session } of students.slice(0, 20)) await client.ask("GET", "/dashboard", session);
}

/** The assignment closes when the storm is over. @returns {Promise<number>} when it begins, in milliseconds */
async function setDeadline(stand, { assignmentId }, seconds) {
  const from = Date.now() + 1_000;
  const end = new Date(from + 1_000 * seconds);
  await query(stand.databaseUrl, "UPDATE assignment SET due_at = $2, closes_at = $2 WHERE id = $1::uuid", [
    assignmentId,
    end,
  ]);
  return from;
}

/** Who sends what when, in milliseconds from the beginning. */
export function planOf(students, seconds, chance) {
  const calm = 1_000 * seconds * (1 - lastPart);
  // A student who sees the clock run out presses before it has.
  const last = 1_000 * seconds * lastPart - 250;
  const plan = students.flatMap(({ session, places }, student) => {
    const all = places.flatMap((place) => Array.from({ length: attempts }, () => place));
    const times = all.map((_, index) => (index % 2 === 0 ? chance() * calm : calm + chance() * last));
    return times
      .toSorted((a, b) => a - b)
      .map((at, index) => {
        const content = answerTo(all[index], `storm-${student}-${index}`, chance);
        return { at, session, content, isDoubled: chance() < doubled };
      });
  });
  return plan.toSorted((a, b) => a.at - b.at);
}

/** Sends everything at its time, whatever has come back by then. */
export async function blow(client, plan, from, seconds) {
  const [tally, end] = [new Tally(), new Tally()];
  const acknowledged = [];
  const under = new Set();
  const begin = performance.now() + (from - Date.now());
  for (const { at, session, content, isDoubled } of plan) {
    const wait = begin + at - performance.now();
    if (wait > 1) await sleep(wait);
    const tallies = at >= 1_000 * seconds * (1 - lastPart) ? [tally, end] : [tally];
    for (let time = isDoubled ? 2 : 1; time > 0; time--) {
      const sent = send(client, session, content, begin + at, tallies).then((receipt) => {
        if (receipt) acknowledged.push({ receipt, assignedId: content.assignedId, key: content.idempotencyKey });
      });
      under.add(sent);
      sent.finally(() => under.delete(sent));
    }
  }
  await Promise.all(under);
  return { tally, end, acknowledged, sent: plan.length };
}

/** Sends an answer; its receipt, where it was taken. */
async function send(client, session, content, since, tallies) {
  for (const tally of tallies) tally.asked++;
  const reply = await client.answer(session, content).catch((error) => ({ status: 0, body: { code: error.message } }));
  const took = performance.now() - since;
  for (const tally of tallies) {
    if (reply.status === 200) tally.serve(took);
    else tally.fail(`${reply.status} ${reply.body?.code ?? "without words"}`);
  }
  return reply.status === 200 ? reply.body.line.id : undefined;
}

async function report(stand, { assignmentId }, storm, seconds) {
  const { tally, end, acknowledged, sent } = storm;
  const found = await lookForAnswers(stand.databaseUrl, acknowledged, sent);
  const [late] = await query(
    stand.databaseUrl,
    `SELECT count(*)::int AS late FROM assigned WHERE assignment_id = $1::uuid AND first_right IS NOT NULL AND credit < 1`,
    [assignmentId],
  );
  const refused = [...tally.errors]
    .filter(([what]) => what.includes("refused"))
    .reduce((sum, [, times]) => sum + times, 0);
  printRates([tally.row("whole storm", seconds), end.row("last sixth", seconds * lastPart)]);
  printAnswers(found, storm);
  return printPromises([
    ...answersKept(found, storm),
    {
      promise: "none is wrongly late",
      isKept: refused + late.late === 0,
      found: `${refused} refused, ${late.late} with less credit`,
    },
    {
      promise: `p95 of the verdict under ${longest} ms`,
      isKept: end.times.p95 < longest && tally.times.p95 < longest,
      found: `${Math.round(tally.times.p95)} ms, in the last sixth ${Math.round(end.times.p95)} ms`,
    },
  ]);
}
