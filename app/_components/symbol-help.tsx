import Link from "next/link";

const symbols: readonly { typed: string; means: string }[] = [
  { typed: "A'", means: "transpose" },
  { typed: "inv(A)", means: "inverse" },
  { typed: "x'*A*x", means: "product" },
  { typed: "x .* y", means: "entry by entry" },
  { typed: "tr(A)", means: "trace" },
  { typed: "norm(x)", means: "norm" },
  { typed: "[a, b; c, d]", means: "matrix" },
];

/** The few symbols that nearly every answer is made of. A press puts one into the field. */
export function SymbolHelp({ onInsert }: { onInsert: (symbol: string) => void }) {
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-1 gap-y-0.5 text-[0.8125rem] text-faint">
      {symbols.map(({ typed, means }) => (
        <button
          key={typed}
          type="button"
          onClick={() => onInsert(typed)}
          className="flex min-h-7 items-center gap-1.5 rounded-md px-1.5 hover:bg-raised hover:text-ink"
        >
          <code className="source text-ink">{typed}</code> {means}
        </button>
      ))}
      <Link href="/reference" className="link px-1.5 text-[0.8125rem]">
        All symbols
      </Link>
    </div>
  );
}
