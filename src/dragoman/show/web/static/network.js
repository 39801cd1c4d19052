// Who acts on whom: quads to tick, days to choose, the pairs with most incidents first.
import { drawBrush, toSeconds } from "./brush.js";
import { count, make, onTheme } from "./dom.js";
import { Graph } from "./graph.js";
import { loadJson, loadLibraries, mount } from "./load.js";
import { QUADS, slug } from "./quads.js";

const MOST_NAMES = innerWidth < 640 ? 24 : 60; // a narrow screen has no room for more
const NUMBER = new Map(QUADS.map((quad, at) => [quad.name, at]));

function sumLinks(links, { quads, from, until }) {
  const sums = new Map();
  for (const link of links) {
    const quad = NUMBER.get(link.quad);
    if (!quads.has(quad)) continue;
    if (from !== null && (!link.period || link.moment < from || link.moment >= until)) continue;
    const key = JSON.stringify([link.actor, link.recipient, quad]);
    sums.set(key, (sums.get(key) ?? 0) + link.n);
  }
  return [...sums].map(([key, n]) => {
    const [source, target, quad] = JSON.parse(key);
    return { source, target, quad, n };
  });
}

function listNames(links) {
  const sums = new Map();
  for (const { source, target, n } of links) for (const name of [source, target]) sums.set(name, (sums.get(name) ?? 0) + n);
  return [...sums].map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

// Links between the same two names lie side by side: the nth is bent the more.
function layLanes(links) {
  const lanes = new Map();
  for (const link of links) {
    const key = JSON.stringify([link.source, link.target]);
    link.lane = lanes.get(key) ?? 0;
    lanes.set(key, link.lane + 1);
  }
  return links;
}

function offerQuads(asked, update) {
  return QUADS.map((quad, at) => {
    const box = make("input", { type: "checkbox", onchange: () => (box.checked ? asked.quads.add(at) : asked.quads.delete(at), update()) });
    box.checked = true;
    return make("label", { class: `key ${slug(quad)}`, "data-sign": quad.sign }, box, quad.name);
  });
}

async function drawNetwork(element) {
  const [answer] = await Promise.all([
    loadJson(element.dataset.src),
    loadLibraries(["d3-dispatch", "d3-quadtree", "d3-timer", "d3-force", "uplot"], ["uplot"]),
  ]);
  const links = (answer.data ?? answer).links.filter((link) => link.actor !== link.recipient);
  if (!links.length) return element.replaceChildren(make("p", { class: "empty" }, "Nobody acts on anybody here."));
  for (const link of links) link.moment = link.period ? toSeconds(link.period) : null;
  const asked = { quads: new Set([0, 1, 2, 3]), from: null, until: null };
  const canvas = make("canvas", { tabindex: "0", role: "img", "aria-label": "Who acts on whom, as a graph; the table below has the same facts" });
  const told = make("output", { "aria-live": "polite" });
  const graph = new Graph(canvas, (node) => node && location.assign(`/actors/${encodeURIComponent(node.id)}`));
  const update = () => {
    const sums = sumLinks(links, asked);
    const names = listNames(sums);
    const kept = new Set(names.slice(0, MOST_NAMES).map(({ id }) => id));
    const shown = layLanes(sums.filter(({ source, target }) => kept.has(source) && kept.has(target)));
    graph.show(names.slice(0, MOST_NAMES), shown);
    told.value = names.length > MOST_NAMES ? `the ${MOST_NAMES} busiest of ${count(names.length, "name")}` : count(names.length, "name");
  };
  const zooms = [["+", 1.25, "Closer"], ["−", 0.8, "Farther"]].map(([sign, by, name]) => make("button", { type: "button", "aria-label": name, onclick: () => graph.zoom(by) }, sign));
  element.append(canvas);
  element.before(make("div", { class: "plot-bar" }, ...offerQuads(asked, update), ...zooms, told));
  const strip = make("div", { class: "brush" });
  element.after(strip);
  update();
  const moments = links.flatMap((link) => (link.moment === null ? [] : new Array(Math.min(link.n, 500)).fill(link.moment)));
  drawBrush(strip, moments, (from, until) => {
    Object.assign(asked, { from, until });
    update();
  }, "Months");
  onTheme(() => graph.draw());
  return addEventListener("resize", () => graph.draw());
}

mount("[data-network]", drawNetwork);
