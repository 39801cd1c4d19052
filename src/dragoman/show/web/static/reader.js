// A span of the text and the record that was read from it point at each other: choose one, and the other is shown.

const segments = [...document.querySelectorAll(".seg[data-over]")];
const owners = new Map(segments.map((segment) => [segment, (segment.dataset.owners ?? segment.dataset.top ?? "").split(" ").filter(Boolean)]));
let turn = 0; // spans lie over one another: every further click on the same words shows the next one's record
let last = null;

function choose(id, { scrollTo = null } = {}) {
  for (const element of document.querySelectorAll(".is-chosen")) element.classList.remove("is-chosen");
  document.querySelector("[aria-current=true]")?.removeAttribute("aria-current");
  const record = id && document.getElementById(id);
  const mine = segments.filter((segment) => owners.get(segment).includes(id));
  document.querySelector("[data-reader]")?.classList.toggle("is-faint", Boolean(id && mine.length));
  if (!id) return;
  for (const segment of mine) segment.classList.add("is-chosen");
  if (record) {
    record.classList.add("is-chosen");
    record.setAttribute("aria-current", "true");
    record.closest("details")?.setAttribute("open", "");
  }
  if (scrollTo === "record") record?.scrollIntoView({ block: "nearest" });
  if (scrollTo === "text") mine[0]?.scrollIntoView({ block: "center" });
}

function chooseFromText(segment) {
  const over = owners.get(segment);
  if (!over.length) return;
  turn = segment === last ? turn + 1 : 0;
  last = segment;
  choose(over[over.length - 1 - (turn % over.length)], { scrollTo: "record" });
}

document.addEventListener("click", (event) => {
  if (event.target.closest("a, button, input, summary, label, select, textarea")) return;
  const segment = event.target.closest(".seg.lit");
  const record = event.target.closest("article.record");
  if (segment) chooseFromText(segment);
  else if (record) choose(record.id, { scrollTo: "text" });
  else if (event.target.closest(".text")) choose(null);
});
document.addEventListener("at-key", (event) => {
  if (event.target.matches("article.record")) choose(event.target.id, { scrollTo: "text" });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") choose(null);
  if ((event.key === "Enter" || event.key === " ") && event.target.matches(".seg.lit, article.record")) {
    event.preventDefault();
    if (event.target.matches(".seg")) chooseFromText(event.target);
    else choose(event.target.id, { scrollTo: "text" });
  }
});

// The address names a record (#e3): its words are shown.
function followAddress() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id && document.getElementById(id)?.matches("article.record")) choose(id, { scrollTo: "text" });
}
addEventListener("hashchange", followAddress);
followAddress();
