import type { AnswerRefusal, AnswerReply } from "@/app/_components/answering/answer-reply";
import type { GivenAnswer } from "@/app/_components/answering/given-answer";
import { assignedLine, practiceLine } from "@/app/_components/answering/lines";
import { answerOf } from "@/app/_components/fields/typed";
import { syntaxOf } from "@/app/_components/fields/writing";
import { showVerdict } from "@/app/_components/shown-verdict";
import { isSignedIn, viewerForWork } from "@/lib/auth";
import { fail, ok, type Result } from "@/lib/base";
import { type ServiceError, type ServiceErrorCode, submitAnswer, submitAssigned } from "@/lib/services";

/** Why an answer was not stored, and when it is worth trying again, in seconds. */
export interface Refusal extends AnswerRefusal {
  readonly code: ServiceErrorCode;
  readonly retryAfter?: number;
}

type Answered = Promise<Result<AnswerReply, Refusal>>;

/** Has an answer stored and graded, and prepares what is shown of it. */
export function answered(given: GivenAnswer, arrivedAt: Date): Answered {
  const { assignedId, problemId = "" } = given;
  return assignedId ? answeredAssigned(assignedId, given, arrivedAt) : answeredPractice(problemId, given, arrivedAt);
}

async function answeredPractice(problemId: string, given: GivenAnswer, arrivedAt: Date): Answered {
  const asking = await viewerForWork();
  const sent = sentOf(given);
  const reply = await submitAnswer(asking, { problemId, ...sent }, arrivedAt);
  if (!reply.ok) return fail(refusalOf(reply.error));
  const { attempt, state, asked } = reply.value;
  const isFirst = (attempt.ordinal ?? 1) === 1;
  return ok({
    line: practiceLine(attempt),
    verdict: showVerdict(attempt, asked.declarations, { ...asked, syntax: sent.syntax }),
    standing: { kind: "practice", state },
    nextKey: crypto.randomUUID(),
    // A visitor's first answer shows the way to their work.
    opensMore: attempt.feedback.outcome === "right" || (!isSignedIn(asking) && isFirst),
  });
}

async function answeredAssigned(assignedId: string, given: GivenAnswer, arrivedAt: Date): Answered {
  const sent = sentOf(given);
  const reply = await submitAssigned(await viewerForWork(), { assignedId, ...sent }, arrivedAt);
  if (!reply.ok) return fail(refusalOf(reply.error));
  const { answer, asked, standing } = reply.value;
  const { graded } = answer;
  return ok({
    line: assignedLine(answer),
    ...(graded && { verdict: showVerdict(graded, asked.declarations, { ...asked, syntax: sent.syntax }) }),
    standing: { kind: "assigned", ...standing },
    nextKey: crypto.randomUUID(),
    opensMore: false,
  });
}

function sentOf({ versionId, variant, fields, writing = "text", idempotencyKey }: GivenAnswer) {
  return { versionId, asked: variant, text: answerOf(fields), syntax: syntaxOf(writing), idempotencyKey };
}

function refusalOf({ code, message, fields, retryAfter }: ServiceError): Refusal {
  return { code, message, ...fields?.text, ...(retryAfter !== undefined && { retryAfter }) };
}
