/** Why a service refused. `not-found` also stands for what the asker may not see. */
export type ServiceErrorCode =
  | "not-found"
  | "sign-in-needed"
  | "too-long"
  | "too-many"
  | "stale-version"
  | "refused"
  | "unavailable";

/** What is wrong with one field, and where in its text. */
export interface FieldComplaint {
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}

/** A refusal: a sentence for people and, for a form, the complaints by field (`email`, `variables.0.shape`). */
export interface ServiceError {
  readonly code: ServiceErrorCode;
  readonly message: string;
  readonly fields?: Readonly<Record<string, FieldComplaint>>;
  /** With `too-many`: seconds until it is worth trying again. */
  readonly retryAfter?: number;
}
