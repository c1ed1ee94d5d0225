import { join } from "node:path";
import { root } from "./base/paths.mjs";
import { checkRooms } from "./rooms/check.mjs";

const { files, violations } = await checkRooms(root, join(root, "node_modules"));
for (const { rule, from, to } of violations) console.error(`${from} → ${to}  breaks  ${rule}`);
console.log(`rooms: ${files} files, ${violations.length} broken rules`);
process.exitCode = violations.length > 0 ? 1 : 0;
