import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { dropSection, saveSection } from "@/app/_actions/people";
import { ActionForm } from "@/app/_components/action-form";
import { Confirm } from "@/app/_components/confirm";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { SubmitButton } from "@/app/_components/submit-button";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { getPeople, type SectionView } from "@/lib/services";
import type { CourseProps } from "../../../_components/course-props";

export const metadata: Metadata = { title: "Sections of a course" };

export default async function SectionsPage({ params }: CourseProps) {
  const { courseId } = await params;
  const people = `/teach/courses/${courseId}/people`;
  const { course, sections } = shown(await getPeople(await viewer(), courseId), `${people}/sections`);
  if (!course.rights.includes("edit-roster")) notFound();
  return (
    <>
      <PageTitle
        title="Sections"
        lead="Groups within the course: for extensions, and to look at one at a time. Everybody is in one or in none."
        above={
          <Link href={people} className="hover:text-ink hover:underline">
            People
          </Link>
        }
      />
      <div className="mt-8 max-w-2xl">
        {sections.length === 0 ? (
          <p className="text-soft">There is none yet. A roster with a column of sections makes them too.</p>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {sections.map((section) => (
              <Section key={section.id} courseId={courseId} section={section} />
            ))}
          </ul>
        )}
        <ActionForm action={saveSection} fields={{ courseId }} className="mt-8">
          <NameLine id="new" label="New section">
            <SubmitButton>Make it</SubmitButton>
          </NameLine>
        </ActionForm>
      </div>
    </>
  );
}

function Section({ courseId, section: { id, name, people } }: { courseId: string; section: SectionView }) {
  const fields = { courseId, sectionId: id };
  return (
    <li className="space-y-3 py-5">
      <ActionForm action={saveSection} fields={fields}>
        <NameLine key={name} id={id} label={`${name}: ${counted(people, "person", "people")}`} name={name}>
          <SubmitButton main={false}>Rename</SubmitButton>
        </NameLine>
      </ActionForm>
      <Confirm label={`Remove ${name}…`}>
        <p>Its people stay in the course, in no section. Extensions that were given to the section end.</p>
        <ActionForm action={dropSection} fields={fields}>
          <SubmitButton>Remove the section</SubmitButton>
        </ActionForm>
      </Confirm>
    </li>
  );
}

interface LineProps {
  id: string;
  label: string;
  name?: string;
  children: ReactNode;
}

function NameLine({ id, label, name = "", children }: LineProps) {
  return (
    <>
      <label htmlFor={`name-${id}`} className="label">
        {label}
      </label>
      <div className="flex gap-3 [&>button]:shrink-0">
        <input
          id={`name-${id}`}
          name="name"
          required
          maxLength={60}
          defaultValue={name}
          autoComplete="off"
          className="field"
        />
        {children}
      </div>
    </>
  );
}
