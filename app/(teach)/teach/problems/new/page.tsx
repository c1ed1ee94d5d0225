import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { mayTeach, viewer } from "@/lib/auth";
import { emptyDraft, getAuthoringChoices, getStart, ownerName } from "@/lib/services";
import { editorActions } from "../_components/editor-actions";
import { ProblemEditor } from "../_components/problem-editor";

export const metadata: Metadata = { title: "New problem" };

export default async function NewProblemPage({ searchParams }: SearchProps) {
  const { from } = await searchParams;
  const asking = await viewer();
  if (!mayTeach(asking)) notFound();
  const { topics } = shown(await getAuthoringChoices(asking), "/teach/problems/new");
  const start = typeof from === "string" ? shown(await getStart(asking, from), "/teach/problems/new") : emptyDraft;
  return (
    <>
      <PageTitle
        title="New problem"
        lead="Say what is differentiated by what; the derivative is found for you. A problem is published once it passes its own test."
        above={
          <Link href="/teach/problems" className="hover:text-ink hover:underline">
            Problems
          </Link>
        }
      />
      <div className="mt-8">
        <ProblemEditor
          owner={ownerName(asking)}
          topics={topics}
          start={{ problemId: crypto.randomUUID(), draft: start, revision: null, complaints: {} }}
          actions={editorActions}
        />
      </div>
    </>
  );
}
