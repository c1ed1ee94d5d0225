/** A row of the audit log in words. */
export interface LogRowView {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  /** "changed the role of Ada Example from student to assistant". */
  readonly what: string;
}

/** A page of the audit log, the newest first. */
export interface LogView {
  readonly rows: readonly LogRowView[];
  /** The row behind which the next page begins; `null` on the last one. */
  readonly next: string | null;
}
