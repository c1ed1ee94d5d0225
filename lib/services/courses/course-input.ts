import { z } from "zod";
import { fail, ok, type Result } from "../../base";
import { storable } from "../../store";
import { complaintsOf } from "../complaints";
import type { FieldComplaints } from "../error";
import type { CourseInput } from "./views";

/** The time zones that a course can be in. */
export const timeZones: readonly string[] = [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"),
];

const line = (most: number, sentence: string) =>
  z
    .string()
    .transform((text) => storable(text).replace(/\s+/g, " ").trim())
    .pipe(z.string().max(most, sentence));

/** A whole number that was typed. */
const whole = (least: number, most: number, sentence: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, sentence)
    .transform(Number)
    .pipe(z.number().min(least, sentence).max(most, sentence));

const course = z.object({
  title: line(120, "A title has at most 120 characters.").pipe(z.string().min(1, "Please give a title.")),
  term: line(60, "A term has at most 60 characters."),
  policy: z.enum(["either", "numerator", "denominator", "mixed"], "Choose a layout."),
  timeZone: z.string().refine((zone) => timeZones.includes(zone), "Choose a time zone from the list."),
  latePasses: whole(0, 100, "A whole number from 0 to 100."),
  latePassHours: whole(1, 1000, "A whole number of hours from 1 to 1000."),
});

export type CourseFields = z.output<typeof course>;

/** What was typed into a course's form as values, or complaints by field. */
export function readCourse(input: CourseInput): Result<CourseFields, FieldComplaints> {
  const read = course.safeParse(input);
  return read.success ? ok(read.data) : fail(complaintsOf(read.error));
}
