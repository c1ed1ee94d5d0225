"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { type SheetQuery, sheetAddress } from "./sheet-query";

const examples = ["tr(AXB)", "x'Ax", "log det X", "softmax"];

/** As long as one types on, nothing is asked. */
const pause = 200;

/** Where one types what one looks for. Without scripts it is a form that asks the server. */
export function SearchField({ asked, count }: { asked: SheetQuery; count: number }) {
  const router = useRouter();
  const [query, setQuery] = useState(asked.query);
  const [isPending, start] = useTransition();
  const { layout, group } = asked;

  useEffect(() => setQuery(asked.query), [asked.query]);
  useEffect(() => {
    if (query.trim() === asked.query.trim()) return;
    const address = sheetAddress({ query: query.trim(), layout, group });
    const timer = setTimeout(() => start(() => router.replace(address, { scroll: false })), pause);
    return () => clearTimeout(timer);
  }, [query, asked.query, layout, group, router]);

  return (
    <search className="no-print mt-4 block max-w-measure">
      <form action="/reference" method="get" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="q" className="label">
          Find a formula
        </label>
        <div className="flex gap-2">
          <input
            id="q"
            name="q"
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            maxLength={300}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-describedby="q-help"
            className="field field-mono min-w-0 grow"
          />
          {layout !== "both" && <input type="hidden" name="layout" value={layout} />}
          <noscript>
            <button type="submit" className="button h-full">
              Find
            </button>
          </noscript>
        </div>
        <p id="q-help" className="hint mt-2">
          Type a function as on paper, whatever you call its letters, or words:{" "}
          {examples.map((example, at) => (
            <span key={example}>
              {at > 0 && ", "}
              <a
                href={sheetAddress({ query: example, layout, group: "" })}
                className="link"
                onClick={(event) => {
                  event.preventDefault();
                  setQuery(example);
                }}
              >
                {example}
              </a>
            </span>
          ))}
        </p>
      </form>
      <p role="status" className={`mt-4 text-[0.9375rem] text-soft ${isPending ? "opacity-60" : ""}`}>
        {asked.query.trim() ? answer(count) : `${count} formulas`}
      </p>
    </search>
  );
}

function answer(count: number): string {
  if (count === 0) return "No formula answers this. Try a part of it, or a word such as trace.";
  return count === 1 ? "1 formula answers this." : `${count} formulas answer this, the best first.`;
}
