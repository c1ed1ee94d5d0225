import { readAnswer } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";

/** A declared name as it is typeset everywhere else. */
export function nameToTex(name: string, declarations: Declarations): string {
  const read = readAnswer(name, "text", declarations);
  return read.ok ? read.value.tex : `\\text{${name.replaceAll("_", "\\_")}}`;
}
