import { fail } from "../base";

/** Why a service refused. `not-found` also stands for what the asker may not see. */
export type ServiceErrorCode =
  | "not-found"
  | "sign-in-needed"
  | "too-long"
  | "too-many"
  | "busy"
  | "stale-version"
  | "stale-variant"
  | "refused";

/** What is wrong with one field, and where in its text. */
export interface FieldComplaint {
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}

export type FieldComplaints = Readonly<Record<string, FieldComplaint>>;

/** A refusal: a sentence for people and, for a form, the complaints by field (`email`, `variables.0.shape`). */
export interface ServiceError {
  readonly code: ServiceErrorCode;
  readonly message: string;
  readonly fields?: FieldComplaints;
  /** With `too-many` and `busy`: seconds until it is worth trying again. */
  readonly retryAfter?: number;
}

type Refusal = { readonly ok: false; readonly error: ServiceError };

export function notFound(): Refusal {
  return fail({ code: "not-found", message: "There is nothing here." });
}

export function signInNeeded(): Refusal {
  return fail({ code: "sign-in-needed", message: "Please sign in first." });
}

export function tooMany(retryAfter: number): Refusal {
  const message = `That was a lot at once. Please try again in ${inWords(retryAfter)}.`;
  return fail({ code: "too-many", message, retryAfter });
}

/** More is being graded than there is room for. It is nobody's fault, and what was typed stays. */
export function busy(retryAfter: number): Refusal {
  const message = `Many answers are being graded just now. Nothing is lost: please try again in ${inWords(retryAfter)}.`;
  return fail({ code: "busy", message, retryAfter });
}

function inWords(seconds: number): string {
  if (seconds === 1) return "a second";
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

/** A form that is given back, with a sentence about the whole and one about each field that is wrong. */
export function refused(message: string, fields: FieldComplaints = {}): Refusal {
  return fail({ code: "refused", message, fields });
}
