/** The root of the project: npm starts every script there, and a bundled script cannot tell it from its own place. */
export const root = process.cwd();
