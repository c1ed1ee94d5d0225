"use client";

import { useRouter } from "next/navigation";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { AnswerPreview } from "@/app/_components/fields/answer-preview";
import { TypingHelp } from "@/app/_components/fields/symbol-help";
import { syntaxes } from "@/app/_components/fields/writing";
import { WritingChoice } from "@/app/_components/fields/writing-choice";
import { readPoint, readVariables } from "@/lib/feedback";
import type { PlaygroundInput } from "@/lib/services";
import type { Declarations } from "@/lib/shape";
import { Declare } from "./declare";
import { ExampleChips } from "./example-chips";
import { playgroundAddress } from "./query";
import { TextField } from "./text-field";

interface Props {
  /** What the address asks. */
  start: PlaygroundInput;
  /** In characters, by field. */
  longest: Readonly<Record<"function" | "variables" | "wrt" | "at" | "answer", number>>;
  /** The results in one sentence, to be read out. */
  said: string;
  /** The results. */
  children: ReactNode;
}

/** What the lines declare that can be read, while others are still being typed. */
function readableNames(text: string): Declarations {
  const read = readVariables(text);
  if (read.ok) return read.value;
  const lines = text.split("\n");
  lines.splice(read.error.line - 1, 1);
  return lines.length === 0 ? { variables: {} } : readableNames(lines.join("\n"));
}

/**
 * The fields, read as they are typed, beside the results of what was asked last. A plain form whose address says everything;
 * with scripts the results change in place, and the focus stays where it is.
 */
export function PlaygroundForm({ start, longest, said, children }: Props) {
  const results = useRef<HTMLDivElement>(null);
  const { typed, set, ask, isWaiting } = useAsking(start, results);
  const declared = useMemo(() => readVariables(typed.variables), [typed.variables]);
  const names = useMemo(() => readableNames(typed.variables), [typed.variables]);
  const point = useMemo(() => readPoint(typed.at, names), [typed.at, names]);

  return (
    <div className="mt-7 grid grid-cols-1 gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,25rem)_minmax(0,1fr)]">
      <form
        action="/playground"
        method="get"
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
        onKeyDown={askOnEnter}
        className="space-y-6"
      >
        <ExampleChips onChoose={ask} />
        <TextField
          name="f"
          label="Function"
          text={typed.function}
          longest={longest.function}
          placeholder="x'*A*x"
          aside={<TypingHelp />}
          onType={(text) => set({ function: text })}
        >
          <AnswerPreview
            text={typed.function}
            syntax="text"
            names={names}
            longest={longest.function}
            onMend={(text) => set({ function: text })}
          />
        </TextField>
        {declared.ok && <Declare typed={typed} names={names} onDeclare={set} />}
        <div className="grid grid-cols-1 gap-x-4 gap-y-6 sm:grid-cols-[minmax(0,1fr)_8.5rem]">
          <TextField
            name="v"
            label="Variables"
            hint={
              <>
                One a line: <code className="source">x: n</code>, <code className="source">A: n x n symmetric</code>,
                and <code className="source">t</code> for a number.
              </>
            }
            text={typed.variables}
            rows={3}
            longest={longest.variables}
            onType={(variables) => set({ variables })}
            complaint={declared.ok ? undefined : declared.error}
          />
          <TextField
            name="wrt"
            label="Differentiate by"
            hint="Empty: the first one."
            text={typed.wrt}
            longest={longest.wrt}
            onType={(wrt) => set({ wrt })}
          />
        </div>
        <TextField
          name="at"
          label="At the point"
          hint={
            <>
              One value a line: <code className="source">x = [1; 2]</code>. Empty for a point that we draw.
            </>
          }
          text={typed.at}
          rows={2}
          longest={longest.at}
          onType={(at) => set({ at })}
          complaint={point.ok || !declared.ok ? undefined : point.error}
        />
        <TextField
          name="answer"
          label="A derivative of your own"
          hint="To be checked in both layouts; may stay empty."
          text={typed.answer}
          longest={longest.answer}
          aside={
            <WritingChoice
              name="syntax"
              among={syntaxes}
              chosen={typed.syntax}
              onChoose={(syntax) => set({ syntax })}
            />
          }
          onType={(answer) => set({ answer })}
        >
          <AnswerPreview
            text={typed.answer}
            syntax={typed.syntax}
            names={names}
            longest={longest.answer}
            onMend={(text) => set({ answer: text })}
            slim
          />
        </TextField>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <button type="submit" className="button button-main" aria-disabled={isWaiting}>
            {isWaiting ? "Differentiating…" : "Differentiate"}
          </button>
          <p className="hint hidden sm:block">
            <kbd className="kbd">Ctrl</kbd> + <kbd className="kbd">Enter</kbd> from any field
          </p>
          <p className="hint basis-full">The address of the page then holds all of it, to be shared.</p>
        </div>
      </form>
      <div
        ref={results}
        aria-busy={isWaiting}
        className={`min-w-0 scroll-mt-6 transition-opacity ${isWaiting ? "opacity-60" : ""}`}
      >
        {children}
      </div>
      <p role="status" className="sr-only">
        {isWaiting ? "" : said}
      </p>
    </div>
  );
}

/** What stands in the fields. What the address asks takes its place when the address changes for another reason than a press. */
function useAsking(start: PlaygroundInput, results: RefObject<HTMLElement | null>) {
  const router = useRouter();
  const [isWaiting, startAsking] = useTransition();
  const [typed, setTyped] = useState(start);
  const here = playgroundAddress(start);
  const asked = useRef(here);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address stands for everything in `start`
  useEffect(() => {
    if (asked.current !== here) setTyped(start);
    asked.current = here;
  }, [here]);
  const wasWaiting = useRef(false);
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) bringIntoView(results.current);
    wasWaiting.current = isWaiting;
  }, [isWaiting, results]);

  const set = (part: Partial<PlaygroundInput>) => setTyped((before) => ({ ...before, ...part }));
  const ask = (input: PlaygroundInput) => {
    const address = playgroundAddress(input);
    asked.current = address;
    setTyped(input);
    startAsking(() => router.push(address, { scroll: false }));
  };
  return { typed, set, ask, isWaiting };
}

/** On a phone the results stand beneath the form. */
function bringIntoView(results: HTMLElement | null): void {
  if (results && results.getBoundingClientRect().top > window.innerHeight * 0.7) results.scrollIntoView();
}

/** Enter asks from a field of one line, with Ctrl from every field; with Shift it starts a new line. */
function askOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, key, nativeEvent } = event;
  if (key !== "Enter" || !(target instanceof HTMLTextAreaElement) || nativeEvent.isComposing) return;
  const isLine = target.rows === 1 && !event.shiftKey;
  if (!isLine && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
