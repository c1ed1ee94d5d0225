"use client";

import { TypesetProse } from "@/app/_components/typeset";
import type { FieldProps } from "./field-props";
import type { ShownOption } from "./shown-field";

interface Props extends FieldProps {
  several: boolean;
  options: readonly ShownOption[];
}

/** One of several options, or all that hold. */
export function ChoiceField({ several, options, typed, set }: Props) {
  const chosen = (typed.choice ?? "").split(", ").filter(Boolean);
  const choose = (key: string, isChosen: boolean) => {
    const next = several ? options.map((each) => each.key).filter((each) => isIn(each, key, isChosen, chosen)) : [key];
    set("choice", next.join(", "));
  };
  return (
    <fieldset>
      <legend className="label">{several ? "Your answer: choose all that hold" : "Your answer: choose one"}</legend>
      <div className="space-y-2">
        {options.map(({ key, html }) => (
          <label key={key} htmlFor={`choice-${key}`} className="choice">
            <input
              id={`choice-${key}`}
              type={several ? "checkbox" : "radio"}
              name="choice"
              value={key}
              checked={chosen.includes(key)}
              onChange={(event) => choose(key, event.currentTarget.checked)}
              required={!several}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <code className="source self-start">{key}</code>
            <span className="min-w-0">
              <TypesetProse html={html} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function isIn(each: string, changed: string, isChosen: boolean, before: readonly string[]): boolean {
  return each === changed ? isChosen : before.includes(each);
}
