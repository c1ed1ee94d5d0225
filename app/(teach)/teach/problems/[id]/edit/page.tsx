import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Notice } from "@/app/_components/notice";
import type { IdProps, SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getAuthoredProblem, listTopics } from "@/lib/services";
import { renderMarkdown } from "@/lib/tex";
import type { EditorState } from "../../../_components/editor-state";
import { ProblemEditor } from "../../../_components/problem-editor";

export const metadata: Metadata = { title: "Edit a problem" };

export default async function EditProblemPage({ params, searchParams }: IdProps & SearchProps) {
  const { id } = await params;
  const { saved } = await searchParams;
  const asking = await viewer();
  const problem = shown(await getAuthoredProblem(asking, id), `/teach/problems/${id}/edit`);
  if (problem.fromBank) notFound();
  const topics = (await listTopics(asking)).map(({ id, title }) => ({ id, title }));
  const start: EditorState = {
    draft: problem.draft,
    complaints: {},
    statementHtml: renderMarkdown(problem.draft.statement),
  };
  return (
    <>
      <PageTitle
        title={problem.draft.title || "Untitled"}
        lead={
          problem.versionNumber === null
            ? "A draft: learners do not see it yet."
            : `Learners see version ${problem.versionNumber}. Publishing makes version ${problem.versionNumber + 1}.`
        }
        above={
          <>
            <Link href="/teach" className="hover:text-ink hover:underline">
              Teach
            </Link>{" "}
            /{" "}
            <Link href={`/teach/problems/${id}`} className="hover:text-ink hover:underline">
              Answers
            </Link>
          </>
        }
      />
      <div className="mt-8 space-y-8">
        {saved && <Notice tone="good">The draft is saved. Learners do not see it yet.</Notice>}
        <ProblemEditor problemId={id} topics={topics} start={start} />
      </div>
    </>
  );
}
