import type { Metadata } from "next";
import Link from "next/link";
import { Moment } from "@/app/_components/moment";
import { Notice } from "@/app/_components/notice";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { type CoursePersonView, getPeople } from "@/lib/services";
import { isOrder } from "../../_components/arranged";
import type { CourseProps } from "../../_components/course-props";
import { PeopleLists } from "../../_components/people-lists";

export const metadata: Metadata = { title: "People of a course" };

export default async function PeoplePage({ params, searchParams }: CourseProps & SearchProps) {
  const [{ courseId }, { find, order, applied }] = await Promise.all([params, searchParams]);
  const here = `/teach/courses/${courseId}/people`;
  const { course, people, invitations, sections } = shown(await getPeople(await viewer(), courseId), here);
  const edits = course.rights.includes("edit-roster");
  const present = people.filter(({ leftAt }) => leftAt === null);
  return (
    <>
      <PageTitle
        title="People"
        aside={
          edits && (
            <div className="flex flex-wrap gap-3">
              <Link href={`${here}/sections`} className="button">
                Sections
              </Link>
              <Link href={`${here}/roster`} className="button button-main">
                Bring in a roster
              </Link>
            </div>
          )
        }
      />
      {typeof applied === "string" && (
        <div className="mt-6">
          <Notice tone="good" alert>
            The roster is applied: {appliedInWords(applied)}.
          </Notice>
        </div>
      )}
      {edits && <Waiting here={here} people={present.filter(({ invitedAs }) => invitedAs !== null)} />}
      {edits && !present.some(({ role }) => role === "student") && (
        <p className="mt-6 max-w-[62ch] text-soft">
          No student is here yet. Send them the link that stands on the{" "}
          <Link href={`/teach/courses/${courseId}`} className="link">
            overview
          </Link>
          , or bring in a roster.
        </p>
      )}
      <div className="mt-6">
        <PeopleLists
          courseId={courseId}
          people={present}
          invitations={invitations}
          sections={edits ? sections : null}
          find={typeof find === "string" ? find : ""}
          order={isOrder(order) ? order : "name"}
        />
      </div>
      <Gone here={here} people={people.filter(({ leftAt }) => leftAt !== null)} />
    </>
  );
}

/** "2 enrolled, 1 changed, 3 invited" out of the page's address: "2-1-3". */
function appliedInWords(applied: string): string {
  const [enrolled = 0, changed = 0, invited = 0] = applied.split("-").map((part) => Number.parseInt(part, 10) || 0);
  return `${enrolled} enrolled, ${changed} changed, ${invited} invited`;
}

/** Who came with an address that the roster gives rights to. */
function Waiting({ here, people }: { here: string; people: readonly CoursePersonView[] }) {
  if (people.length === 0) return null;
  return (
    <div className="mt-6">
      <Notice tone="warn">
        <p>
          The roster gives these people a role. Nobody has proved yet that the address is theirs: confirm it or not.
        </p>
        <ul className="mt-1.5 list-disc pl-5">
          {people.map(({ personId, name, email, invitedAs }) => (
            <li key={personId}>
              <Link href={`${here}/${personId}`} className="link">
                {name}
              </Link>{" "}
              ({email}): {invitedAs}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** Who has been taken out. */
function Gone({ here, people }: { here: string; people: readonly CoursePersonView[] }) {
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="gone" className="mt-12">
      <h2 id="gone" className="heading">
        No longer in the course
      </h2>
      <p className="mt-1 text-soft">Their work and grades are kept, and they can be brought back.</p>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {people.map(({ personId, name, email, leftAt }) => (
          <li key={personId} className="flex flex-wrap gap-x-4 py-2">
            <Link href={`${here}/${personId}`} className="link">
              {name}
            </Link>
            <span className="text-soft">{email}</span>
            {leftAt && (
              <span className="hint ml-auto">
                since <Moment date={leftAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
