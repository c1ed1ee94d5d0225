"use client";

import { useState } from "react";
import { useScripts } from "@/app/_components/fields/use-scripts";

/** Puts a text into the clipboard. Without scripts there is none, and the text is selected by hand. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, say] = useState("");
  if (!useScripts()) return null;
  const failed = () => say("The browser does not allow it; select the text instead.");
  const copy = () => {
    // Away from https there is no clipboard.
    if (!navigator.clipboard) return failed();
    return navigator.clipboard.writeText(text).then(() => say("Copied."), failed);
  };
  return (
    <>
      <button type="button" onClick={copy} className="button">
        Copy the {what}
      </button>
      <span role="status" className="hint">
        {said}
      </span>
    </>
  );
}
