import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setArchived } from "@/app/_actions/courses";
import { ActionForm } from "@/app/_components/action-form";
import { Confirm } from "@/app/_components/confirm";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { SubmitButton } from "@/app/_components/submit-button";
import { viewer } from "@/lib/auth";
import { type CourseView, getCourse, timeZones } from "@/lib/services";
import { CourseForm } from "../../_components/course-form";
import type { CourseProps } from "../../_components/course-props";

export const metadata: Metadata = { title: "Settings of a course" };

export default async function SettingsPage({ params }: CourseProps) {
  const { courseId } = await params;
  const course = shown(await getCourse(await viewer(), courseId), `/teach/courses/${courseId}/settings`);
  if (!course.rights.includes("edit-course")) notFound();
  const { title, term, policy, timeZone, latePasses, latePassHours } = course;
  const passes = { latePasses: String(latePasses), latePassHours: String(latePassHours) };
  return (
    <>
      <PageTitle title="Settings" />
      <div className="mt-6">
        <CourseForm courseId={course.id} start={{ title, term, policy, timeZone, ...passes }} timeZones={timeZones} />
      </div>
      <Archive course={course} />
    </>
  );
}

function Archive({ course: { id, archivedAt } }: { course: CourseView }) {
  return (
    <section aria-labelledby="archive" className="mt-12 border-t border-line pt-6">
      <h2 id="archive" className="heading">
        {archivedAt ? "This course is archived" : "Archive"}
      </h2>
      <p className="mt-1 mb-4 max-w-[62ch] text-soft">
        {archivedAt
          ? "Nobody can join it, and it stands at the end of lists. All that is in it is kept."
          : "For a course that is over. Nobody can join it any more, and it stands at the end of lists; all that is in it is kept."}
      </p>
      {archivedAt ? (
        <ActionForm action={setArchived} fields={{ courseId: id, archive: "no" }}>
          <SubmitButton main={false}>Take it back</SubmitButton>
        </ActionForm>
      ) : (
        <Confirm label="Archive the course…">
          <p>It can be taken back here at any time.</p>
          <ActionForm action={setArchived} fields={{ courseId: id, archive: "yes" }}>
            <SubmitButton>Archive it</SubmitButton>
          </ActionForm>
        </Confirm>
      )}
    </section>
  );
}
