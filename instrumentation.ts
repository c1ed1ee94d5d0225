/** Next calls this once, when a server starts. Jobs run inside it; pages need not wait for them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    void import("@/lib/jobs").then(({ takeJobs }) => takeJobs());
  }
}
