import type { ReactNode } from "react";
import { Complaint } from "@/app/_components/complaint";
import type { FieldComplaint } from "@/lib/services";

interface Props {
  name: string;
  label: string;
  hint?: ReactNode;
  text: string;
  rows?: number;
  /** In characters. */
  longest: number;
  placeholder?: string;
  complaint?: FieldComplaint;
  /** Beside the label. */
  aside?: ReactNode;
  onType: (text: string) => void;
  /** Beneath the text, in one frame with it. */
  children?: ReactNode;
}

/** A field of the playground that grows with its text. */
export function TextField({ name, label, hint, text, rows = 1, longest, complaint, aside, children, ...field }: Props) {
  const notes = [hint && `${name}-hint`, complaint && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-end justify-between gap-x-6">
        <label htmlFor={name} className="label mb-0">
          {label}
        </label>
        {aside}
      </div>
      <div className={`answer-frame ${complaint ? "answer-frame-wrong" : ""}`}>
        <textarea
          id={name}
          name={name}
          value={text}
          onChange={(event) => field.onType(event.currentTarget.value)}
          rows={rows}
          maxLength={longest}
          placeholder={field.placeholder}
          aria-invalid={complaint ? true : undefined}
          aria-describedby={notes || undefined}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          className="field-mono block max-h-64 w-full resize-y bg-paper px-3 py-2 leading-relaxed outline-none field-sizing-content placeholder:text-faint"
        />
        {children}
      </div>
      {hint && (
        <p id={`${name}-hint`} className="hint mt-1.5">
          {hint}
        </p>
      )}
      {text.length >= longest && (
        <p role="alert" className="mt-1.5 text-[0.875rem] text-warn">
          This field is full: at most {longest.toLocaleString("en")} characters are read.
        </p>
      )}
      {complaint && (
        <div className="mt-1.5">
          <Complaint id={`${name}-error`} text={text} complaint={complaint} />
        </div>
      )}
    </div>
  );
}
