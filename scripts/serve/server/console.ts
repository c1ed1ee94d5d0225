import { log } from "../../../lib/observe";

/** What the framework prints becomes lines of the log: errors as the log may know them, and of texts the first line. */
export function speakThroughLog(): void {
  console.error = say("error");
  console.warn = say("warn");
  for (const name of ["log", "info", "debug"] as const) console[name] = say("debug");
}

function say(level: "error" | "warn" | "debug") {
  return (...words: readonly unknown[]): void => {
    const err = words.find((word) => word instanceof Error);
    const text = words.find((word) => typeof word === "string");
    // A failed request is written down where the framework reports it, with its route.
    if (err && "digest" in err) return;
    log[level]({ ...(err && { err }) }, err ? "the framework failed" : `framework: ${firstLine(text ?? "")}`);
  };
}

const firstLine = (text: string): string => text.trim().split("\n")[0]?.slice(0, 200) ?? "";
