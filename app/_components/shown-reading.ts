import type { Syntax } from "@/lib/expr";
import { readAnswer } from "@/lib/feedback";
import type { FieldView } from "@/lib/services";
import type { Declarations } from "@/lib/shape";
import { renderMath } from "@/lib/tex";
import { printedShapeInWords } from "./words";

/** What an answer was read as. */
export interface ShownReading {
  readonly html: string;
  /** In words; absent where it says nothing. */
  readonly shape?: string;
  /** For reading out. */
  readonly speech: string;
}

/** How an answer was asked for: what its names are. */
export interface AskedHow {
  readonly field: FieldView;
  readonly indices: readonly string[];
}

const numbersAlone: Declarations = { variables: {} };

/** What was read of an answer that is one expression; nothing for the others. */
export function showReading(text: string, syntax: Syntax, { field, indices }: AskedHow): ShownReading | undefined {
  const names = namesOf(field);
  const read = names && readAnswer(text, field.kind === "expression" ? syntax : "text", names, indices);
  if (!read?.ok) return undefined;
  const { tex, shape, speech } = read.value;
  const plain = field.kind === "numbers" && field.intervals;
  return { html: renderMath(tex), speech, ...(!plain && { shape: printedShapeInWords(shape) }) };
}

function namesOf(field: FieldView): Declarations | undefined {
  if (field.kind === "expression" || field.kind === "grid") return field.names;
  return field.kind === "numbers" ? numbersAlone : undefined;
}
