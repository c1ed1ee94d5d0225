import { Link } from "@/app/_components/link";
import { counted } from "@/app/_components/words";
import type { ClassSlipView } from "@/lib/services";

/** What goes wrong most often: bars with their numbers. */
export function Slips({ slips, home }: { slips: readonly ClassSlipView[]; home: string }) {
  const most = Math.max(1, ...slips.map(({ people }) => people));
  return (
    <section aria-labelledby="slips" className="min-w-0">
      <h2 id="slips" className="heading">
        Most frequent slips
      </h2>
      <p className="mt-1 text-soft">By how many students make them.</p>
      {slips.length === 0 ? (
        <p className="mt-3">None has been recognised yet.</p>
      ) : (
        <ul className="mt-3 space-y-3">
          {slips.map(({ name, people, answers, problem }) => (
            <li key={name}>
              <p className="flex flex-wrap items-baseline justify-between gap-x-6">
                <span className="font-medium">{name}</span>
                <span className="hint tabular-nums">
                  {counted(people, "student")}, {counted(answers, "answer")}
                </span>
              </p>
              <span aria-hidden="true" className="mt-1 block h-2 overflow-hidden rounded-full bg-sunken">
                <span
                  className="block h-full rounded-full bg-accent"
                  style={{ width: `${Math.round((100 * people) / most)}%` }}
                />
              </span>
              <p className="hint mt-1">
                most in{" "}
                <Link href={`${home}/${problem.id}`} className="link">
                  {problem.title}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
