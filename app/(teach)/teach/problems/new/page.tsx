import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageTitle } from "@/app/_components/page-title";
import { mayTeach, viewer } from "@/lib/auth";
import { listTopics } from "@/lib/services";
import { emptyDraft } from "../../_components/editor-state";
import { ProblemEditor } from "../../_components/problem-editor";

export const metadata: Metadata = { title: "New problem" };

export default async function NewProblemPage() {
  const asking = await viewer();
  if (!mayTeach(asking)) notFound();
  const topics = (await listTopics(asking)).map(({ id, title }) => ({ id, title }));
  return (
    <>
      <PageTitle
        title="New problem"
        lead="Say what is differentiated by what; the derivative is found for you. A problem is published once it passes its own test."
        above={
          <Link href="/teach" className="hover:text-ink hover:underline">
            Teach
          </Link>
        }
      />
      <div className="mt-8">
        <ProblemEditor topics={topics} start={{ draft: emptyDraft, complaints: {} }} />
      </div>
    </>
  );
}
