import pino from "pino";
import { currentRequest } from "./request";

/** An error as the log may know it. Messages of libraries quote what people typed, so whatever is quoted goes. */
export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack, cause } = error;
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  return {
    type: name,
    ...(typeof code === "string" && { code }),
    ...(typeof digest === "string" && { digest }),
    message: withoutQuotes(summaryOf(error)),
    at: framesOf(stack),
    ...(cause !== undefined && { cause: plainError(cause) }),
  };
}

/** Prisma puts the arguments of a call first and what was wrong with them last; everybody else begins with what was wrong. */
function summaryOf({ name, message }: Error): string {
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return (name.startsWith("Prisma") ? lines.at(-1) : lines[0]) ?? "";
}

function withoutQuotes(text: string): string {
  return text
    .replace(/"[^"]*("|$)|'[^']*'|\([^()]*@[^()]*\)/g, "…")
    .replace(/\S+@\S+/g, "…")
    .slice(0, 300);
}

const mostFrames = 8;

function framesOf(stack = ""): readonly string[] {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return frames.slice(0, mostFrames).map((line) => line.trim().slice(3));
}

/** The log of the server, a JSON object a line. Ids and codes go into it; passwords, addresses of people and texts of answers never do. */
export const log = pino({
  name: "nabla",
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  redact: ["password", "email", "text", "*.password", "*.email", "*.text"],
  serializers: { err: plainError },
  mixin: () => {
    const request = currentRequest();
    return request ? { request: request.id } : {};
  },
});
