import { runScript } from "./base/trouble.mjs";
import { runSession } from "./serve/session.mjs";

await runScript(() => runSession({ production: true }));
process.exit();
