import type { Metadata } from "next";
import { phaseWords, pointsInWords } from "@/app/_components/assignments/words";
import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { TableHead } from "@/app/_components/table-head";
import { viewer } from "@/lib/auth";
import { type AssignmentSummary, getCourse, listAssignments } from "@/lib/services";
import type { CourseProps } from "../../_components/course-props";

export const metadata: Metadata = { title: "Assignments" };

export default async function AssignmentsPage({ params }: CourseProps) {
  const { courseId } = await params;
  const here = `/teach/courses/${courseId}/assignments`;
  const asking = await viewer();
  const course = shown(await getCourse(asking, courseId), here);
  const assignments = shown(await listAssignments(asking, courseId, new Date()), here);
  const mayEdit = course.rights.includes("edit-assignments");
  return (
    <>
      <PageTitle
        title="Assignments"
        lead={`Times are on the clocks of ${course.timeZone}.`}
        aside={
          mayEdit && (
            <Link href={`${here}/new`} className="button button-main">
              New assignment
            </Link>
          )
        }
      />
      {assignments.length === 0 ? (
        <p className="mt-8 max-w-[62ch] text-soft">
          There are no assignments yet.
          {mayEdit && " Make the first one: choose problems, give points and times, and publish it when it is ready."}
        </p>
      ) : (
        <AssignmentTable assignments={assignments} home={here} zone={course.timeZone} />
      )}
    </>
  );
}

interface TableProps {
  readonly assignments: readonly AssignmentSummary[];
  readonly home: string;
  readonly zone: string;
}

function AssignmentTable({ assignments, home, zone }: TableProps) {
  return (
    <section className="scroll-x mt-6" aria-label="Assignments">
      <table className="table min-w-2xl">
        <TableHead
          columns={[
            "Assignment",
            "State",
            "Due",
            { end: "Problems" },
            { end: "Points" },
            { end: "Started" },
            { end: "Submitted" },
          ]}
        />
        <tbody>
          {assignments.map(({ id, title, published, phase, times, problems, points, started, submitted, students }) => (
            <tr key={id}>
              <th scope="row" className="font-normal">
                <Link href={`${home}/${id}`} className="link">
                  {title}
                </Link>
              </th>
              <td className="text-soft">{published ? phaseWords[phase] : "Draft"}</td>
              <td className="text-soft">
                <Moment date={times.dueAt} zone={zone} />
              </td>
              <td className="text-end tabular-nums">{problems}</td>
              <td className="text-end tabular-nums">{pointsInWords(points)}</td>
              <td className="text-end tabular-nums">
                {started} of {students}
              </td>
              <td className="text-end tabular-nums">{submitted}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
