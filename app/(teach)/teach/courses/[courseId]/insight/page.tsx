import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { type CourseInsightView, getCourseInsight, type HeatOrder } from "@/lib/services";
import { HeatMap } from "../../../_insight/heat-map";
import { ProblemTable } from "../../../_insight/problem-table";
import { Slips } from "../../../_insight/slips";
import type { CourseProps } from "../../_components/course-props";

export const metadata: Metadata = { title: "Insight" };

export default async function InsightPage({ params, searchParams }: CourseProps & SearchProps) {
  const { courseId } = await params;
  const query = await searchParams;
  const home = `/teach/courses/${courseId}`;
  const order: HeatOrder = query.order === "weakest" ? "weakest" : "name";
  const page = Number.parseInt(String(query.page ?? 1), 10) || 1;
  const insight = shown(await getCourseInsight(await viewer(), courseId, { order, page }), `${home}/insight`);
  const { items, slips, heat, mayRegrade } = insight;
  return (
    <>
      <PageTitle
        title="Insight"
        lead="How the problems of the assignments went, what goes wrong, and who needs help."
        aside={
          mayRegrade && (
            <Link href={`${home}/regrades`} className="button">
              Regrades
            </Link>
          )
        }
      />
      {items.length === 0 ? (
        <p className="mt-8 max-w-[62ch] text-soft">
          Nothing has been answered yet. Once students have answered problems of a published{" "}
          <Link href={`${home}/assignments`} className="link">
            assignment
          </Link>
          , this page says how they went.
        </p>
      ) : (
        <div className="mt-8 space-y-12">
          <section aria-labelledby="problems">
            <h2 id="problems" className="heading">
              Problems, the hardest first
            </h2>
            <p className="mt-1 max-w-[65ch] text-soft">
              Discrimination is how well a problem tells those who know the rest from those who do not: from −1 to 1, a
              dash with fewer than 10 students. Near 0 or below, look at the problem.
            </p>
            <ProblemTable items={items} home={`${home}/insight`} />
          </section>
          <div className="grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-2">
            <Slips slips={slips} home={`${home}/insight`} />
            <Stuck insight={insight} home={home} />
          </div>
          <section aria-labelledby="skills">
            <h2 id="skills" className="heading">
              Skills
            </h2>
            <p className="mt-1 max-w-[65ch] text-soft">
              How well each student has the skills that these problems practise, in percent: from all of their answers,
              practice too. A dash: not begun.
            </p>
            {heat.students === 0 ? (
              <p className="mt-3 text-soft">There are no students in the course just now.</p>
            ) : (
              <HeatMap heat={heat} order={order} home={`${home}/insight`} />
            )}
          </section>
        </div>
      )}
    </>
  );
}

function Stuck({ insight: { stuck, moreStuck, course }, home }: { insight: CourseInsightView; home: string }) {
  return (
    <section aria-labelledby="stuck" className="min-w-0">
      <h2 id="stuck" className="heading">
        Who is stuck
      </h2>
      <p className="mt-1 text-soft">Three answers or more in the last two weeks, none of them right.</p>
      {stuck.length === 0 ? (
        <p className="mt-3">Nobody.</p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {stuck.map(({ assignedId, person, personId, problem, assignment, attempts, lastAt }) => (
            <li key={assignedId} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
              <span className="min-w-0">
                <Link href={`${home}/assignments/${assignment.id}/students/${personId}`} className="link font-medium">
                  {person}
                </Link>{" "}
                <span className="text-soft">
                  {problem.title}, {assignment.title}
                </span>
              </span>
              <span className="hint">
                {counted(attempts, "answer")}, last <Moment date={lastAt} zone={course.timeZone} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {moreStuck > 0 && <p className="hint mt-3">And {moreStuck} more.</p>}
    </section>
  );
}
