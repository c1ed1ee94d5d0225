"use client";

import { useEffect, useRef, useState } from "react";
import { AnswerField } from "@/app/_components/fields/answer-field";
import { isEmpty, type Typed } from "@/app/_components/fields/typed";
import { syntaxOf, type Writing } from "@/app/_components/fields/writing";
import { VerdictPanel } from "@/app/_components/verdict-panel";
import type { ProblemDraft } from "@/lib/services";
import type { EditorActions, ShownStudent, ShownTry } from "./editor-state";

interface Props {
  student: ShownStudent;
  draft: ProblemDraft;
  problemId: string;
  variant: number;
  tryAnswer: EditorActions["tryAnswer"];
}

const longest = 10_000;

/** The problem as a student sees it, with a field that answers at once. */
export function StudentPane({ student, ...trying }: Props) {
  return (
    <div className="space-y-5">
      <h3 className="text-[1.25rem]">{student.title || "Untitled"}</h3>
      {student.statement}
      <div className="space-y-3">{student.given}</div>
      <TriedAnswer key={student.field.kind} student={student} {...trying} />
      <div className="space-y-2 empty:hidden">{student.help}</div>
    </div>
  );
}

function TriedAnswer({ student, draft, problemId, variant, tryAnswer }: Props) {
  const { field, indices, asked } = student;
  const [typed, setTyped] = useState<Typed>({});
  const [writing, setWriting] = useState<Writing>(() =>
    "start" in field && field.start === "latex" ? "latex" : "text",
  );
  const tried = useTry({ draft, problemId, variant, typed, syntax: syntaxOf(writing) }, tryAnswer);
  const verdict = tried && "verdict" in tried ? tried : undefined;
  return (
    <div className="space-y-4">
      <form
        onSubmit={(event) => event.preventDefault()}
        aria-label="Try an answer"
        className="rounded-lg border border-dashed border-edge p-4"
      >
        <p className="hint mb-2">Type any answer: it is graded as you type, and nothing is stored.</p>
        <AnswerField
          field={field}
          indices={indices}
          asked={asked}
          typed={typed}
          set={(name, text) => setTyped((now) => ({ ...now, [name]: text }))}
          replace={setTyped}
          writing={writing}
          rewrite={(next, text) => {
            setWriting(next);
            setTyped(text);
          }}
          longest={longest}
          verdict={verdict?.verdict}
          sent={typed}
        />
        <p id="answer-keys" className="sr-only">
          Graded half a second after you stop typing.
        </p>
      </form>
      <div aria-live="polite">
        {verdict && <VerdictPanel verdict={verdict.verdict} answer={verdict.text} />}
        {tried && "complaint" in tried && <p className="hint">{tried.complaint}</p>}
      </div>
    </div>
  );
}

const pause = 500;

/** The verdict on what is typed, half a second after the typing stops. */
function useTry(input: Parameters<EditorActions["tryAnswer"]>[0], tryAnswer: EditorActions["tryAnswer"]) {
  const [tried, setTried] = useState<ShownTry>();
  const turn = useRef(0);
  const { draft, typed, syntax, variant } = input;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the verdict depends on
  useEffect(() => {
    const own = ++turn.current;
    if (isEmpty(typed)) {
      setTried(undefined);
      return;
    }
    const timer = setTimeout(async () => {
      const found = await tryAnswer(input).catch(() => undefined);
      if (own === turn.current && found) setTried(found);
    }, pause);
    return () => clearTimeout(timer);
  }, [draft, typed, syntax, variant]);
  return tried;
}
