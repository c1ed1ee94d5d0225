import type { Metadata } from "next";
import Link from "next/link";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { counted } from "@/app/_components/words";
import { mayTeach, viewer } from "@/lib/auth";
import { type CourseSummary, listTaughtCourses } from "@/lib/services";

export const metadata: Metadata = { title: "Teach" };

export default async function TeachPage() {
  const asking = await viewer();
  const courses = shown(await listTaughtCourses(asking), "/teach");
  const makes = mayTeach(asking);
  return (
    <>
      <PageTitle title="Teach" />
      <div className="mt-8 space-y-12">
        <Courses courses={courses} makes={makes} />
        {makes && <Problems />}
        {asking.role === "admin" && (
          <p>
            <Link href="/teach/log" className="link">
              Log of all courses and accounts
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

function Courses({ courses, makes }: { courses: readonly CourseSummary[]; makes: boolean }) {
  const running = courses.filter(({ archivedAt }) => archivedAt === null);
  const over = courses.filter(({ archivedAt }) => archivedAt !== null);
  return (
    <section aria-labelledby="courses">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <h2 id="courses" className="heading">
          Courses
        </h2>
        {makes && (
          <Link href="/teach/courses/new" className="button button-main">
            New course
          </Link>
        )}
      </div>
      {running.length === 0 ? (
        <p className="mt-2 max-w-[62ch] text-soft">
          None yet. Make one, send its link to your students, and give them an assignment.
        </p>
      ) : (
        <CourseList courses={running} />
      )}
      {over.length > 0 && (
        <details className="mt-5">
          <summary className="w-fit text-soft">{counted(over.length, "archived course")}</summary>
          <CourseList courses={over} />
        </details>
      )}
    </section>
  );
}

function CourseList({ courses }: { courses: readonly CourseSummary[] }) {
  return (
    <ul className="mt-3 divide-y divide-line border-y border-line">
      {courses.map(({ id, title, term, role, students, assignments }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-3.5">
          <Link href={`/teach/courses/${id}`} className="link font-medium">
            {title}
          </Link>
          {term && <span className="text-soft">{term}</span>}
          {role === "assistant" && <span className="tag">assistant</span>}
          <span className="hint sm:ml-auto">
            {counted(students, "student")}, {counted(assignments, "assignment")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Problems() {
  return (
    <section aria-labelledby="problems">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <h2 id="problems" className="heading">
          Problems
        </h2>
        <Link href="/teach/problems/new" className="button">
          New problem
        </Link>
      </div>
      <p className="mt-2 max-w-[62ch] text-soft">
        <Link href="/teach/problems" className="link">
          All problems
        </Link>
        , yours and those of the bank, with the answers given to them.
      </p>
    </section>
  );
}
