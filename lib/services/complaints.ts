import type { z } from "zod";
import type { FieldComplaints } from "./error";

/** What a form says when some of its fields are wrong. */
export const lookAgain = "Please look at the marked fields.";

/** The first complaint about each field. */
export function complaintsOf(error: z.ZodError): FieldComplaints {
  const complaints = error.issues.map(({ path, message }) => [path.join("."), { message }] as const);
  return Object.fromEntries(complaints.reverse());
}
