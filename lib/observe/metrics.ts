import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { onePerProcess } from "./process";

/** Numbers that a server counts about itself. No label names a person, a problem or a text. */
function make() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: "nabla_requests_total",
      help: "Requests answered, by route pattern, method and class of status.",
      labelNames: ["route", "method", "status"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "nabla_request_seconds",
      help: "Seconds from a request to the end of its response.",
      labelNames: ["route"],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    answers: new Counter({
      name: "nabla_answers_total",
      help: "Answers that were graded, by what came of it.",
      labelNames: ["status"],
      registers,
    }),
    gradingSeconds: new Histogram({
      name: "nabla_grading_seconds",
      help: "Seconds that the grader took for one answer, waiting included.",
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    jobs: new Counter({
      name: "nabla_jobs_total",
      help: "Jobs that ended here, by task and outcome.",
      labelNames: ["task", "outcome"],
      registers,
    }),
    refusals: new Counter({
      name: "nabla_rate_limit_refusals_total",
      help: "Requests that a rate limit refused, by limit.",
      labelNames: ["limit"],
      registers,
    }),
    failures: new Counter({
      name: "nabla_failures_total",
      help: "Pages, routes and actions that failed, by the kind of fault.",
      labelNames: ["fault"],
      registers,
    }),
  };
}

/** The counters of this process. */
export const metrics = () => onePerProcess("nablaMetrics", make);

/** Values by label, or one value without a label. */
type Reading = number | Readonly<Record<string, number>>;

/** Adds a number that is read whenever somebody looks; `label` names what its values are told apart by. */
export function gaugeOf(name: string, help: string, read: () => Promise<Reading> | Reading, label?: string): void {
  const { registry } = metrics();
  registry.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    labelNames: label ? [label] : [],
    registers: [registry],
    async collect() {
      const reading = await read();
      this.reset();
      if (typeof reading === "number") this.set(reading);
      else for (const [value, number] of Object.entries(reading)) this.set({ [label ?? ""]: value }, number);
    },
  });
}

/** All of it as Prometheus reads it, with the type of that text. */
export async function metricsText(): Promise<{ readonly text: string; readonly type: string }> {
  const { registry } = metrics();
  return { text: await registry.metrics(), type: registry.contentType };
}
