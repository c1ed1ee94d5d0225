import { Moment } from "@/app/_components/moment";
import type { Phase, TimesView } from "@/lib/services";
import { timeLeft } from "./words";

interface Props {
  readonly times: TimesView;
  readonly zone: string;
  readonly now: Date;
  readonly phase: Phase;
}

/** When an assignment opens, is due and closes, with how long it is until the next of them. */
export function Times({ times: { opensAt, dueAt, closesAt }, zone, now, phase }: Props) {
  const rows = [
    { name: "Opens", at: opensAt, next: phase === "before" },
    { name: "Due", at: dueAt, next: phase === "open" },
    { name: "Closes", at: closesAt, next: phase === "late" && closesAt > now },
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-[0.9375rem]">
      {rows.map(({ name, at, next }) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className={next ? "font-medium" : ""}>
            <Moment date={at} zone={zone} />
            {next && <span className="hint"> in {timeLeft(at, now)}</span>}
          </dd>
        </div>
      ))}
      <dt className="text-soft">Clocks</dt>
      <dd>{zone}</dd>
    </dl>
  );
}
