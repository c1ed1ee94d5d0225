import type { z } from "zod";
import { noteFailure, sentenceFor } from "@/app/_actions/guarded";
import { addressIn } from "@/lib/auth";
import { fail, ok, type Result } from "@/lib/base";
import { type Holder, holderOf, type ServiceError, type ServiceErrorCode, scopeMissing } from "@/lib/services";
import { readJson } from "../../_requests/json";
import type { Operation } from "./operations";
import { type Failure, problemResponse } from "./problems";

/** The largest body that is read, in bytes. */
const largest = 256_000;

const statuses: { readonly [C in ServiceErrorCode]?: number } = {
  "not-found": 404,
  "sign-in-needed": 401,
  refused: 403,
  "too-many": 429,
  busy: 503,
  "too-long": 422,
};

/** What a route is given by the framework. */
interface Context {
  readonly params: Promise<Readonly<Record<string, string>>>;
}

/** What a handler works with: everything has been checked. */
export interface Asked {
  readonly holder: Holder;
  /** A parameter of the path. */
  readonly param: (name: string) => string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly now: Date;
}

type Handler = (asked: Asked) => Promise<Result<unknown, ServiceError>>;

/** A route of the API: who asks, may they, is it well asked, do it, answer in JSON. */
export function endpoint(operation: Operation, handle: Handler) {
  const answer = async (request: Request, { params }: Context): Promise<Response> => {
    const now = new Date();
    const holder = await holderOf(request.headers.get("authorization"), addressIn(request.headers), now);
    if (!holder.ok) return problemResponse(failureOf(holder.error));
    const missing = scopeMissing(holder.value, operation.scopes);
    if (missing) return problemResponse({ ...failureOf(missing), code: "scope-missing" });
    const query = readQuery(operation, request);
    if (!query.ok) return problemResponse(query.error);
    const body = operation.body ? await readBody(request) : ok(undefined);
    if (!body.ok) return problemResponse(body.error);
    const named = await params;
    const param = (name: string) => named[name] ?? "";
    const reply = await handle({ holder: holder.value, param, query: query.value, body: body.value, now });
    if (!reply.ok) return problemResponse(failureOf(reply.error));
    return Response.json(reply.value, { headers: { "cache-control": "no-store" } });
  };
  return (request: Request, context: Context) => answer(request, context).catch(broken);
}

/** In seconds: what is away for a moment is worth another try then. */
const soon = 5;

/** What a failure of ours is to a program: worth another try where it is not a defect. */
function broken(error: unknown): Response {
  const fault = noteFailure(error, "a request to the API failed");
  const failure = { code: fault, detail: sentenceFor(fault) };
  return problemResponse(
    fault === "defect" ? { ...failure, status: 500 } : { ...failure, status: 503, retryAfter: soon },
  );
}

function failureOf({ code, message, retryAfter }: ServiceError): Failure {
  return { status: statuses[code] ?? 422, code, detail: message, retryAfter };
}

function readQuery({ query }: Operation, request: Request): Result<Readonly<Record<string, unknown>>, Failure> {
  if (!query) return ok({});
  const read = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return read.success ? ok(read.data) : fail(invalid(read.error));
}

function invalid({ issues: [issue] }: z.ZodError): Failure {
  const where = issue?.path.join(".") || "query";
  return { status: 422, code: "invalid", detail: `${where}: ${issue?.message ?? "not as it should be"}` };
}

const tooLarge: Failure = { status: 413, code: "too-large", detail: `A body has at most ${largest} bytes.` };
const noJson: Failure = { status: 400, code: "no-json", detail: "The body is no JSON." };

async function readBody(request: Request): Promise<Result<unknown, Failure>> {
  const body = await readJson(request, largest);
  return body.ok ? body : fail(body.error === "too-large" ? tooLarge : noJson);
}
