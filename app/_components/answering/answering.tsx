"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { AnswerReply } from "./answer-reply";
import type { ChangedPart } from "./changed";
import { useFreshBack } from "./use-fresh-back";
import { waitForPage } from "./wait-for-page";

interface Answered {
  /** Answers that were sent since the server made the page, the newest first. */
  readonly news: readonly AnswerReply[];
  /** Puts what an answer has changed into the page; `took` is how long its reply took, in milliseconds. */
  readonly tell: (reply: AnswerReply, took: number) => void;
  /** Asks the server for the whole page anew. */
  readonly refresh: () => void;
}

const Context = createContext<Answered>({ news: [], tell: () => {}, refresh: () => {} });

interface Props {
  /** The answers that the server has put into the page. */
  known: readonly string[];
  children: ReactNode;
}

/**
 * A page with a problem to be answered. What an answer changes around its form comes with the reply and is put in here, so that the
 * server does not make the whole page again for each answer; it does where more has opened than a reply tells.
 */
export function Answering({ known, children }: Props) {
  const [sent, setSent] = useState<readonly AnswerReply[]>([]);
  const router = useRouter();
  const markStale = useFreshBack(router.refresh);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const value = useMemo(() => {
    const tell = (reply: AnswerReply, took: number) => {
      setSent((before) => [reply, ...before.filter(({ line }) => line.id !== reply.line.id)]);
      markStale();
      if (reply.opensMore) timer.current = setTimeout(router.refresh, waitForPage(took, Math.random()));
    };
    return { news: sent.filter(({ line }) => !known.includes(line.id)), tell, refresh: router.refresh };
  }, [sent, known, router, markStale]);
  return <Context value={value}>{children}</Context>;
}

export function useAnswering(): Answered {
  return useContext(Context);
}

// Fetched with the first answer.
const Changed = dynamic(() => import("./changed").then((parts) => parts.Changed));

/** A part of the page as the server has made it, until an answer changes it. */
export function UntilAnswered({ part, children }: { part: ChangedPart; children?: ReactNode }) {
  const { news } = useAnswering();
  const [newest] = news;
  return newest ? <Changed part={part} newest={newest} news={news} /> : children;
}

/** What is there only once there is an answer. */
export function OnceAnswered({ isAnswered, children }: { isAnswered: boolean; children: ReactNode }) {
  const { news } = useAnswering();
  return isAnswered || news.length > 0 ? children : null;
}
