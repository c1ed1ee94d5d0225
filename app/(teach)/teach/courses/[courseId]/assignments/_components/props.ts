/** What a page is given that is about an assignment. */
export interface AssignmentProps {
  readonly params: Promise<{ readonly courseId: string; readonly assignmentId: string }>;
}
