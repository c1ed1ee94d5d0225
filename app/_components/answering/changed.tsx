"use client";

import { AssignedStanding, AttemptsLeft } from "@/app/_components/assignments/standing";
import { StateMark } from "@/app/_components/state-mark";
import { TryAgain } from "@/app/_components/try-again";
import { AnswerLineRow } from "./answer-line";
import type { AnswerReply } from "./answer-reply";

/** The parts of a page that an answer changes, each with what only the page knows of it. */
export type ChangedPart =
  | { readonly name: "answers"; readonly zone?: string }
  | { readonly name: "mark"; readonly difficulty: number | null }
  | { readonly name: "try-again"; readonly target: string }
  | { readonly name: "standing" }
  | { readonly name: "attempts-left" };

interface Props {
  part: ChangedPart;
  newest: AnswerReply;
  news: readonly AnswerReply[];
}

/** A part of the page as it is after the newest answer. */
export function Changed({ part, newest: { standing, line }, news }: Props) {
  switch (part.name) {
    case "answers":
      return news.map((reply) => <AnswerLineRow key={reply.line.id} line={reply.line} zone={part.zone} />);
    case "mark":
      return standing.kind === "practice" && <StateMark state={standing.state} difficulty={part.difficulty} />;
    case "try-again":
      return line.outcome !== "right" && <TryAgain target={part.target} />;
    case "standing":
      return standing.kind === "assigned" && <AssignedStanding {...standing} />;
    case "attempts-left":
      return standing.kind === "assigned" && <AttemptsLeft count={standing.attemptsLeft} />;
  }
}
