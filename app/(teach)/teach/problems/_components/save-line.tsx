import { Redo2, Undo2 } from "lucide-react";
import type { SaveStatus } from "./use-autosave";

interface Props {
  status: SaveStatus;
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
}

/** Where the typed is, and the way back. */
export function SaveLine({ status, canUndo, canRedo, onUndo, onRedo }: Props) {
  return (
    <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p aria-live="polite" className={`text-[0.875rem] ${statusInk(status)}`}>
        {statusWords(status)}
      </p>
      <div className="flex gap-2">
        <button type="button" onClick={onUndo} disabled={!canUndo} className="button" title="Undo (Ctrl + Z)">
          <Undo2 aria-hidden="true" className="size-4" />
          Undo
        </button>
        <button type="button" onClick={onRedo} disabled={!canRedo} className="button" title="Redo (Ctrl + Shift + Z)">
          <Redo2 aria-hidden="true" className="size-4" />
          Redo
        </button>
      </div>
    </div>
  );
}

function statusWords(status: SaveStatus): string {
  switch (status.kind) {
    case "clean":
      return "Saved as you type.";
    case "typing":
      return "Not saved yet …";
    case "saving":
      return "Saving …";
    case "saved":
      return `Saved at ${status.at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" })}`;
    case "offline":
      return "Nabla cannot be reached. The draft is kept in this browser and saved as soon as the connection is back.";
    case "failed":
      return "Not saved: something went wrong on our side. The draft is kept in this browser.";
    case "conflict":
      return "Not saved: somebody else has changed the problem meanwhile, see above.";
    case "refused":
      return `Not saved: ${status.message}`;
  }
}

function statusInk({ kind }: SaveStatus): string {
  if (kind === "offline" || kind === "conflict") return "text-warn";
  return kind === "failed" || kind === "refused" ? "text-bad" : "text-soft";
}
