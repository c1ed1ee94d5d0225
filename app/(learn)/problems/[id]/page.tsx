import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Answering, UntilAnswered } from "@/app/_components/answering/answering";
import { NextProblem } from "@/app/_components/next-problem";
import type { IdProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { ProblemView } from "@/app/_components/problem-view";
import { shown } from "@/app/_components/reply";
import { StateMark } from "@/app/_components/state-mark";
import { isSignedIn, viewer } from "@/lib/auth";
import { getProblem, type ProblemView as Problem } from "@/lib/services";

async function load({ params }: IdProps): Promise<Problem> {
  const { id } = await params;
  return shown(await getProblem(await viewer(), id), `/problems/${id}`);
}

export async function generateMetadata(props: IdProps): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function ProblemPage(props: IdProps) {
  const problem = await load(props);
  return (
    <Answering known={problem.attempts.map(({ id }) => id)}>
      <PageTitle
        title={problem.title}
        above={
          <Link href={`/topics/${problem.topic.id}`} className="hover:text-ink hover:underline">
            {problem.topic.title}
          </Link>
        }
        aside={
          <UntilAnswered part={{ name: "mark", difficulty: problem.difficulty }}>
            <StateMark state={problem.state} difficulty={problem.difficulty} />
          </UntilAnswered>
        }
      />
      <div className="mt-7">
        <ProblemView problem={problem} guest={!isSignedIn(await viewer())} />
      </div>
      <footer className="mt-12 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3 border-t border-line pt-6">
        {problem.sources.length > 0 && (
          <p className="hint max-w-[60ch]">After {problem.sources.map(({ title }) => title).join("; ")}</p>
        )}
        {problem.nextProblem && (
          <NextProblem
            href={`/problems/${problem.nextProblem.id}`}
            title={problem.nextProblem.title}
            arrow={<ArrowRight aria-hidden="true" className="size-4 shrink-0" />}
          />
        )}
      </footer>
    </Answering>
  );
}
