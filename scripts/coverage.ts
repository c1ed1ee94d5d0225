import { writeFileSync } from "node:fs";
import { coverageMarkdown } from "../lib/audit";
import { inspectBank } from "../lib/problems";
import { bankFiles } from "./bank/files";

/** `npm run coverage`: writes docs/coverage.md out of the bank. */
writeFileSync("docs/coverage.md", coverageMarkdown(inspectBank(bankFiles()).bank));
