import { expect, it } from "vitest";
import { inspectBank, readPack, writePack } from "../../lib/problems";
import { bankFiles } from "../bank/files";

it("gives the whole bank back as it was, problem by problem", () => {
  const { problems } = inspectBank(bankFiles()).bank;
  const { rows, errors } = readPack([{ path: "pack.yaml", text: writePack(problems) }]);
  expect(errors).toEqual([]);
  expect(problems.length).toBeGreaterThan(400);
  expect(rows.map(({ problem }) => problem)).toEqual(problems);
}, 60_000);
