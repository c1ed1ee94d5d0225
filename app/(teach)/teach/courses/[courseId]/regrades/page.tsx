import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getCourse, listRegrades } from "@/lib/services";
import { RegradeTable } from "../../../_regrades/regrade-table";
import type { CourseProps } from "../../_components/course-props";

export const metadata: Metadata = { title: "Regrades" };

export default async function RegradesPage({ params }: CourseProps) {
  const { courseId } = await params;
  const here = `/teach/courses/${courseId}/regrades`;
  const asking = await viewer();
  const course = shown(await getCourse(asking, courseId), here);
  const regrades = shown(await listRegrades(asking, courseId), here);
  return (
    <>
      <PageTitle
        title="Regrades"
        lead="When a problem turns out to be wrong, its stored answers can be graded again by a corrected version."
      />
      {regrades.length === 0 ? (
        <p className="mt-6 max-w-[62ch] text-soft">
          There were none yet. Choose a problem under{" "}
          <Link href={`/teach/courses/${courseId}/insight`} className="link">
            Insight
          </Link>{" "}
          and compare its answers under another version.
        </p>
      ) : (
        <RegradeTable regrades={regrades} home={here} zone={course.timeZone} />
      )}
    </>
  );
}
