import { Trouble } from "../base/trouble.mjs";

/** Reads `--students 50` and the like over what a command takes otherwise. */
export function readOptions(words, defaults) {
  const options = { ...defaults };
  for (let at = 0; at < words.length; at += 2) {
    const [, name] = /^--([a-z]+)$/.exec(words[at]) ?? [];
    if (name === undefined || !(name in defaults))
      throw new Trouble(
        `"${words[at]}" is not known here; there is ${Object.keys(defaults)
          .map((each) => `--${each}`)
          .join(", ")}.`,
      );
    const value = Number(words[at + 1]);
    if (!Number.isInteger(value) || value < 1)
      throw new Trouble(`--${name} is a whole number from 1, as in --${name} 20.`);
    options[name] = value;
  }
  return options;
}
