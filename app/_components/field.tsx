import type { InputHTMLAttributes, ReactNode } from "react";

/** What every field of a form says of itself. */
export interface FieldWords {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
}

interface Props extends FieldWords, Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name"> {}

/** A line of input with its label, and the complaint about it beneath. */
export function Field({ name, label, hint, error, className = "", ...input }: Props) {
  const words = { name, label, hint, error };
  return (
    <FieldFrame {...words}>
      <input {...tiesOf(words)} className={`field ${className}`} {...input} />
    </FieldFrame>
  );
}

/** A label above what is typed or chosen, a hint and the complaint beneath. */
export function FieldFrame({ name, label, hint, error, children }: FieldWords & { children: ReactNode }) {
  return (
    <div>
      <label htmlFor={name} className="label">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${name}-hint`} className="hint mt-1.5">
          {hint}
        </p>
      )}
      <FieldError id={`${name}-error`} message={error} />
    </div>
  );
}

/** What ties a field to the label, the hint and the complaint of its frame. */
export function tiesOf({ name, hint, error }: FieldWords) {
  const notes = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return {
    id: name,
    name,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": notes || undefined,
  };
}

/** The complaint about one field. */
export function FieldError({ id, message }: { id: string; message?: string }) {
  if (!message) return null;
  return (
    <p id={id} className="mt-1.5 text-[0.875rem] text-bad">
      {message}
    </p>
  );
}
