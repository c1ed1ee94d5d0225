import { takeBackExtension } from "@/app/_actions/assignment-editing";
import { ActionForm } from "@/app/_components/action-form";
import { Confirm } from "@/app/_components/confirm";
import { SubmitButton } from "@/app/_components/submit-button";
import { momentInZone } from "@/app/_components/words";
import type { AssignmentView, ExtensionView } from "@/lib/services";
import { ExtensionForm } from "./extension-form";

/** Who has other times in an assignment, and how to give somebody some. */
export function Extensions({ assignment }: { assignment: AssignmentView }) {
  const { id, extensions, course, students, sections, mayExtend } = assignment;
  return (
    <section aria-labelledby="extensions">
      <h2 id="extensions" className="heading">
        Extensions
      </h2>
      {extensions.length === 0 ? (
        <p className="mt-2 text-soft">Everybody has the same times.</p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {extensions.map((extension) => (
            <ExtensionRow key={extension.id} extension={extension} zone={course.timeZone} mayEnd={mayExtend} />
          ))}
        </ul>
      )}
      {mayExtend && (
        <details className="mt-4">
          <summary className="button">Give an extension</summary>
          <ExtensionForm assignmentId={id} students={students} sections={sections} zone={course.timeZone} />
        </details>
      )}
    </section>
  );
}

interface RowProps {
  readonly extension: ExtensionView;
  readonly zone: string;
  readonly mayEnd: boolean;
}

function ExtensionRow({ extension, zone, mayEnd }: RowProps) {
  const { id, who, latePass, reason, givenBy } = extension;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p>
          <span className="font-medium">{who}</span>: {timesInWords(extension, zone)}
        </p>
        <p className="hint">
          {[latePass ? "A late pass of their own." : givenBy && `Given by ${givenBy}.`, reason]
            .filter(Boolean)
            .join(" ")}
        </p>
      </div>
      {mayEnd && (
        <Confirm label="Take back…">
          <p>The times of everybody hold again, and the credit of answers that were late then falls.</p>
          <ActionForm action={takeBackExtension} fields={{ extensionId: id }}>
            <SubmitButton main={false}>Take it back</SubmitButton>
          </ActionForm>
        </Confirm>
      )}
    </li>
  );
}

function timesInWords({ dueAt, closesAt, timeFactor, latePass }: ExtensionView, zone: string): string {
  const parts = [
    dueAt && `due ${momentInZone(dueAt, zone)}`,
    closesAt && `closes ${momentInZone(closesAt, zone)}`,
    timeFactor !== null && `${timeFactor} times as long`,
    latePass && "later by a late pass",
  ];
  return parts.filter(Boolean).join(", ");
}
