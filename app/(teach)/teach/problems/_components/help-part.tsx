import { EditorChoice, EditorField } from "./editor-field";
import type { FormPart } from "./form-part";

const inputs = [
  { value: "text", label: "Text" },
  { value: "latex", label: "LaTeX" },
  { value: "grid", label: "A grid of entries" },
] as const;

const hintLabels = ["First hint", "Second hint", "Third hint"] as const;

/** Help for who is stuck, and what is shown when it is solved. */
export function HelpPart({ draft, change, complaints }: FormPart) {
  return (
    <>
      <div className="space-y-3">
        {hintLabels.map((label, row) => (
          <EditorField
            key={label}
            name={`hints.${row}`}
            label={label}
            hint={row === 0 ? "Markdown, from a nudge to the first step." : undefined}
            value={draft.hints[row] ?? ""}
            onChange={(text) => {
              const hints = hintLabels.map((_, each) => (each === row ? text : (draft.hints[each] ?? "")));
              change({ hints }, `hints.${row}`);
            }}
            complaint={complaints[`hints.${row}`]}
          />
        ))}
      </div>
      <EditorField
        name="solution"
        label="Solution"
        hint="Markdown, shown once the problem is solved. Blocks of claims are graded before publishing."
        mono
        rows={4}
        value={draft.solution}
        onChange={(solution) => change({ solution }, "solution")}
        complaint={complaints.solution}
      />
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <EditorChoice
          name="input"
          label="The answer field starts as"
          value={draft.input || "text"}
          onChange={(input) => change({ input }, "input")}
          options={inputs}
          complaint={complaints.input}
        />
        <EditorField
          name="sources"
          label="Sources"
          hint="Such as snow/7.3, or own"
          mono
          value={draft.sources}
          onChange={(sources) => change({ sources }, "sources")}
          complaint={complaints.sources}
        />
      </div>
    </>
  );
}
