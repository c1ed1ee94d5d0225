// Loaded before a program that we start: its channel to us breaks when we are killed, even with -9, and then it ends too.
process.once("disconnect", () => process.exit(0));
process.channel?.unref();

// What that program starts in its turn follows it, not us, by its own means.
const ours = process.execArgv.indexOf(import.meta.url);
if (ours > 0) process.execArgv.splice(ours - 1, 2);
