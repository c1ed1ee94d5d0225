import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getRegradeStart } from "@/lib/services";
import { EarlierRegrades } from "../../../../_regrades/earlier";
import { StartForm } from "../../../../_regrades/start-form";
import type { CourseProps } from "../../../_components/course-props";

export const metadata: Metadata = { title: "Regrade" };

export default async function NewRegradePage({ params, searchParams }: CourseProps & SearchProps) {
  const { courseId } = await params;
  const { problem } = await searchParams;
  const problemId = typeof problem === "string" ? problem : "";
  const home = `/teach/courses/${courseId}`;
  const here = `${home}/regrades/new?problem=${encodeURIComponent(problemId)}`;
  const start = shown(await getRegradeStart(await viewer(), { problemId, courseId }), here);
  return (
    <>
      <PageTitle
        title={`Regrade “${start.problem.title}”`}
        lead="Compares every stored answer of this course under a version of the problem."
        above={
          <Link href={`${home}/insight/${problemId}`} className="hover:text-ink hover:underline">
            Insight
          </Link>
        }
      />
      <StartForm start={start} />
      <EarlierRegrades start={start} home={`${home}/regrades`} />
    </>
  );
}
