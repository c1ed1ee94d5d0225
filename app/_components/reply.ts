import { notFound, redirect } from "next/navigation";
import type { Result } from "@/lib/base";
import type { ServiceError } from "@/lib/services";

/** What a page shows, or the page that stands in its place: the sign-in, or "not found". */
export function shown<T>(reply: Result<T, ServiceError>, here: string): T {
  if (reply.ok) return reply.value;
  // Whoever may not do what a page is for has no page.
  if (reply.error.code === "not-found" || reply.error.code === "refused") notFound();
  if (reply.error.code === "sign-in-needed") redirect(`/sign-in?returnTo=${encodeURIComponent(here)}`);
  throw new Error(reply.error.message);
}
