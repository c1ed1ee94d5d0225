import type { Instrumentation } from "next";

const isServer = process.env.NEXT_RUNTIME === "nodejs";

/** Next calls this once, before a server answers anybody. What works beside requests starts here; pages need not wait for it. */
export async function register(): Promise<void> {
  if (isServer && process.env.NEXT_PHASE !== "phase-production-build") {
    const { guardServer } = await import("@/lib/auth");
    guardServer();
    void import("@/lib/jobs").then(({ startWork }) => startWork());
  }
}

/** Next calls this where a page, a route or an action has failed. Its people see the digest; the log ties it to the request. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath, routeType }) => {
  if (!isServer) return;
  const { noteFailure } = await import("@/lib/jobs");
  noteFailure(error, routePath, routeType);
};
