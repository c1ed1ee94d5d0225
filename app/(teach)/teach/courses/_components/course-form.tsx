"use client";

import { useActionState, useEffect, useRef } from "react";
import { type CourseFormState, saveCourse } from "@/app/_actions/courses";
import { Field } from "@/app/_components/field";
import { Notice } from "@/app/_components/notice";
import { PolicyChoice } from "@/app/_components/policy-choice";
import { SelectField } from "@/app/_components/select-field";
import { SubmitButton } from "@/app/_components/submit-button";
import type { CourseInput } from "@/lib/services";

interface Props {
  /** Absent for a course that does not exist yet. */
  courseId?: string;
  start: CourseInput;
  timeZones: readonly string[];
}

/** What a course is called, and what holds in it where an assignment says nothing else. */
export function CourseForm({ courseId, start, timeZones }: Props) {
  const [{ input, errors = {}, complaint, done }, send] = useActionState<CourseFormState, FormData>(saveCourse, {
    input: start,
  });
  return (
    <form action={send} className="max-w-xl space-y-6" noValidate>
      {courseId && <input type="hidden" name="courseId" value={courseId} />}
      {complaint && (
        <Notice tone="bad" alert>
          {complaint}
        </Notice>
      )}
      {done && (
        <Notice tone="good" alert>
          {done}
        </Notice>
      )}
      <Field name="title" label="Title" required maxLength={120} defaultValue={input.title} error={errors.title} />
      <Field
        name="term"
        label="Term"
        placeholder="Autumn 2026"
        maxLength={60}
        defaultValue={input.term}
        error={errors.term}
      />
      <ZoneField zones={timeZones} chosen={input.timeZone} own={courseId === undefined} error={errors.timeZone} />
      <PolicyChoice chosen={input.policy} />
      <div className="grid grid-cols-1 gap-x-5 gap-y-6 sm:grid-cols-2">
        <Field
          name="latePasses"
          label="Late passes for each student"
          inputMode="numeric"
          hint="0 for none."
          defaultValue={input.latePasses}
          error={errors.latePasses}
        />
        <Field
          name="latePassHours"
          label="Hours that one gives"
          inputMode="numeric"
          hint="It moves the due time of one assignment."
          defaultValue={input.latePassHours}
          error={errors.latePassHours}
        />
      </div>
      <SubmitButton>{courseId ? "Save" : "Make the course"}</SubmitButton>
    </form>
  );
}

/** A new course starts in the zone of the browser. */
function ZoneField({
  zones,
  chosen,
  own,
  error,
}: {
  zones: readonly string[];
  chosen: string;
  own: boolean;
  error?: string;
}) {
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (own && field.current?.value === "UTC" && zones.includes(here)) field.current.value = here;
  }, [own, zones]);
  return (
    <SelectField
      ref={field}
      key={chosen}
      name="timeZone"
      label="Time zone"
      hint="Times are typed and shown in it."
      defaultValue={chosen}
      error={error}
    >
      {zones.map((zone) => (
        <option key={zone}>{zone}</option>
      ))}
    </SelectField>
  );
}
