"use client";

import { Plus, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { Typeset } from "@/app/_components/typeset";
import type { Declarations } from "@/lib/shape";
import { AnswerPreview } from "./answer-preview";
import type { FieldProps } from "./field-props";
import { TypingHelp } from "./symbol-help";
import { linesOf, type Typed } from "./typed";
import { useScripts } from "./use-scripts";
import { syntaxes, syntaxOf } from "./writing";
import { WritingChoice } from "./writing-choice";

interface Props extends FieldProps {
  names: Declarations;
  functionHtml: string;
}

const fewest = 3;
const most = 40;

const lineName = (index: number) => `line.${index}`;
const asTyped = (lines: readonly string[]): Typed =>
  Object.fromEntries(lines.map((line, index) => [lineName(index), line]));

/** The lines of a derivation. Without scripts, "Add a line" gives the form back with one more. */
export function StepsField(props: Props) {
  const { typed, set, replace, writing, rewrite, longest, names, functionHtml } = props;
  const syntax = syntaxOf(writing);
  const list = useRef<HTMLOListElement>(null);
  const given = linesOf(typed);
  const lines = Array.from({ length: Math.max(fewest, given.length) }, (_, index) => given[index] ?? "");
  const wrong = wrongLine(props);

  const focus = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(`[name="${lineName(index)}"]`)?.focus());
  const addBehind = (index: number) => {
    if (lines.length >= most) return;
    replace(asTyped([...lines.slice(0, index + 1), "", ...lines.slice(index + 1)]));
    focus(index + 1);
  };
  const remove = (index: number) => {
    replace(asTyped(lines.filter((_, each) => each !== index)));
    focus(Math.max(0, index - 1));
  };
  return (
    <fieldset>
      <div className="mb-1.5 flex flex-wrap items-end justify-between gap-x-6">
        <legend className="label float-left mb-0">Your derivation</legend>
        <WritingChoice name="writing" among={syntaxes} chosen={syntax} onChoose={(next) => rewrite(next, typed)} />
      </div>
      <p className="hint mb-3">
        Start at <Typeset html={functionHtml} /> or its differential; each line follows from the one before, and the
        last is the derivative.
      </p>
      <ol ref={list} className="space-y-2.5">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={index}>
            <Line
              index={index}
              text={line}
              wrong={wrong === index}
              onChange={(text) => set(lineName(index), text)}
              onNext={() => (lines[index + 1]?.trim() === "" ? focus(index + 1) : addBehind(index))}
              onRemove={lines.length > fewest ? () => remove(index) : undefined}
            >
              <AnswerPreview
                text={line}
                syntax={syntax}
                names={names}
                longest={longest}
                slim
                onMend={(mended) => {
                  set(lineName(index), mended);
                  focus(index);
                }}
              />
            </Line>
          </li>
        ))}
      </ol>
      <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <button
          type="submit"
          name="intent"
          value="more-lines"
          formNoValidate
          disabled={lines.length >= most}
          onClick={(event) => {
            event.preventDefault();
            addBehind(lines.length - 1);
          }}
          className="button button-quiet min-h-9 px-2"
        >
          <Plus aria-hidden="true" className="size-4" /> Add a line
        </button>
        <TypingHelp />
      </div>
    </fieldset>
  );
}

interface LineProps {
  index: number;
  text: string;
  /** It is the first that does not follow. */
  wrong: boolean;
  onChange: (text: string) => void;
  /** Goes on to the next line. */
  onNext: () => void;
  /** Absent where there are few lines. */
  onRemove: (() => void) | undefined;
  /** What was read of it. */
  children: ReactNode;
}

function Line({ index, text, wrong, onChange, onNext, onRemove, children }: LineProps) {
  const hasScripts = useScripts();
  const name = lineName(index);
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) event.currentTarget.form?.requestSubmit();
    else onNext();
  };
  return (
    <>
      <div className={`answer-frame ${wrong ? "answer-frame-wrong" : ""}`}>
        <div className="flex items-center bg-paper">
          <label htmlFor={name} className="w-16 shrink-0 pl-4 text-[0.875rem] text-faint">
            Line {index + 1}
          </label>
          <input
            id={name}
            name={name}
            value={text}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={onKey}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? "line-wrong" : undefined}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            className="field-mono min-h-11 w-full min-w-0 bg-paper py-2 outline-none"
          />
          {hasScripts && onRemove && (
            <button
              type="button"
              onClick={onRemove}
              aria-label={`Remove line ${index + 1}`}
              className="grid size-11 shrink-0 place-items-center text-faint hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          )}
        </div>
        {children}
      </div>
      {wrong && (
        <p id="line-wrong" className="mt-1 text-[0.875rem] text-bad">
          This line does not follow.
        </p>
      )}
    </>
  );
}

/** The line that the verdict is about, as long as it stands as it was sent. Empty lines were not counted. */
function wrongLine({ typed, sent, verdict }: FieldProps): number | undefined {
  if (!sent || !verdict?.wrongLine) return undefined;
  const places = linesOf(sent).flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const place = places[verdict.wrongLine - 1];
  return place !== undefined && typed[lineName(place)] === sent[lineName(place)] ? place : undefined;
}
