import type { InputHTMLAttributes } from "react";

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, "id"> {
  name: string;
  label: string;
  hint?: string;
  error?: string;
}

/** A line of input with its label, and the complaint about it beneath. */
export function Field({ name, label, hint, error, className = "", ...input }: Props) {
  const notes = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={name} className="label">
        {label}
      </label>
      <input
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={notes || undefined}
        className={`field ${className}`}
        {...input}
      />
      {hint && (
        <p id={`${name}-hint`} className="hint mt-1.5">
          {hint}
        </p>
      )}
      <FieldError id={`${name}-error`} message={error} />
    </div>
  );
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
