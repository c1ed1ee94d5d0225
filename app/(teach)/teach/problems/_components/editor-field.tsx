import type { ReactNode } from "react";
import { Complaint } from "@/app/_components/complaint";
import type { FieldComplaint } from "@/lib/services";

interface Props {
  name: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  hint?: ReactNode;
  mono?: boolean;
  /** More than one, and it is a field for several lines. */
  rows?: number;
  placeholder?: string;
  complaint?: FieldComplaint;
  /** What the server says of it, beneath. */
  note?: ReactNode;
  /** Only for those who hear the page. */
  hidesLabel?: boolean;
}

/** The id of a field: the answer beside the form has one of its own. */
export const idOf = (name: string): string => `problem-${name}`;

/** One text of a problem, with the exact place of a complaint shown beneath. */
export function EditorField(props: Props) {
  const { name, label, value, onChange, hint, mono, rows = 1, placeholder, complaint, note, hidesLabel } = props;
  const id = idOf(name);
  const notes = [hint && `${id}-hint`, complaint && `${id}-error`].filter(Boolean).join(" ");
  const shared = {
    id,
    name,
    value,
    placeholder,
    autoComplete: "off",
    spellCheck: mono ? false : undefined,
    "aria-invalid": complaint ? (true as const) : undefined,
    "aria-describedby": notes || undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  const look = `field ${mono ? "field-mono" : ""}`;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={hidesLabel ? "sr-only" : "label"}>
        {label}
      </label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} className={`${look} resize-y leading-relaxed field-sizing-content`} />
      ) : (
        <input {...shared} className={look} />
      )}
      {hint && (
        <p id={`${id}-hint`} className="hint mt-1.5">
          {hint}
        </p>
      )}
      {note}
      {complaint && (
        <div className="mt-1.5">
          <Complaint id={`${id}-error`} text={value} complaint={complaint} />
        </div>
      )}
    </div>
  );
}

/** A choice among a few. */
export function EditorChoice({
  name,
  label,
  value,
  onChange,
  options,
  complaint,
  hint,
}: Pick<Props, "name" | "label" | "value" | "onChange" | "complaint" | "hint"> & {
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  const id = idOf(name);
  const notes = [hint && `${id}-hint`, complaint && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="label">
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={complaint ? true : undefined}
        aria-describedby={notes || undefined}
        className="field"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="hint mt-1.5">
          {hint}
        </p>
      )}
      {complaint && (
        <p id={`${id}-error`} className="mt-1.5 text-[0.875rem] text-bad">
          {complaint.message}
        </p>
      )}
    </div>
  );
}
