import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import type { IdProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getRegradeStart } from "@/lib/services";
import { EarlierRegrades } from "../../../_regrades/earlier";
import { StartForm } from "../../../_regrades/start-form";

export const metadata: Metadata = { title: "Regrade" };

export default async function ProblemRegradesPage({ params }: IdProps) {
  const { id } = await params;
  const home = `/teach/problems/${id}`;
  const start = shown(await getRegradeStart(await viewer(), { problemId: id, courseId: null }), `${home}/regrades`);
  return (
    <>
      <PageTitle
        title={`Regrade “${start.problem.title}”`}
        lead="Compares every stored answer under a version of the problem: those of practice, and those of the courses that you are an instructor of."
        above={
          <Link href={home} className="hover:text-ink hover:underline">
            Answers
          </Link>
        }
      />
      <StartForm start={start} />
      <EarlierRegrades start={start} home={`${home}/regrades`} />
    </>
  );
}
