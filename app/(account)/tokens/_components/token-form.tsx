"use client";

import { useActionState } from "react";
import { newToken, type TokenState } from "@/app/_actions/tokens";
import { Field, FieldError } from "@/app/_components/field";
import { FormComplaint } from "@/app/_components/form-complaint";
import { Notice } from "@/app/_components/notice";
import { SelectField } from "@/app/_components/select-field";
import { SubmitButton } from "@/app/_components/submit-button";
import { CopyButton } from "@/app/(teach)/teach/courses/_components/copy-button";
import type { Scope, TokensView } from "@/lib/services";
import { scopeWords } from "./scope-words";

const nothing: TokenState = { input: { name: "", scopes: [], courseId: "", days: "90" } };

/** Makes a token, and shows it once. Without courses of one's own there is nothing to read. */
export function TokenForm({ courses }: { courses: TokensView["courses"] }) {
  const [{ input, text, name, complaint, errors = {} }, send] = useActionState(newToken, nothing);
  return (
    <>
      {text && <MadeToken text={text} name={name ?? ""} />}
      <form action={send} className="space-y-5">
        <Field
          name="name"
          label="Name"
          hint="What it is for: “Grades to the faculty's spreadsheet”."
          defaultValue={input.name}
          error={errors.name}
          maxLength={60}
          autoComplete="off"
        />
        <Scopes ticked={input.scopes} offered={courses.length > 0} error={errors.scopes} />
        {courses.length > 0 && (
          <SelectField
            key={input.courseId}
            name="courseId"
            label="For"
            defaultValue={input.courseId}
            error={errors.courseId}
          >
            <option value="">All courses that I am an instructor of</option>
            {courses.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField key={input.days} name="days" label="Holds for" defaultValue={input.days} error={errors.days}>
          <option value="7">a week</option>
          <option value="30">30 days</option>
          <option value="90">90 days</option>
          <option value="365">a year</option>
        </SelectField>
        <SubmitButton>Make the token</SubmitButton>
        <FormComplaint text={complaint} />
      </form>
    </>
  );
}

function MadeToken({ text, name }: { text: string; name: string }) {
  return (
    <div className="mb-8">
      <Notice tone="good" alert>
        <p className="font-medium">
          “{name}” is made. Keep it somewhere safe now: it is shown this once, and nobody can look it up again.
        </p>
        <code className="source mt-2 block break-all select-all">{text}</code>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <CopyButton text={text} what="token" />
        </div>
      </Notice>
    </div>
  );
}

interface ScopesProps {
  readonly ticked: readonly string[];
  /** Whether there is anything to read. */
  readonly offered: boolean;
  readonly error: string | undefined;
}

function Scopes({ ticked, offered, error }: ScopesProps) {
  const names = (Object.keys(scopeWords) as Scope[]).filter((scope) => offered || scope === "grade");
  return (
    <fieldset aria-describedby={error ? "scopes-error" : undefined}>
      <legend className="label">It may</legend>
      <div className="space-y-1.5">
        {names.map((scope) => (
          <label key={`${scope} ${ticked.includes(scope)}`} className="flex min-h-6 items-baseline gap-2.5">
            <input
              type="checkbox"
              name="scopes"
              value={scope}
              defaultChecked={ticked.includes(scope)}
              className="size-4 shrink-0 translate-y-0.5 accent-accent"
            />
            <span>
              {scopeWords[scope]} <span className="hint">{scope}</span>
            </span>
          </label>
        ))}
      </div>
      <FieldError id="scopes-error" message={error} />
    </fieldset>
  );
}
