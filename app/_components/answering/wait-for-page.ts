/** A server that takes longer than this about a verdict has more to do than making pages, in milliseconds. */
const slow = 2_000;
const longest = 15_000;

/**
 * How long a page waits until it asks for itself anew, in milliseconds: not at all while the server is quick, and spread over a
 * quarter of a minute while it is slow, so that a class that answers at once does not ask at once.
 *
 * @param took  how long the verdict took, in milliseconds
 * @param chance  from 0 to 1
 */
export function waitForPage(took: number, chance: number): number {
  return took < slow ? 0 : slow + chance * (longest - slow);
}
