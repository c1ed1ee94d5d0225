"use client";

import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from "react";
import type { Syntax } from "@/lib/expr";
import { loadReading } from "./answer-preview";
import type { Editor, EditorProps } from "./editor";

interface Props extends EditorProps {
  syntax: Syntax;
  ref: Ref<Editor>;
}

/** A text of a line or a few. */
export function TextEditor({ text, syntax, onChange, asked, ref }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    select: (start, end) => field.current?.setSelectionRange(start, end),
    insert: (before, behind) => {
      const area = field.current;
      if (!area) return;
      const { selectionStart: start, selectionEnd: end, value } = area;
      const selected = value.slice(start, end);
      area.focus();
      area.setRangeText(before + selected + behind, start, end, "end");
      // Between the brackets, where there is nothing in them yet.
      if (selected === "" && before !== "") area.setSelectionRange(start + before.length, start + before.length);
      onChange(area.value);
    },
  }));
  return (
    <textarea
      ref={field}
      id="answer"
      name="answer"
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={() => loadReading(syntax)}
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
  );
}

function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
