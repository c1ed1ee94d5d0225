import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../base/paths.mjs";
import { missingFrom } from "./complete-lock.mjs";

type Packages = Record<
  string,
  { version: string; engines?: Record<string, string>; optionalDependencies?: Record<string, string> }
>;

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Packages };

describe("the lock file", () => {
  it("holds the builds for every system, or npm ci refuses it (scripts/install/complete-lock.mjs mends that)", () => {
    expect(missingFrom(packages)).toEqual([]);
  });

  it("pins every direct dependency exactly", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(wanted.filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+/.test(version))).toEqual([]);
  });

  it("installs nothing that says it needs a Node later than 20.19", () => {
    const tooNew = Object.entries(packages).filter(([, { engines }]) => {
      const lowest = /(\d+)(\.\d+)*/g;
      const majors = [...(engines?.node ?? "").matchAll(lowest)].map((match) => Number(match[1]));
      return majors.length > 0 && Math.min(...majors) > 20;
    });
    expect(tooNew.map(([path]) => path)).toEqual([]);
  });
});
