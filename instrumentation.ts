/** Next calls this once, before a server answers anybody. Jobs run inside it; pages need not wait for them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { guardServer } = await import("@/lib/auth");
    guardServer();
    void import("@/lib/jobs").then(({ takeJobs }) => takeJobs());
  }
}
