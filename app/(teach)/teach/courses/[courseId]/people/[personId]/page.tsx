import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { movePeople, setPresence, setRole } from "@/app/_actions/people";
import { ActionForm } from "@/app/_components/action-form";
import { Confirm } from "@/app/_components/confirm";
import { Moment } from "@/app/_components/moment";
import { Notice } from "@/app/_components/notice";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { SelectField } from "@/app/_components/select-field";
import { SubmitButton } from "@/app/_components/submit-button";
import { viewer } from "@/lib/auth";
import { type CoursePersonView, getPeople, type SectionView } from "@/lib/services";

interface Props {
  readonly params: Promise<{ readonly courseId: string; readonly personId: string }>;
}

export const metadata: Metadata = { title: "Somebody in a course" };

export default async function PersonPage({ params }: Props) {
  const { courseId, personId } = await params;
  const people = `/teach/courses/${courseId}/people`;
  const { course, people: all, sections } = shown(await getPeople(await viewer(), courseId), `${people}/${personId}`);
  const person = all.find((each) => each.personId === personId);
  if (!person) notFound();
  return (
    <>
      <PageTitle
        title={person.name}
        lead={person.email}
        above={
          <Link href={people} className="hover:text-ink hover:underline">
            People
          </Link>
        }
      />
      <Facts person={person} />
      {course.rights.includes("edit-roster") && <Changes courseId={courseId} person={person} sections={sections} />}
    </>
  );
}

function Facts({ person: { role, section, externalId, since, leftAt } }: { person: CoursePersonView }) {
  const facts = [
    ["Role", role],
    ["Section", section?.name ?? "None"],
    ["ID at the school", externalId ?? "None"],
  ] as const;
  return (
    <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-3 text-[0.9375rem]">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt className="eyebrow">{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div>
        <dt className="eyebrow">{leftAt ? "Left" : "In the course since"}</dt>
        <dd>
          <Moment date={leftAt ?? since} />
        </dd>
      </div>
    </dl>
  );
}

interface ChangesProps {
  courseId: string;
  person: CoursePersonView;
  sections: readonly SectionView[];
}

function Changes({ courseId, person, sections }: ChangesProps) {
  const { personId, name, role, section, leftAt, invitedAs } = person;
  const fields = { courseId, personId };
  if (leftAt) {
    return (
      <ActionForm action={setPresence} fields={{ ...fields, back: "yes" }} className="mt-8">
        <SubmitButton>Bring {name} back</SubmitButton>
      </ActionForm>
    );
  }
  return (
    <div className="mt-8 max-w-xl space-y-8">
      {invitedAs && (
        <Notice tone="warn">
          The roster says that whoever has this address is {article(invitedAs)} {invitedAs}. If you know that this is
          them, give them the role; otherwise save the role as it is, and the question is settled.
        </Notice>
      )}
      <ActionForm action={setRole} fields={fields} className="space-y-3">
        <SelectField
          key={role}
          name="role"
          label="Role"
          defaultValue={role}
          hint="An assistant sees everybody's work and gives extensions. An instructor may do everything."
        >
          <option value="student">Student</option>
          <option value="assistant">Assistant</option>
          <option value="instructor">Instructor</option>
        </SelectField>
        <SubmitButton main={false}>Save the role</SubmitButton>
      </ActionForm>
      {sections.length > 0 && (
        <ActionForm action={movePeople} fields={{ courseId, person: personId }} className="space-y-3">
          <SelectField key={section?.id} name="section" label="Section" defaultValue={section?.id ?? ""}>
            <option value="">None</option>
            {sections.map(({ id, name: called }) => (
              <option key={id} value={id}>
                {called}
              </option>
            ))}
          </SelectField>
          <SubmitButton main={false}>Move</SubmitButton>
        </ActionForm>
      )}
      <Confirm label={`Take ${name} out…`}>
        <p>
          {name} does not see the course any more and cannot join it again by the link. Their work and grades are kept,
          and you can bring them back.
        </p>
        <ActionForm action={setPresence} fields={fields}>
          <SubmitButton>Take out of the course</SubmitButton>
        </ActionForm>
      </Confirm>
    </div>
  );
}

const article = (role: string) => (role === "student" ? "a" : "an");
