import { AnswerText } from "@/app/_components/answer-text";
import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { OutcomeMark } from "@/app/_components/outcome-mark";
import type { ActivityView } from "@/lib/services";

/** The last answers, to any problem. */
export function Recent({ recent }: { recent: readonly ActivityView[] }) {
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="heading">
        Recent answers
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {recent.map((activity) => (
          <RecentRow key={activity.attemptId} {...activity} />
        ))}
      </ul>
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
