import { OutOfReach } from "@/app/_components/fields/until-answered";
import type { AnswerRefusal, AnswerReply } from "./answer-reply";
import type { GivenAnswer } from "./given-answer";

/** What came of an answer: what is shown of it, or why it was not stored. */
export type PostedAnswer =
  | { readonly ok: true; readonly reply: AnswerReply }
  | { readonly ok: false; readonly refusal: AnswerRefusal };

/** Sends an answer once. Throws where nobody answers, or somebody who cannot take it now; it is then worth another try. */
export async function postAnswer(given: GivenAnswer): Promise<PostedAnswer> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch("/api/answers", { method: "POST", headers, body: JSON.stringify(given) });
  const isBusy = response.status >= 502 && response.status <= 504;
  if (isBusy || !response.headers.get("content-type")?.startsWith("application/json")) {
    throw new OutOfReach(Number(response.headers.get("retry-after")) || 0);
  }
  const body = await response.json();
  return response.ok ? { ok: true, reply: body } : { ok: false, refusal: body };
}
