import type { ComponentProps } from "react";
import { FieldFrame, type FieldWords, tiesOf } from "./field";

interface Props extends FieldWords, Omit<ComponentProps<"select">, "id" | "name"> {}

/** A choice out of a list, whose options are the children, with its label, and the complaint about it beneath. */
export function SelectField({ name, label, hint, error, className = "", children, ...select }: Props) {
  const words = { name, label, hint, error };
  return (
    <FieldFrame {...words}>
      <select {...tiesOf(words)} className={`field ${className}`} {...select}>
        {children}
      </select>
    </FieldFrame>
  );
}
