import { makeDemonstration } from "../../lib/services";
import { closeDatabase } from "../../lib/store";

/** Fills the database in DATABASE_URL with the demonstration course. */
const students = Number(process.argv[2] ?? 300);
const steps = Math.max(1, Math.floor(students / 10));
try {
  const made = await makeDemonstration({
    students,
    now: new Date(),
    seed: "demonstration",
    onProgress: (done) => {
      if (done % steps === 0) console.log(`  ${done} of ${students} students have done their work`);
    },
  });
  console.log(
    made
      ? `A course of ${made.students} students with ${made.submissions} answers.`
      : "The demonstration course is there already; nothing was changed.",
  );
} finally {
  await closeDatabase();
}
