import { editProblem, keepProblem, lookAtProblem, publishDraft, tryProblem } from "@/app/_actions/authoring";
import type { EditorActions } from "./editor-state";

/** Handed to the editor by its page, so that what they answer can hold parts of pages. */
export const editorActions: EditorActions = {
  edit: editProblem,
  keep: keepProblem,
  look: lookAtProblem,
  tryAnswer: tryProblem,
  publish: publishDraft,
};
