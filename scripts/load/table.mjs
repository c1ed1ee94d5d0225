import { Trouble } from "../base/trouble.mjs";

/**
 * What can be measured, with what each takes where nothing else is asked for. `load` gives `{ run(options) }`, which prints what came
 * out and tells whether every promise was kept.
 */
const commands = {
  storm: {
    title: "a class before a deadline",
    defaults: { students: 300, seconds: 180 },
    load: () => import("./storm.mjs"),
  },
  growth: {
    title: "the same course among ever more others",
    defaults: { times: 100, courses: 1_000 },
    load: () => import("./growth.mjs"),
  },
  instances: {
    title: "several servers, one of which is killed; what `--instances 3` alone asks for",
    defaults: { instances: 3, students: 60, seconds: 90 },
    load: () => import("./instances.mjs"),
  },
  capacity: {
    title: "the highest rate of graded answers, beside a bare route",
    defaults: { students: 400, seconds: 15 },
    load: () => import("./capacity.mjs"),
  },
};

export function commandNamed(name) {
  const command = commands[name];
  if (command) return command;
  const lines = Object.entries(commands).map(([each, { title }]) => `  ${each.padEnd(9)} ${title}`);
  throw new Trouble(
    `Use: npm run load -- <what> [--students n] [--seconds n] [--instances n]\n${lines.join("\n")}\nA machine that does nothing else gives numbers that mean something.`,
  );
}
