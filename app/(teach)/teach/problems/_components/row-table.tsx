import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Complaint } from "@/app/_components/complaint";
import type { FieldComplaints } from "@/lib/services";
import { idOf } from "./editor-field";

interface Column<Field extends string> {
  readonly field: Field;
  readonly label: string;
  readonly example: string;
  /** A field for several lines. */
  readonly long?: boolean;
}

interface Props<Field extends string> {
  /** How the fields of the form begin: "variables.0.name". */
  table: string;
  legend: string;
  hint?: ReactNode;
  columns: readonly Column<Field>[];
  rows: readonly Readonly<Record<Field, string>>[];
  onChange: (rows: Readonly<Record<Field, string>>[]) => void;
  complaints: FieldComplaints;
  /** How the columns share the width; where they stand under each other on a phone, one column and the button's. */
  widths: string;
  stacks?: boolean;
  /** At least so many rows are there, filled or not. */
  least: number;
  add: string;
  /** What is said of a row, beneath it. */
  note?: (row: number) => ReactNode;
}

/** Rows of a few texts each. A row left empty is none. */
export function RowTable<Field extends string>(props: Props<Field>) {
  const { table, legend, hint, columns, rows, onChange, complaints, widths, stacks, least, add, note } = props;
  const empty = Object.fromEntries(columns.map(({ field }) => [field, ""])) as Record<Field, string>;
  const shown = [...rows, ...Array.from({ length: Math.max(0, least - rows.length) }, () => empty)];
  const grid = `grid gap-2 ${widths}`;
  return (
    <fieldset className="min-w-0">
      <legend className="label">{legend}</legend>
      {hint && <p className="hint mb-2.5">{hint}</p>}
      <div className="space-y-2">
        {shown.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
          <div key={index}>
            <div className={grid}>
              {columns.map(({ field, label, example, long }) => {
                const name = `${table}.${index}.${field}`;
                const shared = {
                  id: idOf(name),
                  name,
                  value: row[field],
                  placeholder: index === 0 ? example : undefined,
                  autoComplete: "off",
                  autoCapitalize: "off",
                  spellCheck: field === "slip" ? undefined : false,
                  "aria-label": `${label}, ${legend.toLowerCase()}, row ${index + 1}`,
                  "aria-invalid": complaints[name] ? (true as const) : undefined,
                  "aria-describedby": complaints[name] ? `${idOf(name)}-error` : undefined,
                  className: `field ${field === "slip" ? "" : "field-mono"} ${stacks ? "max-sm:col-start-1" : ""}`,
                  onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
                    onChange(shown.with(index, { ...row, [field]: currentTarget.value })),
                };
                return long ? <textarea key={field} rows={3} {...shared} /> : <input key={field} {...shared} />;
              })}
              <button
                type="button"
                aria-label={`Remove row ${index + 1} of ${legend.toLowerCase()}`}
                title="Remove this row"
                disabled={index >= rows.length}
                onClick={() => onChange(rows.filter((_, each) => each !== index))}
                className={`button button-quiet size-10 p-0 disabled:invisible ${stacks ? "max-sm:col-start-2 max-sm:row-start-1" : ""}`}
              >
                <X aria-hidden="true" className="size-4" />
              </button>
            </div>
            {note?.(index)}
            {columns.map(({ field }) => {
              const name = `${table}.${index}.${field}`;
              return (
                complaints[name] && (
                  <Complaint key={field} id={`${idOf(name)}-error`} text={row[field]} complaint={complaints[name]} />
                )
              );
            })}
          </div>
        ))}
      </div>
      <button type="button" onClick={() => onChange([...shown, empty])} className="button mt-2">
        {add}
      </button>
    </fieldset>
  );
}
