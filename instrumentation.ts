/** Next calls this once, when a server starts. Jobs run inside it; pages need not wait for them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  void import("@/lib/jobs").then(({ startJobs }) => {
    const { stop } = startJobs();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
  });
}
