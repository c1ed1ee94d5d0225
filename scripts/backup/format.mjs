import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Trouble, troubleWith } from "../base/trouble.mjs";

/**
 * A backup is one compressed file. Inside: a line that names the format, then lines of JSON; one that has `bytes` is followed by so
 * many bytes of data. The last line says that it is the last, so that a file that was cut off is seen.
 */

const name = "nabla-backup";

/** Raised when an older Nabla could no longer read what is written. */
export const format = 1;

/** Writes a file as a whole or not at all: under another name, until all of it is on the disk. */
export async function writeBackup(file, content) {
  const draft = `${file}.part`;
  try {
    await pipeline(() => content(), createGzip(), createWriteStream(draft, { mode: 0o600 }));
    await flush(draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error.path || error.code?.startsWith("E") ? troubleWith("The backup cannot be written", error) : error;
  }
}

async function flush(file) {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const line = (object) => `${JSON.stringify(object)}\n`;

/** What a backup consists of, as text: its head, its parts, and its last line. */
export async function* written(head, parts) {
  yield line({ [name]: format, ...head });
  yield* parts;
  yield line({ last: true });
}

/** One part: what it is, its data, and what the data must come to. `data` yields buffers. */
export async function* writtenPart(what, data) {
  yield line({ part: what });
  const hash = createHash("sha256");
  let rows = 0;
  for await (const bytes of data) {
    hash.update(bytes);
    rows += linesIn(bytes);
    yield line({ bytes: bytes.length });
    yield bytes;
  }
  yield line({ rows, sha256: hash.digest("hex") });
}

/** A row of COPY is a line; line breaks within a row are written in another way. */
export function linesIn(bytes) {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

const damaged = (file) => new Trouble(`${file} is damaged or not complete, or no backup of Nabla: it is not used.`);

/** Hands out lines and bytes of a stream of buffers. */
function reading(stream) {
  const chunks = stream[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await chunks.next();
    if (done) throw new Error("the end is missing");
    held = held.length === 0 ? value : Buffer.concat([held, value]);
  };
  return {
    async line() {
      let end = held.indexOf(10);
      for (let seen = held.length; end < 0; seen = held.length) {
        await more();
        end = held.indexOf(10, seen);
      }
      const text = held.subarray(0, end).toString("utf8");
      held = held.subarray(end + 1);
      return JSON.parse(text);
    },
    async *bytes(count) {
      for (let left = count; left > 0; ) {
        if (held.length === 0) await more();
        const some = held.subarray(0, left);
        held = held.subarray(some.length);
        left -= some.length;
        yield some;
      }
    },
    async end() {
      if (held.length > 0 || !(await chunks.next()).done) throw new Error("something follows the end");
    },
  };
}

/**
 * Reads a backup from its head to its end, and has `take` take the data of each part; what it does not read is passed over. Refuses
 * what is no whole backup, and one of a newer format.
 *
 * @param {string} file
 * @param {(head: object, part: object, data: AsyncIterable<Buffer>) => Promise<void>} take
 * @returns {Promise<{ head: object, parts: object[] }>} each part with its `rows` and `sha256`
 */
export async function readBackup(file, take) {
  const handle = await open(file).catch((error) => {
    throw error.code === "ENOENT"
      ? new Trouble(`There is no file ${file}.`)
      : troubleWith("The backup cannot be read", error);
  });
  const source = handle.createReadStream();
  const unpacked = source.pipe(createGunzip());
  source.once("error", (error) => unpacked.destroy(error));
  try {
    return await readParts(reading(unpacked), take);
  } catch (error) {
    throw error instanceof Trouble || error.severity ? error : damaged(file);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

async function readParts(input, take) {
  const head = await input.line();
  if (head[name] > format) throw new Trouble(`This backup was made by a newer Nabla: take that one to restore it.`);
  if (head[name] !== format) throw new Error("no backup");
  const parts = [];
  for (let next = await input.line(); !next.last; next = await input.line()) {
    const sums = await readPart(input, (data) => take(head, next.part, data));
    parts.push({ ...next.part, ...sums });
  }
  await input.end();
  return { head, parts };
}

async function readPart(input, take) {
  const hash = createHash("sha256");
  let rows = 0;
  let sums;
  async function* data() {
    for (let next = await input.line(); ; next = await input.line()) {
      if (next.bytes === undefined) {
        sums = next;
        return;
      }
      for await (const bytes of input.bytes(next.bytes)) {
        hash.update(bytes);
        rows += linesIn(bytes);
        yield bytes;
      }
    }
  }
  const all = data();
  await take(all);
  for await (const _ of all);
  if (sums.rows !== rows || sums.sha256 !== hash.digest("hex")) throw new Error("other data than was written");
  return { rows, sha256: sums.sha256 };
}
