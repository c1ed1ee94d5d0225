"use client";

import { useActionState } from "react";
import { shareWithCourse } from "@/app/_actions/problem";
import { FormComplaint } from "@/app/_components/form-complaint";
import { SubmitButton } from "@/app/_components/submit-button";

interface Props {
  problemId: string;
  courseId: string | null;
  courses: readonly { readonly id: string; readonly title: string }[];
}

/** Who may edit the problem beside its author. */
export function ShareForm({ problemId, courseId, courses }: Props) {
  const [state, send] = useActionState(shareWithCourse, {});
  return (
    <form action={send} className="max-w-xl border-t border-line pt-6">
      <input type="hidden" name="problemId" value={problemId} />
      <label htmlFor="share-course" className="label">
        Who else may edit it
      </label>
      <div className="flex flex-wrap gap-3">
        <select id="share-course" name="courseId" defaultValue={courseId ?? ""} className="field w-auto min-w-0 grow">
          <option value="">Nobody but me</option>
          {courses.map(({ id, title }) => (
            <option key={id} value={id}>
              The instructors of {title}
            </option>
          ))}
        </select>
        <SubmitButton main={false} busy="Saving…">
          Save
        </SubmitButton>
      </div>
      <div aria-live="polite">{state.done && <p className="hint mt-1.5">{state.done}</p>}</div>
      <FormComplaint text={state.complaint} />
    </form>
  );
}
