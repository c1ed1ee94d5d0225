import type { Metadata } from "next";
import Link from "next/link";
import { ownOrigin } from "@/app/_components/own-origin";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { counted, policyWords } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { type CourseOverview, getCourseOverview } from "@/lib/services";
import type { CourseProps } from "../_components/course-props";
import { Joining } from "../_components/joining";

async function load({ params }: CourseProps): Promise<CourseOverview> {
  const { courseId } = await params;
  return shown(await getCourseOverview(await viewer(), courseId), `/teach/courses/${courseId}`);
}

export async function generateMetadata(props: CourseProps): Promise<Metadata> {
  return { title: (await load(props)).course.title };
}

export default async function OverviewPage(props: CourseProps) {
  const overview = await load(props);
  const { course, joining } = overview;
  return (
    <>
      <PageTitle title="Overview" />
      <div className="mt-6 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-10">
          {course.rights.includes("edit-assignments") && <NextSteps overview={overview} />}
          {joining && (
            <Joining
              courseId={course.id}
              joining={joining}
              archived={course.archivedAt !== null}
              origin={await ownOrigin()}
            />
          )}
        </div>
        <Facts overview={overview} />
      </div>
    </>
  );
}

interface Step {
  readonly done: boolean;
  readonly href: string;
  readonly name: string;
  readonly why: string;
}

function stepsOf({ course: { id }, students, invited, assignments }: CourseOverview): readonly Step[] {
  const home = `/teach/courses/${id}`;
  return [
    {
      done: students + invited > 0,
      href: `${home}/people/roster`,
      name: "Bring in your students",
      why: "Send them the link below, or read a roster out of Canvas, Moodle or a spreadsheet.",
    },
    {
      done: assignments > 0,
      href: `${home}/assignments`,
      name: "Make the first assignment",
      why: "Problems with points, a due time and what a late answer is worth.",
    },
  ];
}

/** What a course still lacks; nothing once it has begun. */
function NextSteps({ overview }: { overview: CourseOverview }) {
  const open = stepsOf(overview).filter(({ done }) => !done);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="next">
      <h2 id="next" className="heading">
        What to do next
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {open.map(({ href, name, why }) => (
          <li key={href} className="py-3.5">
            <Link href={href} className="link font-medium">
              {name}
            </Link>
            <p className="mt-0.5 max-w-[60ch] text-[0.9375rem] text-soft">{why}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({
  overview: { course, students, invited, staff, sections, assignments },
}: {
  overview: CourseOverview;
}) {
  const home = `/teach/courses/${course.id}`;
  const facts: readonly { readonly name: string; readonly text: string; readonly href?: string }[] = [
    { name: "Students", text: `${students}${invited > 0 ? `, and ${invited} expected` : ""}`, href: `${home}/people` },
    { name: "Sections", text: sections === 0 ? "None" : String(sections), href: `${home}/people/sections` },
    { name: "Assignments", text: assignments === 0 ? "None yet" : String(assignments), href: `${home}/assignments` },
    { name: "Layout", text: policyWords[course.policy] },
    { name: "Time zone", text: course.timeZone },
    { name: "Late passes", text: passesInWords(course) },
  ];
  return (
    <section aria-labelledby="facts" className="min-w-0">
      <h2 id="facts" className="heading">
        At a glance
      </h2>
      <dl className="mt-3 space-y-3 text-[0.9375rem]">
        {facts.map(({ name, text, href }) => (
          <div key={name}>
            <dt className="eyebrow">{name}</dt>
            <dd>
              {href ? (
                <Link href={href} className="link">
                  {text}
                </Link>
              ) : (
                text
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt className="eyebrow">Taught by</dt>
          {staff.map(({ personId, name, role }) => (
            <dd key={personId}>
              {name} {role === "assistant" && <span className="hint">assistant</span>}
            </dd>
          ))}
        </div>
      </dl>
    </section>
  );
}

function passesInWords({ latePasses, latePassHours }: CourseOverview["course"]): string {
  return latePasses === 0 ? "None" : `${latePasses} each, of ${counted(latePassHours, "hour")}`;
}
