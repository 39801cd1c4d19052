// Work by keyboard: "?" tells the keys. Nothing happens while somebody writes into a field.
import { make } from "./dom.js";

const PLACES = { d: "/", i: "/incidents", a: "/actors", s: "/sources", t: "/timeline", m: "/map", n: "/network", c: "/conflicts", f: "/failures", l: "/judgements" };
const TOLD = [
  ["?", "these keys"],
  ["/", "search"],
  ["g then d i a s t m n c f l", "go to desk, incidents, actors, sources, timeline, map, network, conflicts, failures, log"],
  ["j, k", "next, previous item"],
  ["Enter", "open the item"],
  ["x", "tick the item"],
  ["s, J, u, e", "on an incident: split, join, undo, correct"],
  ["Esc", "leave a field, close, choose nothing"],
];
const ITEMS = "[data-item], table.list tbody tr, article.record, article.telling";
let going = 0; // the moment until which a letter after "g" is a place

function isWriting(target) {
  return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;
}

function listItems() {
  return [...document.querySelectorAll(ITEMS)].filter((item) => item.offsetParent !== null);
}

function step(by) {
  const items = listItems();
  if (!items.length) return;
  const at = items.findIndex((item) => item.classList.contains("at-key"));
  const next = items[Math.min(items.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  items[at]?.classList.remove("at-key");
  next.classList.add("at-key");
  next.scrollIntoView({ block: "nearest" });
  const focus = next.querySelector("a[href], button, input") ?? next;
  if (focus === next) next.tabIndex = -1;
  focus.focus({ preventScroll: true });
  next.dispatchEvent(new CustomEvent("at-key", { bubbles: true }));
}

function tick() {
  document.querySelector(".at-key input[type=checkbox]")?.click();
}

function showHelp() {
  let box = document.getElementById("keys");
  if (!box) {
    const rows = TOLD.flatMap(([keys, means]) => [make("dt", {}, make("kbd", {}, keys)), make("dd", {}, means)]);
    const close = make("form", { method: "dialog" }, make("button", {}, "Close"));
    box = make("dialog", { id: "keys", "aria-labelledby": "keys-title" }, make("h2", { id: "keys-title" }, "Keys"), make("dl", {}, ...rows), close);
    document.body.append(box);
  }
  box.showModal();
}

function pressOwn(key) {
  const own = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!own) return false;
  own.closest("details")?.setAttribute("open", "");
  own.scrollIntoView({ block: "center" });
  if (own.matches("summary")) own.parentElement.querySelector("input:not([type=hidden])")?.focus();
  else if (own.matches("a, button")) own.click();
  else (own.matches("input, select, textarea") ? own : own.querySelector("input:not([type=hidden]), select, textarea, button"))?.focus();
  return true;
}

function act(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isWriting(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (Date.now() < going && PLACES[event.key]) {
    going = 0;
    location.assign(PLACES[event.key]);
  } else if (pressOwn(event.key)) event.preventDefault();
  else if (event.key === "g") going = Date.now() + 1500;
  else if (event.key === "?") showHelp();
  else if (event.key === "/") {
    event.preventDefault();
    document.querySelector("form.search input, input[type=search]")?.focus();
  } else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "x") tick();
}

export function listen() {
  document.addEventListener("keydown", act);
}
