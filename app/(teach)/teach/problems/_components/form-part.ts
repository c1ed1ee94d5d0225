import type { FieldComplaints, ProblemDraft } from "@/lib/services";
import type { ShownLook } from "./editor-state";

/** What every part of the form is given. */
export interface FormPart {
  readonly draft: ProblemDraft;
  /** Changes some fields; the name says which one was typed in. */
  readonly change: (change: Partial<ProblemDraft>, field: string) => void;
  readonly complaints: FieldComplaints;
  readonly look: ShownLook | undefined;
}
