import { createHmac } from "node:crypto";
import type { Seed } from "../../base";

/** The chance behind a version's verdicts, for whoever has the secret. */
export function seedWith(secret: string, versionId: string): Seed {
  return createHmac("sha256", secret).update(`version ${versionId}`).digest("hex");
}
