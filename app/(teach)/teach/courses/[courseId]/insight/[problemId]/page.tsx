import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getProblemInsight } from "@/lib/services";
import { ProblemInsight } from "../../../../_insight/problem-insight";

export const metadata: Metadata = { title: "Insight into a problem" };

interface Props {
  readonly params: Promise<{ readonly courseId: string; readonly problemId: string }>;
}

export default async function CourseProblemInsightPage({ params }: Props) {
  const { courseId, problemId } = await params;
  const home = `/teach/courses/${courseId}`;
  const here = `${home}/insight/${problemId}`;
  const insight = shown(await getProblemInsight(await viewer(), { problemId, courseId }), here);
  return (
    <>
      <PageTitle
        title={insight.problem.title}
        above={
          <Link href={`${home}/insight`} className="hover:text-ink hover:underline">
            Insight
          </Link>
        }
        aside={
          insight.mayRegrade && (
            <Link href={`${home}/regrades/new?problem=${problemId}`} className="button">
              Regrade
            </Link>
          )
        }
      />
      <ProblemInsight insight={insight} />
    </>
  );
}
