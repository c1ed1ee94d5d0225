import { EditorChoice, EditorField } from "./editor-field";
import type { FormPart } from "./form-part";
import { formRow, formRows } from "./form-rows";
import { RowTable } from "./row-table";

const columns = [
  { field: "name", label: "Name", example: "A" },
  { field: "shape", label: "Shape", example: "n x n" },
  { field: "assume", label: "Known", example: "symmetric" },
] as const;

/** What is asked, and of which variables. */
export function MathematicsPart({ draft, change, complaints }: FormPart) {
  const { more } = formRow(draft.form);
  const isAdvanced = draft.more !== "" || draft.reference !== "" || more !== undefined;
  return (
    <>
      <EditorField
        name="statement"
        label="Statement"
        hint={
          <>
            Markdown; formulas stand between <code className="source">$</code> signs.
          </>
        }
        mono
        rows={4}
        value={draft.statement}
        onChange={(statement) => change({ statement }, "statement")}
        complaint={complaints.statement}
      />
      <RowTable
        table="variables"
        legend="Variables"
        hint={
          <>
            Shape: nothing for a scalar, <code className="source">n</code> for a vector,{" "}
            <code className="source">m x n</code> for a matrix. Known: symmetric, invertible, positive and so on, split
            by commas.
          </>
        }
        columns={columns}
        rows={draft.variables}
        onChange={(variables) => change({ variables }, "variables")}
        complaints={complaints}
        widths="grid-cols-[3.5rem_4.75rem_minmax(0,1fr)_2.5rem] sm:grid-cols-[1fr_1fr_2fr_2.5rem]"
        least={2}
        add="Add a variable"
      />
      <EditorChoice
        name="form"
        label="What is asked for"
        value={draft.form}
        onChange={(form) => change({ form }, "form")}
        options={formRows}
        complaint={complaints.form}
      />
      <div className="grid grid-cols-1 gap-x-5 gap-y-6 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <EditorField
          name="function"
          label="Function"
          hint="What is differentiated, for example  x'*A*x"
          mono
          value={draft.function}
          onChange={(source) => change({ function: source }, "function")}
          complaint={complaints.function}
        />
        <EditorField
          name="wrt"
          label="Differentiate by"
          mono
          value={draft.wrt}
          onChange={(wrt) => change({ wrt }, "wrt")}
          complaint={complaints.wrt}
        />
      </div>
      <details open={isAdvanced || undefined}>
        <summary className="hint">More of the record</summary>
        <div className="mt-3 space-y-5 border-l-2 border-line pl-4">
          <EditorField
            name="more"
            label="Other fields, in YAML"
            hint="functions, where, indices, at, tolerance, options, correct, cells"
            mono
            rows={3}
            placeholder={more}
            value={draft.more}
            onChange={(text) => change({ more: text }, "more")}
            complaint={complaints.more}
          />
          <EditorField
            name="reference"
            label="Reference"
            hint="The right answer itself, in numerator layout, where there is no function to differentiate."
            mono
            value={draft.reference}
            onChange={(reference) => change({ reference }, "reference")}
            complaint={complaints.reference}
          />
        </div>
      </details>
      <EditorField
        name="parameters"
        label="Parameters"
        hint={
          <>
            Numbers of each student&apos;s own, in YAML; <code className="source">@k</code> stands for one in every
            other field. Leave this empty and all see the same.
          </>
        }
        mono
        rows={2}
        placeholder={'k: { from: 2, to: 9 }\nj: { is: "2*k" }'}
        value={draft.parameters}
        onChange={(parameters) => change({ parameters }, "parameters")}
        complaint={complaints.parameters}
      />
    </>
  );
}
