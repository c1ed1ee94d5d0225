"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import type { Declarations } from "@/lib/shape";
import { AnswerPreview } from "./answer-preview";
import { ExpressionField } from "./expression-field";
import type { FieldProps } from "./field-props";
import { entryName, resizeIntent } from "./grid-size";
import type { GridSize } from "./shown-field";
import { matrixOf, type Typed } from "./typed";
import { useScripts } from "./use-scripts";

interface Props extends FieldProps {
  names: Declarations;
  sizes: readonly GridSize[];
  asked: string;
}

/** The entries of a matrix, one field each; or the whole matrix as text. Without scripts the form comes back in another size. */
export function GridField({ sizes, ...props }: Props) {
  const { typed, set, replace, names, longest, asked } = props;
  const [wantsText, setAsText] = useState<boolean>();
  const [picked, setPicked] = useState<number>();
  const hasScripts = useScripts();
  const asText = wantsText ?? typed.answer !== undefined;
  const chosen = picked ?? sizeOfTyped(typed, sizes);
  const size = sizes[chosen] ?? { rows: 1, columns: 1 };

  const toText = () => {
    const matrix = matrixOf(typed);
    replace({ answer: /[^[\],; ]/.test(matrix) ? matrix : "" });
    setAsText(true);
  };
  const toGrid = () => {
    replace({});
    setAsText(false);
  };
  if (asText) {
    return (
      <>
        <ExpressionField {...props} names={names} asked={asked} />
        <SwitchButton onClick={toGrid}>Fill in the entries instead</SwitchButton>
      </>
    );
  }
  const resize = (index: number) => {
    setPicked(index);
    replace(within(typed, sizes[index] ?? size));
  };
  return (
    <fieldset>
      <div className="mb-1.5 flex flex-wrap items-end justify-between gap-x-6">
        <legend className="label float-left mb-0">Your answer</legend>
        {hasScripts && sizes.length > 1 && <SizeChoice sizes={sizes} chosen={chosen} onChoose={resize} />}
        {!hasScripts && <OtherSizes sizes={sizes.filter((_, index) => index !== chosen)} />}
      </div>
      <div className="answer-frame">
        <Entries size={size} typed={typed} set={set} />
        <AnswerPreview text={completed(typed, size)} syntax="text" names={names} longest={longest} />
      </div>
      {hasScripts && <SwitchButton onClick={toText}>Type it as text instead</SwitchButton>}
    </fieldset>
  );
}

/** The first size that has all entries there are. */
function sizeOfTyped(typed: Typed, sizes: readonly GridSize[]): number {
  const count = Object.keys(typed).length;
  return Math.max(
    0,
    sizes.findIndex((size) => Object.keys(within(typed, size)).length === count),
  );
}

/** Only the entries that a size has. */
function within(typed: Typed, { rows, columns }: GridSize): Typed {
  const entries = Object.entries(typed).filter(([name]) => {
    const [, row, column] = name.split(".").map(Number);
    return (row ?? rows) < rows && (column ?? columns) < columns;
  });
  return Object.fromEntries(entries);
}

/** The matrix once every entry is there; nothing to read before. */
function completed(typed: Typed, { rows, columns }: GridSize): string {
  const filled = Object.values(typed).filter((text) => text.trim() !== "").length;
  return filled === rows * columns ? matrixOf(typed) : "";
}

function SwitchButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" onClick={onClick} className="link mt-2.5 text-[0.8125rem]">
      {children}
    </button>
  );
}

interface SizeProps {
  sizes: readonly GridSize[];
  chosen: number;
  onChoose: (index: number) => void;
}

function SizeChoice({ sizes, chosen, onChoose }: SizeProps) {
  return (
    <fieldset className="flex items-center gap-3 text-[0.875rem] text-soft">
      <legend className="sr-only">The shape of your answer</legend>
      {sizes.map(({ rows, columns }, index) => (
        <label key={`${rows} ${columns}`} className="flex min-h-7 items-center gap-1.5">
          <input
            type="radio"
            name="size"
            checked={index === chosen}
            onChange={() => onChoose(index)}
            className="accent-accent"
          />
          {rows} × {columns}
        </label>
      ))}
    </fieldset>
  );
}

function OtherSizes({ sizes }: { sizes: readonly GridSize[] }) {
  return sizes.map(({ rows, columns }) => (
    <button
      key={`${rows} ${columns}`}
      type="submit"
      name="intent"
      value={resizeIntent({ rows, columns })}
      formNoValidate
      className="link min-h-7 text-[0.875rem]"
    >
      Give it as {rows} × {columns}
    </button>
  ));
}

interface EntriesProps extends Pick<FieldProps, "typed" | "set"> {
  size: GridSize;
}

function Entries({ size: { rows, columns }, typed, set }: EntriesProps) {
  const grid = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const step = stepOf(event);
    if (!step) return;
    const next = grid.current?.querySelector<HTMLInputElement>(
      `[name="${entryName(row + step[0], column + step[1])}"]`,
    );
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  };
  return (
    <div className="scroll-x p-3">
      <div
        ref={grid}
        className="grid-entries"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(3.25rem, 8rem))` }}
      >
        {Array.from({ length: rows * columns }, (_, place) => {
          const [row, column] = [Math.floor(place / columns), place % columns];
          const name = entryName(row, column);
          return (
            <input
              key={name}
              name={name}
              value={typed[name] ?? ""}
              onChange={(event) => set(name, event.currentTarget.value)}
              onKeyDown={(event) => move(event, row, column)}
              aria-label={`row ${row + 1}, column ${column + 1}`}
              required
              autoCapitalize="off"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              className="field field-mono px-2 text-center"
            />
          );
        })}
      </div>
    </div>
  );
}

/** Arrow keys go to the next entry; sideways only from the end of what stands in this one. */
function stepOf(event: KeyboardEvent<HTMLInputElement>): [number, number] | undefined {
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  switch (event.key) {
    case "ArrowUp":
      return [-1, 0];
    case "ArrowDown":
      return [1, 0];
    case "ArrowLeft":
      return selectionStart === 0 && selectionEnd === 0 ? [0, -1] : undefined;
    case "ArrowRight":
      return selectionStart === value.length ? [0, 1] : undefined;
    default:
      return undefined;
  }
}
