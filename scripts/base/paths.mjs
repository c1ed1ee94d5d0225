import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What a run keeps on this machine and nobody commits. */
export const dataFolder = join(root, ".data");

/** Where an installed command lives. */
export const modulePath = (...parts) => join(root, "node_modules", ...parts);
