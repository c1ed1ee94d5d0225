import { runScript } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";
import { readOptions } from "./load/options.mjs";
import { printHead } from "./load/report.mjs";
import { commandNamed } from "./load/table.mjs";

/** `--instances 3` alone says what is wanted. */
const wordsOf = (given) => (given[0] === "--instances" ? ["instances", ...given] : given);

/**
 * How much Nabla bears: `npm run load -- storm`. A production build over a PostgreSQL of its own, asked by this process as browsers
 * would. Exits with 1 where a promise is broken.
 */
await runScript(async () => {
  const [name, ...words] = wordsOf(process.argv.slice(2));
  const command = commandNamed(name);
  const options = readOptions(words, command.defaults);
  await ensureDependencies();
  await ensureClient();
  if (!process.env.LOAD_IN_COPY) printHead(name, options);
  const { run } = await command.load();
  process.exitCode = (await run(options)) ? 0 : 1;
});
process.exit();
