import { type Complaint, complain } from "../base";

/** What is wrong with a field of a figure, in words for its author. */
export function misfit(field: string, detail: string): Complaint {
  return { ...complain("syntax", "bad-record", { detail: `${field}: ${detail}` }, { start: 0, end: 0 }), field };
}
