import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Bank, type BankFile, describeBankError, readBank } from "../bank";

const root = fileURLToPath(new URL("../../../prisma/bank/", import.meta.url));

/** The bank as it lies in its folder. */
export function readBankFolder(): Bank {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /[.](yaml|md)$/.test(path));
  const files = paths.map((path): BankFile => {
    return { path: path.replaceAll("\\", "/"), text: readFileSync(`${root}${path}`, "utf8") };
  });
  const read = readBank(files);
  if (!read.ok) throw new Error(read.error.map(describeBankError).join("\n"));
  return read.value;
}
