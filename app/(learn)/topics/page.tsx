import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import { PageTitle } from "@/app/_components/page-title";
import { ProgressBar } from "@/app/_components/progress-bar";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { listTopics, type TopicSummary } from "@/lib/services";

export const metadata: Metadata = { title: "Topics" };

export default async function TopicsPage() {
  const topics = await listTopics(await viewer());
  const groups = [...new Set(topics.map(({ group }) => group))];
  return (
    <>
      <PageTitle
        title="Topics"
        lead="In teaching order. Each has a short lesson and problems; begin where you feel at home."
      />
      <div className="mt-10 space-y-12">
        {groups.map((group, index) => (
          <TopicGroup
            key={group}
            id={`group-${index}`}
            name={group}
            topics={topics.filter((topic) => topic.group === group)}
          />
        ))}
      </div>
    </>
  );
}

function TopicGroup({ id, name, topics }: { id: string; name: string; topics: readonly TopicSummary[] }) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-x-12 gap-y-3 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <h2 id={id} className="heading lg:sticky lg:top-6 lg:self-start lg:pt-3">
        {name}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {topics.map((topic) => (
          <TopicRow key={topic.id} topic={topic} />
        ))}
      </ul>
    </section>
  );
}

function TopicRow({ topic }: { topic: TopicSummary }) {
  return (
    <li className="grid grid-cols-1 items-center gap-x-8 gap-y-2 py-3.5 sm:grid-cols-[minmax(0,1fr)_9rem]">
      <div>
        <Link
          href={`/topics/${topic.id}`}
          className="font-medium hover:text-accent hover:underline hover:underline-offset-4"
        >
          {topic.title}
        </Link>
        <p className="mt-0.5 max-w-[60ch] text-[0.9375rem] text-soft">{topic.goal}</p>
      </div>
      <TopicStanding topic={topic} />
    </li>
  );
}

function TopicStanding({ topic: { problemCount, progress } }: { topic: TopicSummary }) {
  if (problemCount === 0) return <p className="hint">No problems yet</p>;
  if (progress.attempted === 0) return <p className="hint">{counted(problemCount, "problem")}</p>;
  return (
    <div>
      <p className="hint mb-1.5">
        {progress.solved} of {problemCount} solved
      </p>
      <ProgressBar done={progress.solved} of={problemCount} what="problems solved" />
    </div>
  );
}
