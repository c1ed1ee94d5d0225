import type { Metadata } from "next";
import Link from "next/link";
import { AnswerText } from "@/app/_components/answer-text";
import { MasteryChart } from "@/app/_components/charts/mastery-chart";
import { PracticeCalendar } from "@/app/_components/charts/practice-calendar";
import { Moment } from "@/app/_components/moment";
import { OutcomeMark } from "@/app/_components/outcome-mark";
import { PageTitle } from "@/app/_components/page-title";
import { PlacementInvitation } from "@/app/_components/placement-invitation";
import { ProgressBar } from "@/app/_components/progress-bar";
import { shown } from "@/app/_components/reply";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { type ActivityView, type DashboardView, getDashboard, type TopicSummary } from "@/lib/services";
import { Now } from "./_parts/now";
import { Slips } from "./_parts/slips";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage() {
  const asking = await viewer();
  const board = shown(await getDashboard(asking, new Date()), "/dashboard");
  return (
    <>
      <PageTitle title="Dashboard" lead={summary(board)} />
      <div className="mt-6 max-w-2xl">
        <ProgressBar done={board.solved} of={board.problems} what="problems solved" />
      </div>
      <Now now={board.now} />
      {board.attempted === 0 && <PlacementInvitation className="mt-3" />}
      <div className="mt-12 grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-2">
        <div className="min-w-0 space-y-12">
          <Skills board={board} />
          <Slips slips={board.slips} />
          <Recent recent={board.recent} />
        </div>
        <div className="min-w-0 space-y-12">
          <section aria-labelledby="practice">
            <h2 id="practice" className="heading mb-3">
              Days of practice
            </h2>
            <PracticeCalendar days={board.days} />
          </section>
          <Topics topics={board.topics} />
        </div>
      </div>
    </>
  );
}

function summary({ solved, attempted, problems }: DashboardView): string {
  if (attempted === 0) return `${counted(problems, "problem")} to solve. None tried yet.`;
  const open = attempted - solved;
  return `${solved} of ${counted(problems, "problem")} solved${open > 0 ? `, ${open} tried and still open` : ""}.`;
}

function Skills({ board: { weeks, skills, due: count } }: { board: DashboardView }) {
  return (
    <section aria-labelledby="mastery">
      <h2 id="mastery" className="heading mb-3">
        Your skills, week by week
      </h2>
      <MasteryChart weeks={weeks} />
      <p className="hint mt-3">
        Of {skills} skills in all. A level can fall as well as rise; {due(count)}.
      </p>
    </section>
  );
}

function due(count: number): string {
  return count === 0 ? "none is due for review" : `${counted(count, "is", "are")} due for review`;
}

function Topics({ topics }: { topics: DashboardView["topics"] }) {
  const started = topics.filter(({ progress }) => progress.attempted > 0);
  return (
    <section aria-labelledby="topics">
      <h2 id="topics" className="heading">
        Topics
      </h2>
      {started.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {started.map((topic) => (
            <TopicRow key={topic.id} topic={topic} />
          ))}
        </ul>
      )}
      <p className="mt-3 text-soft">
        {counted(topics.length - started.length, "topic")} not started.{" "}
        <Link href="/map" className="link">
          See the map
        </Link>
      </p>
    </section>
  );
}

function TopicRow({ topic: { id, title, problemCount, progress } }: { topic: TopicSummary }) {
  return (
    <li className="grid grid-cols-1 grid-cols-[minmax(0,1fr)_5rem] items-center gap-x-5 py-2.5 sm:grid-cols-[minmax(0,1fr)_7rem_3rem]">
      <Link href={`/topics/${id}`} className="hover:text-accent hover:underline hover:underline-offset-4">
        {title}
      </Link>
      <ProgressBar done={progress.solved} of={problemCount} what={`problems solved in ${title}`} />
      <span aria-hidden="true" className="hint hidden text-end tabular-nums sm:block">
        {progress.solved}/{problemCount}
      </span>
    </li>
  );
}

function Recent({ recent }: { recent: readonly ActivityView[] }) {
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="heading">
        Recent answers
      </h2>
      {recent.length === 0 ? (
        <p className="mt-3 text-soft">Your answers appear here as you give them.</p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {recent.map((activity) => (
            <RecentRow key={activity.attemptId} {...activity} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RecentRow({ problem, text, outcome, title, createdAt }: ActivityView) {
  return (
    <li className="flex items-start gap-3 py-3">
      <OutcomeMark outcome={outcome} />
      <div className="min-w-0 grow">
        <Link href={`/problems/${problem.id}`} className="hover:text-accent hover:underline hover:underline-offset-4">
          {problem.title}
        </Link>
        <AnswerText text={text} />
        <p className="hint mt-0.5">
          {title} · <Moment date={createdAt} />
        </p>
      </div>
    </li>
  );
}
