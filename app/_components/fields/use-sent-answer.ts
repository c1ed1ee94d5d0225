"use client";

import { useActionState, useRef, useState, useTransition } from "react";
import { checkAnswer } from "@/app/_actions/answer";
import { type AnswerState, type Kept, stateAfter, stateRefused } from "@/app/_components/answering/answer-state";
import { useAnswering } from "@/app/_components/answering/answering";
import { givenOf } from "@/app/_components/answering/given-answer";
import { postAnswer } from "@/app/_components/answering/post-answer";
import { untilAnswered } from "./until-answered";

interface SentAnswer {
  readonly state: AnswerState;
  /** For the form as it is without scripts. */
  readonly action: (form: FormData) => void;
  /** Sends the form, again and again until it is answered. It carries a key, so that it is graded once. */
  readonly send: (form: FormData) => void;
  readonly pending: boolean;
  /** True while the server cannot be reached. */
  readonly lost: boolean;
}

/** The answer form and what came of it. A lost connection delays an answer; it never loses one. */
export function useSentAnswer(start: AnswerState): SentAnswer {
  const [bare, action] = useActionState(checkAnswer, start);
  const [own, setOwn] = useState<AnswerState>();
  const [lost, setLost] = useState(false);
  const [pending, begin] = useTransition();
  const { tell, refresh } = useAnswering();
  const busy = useRef(false);
  const state = own ?? bare;

  const send = (form: FormData) => {
    if (busy.current) return;
    busy.current = true;
    begin(async () => {
      try {
        const from = performance.now();
        const given = givenOf(form);
        const kept: Kept = { typed: given.fields, writing: given.writing ?? "text", key: state.key };
        const posted = await untilAnswered(
          () => postAnswer(given),
          () => setLost(true),
        );
        begin(() => {
          setOwn(posted.ok ? stateAfter(kept, posted.reply) : stateRefused(kept, posted.refusal));
          if (posted.ok) tell(posted.reply, performance.now() - from);
          else if (posted.refusal.code === "stale-version") refresh();
        });
      } finally {
        busy.current = false;
        setLost(false);
      }
    });
  };
  return { state, action, send, pending, lost };
}
