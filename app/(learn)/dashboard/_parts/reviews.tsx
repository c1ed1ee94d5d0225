import { Link } from "@/app/_components/link";
import { counted, dayInWords } from "@/app/_components/words";
import type { MapTopicView } from "@/lib/services";

/** What is due, by topic, or when something will be. */
export function Reviews({ topics, nextDue }: { topics: readonly MapTopicView[]; nextDue: Date | null }) {
  const due = topics.filter((topic) => topic.due > 0);
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews" className="heading">
        Due for review
      </h2>
      {due.length > 0 ? (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {due.map((topic) => (
            <li key={topic.id} className="flex items-baseline justify-between gap-4 py-2.5">
              <Link href={`/topics/${topic.id}`} className="hover:text-accent hover:underline hover:underline-offset-4">
                {topic.title}
              </Link>
              <span className="hint whitespace-nowrap">{counted(topic.due, "skill")}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-3 text-soft">
          {nextDue
            ? `Nothing is due. The next skill comes up on ${dayInWords(nextDue)}.`
            : "A skill comes up for review a few days after you have practised it."}
        </p>
      )}
    </section>
  );
}
