import type { Metadata } from "next";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getCourse, getLog } from "@/lib/services";
import { LogTable } from "../../../_log/log-table";
import type { CourseProps } from "../../_components/course-props";

export const metadata: Metadata = { title: "Log of a course" };

export default async function CourseLogPage({ params, searchParams }: CourseProps & SearchProps) {
  const { courseId } = await params;
  const { behind } = await searchParams;
  const from = typeof behind === "string" ? behind : null;
  const here = `/teach/courses/${courseId}/log`;
  const asking = await viewer();
  const log = shown(await getLog(asking, courseId, from), here);
  const { timeZone } = shown(await getCourse(asking, courseId), here);
  return (
    <>
      <PageTitle
        title="Log"
        lead="Who changed what in this course: roles, times, policies, points given by hand, regrades, exports. Rows are only ever added."
      />
      <LogTable log={log} here={here} newest={from === null} zone={timeZone} />
    </>
  );
}
