import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageTitle } from "@/app/_components/page-title";
import { mayTeach, viewer } from "@/lib/auth";
import { type CourseInput, timeZones } from "@/lib/services";
import { CourseForm } from "../_components/course-form";

export const metadata: Metadata = { title: "New course" };

const start: CourseInput = {
  title: "",
  term: "",
  policy: "either",
  timeZone: "UTC",
  latePasses: "0",
  latePassHours: "24",
};

export default async function NewCoursePage() {
  if (!mayTeach(await viewer())) notFound();
  return (
    <>
      <PageTitle
        title="New course"
        lead="All of this can be changed later."
        above={
          <Link href="/teach" className="hover:text-ink hover:underline">
            Teach
          </Link>
        }
      />
      <div className="mt-8">
        <CourseForm start={start} timeZones={timeZones} />
      </div>
    </>
  );
}
