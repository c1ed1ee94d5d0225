"use client";

import type { MathfieldElement } from "mathlive";
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { Declarations } from "@/lib/shape";
import type { Editor, EditorProps } from "../editor";
import { makeField } from "./make-field";

interface Props extends EditorProps {
  names: Declarations;
  ref: Ref<Editor>;
  /** Stands in until the editor is there, and for good where it cannot be fetched. */
  children: ReactNode;
}

/** Shows the formula as it is set while it is typed, and gives it as LaTeX. */
export function VisualEditor({ text, onChange, asked, names, ref, children }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const field = useField({ text, onChange, asked, names, host });
  useImperativeHandle(ref, () => ({
    focus: () => field?.focus(),
    select: () => {},
    insert: (before, behind) => {
      field?.focus();
      field?.insert(behind === "" ? before : `${before}#0${behind}`, { selectionMode: "placeholder" });
      if (field) onChange(field.value);
    },
  }));
  return (
    <>
      {field ? <input type="hidden" name="answer" value={text} /> : children}
      <div ref={host} className="visual-editor" />
    </>
  );
}

interface FieldProps extends EditorProps {
  names: Declarations;
  host: React.RefObject<HTMLDivElement | null>;
}

/** The editor's element, once it has been fetched. It and the answer follow each other. */
function useField({ text, onChange, asked, names, host }: FieldProps): MathfieldElement | undefined {
  const [field, setField] = useState<MathfieldElement>();
  const latest = useRef({ text, onChange });
  latest.current = { text, onChange };

  useEffect(() => {
    let gone = false;
    let made: MathfieldElement | undefined;
    makeField(names, `Your answer: ${asked}`).then(
      (element) => {
        if (gone || !host.current) return;
        made = element;
        made.value = latest.current.text;
        made.addEventListener("input", () => latest.current.onChange(element.value));
        host.current.append(made);
        setField(made);
      },
      () => {},
    );
    return () => {
      gone = true;
      made?.remove();
      setField(undefined);
    };
  }, [names, asked, host]);
  useEffect(() => {
    if (field && field.value !== text) field.setValue(text, { silenceNotifications: true });
  }, [field, text]);
  return field;
}
