import { createHash, timingSafeEqual } from "node:crypto";
import { currentRequest, metricsText } from "@/lib/observe";

/** What the server counts, for Prometheus. For this machine itself, or for whoever holds METRICS_TOKEN; to others it does not exist. */
export async function GET(request: Request): Promise<Response> {
  if (!currentRequest()?.isLocal && !holdsToken(request)) return new Response("Not found", { status: 404 });
  const { text, type } = await metricsText();
  return new Response(text, { headers: { "Content-Type": type, "Cache-Control": "no-store" } });
}

function holdsToken({ headers }: Request): boolean {
  const token = process.env.METRICS_TOKEN;
  if (!token) return false;
  return timingSafeEqual(digest(headers.get("authorization") ?? ""), digest(`Bearer ${token}`));
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
