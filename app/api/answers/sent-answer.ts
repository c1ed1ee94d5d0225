import { z } from "zod";
import { mostFields } from "@/app/_components/fields/typed";

const name = z.string().max(100);

/** An answer as a page sends it. How long it may be is for the service to say, in words. */
export const sentAnswer = z.object({
  problemId: name.optional(),
  assignedId: name.optional(),
  versionId: name,
  /** Names the variant, as the page had it. */
  variant: name,
  /** What stands in the fields, by their names. */
  fields: z.record(z.string().max(110), z.string()).refine((fields) => Object.keys(fields).length <= mostFields),
  /** Absent where there is no choice of it. */
  writing: z.enum(["text", "latex", "visual"]).optional(),
  idempotencyKey: name.min(1),
});
