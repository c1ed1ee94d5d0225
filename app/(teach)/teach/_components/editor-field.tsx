import { Complaint } from "@/app/_components/complaint";
import type { FieldComplaint } from "@/lib/services";

interface Props {
  name: string;
  label: string;
  text: string;
  hint?: string;
  mono?: boolean;
  complaint?: FieldComplaint;
}

/** One line of a problem, with the exact place of a complaint shown beneath. */
export function EditorField({ name, label, text, hint, mono, complaint }: Props) {
  const notes = [hint && `${name}-hint`, complaint && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={name} className="label">
        {label}
      </label>
      <input
        id={name}
        name={name}
        defaultValue={text}
        autoComplete="off"
        spellCheck={mono ? false : undefined}
        aria-invalid={complaint ? true : undefined}
        aria-describedby={notes || undefined}
        className={`field ${mono ? "field-mono" : ""}`}
      />
      {hint && (
        <p id={`${name}-hint`} className="hint mt-1.5">
          {hint}
        </p>
      )}
      <div className="mt-2">
        <Complaint id={`${name}-error`} text={text} complaint={complaint} />
      </div>
    </div>
  );
}
