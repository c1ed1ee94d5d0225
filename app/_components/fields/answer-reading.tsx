"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { Complaint } from "@/app/_components/complaint";
import { plain, Sentence } from "@/app/_components/sentence";
import { Typeset } from "@/app/_components/typeset";
import { printedShapeInWords } from "@/app/_components/words";
import { fail } from "@/lib/base";
import { fetchLatex, type Syntax, texToMathml } from "@/lib/expr";
import { type Ambiguity, type AnswerPart, type Mend, mended, readAnswer, readShapeAnswer } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";
import { AnswerParts } from "./answer-parts";
import { useScripts } from "./use-scripts";

export interface ReadingProps {
  text: string;
  syntax: Syntax;
  /** The names that the answer may use. */
  names: Declarations;
  indices?: readonly string[];
  longest: number;
  /** One line among others: nothing is said of it until something is typed. */
  slim?: boolean;
  /** The shape says nothing here. */
  shapeless?: boolean;
  /** What it is read as, where that is no expression. */
  reads?: "shape" | undefined;
  /** Puts a mended text into the field. */
  onMend?: (text: string) => void;
  /** Marks a part in the field. */
  onChoose?: (part: AnswerPart) => void;
}

/** Fetches what a syntax needs to be read. */
export async function prepare(syntax: Syntax): Promise<void> {
  if (syntax === "latex") await fetchLatex();
}

type Reading = ReturnType<typeof readAnswer>;

const noIndices: readonly string[] = [];

/** What was read of the answer so far, typeset, and its shape; or the place where reading stopped. */
export function AnswerReading(props: ReadingProps) {
  const { syntax, names, indices = noIndices, longest, slim = false, shapeless, reads, onMend, onChoose } = props;
  const text = useReadable(props.text);
  const hasScripts = useScripts();
  const reading = useMemo(() => {
    if (text.trim() === "") return undefined;
    if (text.length > longest) return tooLong(text, longest);
    if (reads === "shape") return readShapeAnswer(text, syntax, names);
    return readAnswer(text, syntax, names, indices);
  }, [text, syntax, names, indices, longest, reads]);
  return (
    <>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-6 gap-y-1.5">
        {reading?.ok && <Understood {...reading.value} shapeless={shapeless} />}
        {reading?.ok === false && <Complaint text={text} complaint={reading.error} quiet />}
        {reading?.ok === false && reading.error.mend && onMend && hasScripts && (
          <MendButton source={text} mend={reading.error.mend} onMend={onMend} />
        )}
      </div>
      {reading?.ok && <ReadAs ambiguity={reading.value.ambiguity} />}
      {reading?.ok && reading.value.compound && hasScripts && !slim && !shapeless && (
        <AnswerParts text={text} syntax={syntax} names={names} indices={indices} onChoose={onChoose} />
      )}
      <Announcement sentence={reading === undefined ? "" : inWords(reading)} />
    </>
  );
}

/** A text of more characters is read between the letters, so that it does not hold them up. */
const readAtOnce = 300;

/** The text as it is read now. */
function useReadable(text: string): string {
  const isLong = text.length > readAtOnce;
  const settled = useDeferredValue(isLong ? text : "");
  return isLong && settled !== "" ? settled : text;
}

function tooLong(text: string, longest: number): Reading {
  const message = `At most ${longest.toLocaleString("en")} characters are read, and this answer is longer.`;
  return fail({ code: "limit", message, start: longest, end: text.length });
}

function inWords(reading: Reading): string {
  if (!reading.ok) return plain(reading.error.message);
  return `Read as ${reading.value.speech}, ${printedShapeInWords(reading.value.shape)}`;
}

interface UnderstoodProps {
  tex: string;
  shape: string;
  shapeless: boolean | undefined;
}

function Understood({ tex, shape, shapeless }: UnderstoodProps) {
  const mathml = useMemo(() => texToMathml(tex), [tex]);
  return (
    <>
      <div className="reading scroll-x py-1">
        <Typeset html={mathml} />
      </div>
      {!shapeless && <p className="hint">{printedShapeInWords(shape)}</p>}
    </>
  );
}

/** How a piece was read that could have been meant in another way. */
function ReadAs({ ambiguity }: { ambiguity: Ambiguity | undefined }) {
  if (!ambiguity) return null;
  return (
    <p className="hint">
      <Sentence text={`\`${ambiguity.typed}\` is read as \`${ambiguity.read}\`.`} />
    </p>
  );
}

/** One press mends what was complained about. */
function MendButton({ source, mend, onMend }: { source: string; mend: Mend; onMend: (text: string) => void }) {
  return (
    <button
      type="button"
      onClick={() => onMend(mended(source, mend))}
      className="button min-h-11 px-3 text-[0.875rem] sm:min-h-9"
    >
      <Sentence text={offer(source, mend)} />
    </button>
  );
}

function offer(source: string, { start, end, text }: Mend): string {
  if (text === "") return `Leave out \`${source.slice(start, end)}\``;
  return start === end ? `Add \`${text}\`` : `Write \`${text}\``;
}

/** Reads a sentence out when it has stood for a second, so that typing is not talked over. */
function Announcement({ sentence }: { sentence: string }) {
  const [said, say] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => say(sentence), 1000);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
