import type { Metadata } from "next";
import Link from "next/link";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { type GradebookView, getGradebook } from "@/lib/services";
import type { CourseProps } from "../../_components/course-props";
import { ExportForm } from "./_components/export-form";
import { SheetTable } from "./_components/sheet-table";
import { addressOf, readWish, type SheetWish } from "./_components/sheet-wish";

export const metadata: Metadata = { title: "Grades of a course" };

export default async function GradesPage({ params, searchParams }: CourseProps & SearchProps) {
  const { courseId } = await params;
  const wish = readWish(await searchParams);
  const reply = await getGradebook(await viewer(), courseId, wish, new Date());
  const view = shown(reply, `/teach/courses/${courseId}/grades`);
  const isEmpty = view.assignments.length === 0 || (view.rows.length === 0 && view.section === null);
  return (
    <>
      <PageTitle
        title="Grades"
        lead={isEmpty ? undefined : "Every number leads to the answers behind it."}
        aside={view.mayExport && !isEmpty && <ExportForm courseId={courseId} assignments={view.assignments} />}
      />
      <div className="mt-6">{isEmpty ? <Nothing view={view} /> : <Sheet view={view} wish={wish} />}</div>
    </>
  );
}

/** What to do first. */
function Nothing({ view: { course, assignments } }: { view: GradebookView }) {
  const home = `/teach/courses/${course.id}`;
  const [path, words] =
    assignments.length === 0
      ? [`${home}/assignments`, "There are no grades before an assignment is published and has opened. Make one under"]
      : [`${home}/people`, "There are no students yet. Invite them under"];
  return (
    <p className="text-soft">
      {words}{" "}
      <Link href={path} className="link">
        {assignments.length === 0 ? "Assignments" : "People"}
      </Link>
      .
    </p>
  );
}

function Sheet({ view, wish }: { view: GradebookView; wish: SheetWish }) {
  const { assignments, sections, section } = view;
  const isFolded = assignments.every(({ folded }) => folded);
  return (
    <>
      <nav aria-label="What is shown" className="mb-4 flex flex-wrap gap-x-5 gap-y-2 text-[0.9375rem]">
        <Link href={addressOf({ ...wish, folded: isFolded ? [] : "all" })} prefetch={false} className="link">
          {isFolded ? "Show all problems" : "Show totals alone"}
        </Link>
        {sections.length > 0 && (
          <SectionLink wish={wish} id="" here={section === null}>
            All sections
          </SectionLink>
        )}
        {sections.map(({ id, name }) => (
          <SectionLink key={id} wish={wish} id={id} here={section === id}>
            {name}
          </SectionLink>
        ))}
      </nav>
      <SheetTable key={addressOf({ ...wish, find: "", sort: "", down: false })} view={view} asked={wish} />
      <Titles view={view} />
    </>
  );
}

function SectionLink({ wish, id, here, children }: { wish: SheetWish; id: string; here: boolean; children: string }) {
  return (
    <Link
      href={addressOf({ ...wish, section: id })}
      prefetch={false}
      aria-current={here ? "true" : undefined}
      className="link aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
    >
      {children}
    </Link>
  );
}

/** What the numbers of problems stand for. */
function Titles({ view: { assignments, columns } }: { view: GradebookView }) {
  return (
    <details className="mt-6">
      <summary className="w-fit text-[0.9375rem] text-soft">The problems by number</summary>
      {assignments.map(({ id, number, title, folded }) => (
        <section key={id} className="mt-4 text-[0.9375rem]">
          <h2 className="font-semibold">{title}</h2>
          {folded ? (
            <p className="hint">Folded.</p>
          ) : (
            <ol className="list-decimal pl-6">
              {columns
                .filter(({ group, kind }) => group === number && kind === "problem")
                .map(({ key, title: problem }) => (
                  <li key={key}>{problem}</li>
                ))}
            </ol>
          )}
        </section>
      ))}
    </details>
  );
}
