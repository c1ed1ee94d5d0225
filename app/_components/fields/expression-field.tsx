"use client";

import { type KeyboardEvent, useRef } from "react";
import type { AnswerPart } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";
import { AnswerPreview, loadReading } from "./answer-preview";
import type { FieldProps } from "./field-props";
import { SymbolHelp } from "./symbol-help";
import { SyntaxChoice } from "./syntax-choice";

interface Props extends FieldProps {
  /** The names that the answer may use; none, and nothing is read while it is typed. */
  names?: Declarations;
  indices?: readonly string[];
  /** What is asked for: "the gradient". */
  asked: string;
  /** Whether it may be typed in LaTeX, and which symbols help. */
  symbols: boolean;
  /** The shape of what is read says nothing: brackets hold an interval. */
  shapeless?: boolean;
}

const noNames: Declarations = { variables: {} };

/** One expression in a line or a few. */
export function ExpressionField(props: Props) {
  const { typed, set, syntax, setSyntax, longest, names, indices, asked, symbols, shapeless } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const text = typed.answer ?? "";
  const insert = (before: string, behind: string) => {
    const area = field.current;
    if (!area) return;
    const { selectionStart: start, selectionEnd: end, value } = area;
    const selected = value.slice(start, end);
    area.focus();
    area.setRangeText(before + selected + behind, start, end, "end");
    // Between the brackets, where there is nothing in them yet.
    if (selected === "" && before !== "") area.setSelectionRange(start + before.length, start + before.length);
    set("answer", area.value);
  };
  const mend = (mended: string) => {
    set("answer", mended);
    field.current?.focus();
  };
  const choose = ({ start, end }: AnswerPart) => {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  return (
    <>
      <div className="mb-1.5 flex flex-wrap items-end justify-between gap-x-6">
        <label htmlFor="answer" className="label mb-0">
          Your answer
        </label>
        {symbols && <SyntaxChoice syntax={syntax} onChoose={setSyntax} />}
      </div>
      <div className="answer-frame">
        <textarea
          ref={field}
          id="answer"
          name="answer"
          value={text}
          onChange={(event) => set("answer", event.currentTarget.value)}
          onFocus={loadReading}
          onKeyDown={sendOnEnter}
          rows={2}
          required
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={`Type ${asked}`}
          aria-describedby="answer-keys"
          className="field-mono block max-h-64 min-h-16 w-full resize-y bg-paper px-4 py-3 text-[1.0625rem] leading-relaxed outline-none field-sizing-content placeholder:text-faint"
        />
        {names && (
          <AnswerPreview
            text={text}
            syntax={syntax}
            names={names}
            indices={indices}
            longest={longest}
            shapeless={shapeless}
            onMend={mend}
            onChoose={choose}
          />
        )}
      </div>
      {symbols && <SymbolHelp syntax={syntax} names={names ?? noNames} empty={text === ""} onInsert={insert} />}
    </>
  );
}

function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
