import { EditorChoice } from "./editor-field";
import type { FormPart } from "./form-part";

const policies = [
  { value: "either", label: "Either layout counts" },
  { value: "numerator", label: "Numerator layout: a gradient is a row" },
  { value: "denominator", label: "Denominator layout: a gradient is a column" },
  { value: "mixed", label: "Mixed: gradients are columns, all else is in numerator layout" },
] as const;

/** Which layout an answer must have. The verdict reports both in any case. */
export function PolicyChoice({ draft, change, complaints }: FormPart) {
  return (
    <EditorChoice
      name="policy"
      label="Layout"
      value={draft.policy || "either"}
      onChange={(policy) => change({ policy }, "policy")}
      options={policies}
      complaint={complaints.policy}
    />
  );
}
