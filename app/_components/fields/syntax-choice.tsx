"use client";

import { useId } from "react";
import type { Syntax } from "@/lib/expr";
import { syntaxCookie } from "./syntax";

const year = 365 * 24 * 3600;

const words: { readonly [S in Syntax]: string } = { text: "Text", latex: "LaTeX" };

/** In which syntax the answer is typed. The choice is remembered. */
export function SyntaxChoice({ syntax, onChoose }: { syntax: Syntax; onChoose: (syntax: Syntax) => void }) {
  const id = useId();
  const choose = (chosen: Syntax) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser that we serve
    document.cookie = `${syntaxCookie}=${chosen}; path=/; max-age=${year}; samesite=lax`;
    onChoose(chosen);
  };
  return (
    <fieldset className="flex items-center gap-3 text-[0.875rem] text-soft">
      <legend className="sr-only">Write it in</legend>
      {(["text", "latex"] as const).map((each) => (
        <label key={each} htmlFor={`${id}-${each}`} className="flex min-h-7 items-center gap-1.5">
          <input
            id={`${id}-${each}`}
            type="radio"
            name="syntax"
            value={each}
            checked={syntax === each}
            onChange={() => choose(each)}
            className="accent-accent"
          />
          {words[each]}
        </label>
      ))}
    </fieldset>
  );
}
