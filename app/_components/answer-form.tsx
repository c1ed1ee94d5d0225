"use client";

import dynamic from "next/dynamic";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { AnswerState } from "./answering/answer-state";
import { useAnswering } from "./answering/answering";
import { noAttemptsLeft } from "./assignments/no-attempts-left";
import { Complaint } from "./complaint";
import { AnswerField } from "./fields/answer-field";
import type { Version } from "./fields/kept";
import type { ShownField } from "./fields/shown-field";
import { isEmpty, lengthOf, typedOf } from "./fields/typed";
import { useKeptAnswer } from "./fields/use-kept-answer";
import { useSentAnswer } from "./fields/use-sent-answer";
import { Notice } from "./notice";
import { SubmitButton } from "./submit-button";

// Fetched with the first verdict.
const AnswerOutcome = dynamic(() => import("./answering/answer-outcome").then((outcome) => outcome.AnswerOutcome));
// Fetched where there is one.
const OtherVersion = dynamic(() => import("./fields/other-version").then((other) => other.OtherVersion));

interface Props {
  /** Names the person in their own browser. */
  owner: string;
  /** Names what is answered: a problem, or one that was assigned. */
  problemId: string;
  /** What is particular to an answer in an assignment; absent in practice. */
  assigned?: AssignedForm;
  versionId: string;
  /** Names the variant that is shown. */
  variant: string;
  field: ShownField;
  /** The free indices of an index formula. */
  indices: readonly string[];
  /** What is asked for, in words. */
  asked: string;
  /** In characters. A longer answer is refused unread, before it is sent. */
  longest: number;
  start: AnswerState;
}

interface AssignedForm {
  /** The clocks that its times are read on. */
  readonly zone: string;
  /** Why nothing can be sent any more. */
  readonly over?: string;
}

/** The answer's fields with what was read of them, and the verdict on the last answer sent. A plain form without scripts. */
export function AnswerForm(props: Props) {
  const { owner, problemId, assigned, versionId, variant, field, indices, asked, longest, start } = props;
  const { state, action, send, pending, lost } = useSentAnswer(start);
  const over = useOver(assigned?.over);
  const form = useRef<HTMLFormElement>(null);
  const solved = state.verdict?.outcome === "right";
  const { kept, change, rewrite, takeOther } = useKeptAnswer(
    { owner, problemId, isAssigned: assigned !== undefined, variant },
    startOf(state),
    solved,
    form,
  );
  const { typed, writing, other } = kept;
  // Once it is right nothing is left to be typed, and N leads on.
  useEffect(() => {
    const active = document.activeElement;
    if (solved && active instanceof HTMLElement && form.current?.contains(active)) active.blur();
  }, [solved]);

  return (
    <div className="space-y-5">
      {over && <Notice>{over}</Notice>}
      <form
        ref={form}
        hidden={over !== undefined}
        action={action}
        onSubmit={(event) => {
          event.preventDefault();
          // What stands in the fields counts: it may have been typed before the scripts were there to hear of it.
          const given = new FormData(event.currentTarget);
          const now = typedOf(given);
          if (!isEmpty(now) && lengthOf(now) <= longest) send(given);
        }}
        onKeyDown={sendOnCtrlEnter}
        // React empties a form behind its action; here the answer stays.
        onReset={(event) => event.preventDefault()}
      >
        <input type="hidden" name={assigned ? "assignedId" : "problemId"} value={problemId} />
        <input type="hidden" name="versionId" value={versionId} />
        <input type="hidden" name="variant" value={variant} />
        <input type="hidden" name="idempotencyKey" value={state.key} />
        <AnswerField
          field={field}
          indices={indices}
          asked={asked}
          typed={typed}
          set={(name, text) => change({ ...typed, [name]: text })}
          replace={change}
          writing={writing}
          rewrite={rewrite}
          longest={longest}
          sent={state.sent}
          verdict={state.verdict}
        />
        {other && <OtherVersion version={other} onTake={takeOther} />}
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton busy={lost ? "Waiting…" : "Checking…"} pending={pending}>
            Check answer
          </SubmitButton>
          <Keys kind={field.kind} />
        </div>
      </form>
      {lost && (
        <Notice tone="warn" alert>
          Nabla cannot be reached. Your answer is kept here and is sent as soon as the connection is back.
        </Notice>
      )}
      {state.complaint && (
        <Notice tone="warn" alert>
          <Complaint text={state.answer ?? ""} complaint={state.complaint} />
        </Notice>
      )}
      {state.receipt && <AnswerOutcome state={state} zone={assigned?.zone} />}
      <p aria-live="polite" className="sr-only">
        {state.isHeld ? "Your answer has arrived." : state.verdict?.spoken}
      </p>
    </div>
  );
}

/** Why nothing can be sent any more, as the page had it or as the last answer has made it. */
function useOver(asPageHad: string | undefined): string | undefined {
  const standing = useAnswering().news[0]?.standing;
  return asPageHad ?? (standing?.kind === "assigned" && standing.attemptsLeft === 0 ? noAttemptsLeft : undefined);
}

/** What came back from the server is newer than anything a browser has kept. */
function startOf({ typed, writing, typedAt }: AnswerState): Version {
  return { typed, writing, at: typedAt ?? (isEmpty(typed) ? 0 : Number.MAX_SAFE_INTEGER) };
}

function sendOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** What the keys do in the field. */
function Keys({ kind }: { kind: ShownField["kind"] }) {
  if (kind === "choice" || kind === "table") return null;
  return (
    <p id="answer-keys" className="hint hidden sm:block">
      {kind === "steps" ? (
        <>
          <kbd className="kbd">Enter</kbd> starts a new line, <kbd className="kbd">Ctrl</kbd> +{" "}
          <kbd className="kbd">Enter</kbd> checks
        </>
      ) : kind === "grid" ? (
        <>
          <kbd className="kbd">Enter</kbd> checks, the arrow keys go from entry to entry
        </>
      ) : (
        <>
          <kbd className="kbd">Enter</kbd> checks, <kbd className="kbd">Shift</kbd> + <kbd className="kbd">Enter</kbd>{" "}
          starts a new line
        </>
      )}
    </p>
  );
}
