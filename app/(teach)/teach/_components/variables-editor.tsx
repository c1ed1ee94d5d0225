"use client";

import { useState } from "react";
import { Complaint } from "@/app/_components/complaint";
import type { VariableDraft } from "@/lib/services";
import type { EditorState } from "./editor-state";

const columns = [
  { field: "name", label: "Name", example: "A" },
  { field: "shape", label: "Shape", example: "n x n" },
  { field: "assume", label: "Known", example: "symmetric" },
] as const;

interface Props {
  rows: readonly VariableDraft[];
  complaints: EditorState["complaints"];
}

/** The variables of a problem, one a row. An empty row is left out. */
export function VariablesEditor({ rows, complaints }: Props) {
  const [added, add] = useState(0);
  const spare = Math.max(0, 3 - rows.length) + added;
  const shown = [...rows, ...Array.from({ length: spare }, () => ({ name: "", shape: "", assume: "" }))];
  return (
    <fieldset>
      <legend className="label">Variables</legend>
      <p className="hint mb-2.5">
        Shape: nothing for a scalar, <code className="source">n</code> for a vector,{" "}
        <code className="source">m x n</code> for a matrix. Known: symmetric, invertible, positive-definite, positive
        and so on, split by commas.
      </p>
      <div className="space-y-2.5">
        <div
          aria-hidden="true"
          className="eyebrow grid grid-cols-[3.75rem_5.5rem_minmax(0,1fr)] gap-2 sm:grid-cols-[1fr_1fr_2fr]"
        >
          {columns.map(({ field, label }) => (
            <span key={field}>{label}</span>
          ))}
        </div>
        {shown.map((row, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form; the text makes a changed one new
            key={`${index}-${row.name}-${row.shape}-${row.assume}`}
            row={row}
            index={index}
            complaints={complaints}
          />
        ))}
      </div>
      <button type="button" onClick={() => add(added + 1)} className="button button-quiet mt-2 -ml-2 px-2">
        Add a variable
      </button>
      <Complaint id="variables-error" text="" complaint={complaints.variables} />
    </fieldset>
  );
}

function Row({ row, index, complaints }: { row: VariableDraft; index: number; complaints: Props["complaints"] }) {
  return (
    <div className="space-y-1.5">
      <div className="grid grid-cols-[3.75rem_5.5rem_minmax(0,1fr)] gap-2 sm:grid-cols-[1fr_1fr_2fr]">
        {columns.map(({ field, label, example }) => {
          const name = `variables.${index}.${field}`;
          return (
            <input
              key={field}
              name={name}
              defaultValue={row[field]}
              placeholder={index === 0 && row.name === "" ? example : undefined}
              aria-label={`${label} of variable ${index + 1}`}
              aria-invalid={complaints[name] ? true : undefined}
              aria-describedby={complaints[name] ? `${name}-error` : undefined}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className="field field-mono px-2.5"
            />
          );
        })}
      </div>
      {columns.map(({ field }) => (
        <Complaint
          key={field}
          id={`variables.${index}.${field}-error`}
          text={row[field]}
          complaint={complaints[`variables.${index}.${field}`]}
        />
      ))}
    </div>
  );
}
