import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "@/app/_components/notice";
import type { IdProps, SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getAuthoredProblem, getAuthoringChoices, lookAtDraft, ownerName } from "@/lib/services";
import { editorActions } from "../../_components/editor-actions";
import { ProblemEditor } from "../../_components/problem-editor";
import { ShareForm } from "../../_components/share-form";
import { showLook } from "../../_components/show-look";

export const metadata: Metadata = { title: "Edit a problem" };

export default async function EditProblemPage({ params, searchParams }: IdProps & SearchProps) {
  const { id } = await params;
  const { saved } = await searchParams;
  const here = `/teach/problems/${id}/edit`;
  const asking = await viewer();
  const problem = shown(await getAuthoredProblem(asking, id), here);
  const { topics } = shown(await getAuthoringChoices(asking, id), here);
  const { draft, revision, versionNumber, changedBy } = problem;
  const look = await lookAtDraft(asking, draft, { problemId: id });
  return (
    <>
      <PageTitle
        title={draft.title || "Untitled"}
        lead={
          versionNumber === null
            ? "A draft: learners do not see it yet."
            : `Learners see version ${versionNumber}. Publishing makes version ${versionNumber + 1}.`
        }
        above={
          <>
            <Link href="/teach/problems" className="hover:text-ink hover:underline">
              Problems
            </Link>{" "}
            /{" "}
            <Link href={`/teach/problems/${id}`} className="hover:text-ink hover:underline">
              Answers
            </Link>
          </>
        }
        aside={
          <Link href={`/teach/problems/${id}/history`} className="button">
            History
          </Link>
        }
      />
      <div className="mt-8 space-y-8">
        {saved && <Notice tone="good">The draft is saved. Learners do not see it yet.</Notice>}
        {changedBy && <p className="hint">The draft was last changed by {changedBy}.</p>}
        <ProblemEditor
          key={id}
          owner={ownerName(asking)}
          topics={topics}
          start={{ problemId: id, draft, revision, complaints: {} }}
          {...(look.ok && { look: showLook(look.value, draft) })}
          actions={editorActions}
        />
        {problem.courses.length > 0 && (
          <ShareForm problemId={id} courses={problem.courses} courseId={problem.courseId} />
        )}
      </div>
    </>
  );
}
