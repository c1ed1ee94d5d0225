import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { AnswerText } from "@/app/_components/answer-text";
import { Moment } from "@/app/_components/moment";
import { OutcomeMark } from "@/app/_components/outcome-mark";
import { PageTitle } from "@/app/_components/page-title";
import { ProgressBar } from "@/app/_components/progress-bar";
import { shown } from "@/app/_components/reply";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { type ActivityView, type DashboardView, getDashboard, type TopicSummary } from "@/lib/services";

export const metadata: Metadata = { title: "Your progress" };

export default async function DashboardPage() {
  const asking = await viewer();
  const board = shown(await getDashboard(asking), "/dashboard");
  return (
    <>
      <PageTitle title="Your progress" lead={summary(board)} />
      <div className="mt-6 max-w-2xl">
        <ProgressBar done={board.solved} of={board.problems} what="problems solved" />
      </div>
      <NextStep next={board.next} />
      <div className="mt-12 grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-2">
        <Topics topics={board.topics} />
        <Recent recent={board.recent} />
      </div>
    </>
  );
}

function summary({ solved, attempted, problems }: DashboardView): string {
  if (attempted === 0) return `${counted(problems, "problem")} to solve. None tried yet.`;
  const open = attempted - solved;
  return `${solved} of ${counted(problems, "problem")} solved${open > 0 ? `, ${open} tried and still open` : ""}.`;
}

function NextStep({ next }: { next: DashboardView["next"] }) {
  if (!next) return <p className="mt-8 text-[1.0625rem]">Every problem is solved. Well done.</p>;
  return (
    <section
      aria-labelledby="next"
      className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-lg bg-accent-wash px-5 py-4"
    >
      <div>
        <h2 id="next" className="eyebrow font-sans text-soft">
          Next
        </h2>
        <p className="font-serif text-[1.25rem] font-semibold">{next.problem.title}</p>
        <p className="text-[0.9375rem] text-soft">{next.topic.title}</p>
      </div>
      <Link href={`/problems/${next.problem.id}`} className="button button-main">
        {next.problem.state === "new" ? "Start" : "Go on"}
        <ArrowRight aria-hidden="true" className="size-4" />
      </Link>
    </section>
  );
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
        <Link href="/topics" className="link">
          See all topics
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
