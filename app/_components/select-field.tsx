import type { ComponentProps, ReactNode } from "react";
import { FieldError } from "./field";

interface Props extends Omit<ComponentProps<"select">, "id"> {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  /** The options. */
  children: ReactNode;
}

/** A choice out of a list with its label, and the complaint about it beneath. */
export function SelectField({ name, label, hint, error, className = "", children, ...select }: Props) {
  const notes = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={name} className="label">
        {label}
      </label>
      <select
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={notes || undefined}
        className={`field ${className}`}
        {...select}
      >
        {children}
      </select>
      {hint && (
        <p id={`${name}-hint`} className="hint mt-1.5">
          {hint}
        </p>
      )}
      <FieldError id={`${name}-error`} message={error} />
    </div>
  );
}
