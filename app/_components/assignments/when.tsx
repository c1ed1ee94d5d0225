import { Moment } from "@/app/_components/moment";
import type { Phase, TimesView } from "@/lib/services";
import { timeLeft } from "./words";

interface Props {
  readonly phase: Phase;
  readonly times: TimesView;
  readonly zone: string;
  readonly now: Date;
}

/** The one time of an assignment that matters now, and how long it is until then. */
export function When({ phase, times: { opensAt, dueAt, closesAt }, zone, now }: Props) {
  if (phase === "closed")
    return (
      <>
        Closed <Moment date={closesAt} zone={zone} />.
      </>
    );
  const [word, at] =
    phase === "before" ? ["Opens", opensAt] : phase === "open" ? ["Due", dueAt] : ["Was due; closes", closesAt];
  return (
    <>
      {word} <Moment date={at} zone={zone} />, in {timeLeft(at, now)}.
    </>
  );
}
