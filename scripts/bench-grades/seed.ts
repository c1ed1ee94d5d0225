import { demoEmail } from "../../lib/auth";
import { closeDatabase, database } from "../../lib/store";

/**
 * A course of the demonstration's instructor with many students and much to grade, as it stands after some weeks. Prints its id. The
 * points follow from the names, so they are the same each time.
 */

const [students = 300, assignments = 8, problems = 5] = process.argv.slice(2).map(Number);

async function seedCourse(): Promise<string> {
  const instructor = await database().person.findUniqueOrThrow({ where: { email: demoEmail("instructor") } });
  const { id: courseId } = await database().course.create({
    data: {
      title: "A large course",
      joinCode: `BENCH${Date.now()}`,
      sections: { create: [{ name: "A" }, { name: "B" }] },
    },
  });
  await database().enrolment.create({ data: { courseId, personId: instructor.id, role: "instructor" } });
  await seedStudents(courseId);
  for (let number = 0; number < assignments; number++) await seedAssignment(courseId, number);
  await handOut(courseId);
  return courseId;
}

async function seedStudents(courseId: string): Promise<void> {
  await database().$executeRaw`
    WITH made AS (
      INSERT INTO person (id, name, email)
      SELECT gen_random_uuid(), 'Student ' || number, 'student-' || number || '-' || left(${courseId}, 8) || '@example.org'
      FROM generate_series(1, ${students}::int) number RETURNING id
    ), numbered AS (SELECT id, row_number() OVER () AS number FROM made)
    INSERT INTO enrolment (id, course_id, person_id, section_id)
    SELECT gen_random_uuid(), ${courseId}::uuid, numbered.id, section.id FROM numbered
    JOIN section ON section.course_id = ${courseId}::uuid AND section.name = CASE number % 2 WHEN 0 THEN 'A' ELSE 'B' END`;
}

const day = 24 * 60 * 60 * 1_000;

async function seedAssignment(courseId: string, number: number): Promise<void> {
  const chosen = await database().problem.findMany({
    where: { fromBank: true, currentVersionId: { not: null } },
    orderBy: { id: "asc" },
    skip: number * problems,
    take: problems,
  });
  const opensAt = new Date(Date.now() - (60 - number) * day);
  const closesAt = new Date(opensAt.getTime() + 7 * day);
  await database().assignment.create({
    data: {
      courseId,
      title: `Sheet ${number + 1}`,
      opensAt,
      dueAt: closesAt,
      closesAt,
      publishedAt: opensAt,
      items: { create: chosen.map(({ id }, index) => ({ position: index + 1, points: 2, problemId: id })) },
    },
  });
}

/** Everybody has opened everything; some have not answered, some were late, most were right. */
async function handOut(courseId: string): Promise<void> {
  await database().$executeRaw`
    WITH drawn AS (
      SELECT assignment.id AS assignment_id, item.id AS item_id, enrolment.person_id, problem.id AS problem_id,
        problem.current_version_id AS version_id, abs(hashtext(enrolment.person_id::text || item.id::text)) % 10 AS luck
      FROM assignment JOIN assignment_item item ON item.assignment_id = assignment.id JOIN problem ON problem.id = item.problem_id
      JOIN enrolment ON enrolment.course_id = assignment.course_id AND enrolment.role = 'student'
      WHERE assignment.course_id = ${courseId}::uuid
    )
    INSERT INTO assigned (id, assignment_id, item_id, person_id, problem_id, version_id, attempts, first_right, credit, settled_at)
    SELECT gen_random_uuid(), assignment_id, item_id, person_id, problem_id, version_id, least(luck, 4),
      CASE WHEN luck >= 3 THEN 2 END, CASE WHEN luck >= 5 THEN 1 WHEN luck >= 3 THEN 0.5 ELSE 0 END, now()
    FROM drawn`;
  await database().$executeRaw`ANALYZE assigned`;
}

process.stdout.write(`${await seedCourse()}\n`);
await closeDatabase();
