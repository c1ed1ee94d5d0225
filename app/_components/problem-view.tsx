import type { ReactNode } from "react";
import { tasteOf } from "@/lib/auth";
import { hasLayouts } from "@/lib/feedback";
import { longestAnswer, type ProblemView as Problem } from "@/lib/services";
import { AnswerForm } from "./answer-form";
import { AnswerLines } from "./answering/answer-lines";
import type { AnswerState } from "./answering/answer-state";
import { UntilAnswered } from "./answering/answering";
import { practiceLine } from "./answering/lines";
import { Content } from "./content/content";
import { showField } from "./fields/shown-field";
import { isWriting, type Writing, writingCookie } from "./fields/writing";
import { Formula } from "./formula";
import { HelpForm } from "./help-form";
import { Link } from "./link";
import { nameToTex } from "./name-to-tex";
import { Prose } from "./prose";
import { showPoint } from "./shown-verdict";
import { TryAgain } from "./try-again";
import { Typeset } from "./typeset";
import { VariablesTable } from "./variables-table";
import { askedFor, policyWords } from "./words";

/** A problem to be answered: the statement, what it declares, the answer's fields, help, and what one has tried so far. */
export async function ProblemView({ problem, guest }: { problem: Problem; guest: boolean }) {
  const { id, versionId, variant, form, indices } = problem;
  return (
    <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <Content content={problem.statement} />
      <Given problem={problem} />
      <div id="answering" className="min-w-0 scroll-mt-6 space-y-8">
        <div className="no-print">
          <AnswerForm
            key={variant.number}
            owner={problem.typing.owner}
            problemId={id}
            versionId={versionId}
            variant={variant.name}
            field={showField(problem.field)}
            indices={indices}
            asked={askedFor(form)}
            longest={longestAnswer}
            start={await startOf(problem)}
          />
        </div>
        <Help problem={problem} />
        {problem.solution && <Solution content={problem.solution} gaveUp={problem.gaveUp} />}
        <div className="no-print">
          <AnswerLines lines={problem.attempts.map(practiceLine)} guest={guest} />
        </div>
      </div>
    </div>
  );
}

/** Beside a problem: what it declares, what is asked for, and what it practises. */
export function Given({ problem }: { problem: Problem }) {
  return (
    <aside aria-label="What is given" className="space-y-4 lg:row-span-2">
      <Declared problem={problem} />
      <Skills skills={problem.skills} />
    </aside>
  );
}

/** What a problem declares and asks for, where several stand on a page. */
export function Declared({ problem }: { problem: AskedOf }) {
  return (
    <div className="space-y-4">
      {Object.keys(problem.declarations.variables).length > 0 && <VariablesTable declarations={problem.declarations} />}
      <Asked problem={problem} />
    </div>
  );
}

/** What the person has typed of an answer, or nothing yet. */
export async function startOf(problem: Problem): Promise<AnswerState> {
  const key = crypto.randomUUID();
  const { draft } = problem.typing;
  if (!draft) return { typed: {}, writing: await startingWriting(problem), key };
  return { typed: draft.fields, writing: draft.writing, typedAt: draft.typedAt.getTime(), key };
}

/** LaTeX where the problem is about it; otherwise what the person has chosen before. */
async function startingWriting({ field, typing }: Problem): Promise<Writing> {
  if (!("start" in field)) return "text";
  if (field.start === "latex") return "latex";
  if (typing.writing !== null) return typing.writing;
  const kept = await tasteOf(writingCookie);
  return isWriting(kept) ? kept : "text";
}

type AskedOf = Pick<Problem, "form" | "wrt" | "where" | "indices" | "at" | "policy" | "alike" | "declarations">;

