import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getAssignmentForm, getChoice } from "@/lib/services";
import { AssignmentForm } from "../../_components/assignment-form";
import type { AssignmentProps } from "../../_components/props";

export const metadata: Metadata = { title: "Edit an assignment" };

export default async function EditAssignmentPage({ params }: AssignmentProps) {
  const { courseId, assignmentId } = await params;
  const home = `/teach/courses/${courseId}/assignments/${assignmentId}`;
  const asking = await viewer();
  const form = shown(await getAssignmentForm(asking, assignmentId), `${home}/edit`);
  const choice = shown(await getChoice(asking, form.courseId), `${home}/edit`);
  return (
    <>
      <PageTitle
        title={`Edit ${form.input.title}`}
        lead={form.published ? "Students see changes at once, and points and credit follow." : undefined}
        aside={
          <Link href={home} className="button">
            Back to the assignment
          </Link>
        }
      />
      <div className="mt-6">
        <AssignmentForm form={form} choice={choice} />
      </div>
    </>
  );
}
