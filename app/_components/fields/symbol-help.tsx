import Link from "next/link";
import { memo } from "react";
import type { Syntax } from "@/lib/expr";
import type { Symbols } from "./palette";

interface Props {
  symbols: Symbols;
  syntax: Syntax;
  /** Examples are for an empty field. */
  empty: boolean;
  /** Puts text around what is selected. */
  onInsert: (before: string, behind: string) => void;
}

/**
 * Keys for what is hard to type and, as long as nothing is typed, four examples. A press puts one into the field. It stays as it is
 * while one types.
 */
export const SymbolHelp = memo(function SymbolHelp({ symbols: { keys, examples }, syntax, empty, onInsert }: Props) {
  return (
    <div className="mt-2.5 space-y-1.5 text-[0.8125rem] text-faint">
      <div className="flex flex-wrap items-center gap-1">
        {keys.map(({ sign, means, puts }) => (
          <button key={means} type="button" title={means} onClick={() => onInsert(...puts[syntax])} className="key">
            {sign}
            {means !== sign && <span className="sr-only"> {means}</span>}
          </button>
        ))}
        <TypingHelp />
      </div>
      {empty && (
        <div className="flex flex-wrap items-center gap-1">
          <span className="pr-1">For example</span>
          {examples[syntax].map((example) => (
            <button key={example} type="button" onClick={() => onInsert(example, "")} className="key key-example">
              {example}
            </button>
          ))}
        </div>
      )}
    </div>
  );
});

/** Where everything is written down that can be typed. */
export function TypingHelp() {
  return (
    <Link href="/reference/typing" className="link px-1.5 text-[0.8125rem]">
      All symbols
    </Link>
  );
}
