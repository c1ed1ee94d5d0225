import type { Metadata } from "next";
import { cache } from "react";
import { dropAssignment, setPublished } from "@/app/_actions/assignment-editing";
import { ActionForm } from "@/app/_components/action-form";
import { Rules } from "@/app/_components/assignments/rules";
import { Timeline } from "@/app/_components/assignments/timeline";
import { Times } from "@/app/_components/assignments/times";
import { phaseWords, pointsInWords } from "@/app/_components/assignments/words";
import { Confirm } from "@/app/_components/confirm";
import { Link } from "@/app/_components/link";
import { Notice } from "@/app/_components/notice";
import { PageTitle } from "@/app/_components/page-title";
import { Prose } from "@/app/_components/prose";
import { shown } from "@/app/_components/reply";
import { SubmitButton } from "@/app/_components/submit-button";
import { counted, policyWords } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { type AssignmentView, getAssignment, type ItemView } from "@/lib/services";
import { Extensions } from "../_components/extensions";
import type { AssignmentProps } from "../_components/props";

/** Loaded once for a request, for the head and the page. */
const assignmentOf = cache(async (assignmentId: string) => getAssignment(await viewer(), assignmentId, new Date()));

async function load({ params }: AssignmentProps): Promise<AssignmentView> {
  const { courseId, assignmentId } = await params;
  return shown(await assignmentOf(assignmentId), `/teach/courses/${courseId}/assignments/${assignmentId}`);
}

export async function generateMetadata(props: AssignmentProps): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function AssignmentPage(props: AssignmentProps) {
  const now = new Date();
  const assignment = await load(props);
  const { id, course, title, instructions, items, points, times, phase, worth, rules, published, policy } = assignment;
  const home = `/teach/courses/${course.id}/assignments/${id}`;
  return (
    <>
      <PageTitle
        title={title}
        above={
          <Link href={`/teach/courses/${course.id}/assignments`} className="hover:text-ink hover:underline">
            Assignments
          </Link>
        }
        aside={
          <div className="flex flex-wrap gap-3">
            <Link href={`${home}/preview`} className="button">
              Preview
            </Link>
            <Link href={`${home}/board`} className="button">
              Live board
            </Link>
            {assignment.mayEdit && (
              <Link href={`${home}/edit`} className="button">
                Edit
              </Link>
            )}
          </div>
        }
      />
      <div className="mt-6">
        <Publishing assignment={assignment} />
      </div>
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-10">
          {instructions !== "" && <Prose markdown={instructions} />}
          <Items items={items} points={points} insight={`/teach/courses/${course.id}/insight`} />
          <Extensions assignment={assignment} />
        </div>
        <aside aria-label="Times and rules" className="min-w-0 space-y-6">
          <p>
            <span className="tag">{published ? phaseWords[phase] : "Draft"}</span>{" "}
            <span className="hint">opened by {counted(assignment.started, "student")}</span>
          </p>
          <Times times={times} zone={course.timeZone} now={now} phase={phase} />
          <Timeline worth={worth} zone={course.timeZone} now={now} />
          <Rules rules={rules} />
          <p className="text-[0.9375rem] text-soft">
            {policy === null ? "Layout: as each problem and the course say." : policyWords[policy]}
            {assignment.renames && " Each student has other names for the variables."}
          </p>
        </aside>
      </div>
    </>
  );
}

function Publishing({
  assignment: { id, course, published, mayEdit, items, started, submitted },
}: {
  assignment: AssignmentView;
}) {
  if (!mayEdit) return published ? null : <Notice>Students do not see this assignment yet.</Notice>;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {!published && items.length > 0 && (
        <ActionForm action={setPublished} fields={{ assignmentId: id, publish: "yes" }}>
          <SubmitButton>Publish</SubmitButton>
        </ActionForm>
      )}
      {!published && items.length === 0 && <Notice>Add problems by Edit, then publish the assignment.</Notice>}
      {published && started === 0 && (
        <ActionForm action={setPublished} fields={{ assignmentId: id, publish: "no" }}>
          <SubmitButton main={false}>Hide from students again</SubmitButton>
        </ActionForm>
      )}
      {submitted === 0 && (
        <Confirm label="Remove…">
          <p>The assignment and its times are gone for good, and so is what students have typed and not sent.</p>
          <ActionForm action={dropAssignment} fields={{ assignmentId: id, courseId: course.id }}>
            <SubmitButton>Remove it</SubmitButton>
          </ActionForm>
        </Confirm>
      )}
    </div>
  );
}

interface ItemsProps {
  readonly items: readonly ItemView[];
  readonly points: number;
  /** Where it is told how a problem went, and where it is regraded. */
  readonly insight: string;
}

function Items({ items, points, insight }: ItemsProps) {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="heading">
        Problems
      </h2>
      {items.length === 0 ? (
        <p className="mt-2 text-soft">None yet.</p>
      ) : (
        <>
          <ol className="mt-3 divide-y divide-line border-y border-line">
            {items.map((item) => (
              <li key={item.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5">
                {item.problemId === null ? (
                  <span>{itemInWords(item)}</span>
                ) : (
                  <Link href={`${insight}/${item.problemId}`} className="link">
                    {itemInWords(item)}
                  </Link>
                )}
                <span className="hint tabular-nums">
                  {item.count > 1 && `${item.count} × `}
                  {pointsInWords(item.points)} {item.points === 1 ? "point" : "points"}
                </span>
              </li>
            ))}
          </ol>
          <p className="hint mt-2 text-end tabular-nums">{pointsInWords(points)} points in all</p>
        </>
      )}
    </section>
  );
}

function itemInWords({ problemId, title, count, difficulty }: ItemView): string {
  if (problemId !== null) return title;
  const level = difficulty === null ? "" : ` at difficulty ${difficulty}`;
  return `Any ${count} of ${title}${level}`;
}
