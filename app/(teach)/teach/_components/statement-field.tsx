"use client";

import { useEffect, useRef, useState } from "react";
import { previewStatement } from "@/app/_actions/authoring";
import { Complaint } from "@/app/_components/complaint";
import { TypesetProse } from "@/app/_components/typeset";
import type { FieldComplaint } from "@/lib/services";

/** The statement in Markdown with formulas, and beneath it how a learner will see it. */
export function StatementField({ text, html, complaint }: { text: string; html?: string; complaint?: FieldComplaint }) {
  const { preview, onType } = usePreview(html);
  return (
    <div>
      <label htmlFor="statement" className="label">
        Statement
      </label>
      <textarea
        id="statement"
        name="statement"
        defaultValue={text}
        rows={6}
        onChange={(event) => onType(event.currentTarget.value)}
        aria-invalid={complaint ? true : undefined}
        aria-describedby={complaint ? "statement-hint statement-error" : "statement-hint"}
        className="field field-mono min-h-36 resize-y text-[0.9375rem] leading-relaxed"
      />
      <p id="statement-hint" className="hint mt-1.5">
        Markdown; formulas stand between <code className="source">$</code> signs, or <code className="source">$$</code>{" "}
        for one on a line of its own.
      </p>
      <div className="mt-2">
        <Complaint id="statement-error" text={text} complaint={complaint} />
      </div>
      {preview && (
        <div className="mt-3 rounded-lg border border-line px-5 py-4">
          <p className="eyebrow mb-2">Preview</p>
          <TypesetProse html={preview} />
        </div>
      )}
    </div>
  );
}

/** The statement as it was last set, by the server when it answers the form and half a second after the typing stops. */
function usePreview(html: string | undefined) {
  const [preview, show] = useState(html);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);
  useEffect(() => show(html), [html]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onType = (markdown: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const turn = ++latest.current;
      const set = await previewStatement(markdown);
      if (turn === latest.current) show(set);
    }, 500);
  };
  return { preview, onType };
}
