import pino from "pino";

/** The log of the server. Ids and codes go into it; passwords, addresses of people and texts of answers never do. */
export const log = pino({
  name: "nabla",
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  redact: ["password", "email", "text", "*.password", "*.email", "*.text"],
});
