import { ArrowLeft, ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { Answering, UntilAnswered } from "@/app/_components/answering/answering";
import { GivenPoints } from "@/app/_components/assignments/given-points";
import { AssignedStanding, AttemptsLeft } from "@/app/_components/assignments/standing";
import { timeLeft } from "@/app/_components/assignments/words";
import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { type AssignedProblemView, getAssignedProblem } from "@/lib/services";
import { AssignedProblem } from "../../_components/assigned-problem";

interface Props {
  readonly params: Promise<{ readonly assignmentId: string; readonly assignedId: string }>;
}

/** Loaded once for a request, for the head and the page. */
const problemOf = cache(async (assignedId: string) => getAssignedProblem(await viewer(), assignedId, new Date()));

async function load({ params }: Props): Promise<AssignedProblemView> {
  const { assignmentId, assignedId } = await params;
  const reply = await problemOf(assignedId);
  // Before the opening, or to whoever teaches by now, the assignment says what there is to say.
  if (!reply.ok && reply.error.code === "refused") redirect(`/assignments/${assignmentId}`);
  return shown(reply, `/assignments/${assignmentId}/${assignedId}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { problem, assignment } = await load(props);
  return { title: `${problem.title}, ${assignment.title}` };
}

export default async function AssignedPage(props: Props) {
  const now = new Date();
  const view = await load(props);
  const { assignment, number, count, problem, state, score } = view;
  const home = `/assignments/${assignment.id}`;
  return (
    <Answering known={view.answers.map(({ id }) => id)}>
      <PageTitle
        title={problem.title}
        above={
          <>
            <Link href={`/courses/${assignment.course.id}`} className="hover:text-ink hover:underline">
              {assignment.course.title}
            </Link>{" "}
            /{" "}
            <Link href={home} className="hover:text-ink hover:underline">
              {assignment.title}
            </Link>{" "}
            / {number} of {count}
          </>
        }
        aside={
          <UntilAnswered part={{ name: "standing" }}>
            <AssignedStanding state={state} score={score} />
          </UntilAnswered>
        }
      />
      <Left view={view} now={now} />
      {view.given && <GivenPoints given={view.given} of={score.of} />}
      <div className="mt-7">
        <AssignedProblem view={view} />
      </div>
      <footer className="mt-12 flex flex-wrap justify-between gap-x-8 gap-y-3 border-t border-line pt-6">
        {view.previous ? (
          <Link href={`${home}/${view.previous.assignedId}`} className="link inline-flex items-center gap-1.5">
            <ArrowLeft aria-hidden="true" className="size-4" />
            Problem {view.previous.number}
          </Link>
        ) : (
          <span />
        )}
        {view.next ? (
          <Link href={`${home}/${view.next.assignedId}`} className="link inline-flex items-center gap-1.5">
            Problem {view.next.number}
            <ArrowRight aria-hidden="true" className="size-4" />
          </Link>
        ) : (
          <Link href={home} className="link">
            Back to {assignment.title}
          </Link>
        )}
      </footer>
    </Answering>
  );
}

/** What is left of time and attempts, and what an answer is worth now. */
function Left({ view, now }: { view: AssignedProblemView; now: Date }) {
  const { phase, times, attemptsLeft, worthNow, assignment } = view;
  const zone = assignment.course.timeZone;
  if (phase === "closed")
    return (
      <p className="mt-3 text-[0.9375rem] text-soft">
        Closed <Moment date={times.closesAt} zone={zone} /> ({zone}).
      </p>
    );
  const [word, at] = phase === "late" ? ["closes", times.closesAt] : ["due", times.dueAt];
  return (
    <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem] text-soft">
      <span>
        {word === "due" ? "Due" : "Was due; closes"} <Moment date={at} zone={zone} /> ({zone}), in {timeLeft(at, now)}
      </span>
      {phase === "late" && <span>A right answer is worth {worthNow} % now</span>}
      <UntilAnswered part={{ name: "attempts-left" }}>
        <AttemptsLeft count={attemptsLeft} />
      </UntilAnswered>
    </p>
  );
}
