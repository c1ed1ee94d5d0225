import { beginRegrade } from "@/app/_actions/regrades";
import { ActionForm } from "@/app/_components/action-form";
import { SelectField } from "@/app/_components/select-field";
import { SubmitButton } from "@/app/_components/submit-button";
import { counted, dateInWords, momentInZone } from "@/app/_components/words";
import type { RegradeStartView, VersionChoice } from "@/lib/services";

/** Chooses the version that answers are compared under. */
export function StartForm({ start }: { start: RegradeStartView }) {
  const { problem, course, versions, answers, people } = start;
  if (answers === 0) {
    return (
      <p className="mt-6 max-w-[62ch] text-soft">
        Nobody has answered this problem yet, so there is nothing to compare.
      </p>
    );
  }
  return (
    <ActionForm
      action={beginRegrade}
      fields={{ problemId: problem.id, courseId: course?.id ?? "" }}
      className="mt-6 max-w-[36rem] space-y-4"
    >
      <SelectField
        name="versionId"
        label="Compare under"
        defaultValue={versions.find(({ isCurrent }) => isCurrent)?.id}
        hint={`${counted(answers, "answer")} by ${counted(people, "person", "people")}. Nothing is changed until you have seen what comes out.`}
      >
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {versionWords(version, course?.timeZone)}
          </option>
        ))}
      </SelectField>
      <SubmitButton>Compare</SubmitButton>
    </ActionForm>
  );
}

function versionWords({ number, createdAt, isCurrent }: VersionChoice, zone: string | undefined): string {
  const when = zone === undefined ? dateInWords(createdAt) : momentInZone(createdAt, zone);
  return `Version ${number} of ${when}${isCurrent ? ", the one that is published" : ""}`;
}
