import Link from "next/link";
import type { ReactNode } from "react";
import { shown } from "@/app/_components/reply";
import { TabLink } from "@/app/_components/tab-link";
import { viewer } from "@/lib/auth";
import { type CourseRight, type CourseView, getCourse } from "@/lib/services";

interface Props {
  readonly params: Promise<{ readonly courseId: string }>;
  readonly children: ReactNode;
}

/** The parts of a course, and what somebody needs to see each. */
const tabs: readonly { readonly path: string; readonly name: string; readonly needs: CourseRight }[] = [
  { path: "", name: "Overview", needs: "see-work" },
  { path: "/people", name: "People", needs: "see-work" },
  { path: "/assignments", name: "Assignments", needs: "see-work" },
  { path: "/grades", name: "Grades", needs: "see-work" },
  { path: "/insight", name: "Insight", needs: "see-work" },
  { path: "/settings", name: "Settings", needs: "edit-course" },
  { path: "/log", name: "Log", needs: "edit-course" },
];

/** The frame of all pages of a course, for those who teach in it. */
export default async function CourseLayout({ params, children }: Props) {
  const { courseId } = await params;
  const course = shown(await getCourse(await viewer(), courseId), `/teach/courses/${courseId}`);
  return (
    <>
      <CourseHead course={course} />
      <div className="mt-8">{children}</div>
    </>
  );
}

function CourseHead({ course: { id, title, term, rights, archivedAt } }: { course: CourseView }) {
  const home = `/teach/courses/${id}`;
  return (
    <div className="no-print">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <Link href="/teach" className="eyebrow hover:text-ink hover:underline">
          Teach
        </Link>
        <span aria-hidden="true" className="eyebrow">
          /
        </span>
        <Link href={home} className="font-serif text-[1.125rem] font-semibold hover:underline">
          {title}
        </Link>
        {term && <span className="hint">{term}</span>}
        {archivedAt && <span className="tag">Archived</span>}
      </p>
      <nav aria-label="Course" className="scroll-x mt-2 border-b border-line">
        <div className="-ml-3 flex w-max">
          {tabs
            .filter(({ needs }) => rights.includes(needs))
            .map(({ path, name }) => (
              <TabLink key={path} href={`${home}${path}`} exact={path === ""}>
                {name}
              </TabLink>
            ))}
        </div>
      </nav>
    </div>
  );
}
