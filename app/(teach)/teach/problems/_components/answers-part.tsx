import { CheckedNote } from "./checked-note";
import { EditorField } from "./editor-field";
import type { FormPart } from "./form-part";
import { formRow, longAnswers } from "./form-rows";
import { PolicyChoice } from "./policy-choice";
import { RowTable } from "./row-table";

const layouts = [
  { field: "numerator", label: "Right answer, numerator layout" },
  { field: "denominator", label: "Right answer, denominator layout" },
] as const;

/** Which layout counts, and what is right in it. */
export function AnswersPart(part: FormPart) {
  const { draft, change, complaints, look } = part;
  const long = longAnswers[draft.form];
  const note = (field: string) => {
    const checked = look?.answers.find((answer) => answer.field === field);
    return checked && <CheckedNote good={checked.right} judged={checked} />;
  };
  if (!formRow(draft.form).layouts) {
    return (
      <EditorField
        name="answer"
        label="Right answer"
        hint={long ?? "Graded as you type it, and in every variant before it is published."}
        mono
        rows={long ? 4 : 1}
        value={draft.answer}
        onChange={(answer) => change({ answer }, "answer")}
        complaint={complaints.answer}
        note={note("answer")}
      />
    );
  }
  return (
    <>
      <PolicyChoice {...part} />
      {layouts.map(({ field, label }) => (
        <EditorField
          key={field}
          name={field}
          label={label}
          hint={field === "denominator" ? "One of the two is enough: the other is its transpose." : undefined}
          mono
          value={draft[field]}
          onChange={(text) => change({ [field]: text }, field)}
          complaint={complaints[field]}
          note={note(field)}
        />
      ))}
      <Alike {...part} />
    </>
  );
}

/** Whether the layouts can be told apart; the grader knows, the author says. */
function Alike({ draft, change, complaints, look }: FormPart) {
  const isOffered = look?.alike === true && !draft.alike;
  return (
    <div>
      <label className="flex items-start gap-2.5">
        <input
          type="checkbox"
          name="alike"
          checked={draft.alike}
          onChange={() => change({ alike: !draft.alike }, "alike")}
          aria-invalid={complaints.alike ? true : undefined}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span>
          Both layouts have the same right answer
          {isOffered && (
            <span className="block text-[0.875rem] text-warn">
              Here they have: tick this, or publishing asks about it.
            </span>
          )}
        </span>
      </label>
      {complaints.alike && <p className="mt-1.5 text-[0.875rem] text-bad">{complaints.alike.message}</p>}
    </div>
  );
}

/** Wrong answers that students could well give. */
export function SlipsPart({ draft, change, complaints, look }: FormPart) {
  const isLong = longAnswers[draft.form] !== undefined;
  return (
    <RowTable
      table="spoiled"
      legend="Wrong answers"
      hint="Each with its slip; they must be refused in every variant. The typical ones beside the form can be taken over."
      columns={[
        { field: "answer", label: "Answer", example: "2*A*x", long: isLong },
        { field: "slip", label: "Slip", example: "Takes A for symmetric." },
      ]}
      rows={draft.spoiled}
      onChange={(spoiled) => change({ spoiled }, "spoiled")}
      complaints={complaints}
      widths="grid-cols-[minmax(0,1fr)_2.5rem] sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2.5rem]"
      stacks
      least={1}
      add="Add a wrong answer"
      note={(row) => {
        const checked = look?.spoiled.find(({ at }) => at === row);
        return checked && <CheckedNote good={checked.refused} judged={checked} />;
      }}
    />
  );
}
