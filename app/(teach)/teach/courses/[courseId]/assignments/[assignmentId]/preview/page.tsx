import type { Metadata } from "next";
import { Rules } from "@/app/_components/assignments/rules";
import { pointsInWords } from "@/app/_components/assignments/words";
import { Content } from "@/app/_components/content/content";
import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { Notice } from "@/app/_components/notice";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { Declared } from "@/app/_components/problem-view";
import { Prose } from "@/app/_components/prose";
import { shown } from "@/app/_components/reply";
import { SelectField } from "@/app/_components/select-field";
import { viewer } from "@/lib/auth";
import { type PreviewView, previewAssignment } from "@/lib/services";
import type { AssignmentProps } from "../../_components/props";

export const metadata: Metadata = { title: "Preview of an assignment" };

export default async function PreviewPage({ params, searchParams }: AssignmentProps & SearchProps) {
  const { courseId, assignmentId } = await params;
  const { student } = await searchParams;
  const home = `/teach/courses/${courseId}/assignments/${assignmentId}`;
  const chosen = typeof student === "string" && student !== "" ? student : undefined;
  const preview = shown(await previewAssignment(await viewer(), assignmentId, chosen), `${home}/preview`);
  const { course, times } = preview;
  return (
    <>
      <PageTitle
        title={`Preview of ${preview.title}`}
        lead="What a student sees: their problems with their numbers, and their times. Nothing here is stored."
        above={
          <Link href={home} className="hover:text-ink hover:underline">
            {preview.title}
          </Link>
        }
      />
      <ChooseStudent preview={preview} />
      <p className="mt-5 text-[0.9375rem] text-soft">
        Opens <Moment date={times.opensAt} zone={course.timeZone} />, due{" "}
        <Moment date={times.dueAt} zone={course.timeZone} />, closes{" "}
        <Moment date={times.closesAt} zone={course.timeZone} /> ({course.timeZone}).
      </p>
      {preview.instructions !== "" && (
        <div className="mt-6">
          <Prose markdown={preview.instructions} />
        </div>
      )}
      <div className="mt-6">
        <Rules rules={preview.rules} />
      </div>
      <Problems problems={preview.problems} />
    </>
  );
}

function ChooseStudent({ preview: { students, student } }: { preview: PreviewView }) {
  if (!student)
    return (
      <div className="mt-6">
        <Notice>This course has no students yet, so you see what you would get yourself.</Notice>
      </div>
    );
  return (
    <form className="mt-6 flex max-w-lg flex-wrap items-end gap-3">
      <div className="min-w-0 grow">
        <SelectField key={student.id} name="student" label="As" defaultValue={student.id}>
          {students.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <button type="submit" className="button">
        Show
      </button>
    </form>
  );
}

function Problems({ problems }: Pick<PreviewView, "problems">) {
  if (problems.length === 0) return <p className="mt-8 text-soft">There are no problems in it yet.</p>;
  return (
    <ol className="mt-8 divide-y divide-line border-t border-line">
      {problems.map(({ number, points, handedOut, problem }) => (
        <li key={number} className="py-8">
          <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
            <h2 className="heading">
              {number}. {problem.title}
            </h2>
            <p className="hint">
              {pointsInWords(points)} {points === 1 ? "point" : "points"}
              {!handedOut && ", not handed out yet"}
            </p>
          </div>
          <div className="grid grid-cols-1 gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
            <Content content={problem.statement} />
            <Declared problem={problem} />
          </div>
        </li>
      ))}
    </ol>
  );
}
