"use client";

import dynamic from "next/dynamic";
import { useCallback, useRef, useState } from "react";
import type { AnswerPart } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";
import { AnswerPreview } from "./answer-preview";
import type { Editor } from "./editor";
import type { FieldProps } from "./field-props";
import type { Symbols } from "./palette";
import { SymbolHelp } from "./symbol-help";
import { TextEditor } from "./text-editor";
import { useScripts } from "./use-scripts";
import { syntaxes, syntaxOf, type Writing, writings } from "./writing";
import { WritingChoice } from "./writing-choice";

const VisualEditor = dynamic(() => import("./visual/visual-editor").then((editor) => editor.VisualEditor));

interface Props extends FieldProps {
  /** The names that the answer may use. */
  names: Declarations;
  indices?: readonly string[];
  /** What is asked for: "the gradient". */
  asked: string;
  /** What helps to type it, where it may be written in other ways than as text. */
  symbols?: Symbols;
  /** The shape of what is read says nothing: brackets hold an interval. */
  shapeless?: boolean;
  /** What it is read as, where that is no expression. */
  reads?: "shape";
}

/** One expression in a line or a few. */
export function ExpressionField(props: Props) {
  const { typed, set, rewrite, writing, longest, names, indices, asked, symbols, shapeless, reads } = props;
  const editor = useRef<Editor>(null);
  const hasScripts = useScripts();
  const text = typed.answer ?? "";
  const syntax = syntaxOf(writing);
  const change = (answer: string) => set("answer", answer);
  const mend = (mended: string) => {
    change(mended);
    editor.current?.focus();
  };
  const mark = ({ start, end }: AnswerPart) => {
    editor.current?.focus();
    editor.current?.select(start, end);
  };
  const insert = useCallback((before: string, behind: string) => editor.current?.insert(before, behind), []);
  // The choice is seen at once, also while what rewrites the answer is being fetched.
  const [chosen, choose] = useState<Writing>();
  const write = async (next: Writing) => {
    choose(next);
    const answer = await inSyntax(text, writing, next, names, indices);
    rewrite(next, { ...typed, answer });
    choose(undefined);
  };
  const asText = <TextEditor ref={editor} text={text} syntax={syntax} onChange={change} asked={asked} />;
  return (
    <>
      <div className="mb-1.5 flex flex-wrap items-end justify-between gap-x-6">
        <label htmlFor="answer" className="label mb-0">
          Your answer
        </label>
        {symbols && (
          <WritingChoice
            name="writing"
            among={hasScripts ? writings : syntaxes}
            chosen={chosen ?? (hasScripts ? writing : syntax)}
            onChoose={write}
          />
        )}
      </div>
      <div className="answer-frame">
        {writing === "visual" && hasScripts ? (
          <VisualEditor ref={editor} text={text} onChange={change} asked={asked} names={names}>
            {asText}
          </VisualEditor>
        ) : (
          asText
        )}
        <AnswerPreview
          text={text}
          syntax={syntax}
          names={names}
          indices={indices}
          longest={longest}
          shapeless={shapeless}
          reads={reads}
          onMend={mend}
          onChoose={mark}
        />
      </div>
      {symbols && <SymbolHelp symbols={symbols} syntax={syntax} empty={text === ""} onInsert={insert} />}
    </>
  );
}

/** The answer as another way of writing has it. What cannot be read, or not now, stays as it was typed. */
async function inSyntax(text: string, from: Writing, to: Writing, names: Declarations, indices?: readonly string[]) {
  if (text.trim() === "" || syntaxOf(from) === syntaxOf(to)) return text;
  try {
    const { rewritten } = await import("./rewritten");
    return rewritten(text, syntaxOf(from), syntaxOf(to), names, indices);
  } catch {
    return text;
  }
}
