/** Moments are milliseconds since 1970. */
export type Moment = number;

/** When an assignment opens, is due and closes, in this order. */
export interface Times {
  readonly opensAt: Moment;
  readonly dueAt: Moment;
  readonly closesAt: Moment;
}

/** Other times for one student; what is absent stays as it is. */
export interface Extension {
  readonly dueAt?: Moment;
  readonly closesAt?: Moment;
  /** So many times as long from opening to due; at least 1. */
  readonly timeFactor?: number;
  /** Hours that late passes add. */
  readonly hours?: number;
}

export type Phase = "before" | "open" | "late" | "closed";

const hour = 3_600_000;

/**
 * The times that hold for a student with these extensions: of several due times the latest counts, late passes are added to it,
 * and closing moves along. No extension takes time away.
 */
export function timesFor({ opensAt, dueAt, closesAt }: Times, extensions: readonly Extension[]): Times {
  const granted = extensions.flatMap(({ dueAt: due, timeFactor }) => [
    due ?? dueAt,
    opensAt + (timeFactor ?? 1) * (dueAt - opensAt),
  ]);
  const passes = extensions.reduce((sum, { hours = 0 }) => sum + hours * hour, 0);
  const due = Math.max(dueAt, ...granted) + passes;
  const closing = extensions.map((extension) => extension.closesAt ?? closesAt);
  return { opensAt, dueAt: due, closesAt: Math.max(closesAt + (due - dueAt), ...closing) };
}

/** Where an assignment stands: `late` from its due time until it closes. */
export function phaseAt({ opensAt, dueAt, closesAt }: Times, now: Moment): Phase {
  if (now < opensAt) return "before";
  if (now <= dueAt) return "open";
  return now <= closesAt ? "late" : "closed";
}
