/** Next calls this once, when a server starts. Jobs run inside it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startJobs } = await import("@/lib/jobs");
  const stop = await startJobs();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}
