import type { Metadata } from "next";
import { cache } from "react";
import { scoreInWords } from "@/app/_components/assignments/words";
import { Content } from "@/app/_components/content/content";
import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { PageTitle } from "@/app/_components/page-title";
import { Declared } from "@/app/_components/problem-view";
import { shown } from "@/app/_components/reply";
import { showVerdict } from "@/app/_components/shown-verdict";
import { VerdictPanel } from "@/app/_components/verdict-panel";
import { counted, momentInZone } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { type AssignedAttemptView, getStudentWork, type StudentWorkView, type WorkedProblemView } from "@/lib/services";

interface Props {
  readonly params: Promise<{ readonly courseId: string; readonly assignmentId: string; readonly personId: string }>;
}

/** Loaded once for a request, for the head and the page. */
const workOf = cache(async (assignmentId: string, personId: string) =>
  getStudentWork(await viewer(), assignmentId, personId, new Date()),
);

async function load({ params }: Props): Promise<StudentWorkView> {
  const { courseId, assignmentId, personId } = await params;
  const here = `/teach/courses/${courseId}/assignments/${assignmentId}/students/${personId}`;
  return shown(await workOf(assignmentId, personId), here);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { student, title } = await load(props);
  return { title: `${student.name}, ${title}` };
}

export default async function StudentWorkPage(props: Props) {
  const { id, title, course, student, times, score, problems } = await load(props);
  const home = `/teach/courses/${course.id}/assignments/${id}`;
  return (
    <>
      <PageTitle
        title={student.name}
        above={
          <>
            <Link href={home} className="hover:text-ink hover:underline">
              {title}
            </Link>{" "}
            /{" "}
            <Link href={`${home}/board`} className="hover:text-ink hover:underline">
              Live board
            </Link>
          </>
        }
        lead={
          <>
            {scoreInWords(score)}. Due <Moment date={times.dueAt} zone={course.timeZone} />, closes{" "}
            <Moment date={times.closesAt} zone={course.timeZone} /> ({course.timeZone}).
          </>
        }
        aside={
          <Link href={`${home}/preview?student=${student.id}`} className="button">
            As this student sees it
          </Link>
        }
      />
      {problems.length === 0 && <p className="mt-8 text-soft">They have not opened this assignment.</p>}
      <ol className="mt-8 divide-y divide-line border-t border-line">
        {problems.map((worked) => (
          <Worked key={worked.assignedId} worked={worked} zone={course.timeZone} />
        ))}
      </ol>
    </>
  );
}

function Worked({ worked, zone }: { worked: WorkedProblemView; zone: string }) {
  const { number, problem, score, hints, answers } = worked;
  return (
    <li className="py-7">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="heading">
          {number}. {problem.title}
        </h2>
        <p className="hint tabular-nums">
          {[scoreInWords(score), hints > 0 && counted(hints, "hint")].filter(Boolean).join(" · ")}
        </p>
      </div>
      <details className="mt-2">
        <summary className="hint w-fit">What was asked</summary>
        <div className="mt-3 grid grid-cols-1 gap-x-16 gap-y-6 border-l-2 border-line pl-4 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
          <Content content={problem.statement} />
          <Declared problem={problem} />
        </div>
      </details>
      {answers.length === 0 ? (
        <p className="mt-3 text-soft">No answer.</p>
      ) : (
        <ol className="mt-4 space-y-6">
          {answers.map((answer) => (
            <Answer key={answer.id} answer={answer} worked={worked} zone={zone} />
          ))}
        </ol>
      )}
    </li>
  );
}

interface AnswerProps {
  readonly answer: AssignedAttemptView;
  readonly worked: WorkedProblemView;
  readonly zone: string;
}

/** An answer with its verdict as the grader gave it. */
function Answer({
  answer: { ordinal, createdAt, automatic, text, graded },
  worked: { number, problem },
  zone,
}: AnswerProps) {
  return (
    <li className="max-w-2xl">
      <p className="hint mb-1.5">
        {ordinal === null ? "Cost no attempt" : `Attempt ${ordinal}`}, <Moment date={createdAt} zone={zone} />
        {automatic && ", the draft that was sent at the closing"}
      </p>
      {graded && (
        <VerdictPanel
          verdict={showVerdict(graded, problem.declarations, { ...problem, syntax: graded.syntax })}
          answer={text}
          label={`Verdict on ${ordinal === null ? "an answer that cost nothing" : `attempt ${ordinal}`} at problem ${number}, ${momentInZone(createdAt, zone)}`}
        />
      )}
    </li>
  );
}
