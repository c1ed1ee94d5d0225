import type { Transaction } from "../../store";

/** Lets one change to the people of a course be made after another. Does not keep anybody from working in it. */
export async function lockCourse(transaction: Transaction, courseId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM course WHERE id = ${courseId}::uuid FOR NO KEY UPDATE`;
}
