import { writeFileSync } from "node:fs";
import { type LoadCourseOptions, makeLoadCourse } from "../../lib/services";
import { closeDatabase } from "../../lib/store";

/** Makes a course for measuring in the database in DATABASE_URL, and writes what a client needs to know of it into a file. */
const [options = "{}", file = ""] = process.argv.slice(2);
try {
  const read: LoadCourseOptions = JSON.parse(options);
  writeFileSync(file, JSON.stringify(await makeLoadCourse(read, new Date())));
} finally {
  await closeDatabase();
}
