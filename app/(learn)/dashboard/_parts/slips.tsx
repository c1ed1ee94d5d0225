import { craftWords } from "@/app/_components/crafts";
import { Link } from "@/app/_components/link";
import { StateMark } from "@/app/_components/state-mark";
import { counted } from "@/app/_components/words";
import type { SlipView } from "@/lib/services";

/** The slips that come back, each with what trains it. */
export function Slips({ slips }: { slips: readonly SlipView[] }) {
  return (
    <section aria-labelledby="slips">
      <h2 id="slips" className="heading">
        Where you slip
      </h2>
      {slips.length === 0 ? (
        <p className="mt-3 text-soft">
          When the cause of a wrong answer is found, a lost transpose or a wrong sign, it is counted here, with problems
          that train it.
        </p>
      ) : (
        <ol className="mt-3 divide-y divide-line border-y border-line">
          {slips.map((slip) => (
            <Slip key={slip.craft} {...slip} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Slip({ craft, count, topics, problems }: SlipView) {
  const { title, advice } = craftWords(craft);
  return (
    <li className="py-3.5">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="font-sans font-medium">{title}</h3>
        <span className="hint whitespace-nowrap">{counted(count, "slip")}</span>
      </div>
      <p className="text-[0.9375rem] text-soft">{advice}</p>
      {topics.length > 0 && (
        <p className="hint mt-1">
          In{" "}
          {topics.map((topic, at) => (
            <span key={topic.id}>
              {at > 0 && ", "}
              <Link href={`/topics/${topic.id}`} className="link">
                {topic.title}
              </Link>{" "}
              ({topic.count})
            </span>
          ))}
        </p>
      )}
      {problems.length > 0 && (
        <ul
          aria-label={`Problems that train ${title.toLowerCase()}`}
          className="mt-2 space-y-1 border-l-2 border-line pl-3"
        >
          {problems.map((problem) => (
            <li key={problem.id} className="flex flex-wrap items-baseline justify-between gap-x-4 text-[0.9375rem]">
              <Link href={`/problems/${problem.id}`} className="link">
                {problem.title}
              </Link>
              <StateMark state={problem.state} difficulty={problem.difficulty} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
