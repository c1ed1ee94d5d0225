import type { Complaint, Result } from "../../base";
import type { Judge } from "../judge";
import type { Declared } from "../problem";
import type { Truth } from "../truth";

/** What a form makes of a problem: how answers to it are judged, and its truth where expressions are compared. */
export interface FormKey {
  readonly judge: Judge;
  readonly truth?: Truth;
}

/** Checks what a form asks of a problem; a complaint means that the record itself is wrong. */
export type FormReader = (declared: Declared) => Result<FormKey, Complaint>;
