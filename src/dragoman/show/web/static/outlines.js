// Coasts, borders and names for Leaflet, from outlines.json (scripts/build_outlines.py tells its form).
import { colour, make } from "./dom.js";
import { asset, loadJson } from "./load.js";

// Asked for at once, while the libraries are still on their way: it is the largest file of the page.
const coming = loadJson(asset("outlines.json"));
coming.catch(() => {}); // told where it is awaited

const DIVISIONS_FROM = 5; // zoom: before, the lines are a grey mist
const NAMES_AT_ONCE = 70;
const ROOM = { country: 46, place: 70 }; // pixels that an area must be wide before its name is written

function readLine(steps) {
  const points = [];
  for (let at = 0, x = 0, y = 0; at < steps.length; at += 2) {
    x += steps[at];
    y += steps[at + 1];
    points.push([y / 100, x / 100]);
  }
  return points;
}

function listNames(map, data) {
  const bounds = map.getBounds().pad(0.05);
  const scale = 256 * 2 ** map.getZoom() / 36000; // pixels for a hundredth of a degree
  const shown = [];
  for (const [kind, names] of [["country", data.countries], ["place", data.places]]) {
    for (const [name, x, y, size] of names) {
      const room = size * scale;
      if (room < ROOM[kind] || shown.length >= NAMES_AT_ONCE) break; // the largest come first
      if (room < name.length * 6) continue; // a long name would lie over the neighbours
      if (kind === "country" && room > 1500) continue; // its divisions are named by now
      if (bounds.contains([y / 100, x / 100])) shown.push({ kind, name, at: [y / 100, x / 100] });
    }
  }
  return keepApart(map, shown);
}

// A name that would lie over one already written is left out.
function keepApart(map, names) {
  const taken = [];
  return names.filter(({ name, at }) => {
    const { x, y } = map.latLngToContainerPoint(at);
    const half = name.length * 3.4 + 4;
    if (taken.some((other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < 16)) return false;
    taken.push({ x, y, half });
    return true;
  });
}

export async function drawOutlines(map) {
  const L = globalThis.L;
  const data = await coming;
  const renderer = L.canvas({ padding: 0.4 });
  const quiet = { renderer, interactive: false };
  const land = L.polygon(data.land.map(readLine), { ...quiet, weight: 0.8, fillOpacity: 1 }).addTo(map);
  const borders = L.polyline(data.borders.map(readLine), { ...quiet, weight: 0.9 }).addTo(map);
  const divisions = L.polyline(data.divisions.map(readLine), { ...quiet, weight: 0.6 });
  const names = L.layerGroup().addTo(map);

  const paint = () => {
    land.setStyle({ color: colour("coast"), fillColor: colour("land") });
    borders.setStyle({ color: colour("border") });
    divisions.setStyle({ color: colour("division") });
  };
  const update = () => {
    if (map.getZoom() >= DIVISIONS_FROM) divisions.addTo(map).bringToBack();
    else divisions.remove();
    land.bringToBack();
    names.clearLayers();
    for (const { kind, name, at } of listNames(map, data)) {
      const icon = L.divIcon({ className: `map-name ${kind}`, iconSize: [0, 0], html: make("span", {}, name) });
      L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(names);
    }
  };
  map.on("moveend", update);
  paint();
  update();
  return paint;
}
