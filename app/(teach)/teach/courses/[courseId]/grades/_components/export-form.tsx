import { SelectField } from "@/app/_components/select-field";
import type { GradedAssignmentView } from "@/lib/services";

/** Grades as a file for another system. */
export function ExportForm({
  courseId,
  assignments,
}: {
  courseId: string;
  assignments: readonly GradedAssignmentView[];
}) {
  return (
    <details className="relative">
      <summary className="button list-none [&::-webkit-details-marker]:hidden">Export…</summary>
      <form
        action={`/teach/courses/${courseId}/grades/export`}
        className="mt-3 max-w-sm space-y-4 border-l-3 border-edge bg-raised px-4 py-3"
      >
        <SelectField
          name="for"
          label="For"
          hint="Both say the points of each assignment, and who it is by ID and address."
        >
          <option value="canvas">Canvas (CSV)</option>
          <option value="moodle">Moodle (CSV)</option>
        </SelectField>
        <SelectField name="assignment" label="Grades of">
          <option value="">All assignments</option>
          {assignments.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <button type="submit" className="button button-main">
          Download
        </button>
      </form>
    </details>
  );
}
