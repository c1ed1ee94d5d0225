import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { When } from "@/app/_components/assignments/when";
import { phaseWords, scoreInWords } from "@/app/_components/assignments/words";
import { Link } from "@/app/_components/link";
import { Messages } from "@/app/_components/messages";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { getMyCourse, type MyAssignmentSummary, type MyCourseView, type Phase } from "@/lib/services";

interface Props {
  readonly params: Promise<{ readonly courseId: string }>;
}

/** Loaded once for a request, for the head and the page. */
const courseOf = cache(async (courseId: string) => getMyCourse(await viewer(), courseId, new Date()));

async function load({ params }: Props): Promise<MyCourseView> {
  const { courseId } = await params;
  const reply = await courseOf(courseId);
  if (!reply.ok && reply.error.code === "refused") redirect(`/teach/courses/${courseId}`);
  return shown(reply, `/courses/${courseId}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).course.title };
}

/** What to do now comes first. */
const groups: readonly { readonly heading: string; readonly phases: readonly Phase[] }[] = [
  { heading: "Open now", phases: ["open", "late"] },
  { heading: "To come", phases: ["before"] },
  { heading: "Closed", phases: ["closed"] },
];

export default async function CoursePage(props: Props) {
  const now = new Date();
  const { course, archived, latePasses, assignments } = await load(props);
  return (
    <>
      <PageTitle
        title={course.title}
        above={
          <Link href="/courses" className="hover:text-ink hover:underline">
            Your courses
          </Link>
        }
        lead={[course.term, archived && "This course is archived."].filter(Boolean).join(" · ")}
      />
      <p className="hint mt-3">
        All times are on the clocks of {course.timeZone}.
        {latePasses.of > 0 &&
          ` You have ${latePasses.left} of ${counted(latePasses.of, "late pass", "late passes")} left; one gives ${counted(latePasses.hours, "hour")} more.`}
      </p>
      <div className="mt-6 empty:hidden">
        <Messages viewer={await viewer()} />
      </div>
      {assignments.length === 0 && (
        <p className="mt-8 text-soft">There are no assignments yet. They appear here when they are published.</p>
      )}
      <div className="mt-8 space-y-10">
        {groups.map(({ heading, phases }) => (
          <Group
            key={heading}
            heading={heading}
            assignments={assignments.filter(({ phase }) => phases.includes(phase))}
            zone={course.timeZone}
            now={now}
          />
        ))}
      </div>
    </>
  );
}

interface GroupProps {
  readonly heading: string;
  readonly assignments: readonly MyAssignmentSummary[];
  readonly zone: string;
  readonly now: Date;
}

function Group({ heading, assignments, zone, now }: GroupProps) {
  if (assignments.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h2 className="heading">{heading}</h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {assignments.map((assignment) => (
          <AssignmentRow key={assignment.id} assignment={assignment} zone={zone} now={now} />
        ))}
      </ul>
    </section>
  );
}

function AssignmentRow({ assignment, zone, now }: { assignment: MyAssignmentSummary; zone: string; now: Date }) {
  const { id, title, phase, extended, problems, answered, score } = assignment;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 py-4">
      <div className="min-w-0">
        <Link href={`/assignments/${id}`} className="link text-[1.0625rem] font-medium">
          {title}
        </Link>{" "}
        {phase === "late" && <span className="tag">{phaseWords.late}</span>}
        <p className="text-[0.9375rem] text-soft">
          <When phase={phase} times={assignment.times} zone={zone} now={now} />
          {extended && " Your own times."}
        </p>
      </div>
      <p className="hint tabular-nums">
        {phase === "before"
          ? counted(problems, "problem")
          : `${answered} of ${counted(problems, "problem")} answered · ${scoreInWords(score)}`}
      </p>
    </li>
  );
}
