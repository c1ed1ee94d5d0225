import { Notice } from "@/app/_components/notice";
import type { AssignedProblemView } from "@/lib/services";
import { pointsInWords } from "./words";

/** Points that a person gave instead of those that the answers earned, with their reason, to the student. */
export function GivenPoints({ given, of }: { given: NonNullable<AssignedProblemView["given"]>; of: number }) {
  return (
    <div className="mt-5 max-w-measure">
      <Notice>
        <p className="font-medium">
          You were given {pointsInWords(given.points)} of {pointsInWords(of)} points.
        </p>
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{given.reason}</p>
      </Notice>
    </div>
  );
}
