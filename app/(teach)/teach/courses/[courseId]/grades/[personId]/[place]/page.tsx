import type { Metadata } from "next";
import Link from "next/link";
import { pointsInWords } from "@/app/_components/assignments/words";
import { Confirm } from "@/app/_components/confirm";
import { Content } from "@/app/_components/content/content";
import { Moment } from "@/app/_components/moment";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { type GradedPlaceView, getGradedPlace, type OverrideView } from "@/lib/services";
import { CellAttempt } from "../../_components/cell-attempt";
import { OverrideForm } from "../../_components/override-form";

interface Props {
  readonly params: Promise<{ readonly courseId: string; readonly personId: string; readonly place: string }>;
}

export const metadata: Metadata = { title: "A student's answers" };

export default async function PlacePage({ params }: Props) {
  const where = await params;
  const grades = `/teach/courses/${where.courseId}/grades`;
  const reply = await getGradedPlace(await viewer(), where, new Date());
  const view = shown(reply, `${grades}/${where.personId}/${where.place}`);
  const { problem, student, assignment, attempts, course, overrides } = view;
  return (
    <>
      <PageTitle
        title={student.name}
        lead={`${problem?.title ?? view.title}, ${assignment.title}`}
        above={
          <>
            <Link href={grades} className="hover:text-ink hover:underline">
              Grades
            </Link>
            {student.section && ` / ${student.section}`}
          </>
        }
        aside={<p className="text-[1.125rem] font-semibold tabular-nums">{standing(view)}</p>}
      />
      <Reasons view={view} />
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-8">
          {problem ? (
            <div className="border-l-2 border-line pl-5">
              <Content content={problem.statement} />
            </div>
          ) : (
            <p className="text-soft">{student.name} has not opened this assignment, and has no problem here yet.</p>
          )}
          <section aria-labelledby="answers">
            <h2 id="answers" className="heading">
              Answers
            </h2>
            {attempts.length === 0 && <p className="mt-2 text-soft">None.</p>}
            <ol className="divide-y divide-line">
              {problem &&
                attempts.map((attempt, index) => (
                  <CellAttempt
                    key={attempt.id}
                    attempt={attempt}
                    number={attempts.length - index}
                    problem={problem}
                    zone={course.timeZone}
                  />
                ))}
            </ol>
          </section>
        </div>
        <aside aria-label="Points by hand" className="min-w-0 space-y-8">
          <Times view={view} />
          {view.mayOverride && <ByHand view={view} personId={where.personId} />}
          <History overrides={overrides} zone={course.timeZone} />
        </aside>
      </div>
    </>
  );
}

function standing({ points, of }: GradedPlaceView): string {
  return `${pointsInWords(points)} of ${inPoints(of)}`;
}

/** "1 point", "1.5 points". */
function inPoints(points: number): string {
  return `${pointsInWords(points)} ${points === 1 ? "point" : "points"}`;
}

/** Why the points are not those that the answers earned. */
function Reasons({ view: { overridden, earned, full, dropped } }: { view: GradedPlaceView }) {
  const lines = [
    ...(overridden ? [`Given by a person; the answers earned ${pointsInWords(earned)}.`] : []),
    ...(full ? ["Full marks by a regrade."] : []),
    ...(dropped ? ["Out of the total by a regrade."] : []),
  ];
  if (lines.length === 0) return null;
  return <p className="mt-3 text-[0.9375rem] text-soft">{lines.join(" ")}</p>;
}

function Times({ view: { times, course } }: { view: GradedPlaceView }) {
  const zone = course.timeZone;
  const rows = [
    ["Opens", times.opensAt],
    ["Due", times.dueAt],
    ["Closes", times.closesAt],
  ] as const;
  return (
    <section aria-label="Times of this student" className="text-[0.9375rem]">
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {rows.map(([name, date]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd>
              <Moment date={date} zone={zone} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint mt-1">{zone}</p>
    </section>
  );
}

function ByHand({ view, personId }: { view: GradedPlaceView; personId: string }) {
  const fields = { courseId: view.course.id, personId, place: view.place };
  return (
    <section aria-labelledby="by-hand">
      <h2 id="by-hand" className="heading text-[1.125rem]">
        Points by hand
      </h2>
      <p className="mt-1 mb-3 text-[0.9375rem] text-soft">They count instead of what the answers earn.</p>
      <OverrideForm fields={fields} most={view.of} />
      {view.overridden && (
        <div className="mt-4">
          <Confirm label="Take them back…">
            <p>What the answers earned counts again.</p>
            <OverrideForm fields={fields} most={null} />
          </Confirm>
        </div>
      )}
    </section>
  );
}

function History({ overrides, zone }: { overrides: readonly OverrideView[]; zone: string }) {
  if (overrides.length === 0) return null;
  return (
    <section aria-labelledby="given">
      <h2 id="given" className="heading text-[1.125rem]">
        Given so far
      </h2>
      <ol className="mt-2 divide-y divide-line border-y border-line">
        {overrides.map(({ id, points, reason, by, at }) => (
          <li key={id} className="py-2.5 text-[0.9375rem]">
            <p>
              <span className="font-medium">{points === null ? "Taken back" : inPoints(points)}</span>: {reason}
            </p>
            <p className="hint">
              {by ?? "Somebody who is gone"}, <Moment date={at} zone={zone} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
