import { Link } from "@/app/_components/link";
import { ProgressBar } from "@/app/_components/progress-bar";
import { counted } from "@/app/_components/words";
import type { TopicSummary } from "@/lib/services";

/** The topics that were begun, with how many of their problems are solved. */
export function Topics({ topics }: { topics: readonly TopicSummary[] }) {
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
    <li className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-x-5 py-2.5 sm:grid-cols-[minmax(0,1fr)_7rem_3rem]">
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
