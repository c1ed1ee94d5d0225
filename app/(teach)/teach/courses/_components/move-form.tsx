import type { ReactNode } from "react";
import { movePeople } from "@/app/_actions/people";
import { ActionForm } from "@/app/_components/action-form";
import { SubmitButton } from "@/app/_components/submit-button";
import type { SectionView } from "@/lib/services";

interface Props {
  courseId: string;
  sections: readonly SectionView[];
  /** The people, each with a tick. */
  children: ReactNode;
}

/** Moves those who are ticked into a section. Without sections there is nothing to move them to. */
export function MoveForm({ courseId, sections, children }: Props) {
  if (sections.length === 0) return children;
  return (
    <ActionForm action={movePeople} fields={{ courseId }}>
      {children}
      <div className="sticky bottom-0 flex flex-wrap items-end gap-3 bg-paper py-4">
        <div>
          <label htmlFor="section" className="label">
            Move those ticked to
          </label>
          <select id="section" name="section" className="field w-auto">
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="">No section</option>
          </select>
        </div>
        <SubmitButton main={false}>Move</SubmitButton>
      </div>
    </ActionForm>
  );
}
