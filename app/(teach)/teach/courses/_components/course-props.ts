/** What a page is given that is about a course. */
export interface CourseProps {
  readonly params: Promise<{ readonly courseId: string }>;
}
