import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getChoice, newAssignmentForm } from "@/lib/services";
import type { CourseProps } from "../../../_components/course-props";
import { AssignmentForm } from "../_components/assignment-form";

export const metadata: Metadata = { title: "New assignment" };

export default async function NewAssignmentPage({ params }: CourseProps) {
  const { courseId } = await params;
  const here = `/teach/courses/${courseId}/assignments/new`;
  const asking = await viewer();
  const form = shown(await newAssignmentForm(asking, courseId, new Date()), here);
  const choice = shown(await getChoice(asking, courseId), here);
  return (
    <>
      <PageTitle title="New assignment" lead="It is a draft, which students do not see, until you publish it." />
      <div className="mt-6">
        <AssignmentForm form={form} choice={choice} />
      </div>
    </>
  );
}
