// The page that says what is away comes back by itself: it is asked for again as soon as the server can do its work.
async function look() {
  const ready = await fetch("/api/ready", { cache: "no-store" }).then(({ ok }) => ok, () => false);
  if (ready) location.reload();
  else setTimeout(look, 3000);
}
setTimeout(look, 3000);
