// Loaded before a program that we start: its channel to us breaks when we are killed, even with -9, and then it ends too.
process.once("disconnect", () => process.exit(0));
process.channel?.unref();
