import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { spendLatePass } from "@/app/_actions/assignments";
import { ActionForm } from "@/app/_components/action-form";
import { Rules } from "@/app/_components/assignments/rules";
import { Timeline } from "@/app/_components/assignments/timeline";
import { Times } from "@/app/_components/assignments/times";
import { When } from "@/app/_components/assignments/when";
import { phaseWords, scoreInWords, stateWords } from "@/app/_components/assignments/words";
import { Confirm } from "@/app/_components/confirm";
import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { Notice } from "@/app/_components/notice";
import { PageTitle } from "@/app/_components/page-title";
import { Prose } from "@/app/_components/prose";
import { shown } from "@/app/_components/reply";
import { SubmitButton } from "@/app/_components/submit-button";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { getAssignment, getMyAssignment, type MyAssignmentView, type MyProblemSummary } from "@/lib/services";

interface Props {
  readonly params: Promise<{ readonly assignmentId: string }>;
}

/** Loaded once for a request, for the head and the page. */
const assignmentOf = cache(async (assignmentId: string) => getMyAssignment(await viewer(), assignmentId, new Date()));

async function load({ params }: Props): Promise<MyAssignmentView> {
  const { assignmentId } = await params;
  const reply = await assignmentOf(assignmentId);
  if (!reply.ok && reply.error.code === "refused") {
    // Whoever teaches is shown what is theirs to see.
    const taught = await getAssignment(await viewer(), assignmentId, new Date());
    if (taught.ok) redirect(`/teach/courses/${taught.value.course.id}/assignments/${assignmentId}`);
  }
  return shown(reply, `/assignments/${assignmentId}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function AssignmentPage(props: Props) {
  const now = new Date();
  const assignment = await load(props);
  const { course, title, phase, times, score, instructions, list, worth, rules, reasons } = assignment;
  return (
    <>
      <PageTitle
        title={title}
        lead={<When phase={phase} times={times} zone={course.timeZone} now={now} />}
        above={
          <Link href={`/courses/${course.id}`} className="hover:text-ink hover:underline">
            {course.title}
          </Link>
        }
        aside={
          <p className="text-[0.9375rem] text-soft tabular-nums">
            <span className="tag">{phaseWords[phase]}</span> {scoreInWords(score)}
          </p>
        }
      />
      <div className="mt-6 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-8">
          {instructions !== "" && <Prose markdown={instructions} />}
          <Problems assignment={assignment} list={list} />
        </div>
        <aside aria-label="Times and rules" className="min-w-0 space-y-6">
          <Times times={times} zone={course.timeZone} now={now} phase={phase} />
          {assignment.extended && (
            <Notice>
              These times are your own.
              {reasons.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </Notice>
          )}
          <LatePass assignment={assignment} />
          <Timeline worth={worth} zone={course.timeZone} now={now} />
          <Rules rules={rules} />
        </aside>
      </div>
    </>
  );
}

function Problems({ assignment, list }: { assignment: MyAssignmentView; list: readonly MyProblemSummary[] }) {
  const { phase, course, times, problems } = assignment;
  if (phase === "before")
    return (
      <p className="text-soft">
        {counted(problems, "problem")}, shown here from <Moment date={times.opensAt} zone={course.timeZone} /> on.
      </p>
    );
  if (list.length === 0) return <p className="text-soft">You did not open this assignment while it was open.</p>;
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="heading">
        Problems
      </h2>
      <ol className="mt-3 divide-y divide-line border-y border-line">
        {list.map((problem) => (
          <ProblemRow key={problem.assignedId} assignmentId={assignment.id} problem={problem} />
        ))}
      </ol>
    </section>
  );
}

function ProblemRow({ assignmentId, problem }: { assignmentId: string; problem: MyProblemSummary }) {
  const { assignedId, number, title, state, attempts, attemptsLeft, score } = problem;
  const used = attempts > 0 && counted(attempts, "attempt");
  const left = attemptsLeft !== null && `${attemptsLeft} left`;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 py-3.5">
      <Link href={`/assignments/${assignmentId}/${assignedId}`} className="link font-medium">
        {number}. {title}
      </Link>
      <p className="hint tabular-nums">
        <span className={state === "right" ? "text-good" : ""}>{stateWords[state]}</span>
        {[used, left, scoreInWords(score)].filter(Boolean).map((part) => ` · ${part}`)}
      </p>
    </li>
  );
}

function LatePass({ assignment: { id, latePass, course, rules } }: { assignment: MyAssignmentView }) {
  if (!latePass) return null;
  const { left, of, dueAt, closesAt } = latePass;
  return (
    // With each pass that is used it closes, so that none is used twice by a slip.
    <Confirm key={left} label="Use a late pass…">
      <p>
        It moves the due time to <Moment date={dueAt} zone={course.timeZone} /> and the closing to{" "}
        <Moment date={closesAt} zone={course.timeZone} />
        {rules.lateSteps.length > 0 && "; the steps of late answers move along"}. You have {left} of {of} left in this
        course.
      </p>
      <ActionForm action={spendLatePass} fields={{ assignmentId: id }}>
        <SubmitButton>Use one</SubmitButton>
      </ActionForm>
    </Confirm>
  );
}