/** What is asked for, beside the statement. */
export function Asked({ problem }: { problem: AskedOf }) {
  const { form, wrt, where, indices, at, policy, alike, declarations } = problem;
  const points = showPoint(at, declarations);
  return (
    <ul className="space-y-1 text-[0.9375rem] text-soft">
      {wrt && form !== "table" && (
        <li>
          Differentiate by <Formula tex={nameToTex(wrt, declarations)} />.
        </li>
      )}
      {points.length > 0 && (
        <li className="scroll-x flex flex-wrap items-center gap-x-4 gap-y-2">
          At
          {points.map((html) => (
            <Typeset key={html} html={html} />
          ))}
        </li>
      )}
      {where.length > 0 && <li>With {where.join(" and ")}.</li>}
      {indices.length > 0 && <li>Indices of the entry: {indices.join(", ")}.</li>}
      {hasLayouts(form) && !alike && <li>{policyWords[policy]}</li>}
    </ul>
  );
}

function Skills({ skills }: Pick<Problem, "skills">) {
  if (skills.length === 0) return null;
  return (
    <section aria-labelledby="skills" className="no-print">
      <h2 id="skills" className="eyebrow mb-1.5 font-sans">
        Practises
      </h2>
      <ul className="flex flex-wrap gap-1.5">
        {skills.map(({ id, ability }) => (
          <li key={id} className="tag">
            {ability}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Hints one at a time, the solution for whoever gives up, and another variant once this one is open. */
function Help({
  problem: { id, field, variant, hints, solution, hasSolution, attempts, asking },
}: {
  problem: Problem;
}) {
  const form = { problemId: id, variant: variant.name };
  const isOpen = attempts.length > 0 && attempts[0]?.feedback.outcome !== "right";
  const target = hasOneField(field) ? "#answer" : "#answering";
  const left = solution ? 0 : hints.count - hints.given.length;
  return (
    <section aria-label="Help" className="space-y-4">
      <Hints hints={hints} />
      {asking && (
        <p className="hint no-print">
          Your assignment{" "}
          <Link href={`/assignments/${asking.id}`} className="link">
            {asking.title}
          </Link>{" "}
          asks this too. What you answer here is practice, and the solution opens when the assignment is closed.
        </p>
      )}
      <div className="no-print flex flex-wrap items-start gap-3">
        {!solution && (
          <UntilAnswered part={{ name: "try-again", target }}>{isOpen && <TryAgain target={target} />}</UntilAnswered>
        )}
        {left > 0 && (
          <HelpForm help="hint" {...form}>
            {hints.given.length === 0 ? "Show a hint" : "Show the next hint"}
          </HelpForm>
        )}
        {hasSolution && !solution && (
          <details className="group">
            <summary className="button button-quiet">Give up</summary>
            <div className="mt-2 space-y-2 border-l-2 border-line pl-4">
              <p className="max-w-[55ch] text-[0.9375rem] text-soft">
                You see the solution at once.{" "}
                {variant.others ? "Then take another variant and solve that one." : "You can still answer afterwards."}
              </p>
              <HelpForm help="solution" {...form}>
                Show the solution
              </HelpForm>
            </div>
          </details>
        )}
        {variant.others && (solution || !hasSolution) && (
          <HelpForm help="variant" {...form}>
            New variant
          </HelpForm>
        )}
      </div>
      {variant.others && variant.number > 1 && (
        <p aria-live="polite" className="hint">
          This is variant {variant.number}.
        </p>
      )}
    </section>
  );
}

/** The hints that were asked for. */
export function Hints({ hints }: Pick<Problem, "hints">) {
  return (
    <div aria-live="polite" className="space-y-3 empty:hidden">
      {hints.given.map((hint, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints never change places
        <Aside key={index} title={hints.count > 1 ? `Hint ${index + 1} of ${hints.count}` : "Hint"}>
          <Prose markdown={hint} />
        </Aside>
      ))}
    </div>
  );
}

/** The field itself takes the focus where it is one. */
const hasOneField = ({ kind }: Problem["field"]): boolean =>
  kind === "expression" || kind === "numbers" || kind === "plain";

function Aside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-l-2 border-accent pl-4">
      <p className="eyebrow">{title}</p>
      {children}
    </div>
  );
}

export function Solution({ content, gaveUp }: { content: NonNullable<Problem["solution"]>; gaveUp: boolean }) {
  return (
    <details className="border-l-2 border-line pl-4" open={gaveUp}>
      <summary className="text-[0.9375rem] font-medium text-soft">Solution</summary>
      <div className="mt-3">
        <Content content={content} />
      </div>
    </details>
  );
}
