// Not needed to read the page: a search over the incidents, and all that is folded unfolds before printing.
"use strict";
const search = document.getElementById("search");
if (search) {
  const articles = [...document.querySelectorAll("article")].map((at) => [at, at.textContent.toLowerCase()]);
  const months = [...document.querySelectorAll(".month")];
  search.closest("p").hidden = false;
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const [article, text] of articles) {
      article.hidden = !words.every((word) => text.includes(word));
      found += article.hidden ? 0 : 1;
    }
    for (const month of months) month.hidden = !month.querySelector("article:not([hidden])");
    document.getElementById("found").textContent = words.length ? ` ${found} of ${articles.length}` : "";
  });
}
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
