import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import type { IdProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getProblemInsight } from "@/lib/services";
import { ProblemInsight } from "../../../_insight/problem-insight";

export const metadata: Metadata = { title: "Insight into a problem" };

export default async function ProblemInsightPage({ params }: IdProps) {
  const { id } = await params;
  const home = `/teach/problems/${id}`;
  const insight = shown(await getProblemInsight(await viewer(), { problemId: id, courseId: null }), `${home}/insight`);
  return (
    <>
      <PageTitle
        title={insight.problem.title}
        lead="All answers in practice, and those of the courses that you are an instructor of."
        above={
          <Link href={home} className="hover:text-ink hover:underline">
            Answers
          </Link>
        }
        aside={
          insight.mayRegrade && (
            <Link href={`${home}/regrades`} className="button">
              Regrade
            </Link>
          )
        }
      />
      <ProblemInsight insight={insight} />
    </>
  );
}
