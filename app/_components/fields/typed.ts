import type { Typed } from "@/lib/base";

export { answerOf, isEmpty, lengthOf, linesOf, matrixOf, type Typed, type TypedAnswer } from "@/lib/base";

/** More fields than an answer can have. */
export const mostFields = 200;

const names = /^(answer|choice|line\.\d{1,2}|entry\.\d\.\d|cell\..{1,100})$/;

/** The answer's fields of a form. Line ends are those that were typed, not those that forms send. */
export function typedOf(form: FormData): Typed {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (!names.test(name) || typeof value !== "string") continue;
    const text = value.replaceAll("\r\n", "\n");
    typed[name] = name === "choice" && typed.choice ? `${typed.choice}, ${text}` : text;
  }
  return typed;
}
