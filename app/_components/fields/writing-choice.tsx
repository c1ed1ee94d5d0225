"use client";

import { useId } from "react";
import { rememberTaste } from "../browser-taste";
import { type Writing, writingCookie } from "./writing";

const year = 365 * 24 * 3600;

const words: { readonly [W in Writing]: string } = { text: "Text", latex: "LaTeX", visual: "Visual" };

interface Props<W extends Writing> {
  /** Of the field in its form. */
  name: string;
  among: readonly W[];
  chosen: W;
  onChoose: (writing: W) => void;
}

/** How the answer is written. The choice is remembered. */
export function WritingChoice<W extends Writing>({ name, among, chosen, onChoose }: Props<W>) {
  const id = useId();
  const choose = (writing: W) => {
    rememberTaste(writingCookie, writing, year);
    onChoose(writing);
  };
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 text-[0.875rem] text-soft">
      <legend className="sr-only">Write it in</legend>
      {among.map((each) => (
        <label key={each} htmlFor={`${id}-${each}`} className="flex min-h-7 items-center gap-1.5">
          <input
            id={`${id}-${each}`}
            type="radio"
            name={name}
            value={each}
            checked={chosen === each}
            onChange={() => choose(each)}
            className="accent-accent"
          />
          {words[each]}
        </label>
      ))}
    </fieldset>
  );
}
