import type { FieldView } from "@/lib/services";
import type { Declarations } from "@/lib/shape";
import { renderMarkdown, renderMath } from "@/lib/tex";
import { type Symbols, symbolsFor } from "./palette";

/** How an answer is given, ready for the browser: formulas and words are set. */
export type ShownField =
  | {
      readonly kind: "expression";
      readonly names: Declarations;
      readonly start: "text" | "latex";
      readonly symbols: Symbols;
    }
  | { readonly kind: "numbers"; readonly intervals: boolean }
  | { readonly kind: "plain"; readonly names: Declarations }
  | { readonly kind: "grid"; readonly names: Declarations; readonly sizes: readonly GridSize[] }
  | { readonly kind: "choice"; readonly several: boolean; readonly options: readonly ShownOption[] }
  | {
      readonly kind: "steps";
      readonly names: Declarations;
      readonly start: "text" | "latex";
      readonly functionHtml: string;
    }
  | { readonly kind: "table"; readonly cells: readonly ShownCell[] };

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export interface ShownOption {
  readonly key: string;
  readonly html: string;
}

export interface ShownCell {
  readonly name: string;
  /** What the cell holds, in words and formulas. */
  readonly words: string;
  readonly html: string;
  readonly seed: readonly string[];
}

const cellWords = { value: "value of", tangent: "tangent of", adjoint: "adjoint of" } as const;

/** Sets what a field shows beside what is typed into it. */
export function showField(field: FieldView): ShownField {
  switch (field.kind) {
    case "expression":
      return { ...field, symbols: symbolsFor(field.names) };
    case "choice":
      return { ...field, options: field.options.map(({ key, markdown }) => ({ key, html: renderMarkdown(markdown) })) };
    case "steps": {
      const { kind, names, start } = field;
      return { kind, names, start, functionHtml: renderMath(field.function) };
    }
    case "table":
      return {
        kind: "table",
        cells: field.cells.map(({ name, what, part, seed }) => ({
          name,
          words: cellWords[what],
          html: renderMath(part),
          seed: seed.map((tex) => renderMath(tex)),
        })),
      };
    default:
      return field;
  }
}
