"use client";

import { Moment } from "@/app/_components/moment";
import type { Version } from "./kept";
import { answerOf } from "./typed";

interface Props {
  version: Version;
  /** Puts it into the fields. */
  onTake: () => void;
}

/** What was typed here at another time or on another device, and the way back to it. */
export function OtherVersion({ version, onTake }: Props) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 border-l-3 border-edge bg-raised px-4 py-2.5 text-[0.875rem]">
      <p className="min-w-0 [overflow-wrap:anywhere]">
        Typed before, <Moment date={new Date(version.at)} />: <code className="source">{shortened(version)}</code>
      </p>
      <button type="button" onClick={onTake} className="button min-h-11 px-3 sm:min-h-9">
        Use this instead
      </button>
    </div>
  );
}

const longest = 80;

function shortened({ typed }: Version): string {
  const answer = answerOf(typed);
  const text = typeof answer === "string" ? answer : Object.values(answer).join(" | ");
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
