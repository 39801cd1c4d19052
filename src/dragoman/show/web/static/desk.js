// On every page: keys, the switch between light and dark, help to be found.
import { make } from "./dom.js";
import { listen } from "./keys.js";

const NEXT = { "": "dark", dark: "light", light: "" };
const TOLD = { "": "as the system", dark: "dark", light: "light" };

function switchTheme(button) {
  const root = document.documentElement;
  const next = NEXT[root.dataset.theme ?? ""];
  if (next) root.dataset.theme = next;
  else delete root.dataset.theme;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
  tellTheme(button);
  document.dispatchEvent(new Event("theme"));
}

function tellTheme(button) {
  const now = TOLD[document.documentElement.dataset.theme ?? ""];
  button.setAttribute("aria-label", `Colours: ${now}. Switch`);
  button.title = `Colours: ${now}`;
}

function offerTheme() {
  let button = document.getElementById("theme");
  if (!button) {
    button = make("button", { id: "theme", type: "button" }, "◐");
    document.querySelector("header.top")?.append(button);
  }
  button.hidden = false;
  tellTheme(button);
  button.addEventListener("click", () => switchTheme(button));
}

// A region that scrolls sideways has to be reachable by keyboard, but only where it does scroll.
function reachScrolled() {
  for (const region of document.querySelectorAll(".scroll")) {
    if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
    else region.removeAttribute("tabindex");
  }
}

// Filters would push what they filter off a narrow screen: there they are folded away.
function foldFilters() {
  for (const facets of document.querySelectorAll("aside.facets")) {
    const button = make("button", { type: "button", class: "unfold", "aria-expanded": "false" }, "Filters");
    button.addEventListener("click", () => button.setAttribute("aria-expanded", String(facets.classList.toggle("unfolded"))));
    facets.prepend(button);
  }
}

offerTheme();
foldFilters();
listen();
reachScrolled();
addEventListener("resize", reachScrolled);
