import { continueRegrade, takeRegradeBack } from "@/app/_actions/regrades";
import { ActionForm } from "@/app/_components/action-form";
import { Confirm } from "@/app/_components/confirm";
import { Moment } from "@/app/_components/moment";
import { Notice } from "@/app/_components/notice";
import { ProgressBar } from "@/app/_components/progress-bar";
import { SubmitButton } from "@/app/_components/submit-button";
import type { RegradeView } from "@/lib/services";
import { ChangedAnswers, ChangedStudents, RuledStudents } from "./changes";
import { ModeForm, ModeTable } from "./modes";
import { Watch } from "./watch";
import { regradeModes } from "./words";

/** A regrade: how far it is, what it has found, what can be done about it, and what was. */
export function Report({ regrade }: { regrade: RegradeView }) {
  const { state, outcome, course } = regrade;
  const zone = course?.timeZone;
  return (
    <div className="mt-8 space-y-10">
      <State regrade={regrade} />
      {regrade.result && <RuledStudents result={regrade.result} />}
      {outcome && (
        <>
          {state === "compared" ? (
            <ModeForm regradeId={regrade.id} outcome={outcome} />
          ) : (
            regrade.mode === null && <ModeTable outcome={outcome} />
          )}
          {state === "compared" && <ChangedStudents outcome={outcome} />}
          <ChangedAnswers outcome={outcome} zone={zone} />
        </>
      )}
    </div>
  );
}

const doing = {
  comparing: "answers compared",
  applying: "students done with",
  undoing: "students done with",
} as const;

function State({ regrade }: { regrade: RegradeView }) {
  const { id, state, total, done, mode, appliedAt, undoneAt, undoableUntil, course } = regrade;
  const zone = course?.timeZone;
  if (state === "comparing" || state === "applying" || state === "undoing") {
    return (
      <section aria-label="Progress" className="max-w-[36rem] space-y-2">
        <ProgressBar done={done} of={total} what={doing[state]} />
        <p role="status" className="hint">
          {done} of {total} {doing[state]}.{state === "comparing" && " Nothing is changed by this."} You can leave this
          page; the work goes on.
        </p>
        <Watch />
      </section>
    );
  }
  if (state === "failed") {
    return (
      <Notice tone="bad">
        <p>
          This was broken off by a fault of ours, which is in the server's log. What was done stays, and nothing is done
          twice.
        </p>
        <ActionForm action={continueRegrade} fields={{ regradeId: id }} className="mt-3">
          <SubmitButton main={false}>Go on from there</SubmitButton>
        </ActionForm>
      </Notice>
    );
  }
  if (state === "applied" && appliedAt && mode) {
    return (
      <div className="space-y-4">
        <Notice tone="good">
          {regradeModes[mode].name}: applied <Moment date={appliedAt} zone={zone} />. Those whose points have changed
          have a message about it.
        </Notice>
        {undoableUntil && (
          <Confirm label="Undo">
            <p>
              Every student gets back what they had before, and a message. This can be done until{" "}
              <Moment date={undoableUntil} zone={zone} />.
            </p>
            <ActionForm action={takeRegradeBack} fields={{ regradeId: id }}>
              <SubmitButton>Undo this regrade</SubmitButton>
            </ActionForm>
          </Confirm>
        )}
      </div>
    );
  }
  if (state === "undone" && undoneAt) {
    return (
      <Notice>
        Undone <Moment date={undoneAt} zone={zone} />. Everybody has what they had before.
      </Notice>
    );
  }
  return null;
}
