import { FieldError } from "@/app/_components/field";
import type { AssignmentInput } from "@/lib/services";

interface Props {
  readonly steps: AssignmentInput["lateSteps"];
  readonly errors: Readonly<Record<string, string>>;
}

const free = { hours: "", percent: "" };
const leastRows = 3;

/** What late answers are worth, a row for each step, with a free one at the end. */
export function LateSteps({ steps, errors }: Props) {
  const filled = steps.filter(({ hours, percent }) => hours.trim() !== "" || percent.trim() !== "");
  const count = Math.max(leastRows, filled.length + 1);
  const rows = Array.from({ length: count }, (_, row) => filled[row] ?? free);
  return (
    <fieldset>
      <legend className="label">Late answers</legend>
      <p className="hint">
        Until so many hours after the due time, a right answer is worth so many percent. Empty for none.
      </p>
      <FieldError id="lateSteps-error" message={errors.lateSteps} />
      <ol className="mt-3 space-y-3">
        {rows.map(({ hours, percent }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place
          <li key={row}>
            <div className="flex flex-wrap items-center gap-2">
              <StepField row={row} field="hours" label={`Hours of step ${row + 1}`} text={hours} errors={errors} />
              <span className="text-soft">hours late:</span>
              <StepField
                row={row}
                field="percent"
                label={`Percent of step ${row + 1}`}
                text={percent}
                errors={errors}
              />
              <span className="text-soft">%</span>
            </div>
            <FieldError id={`lateSteps.${row}.hours-error`} message={errors[`lateSteps.${row}.hours`]} />
            <FieldError id={`lateSteps.${row}.percent-error`} message={errors[`lateSteps.${row}.percent`]} />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

interface StepProps {
  readonly row: number;
  readonly field: "hours" | "percent";
  readonly label: string;
  readonly text: string;
  readonly errors: Props["errors"];
}

function StepField({ row, field, label, text, errors }: StepProps) {
  const name = `lateSteps.${row}.${field}`;
  return (
    <input
      name={name}
      aria-label={label}
      inputMode="decimal"
      defaultValue={text}
      aria-invalid={errors[name] ? true : undefined}
      aria-describedby={errors[name] ? `${name}-error` : undefined}
      className="field w-20"
    />
  );
}
