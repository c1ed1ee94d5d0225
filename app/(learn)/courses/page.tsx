import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import { Messages } from "@/app/_components/messages";
import { Moment } from "@/app/_components/moment";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { listMyCourses, type MyCourseSummary } from "@/lib/services";

export const metadata: Metadata = { title: "Your courses" };

export default async function CoursesPage() {
  const asking = await viewer();
  const courses = shown(await listMyCourses(asking, new Date()), "/courses");
  return (
    <>
      <PageTitle
        title="Your courses"
        lead="Courses that you take part in, with what is open in them now."
        aside={
          <Link href="/courses/join" className="button">
            Join with a code
          </Link>
        }
      />
      <div className="mt-6 empty:hidden">
        <Messages viewer={asking} />
      </div>
      {courses.length === 0 ? (
        <p className="mt-8 max-w-[62ch] text-soft">
          You are in no course yet. Follow the link that your instructor has sent you, or{" "}
          <Link href="/courses/join" className="link">
            type the code of a course
          </Link>
          .
        </p>
      ) : (
        <ul className="mt-8 divide-y divide-line border-y border-line">
          {courses.map((course) => (
            <CourseRow key={course.id} course={course} />
          ))}
        </ul>
      )}
    </>
  );
}

function CourseRow({
  course: { id, title, term, section, archived, open, nextDue, timeZone },
}: {
  course: MyCourseSummary;
}) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 py-4">
      <div>
        <Link href={`/courses/${id}`} className="link text-[1.0625rem] font-medium">
          {title}
        </Link>
        <p className="hint">
          {[term, section && `Section ${section}`, archived && "Archived"].filter(Boolean).join(" · ")}
        </p>
      </div>
      <p className="text-[0.9375rem] text-soft">
        {open === 0 ? "Nothing is open." : `${counted(open, "assignment")} open.`}{" "}
        {nextDue && (
          <>
            Next due <Moment date={nextDue} zone={timeZone} /> ({timeZone}).
          </>
        )}
      </p>
    </li>
  );
}
