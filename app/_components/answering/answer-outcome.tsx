"use client";

import { Moment } from "@/app/_components/moment";
import { Notice } from "@/app/_components/notice";
import { VerdictPanel } from "@/app/_components/verdict-panel";
import type { AnswerState } from "./answer-state";

/** What came of an answer that was stored, with its receipt, for whoever has to show that it came in time. */
export function AnswerOutcome({ state, zone }: { state: AnswerState; zone?: string }) {
  const { verdict, answer = "", isHeld, receipt } = state;
  return (
    <>
      {verdict && <VerdictPanel verdict={verdict} answer={answer} />}
      {isHeld && <Notice>Your answer has arrived. What comes of it is not shown yet.</Notice>}
      {receipt && (
        <p className="hint">
          Received <Moment date={new Date(receipt.at)} zone={zone} />, receipt{" "}
          <code className="font-mono [overflow-wrap:anywhere]">{receipt.id}</code>
        </p>
      )}
    </>
  );
}
