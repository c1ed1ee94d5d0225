import { MarkedSource } from "@/app/_components/marked-source";
import { Sentence } from "@/app/_components/sentence";
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
      <Complaint id={`${name}-error`} text={text} complaint={complaint} />
    </div>
  );
}

/** A complaint and, where it has one, its place in what was typed. */
export function Complaint({ id, text, complaint }: { id: string; text: string; complaint?: FieldComplaint }) {
  if (!complaint) return null;
  const { message, start, end } = complaint;
  return (
    <div id={id} className="mt-2 space-y-1">
      {start !== undefined && end !== undefined && <MarkedSource text={text} start={start} end={end} />}
      <p className="text-[0.875rem] text-bad">
        <Sentence text={message} />
      </p>
    </div>
  );
}
