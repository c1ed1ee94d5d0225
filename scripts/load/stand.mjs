import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "../base/command.mjs";
import { step } from "../base/step.mjs";
import { Trouble } from "../base/trouble.mjs";
import { openStand } from "../test/stand.mjs";
import { Client, forEach } from "./client.mjs";

/** A database that keeps what it has acknowledged, as one in earnest does. */
export const durable = ["shared_buffers=512MB", "max_wal_size=4GB"];

/** Of everybody who is made to be measured. */
export const password = "seven quiet matrices";

/** A Nabla to be measured: as for tests, but with a database that waits for its disk. */
export function openLoadStand(env = {}) {
  return step("Opening a Nabla of our own", () => openStand({ postgres: durable, env }));
}

/**
 * Makes a course with an assignment in a stand's database.
 *
 * @param {{ students: number, problems: number, attempts: number | null }} course  `null` for no limit
 * @returns {Promise<{ assignmentId: string, students: Student[] }>}
 *
 * @typedef {{ email: string, places: Place[] }} Student
 * @typedef {{ assignedId: string, versionId: string, variant: string, right: Fields[], wrong: Fields[], unread: Fields[] }} Place
 * @typedef {Record<string, string>} Fields  what is typed, as /api/answers takes it
 */
export async function makeCourse(stand, course) {
  const folder = mkdtempSync(join(tmpdir(), "nabla-load-"));
  const file = join(folder, "course.json");
  try {
    const words = ["scripts/run.mjs", "scripts/load/course.ts", JSON.stringify({ ...course, password }), file];
    const work = () => runNode(words, { env: { ...stand.env, LOG_LEVEL: "error" } });
    const { status, output } = await step(`Making a course of ${course.students}`, work);
    if (status !== 0) throw new Trouble(`The course could not be made:\n${output}`);
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Signs everybody in. @returns {Promise<(Student & { session: import("./client.mjs").Session })[]>}
 *
 * @param {Client} client
 * @param {Student[]} students
 */
export function signInAll(client, students) {
  return step(`Signing ${students.length} in`, async () => {
    const signedIn = [];
    await forEach(students, 8, async (student, index) => {
      signedIn[index] = { ...student, session: await client.signIn(student.email, password) };
    });
    return signedIn;
  });
}
