import Link from "next/link";
import type { Syntax } from "@/lib/expr";

interface Symbols {
  readonly typed: string;
  readonly means: string;
}

const symbols: { readonly [S in Syntax]: readonly Symbols[] } = {
  text: [
    { typed: "A'", means: "transpose" },
    { typed: "inv(A)", means: "inverse" },
    { typed: "x'*A*x", means: "product" },
    { typed: "x .* y", means: "entry by entry" },
    { typed: "tr(A)", means: "trace" },
    { typed: "norm(x)", means: "norm" },
    { typed: "[a, b; c, d]", means: "matrix" },
  ],
  latex: [
    { typed: "A^\\top", means: "transpose" },
    { typed: "A^{-1}", means: "inverse" },
    { typed: "\\frac{a}{b}", means: "fraction" },
    { typed: "x \\odot y", means: "entry by entry" },
    { typed: "\\operatorname{tr}(A)", means: "trace" },
    { typed: "\\|x\\|", means: "norm" },
  ],
};

interface Props {
  syntax: Syntax;
  onInsert: (symbol: string) => void;
}

/** The few symbols that nearly every answer is made of. A press puts one into the field. */
export function SymbolHelp({ syntax, onInsert }: Props) {
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-1 gap-y-0.5 text-[0.8125rem] text-faint">
      {symbols[syntax].map(({ typed, means }) => (
        <button
          key={typed}
          type="button"
          onClick={() => onInsert(typed)}
          className="flex min-h-7 items-center gap-1.5 rounded-md px-1.5 hover:bg-raised hover:text-ink"
        >
          <code className="source text-ink">{typed}</code> {means}
        </button>
      ))}
      <TypingHelp />
    </div>
  );
}

/** Where everything is written down that can be typed. */
export function TypingHelp() {
  return (
    <Link href="/reference/typing" className="link px-1.5 text-[0.8125rem]">
      All symbols
    </Link>
  );
}
