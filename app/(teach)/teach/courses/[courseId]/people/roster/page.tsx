import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getCourse } from "@/lib/services";
import type { CourseProps } from "../../../_components/course-props";
import { RosterForm } from "../../../_components/roster-form";

export const metadata: Metadata = { title: "Bring in a roster" };

export default async function RosterPage({ params }: CourseProps) {
  const { courseId } = await params;
  const people = `/teach/courses/${courseId}/people`;
  const course = shown(await getCourse(await viewer(), courseId), `${people}/roster`);
  if (!course.rights.includes("edit-roster")) notFound();
  return (
    <>
      <PageTitle
        title="Bring in a roster"
        lead="First you are shown, row by row, what it would do. Nothing happens until you say so."
        above={
          <Link href={people} className="hover:text-ink hover:underline">
            People
          </Link>
        }
      />
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <RosterForm courseId={courseId} />
        <WhatIsRead />
      </div>
    </>
  );
}

function WhatIsRead() {
  return (
    <section aria-labelledby="read" className="text-[0.9375rem]">
      <h2 id="read" className="heading text-[1.125rem]">
        What is read
      </h2>
      <p className="mt-2 text-soft">
        The CSV that Canvas or Moodle exports, a sheet saved as CSV, or a plain list of addresses.
      </p>
      <p className="mt-3 text-soft">Columns are found by their heads, in any order:</p>
      <ul className="mt-1.5 list-disc space-y-1 pl-5 text-soft">
        <li>Email, or a login that is an address</li>
        <li>Name, or first and last name</li>
        <li>Section or group: made where it is new</li>
        <li>Role: student, assistant (TA) or instructor</li>
        <li>ID, SIS user ID or ID number: for exports</li>
      </ul>
      <p className="mt-3 text-soft">
        An empty cell leaves things as they are, and nobody is taken out for not being on the list. Everything else,
        grades too, is passed over.
      </p>
    </section>
  );
}
