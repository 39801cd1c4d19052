// The map of all incidents asked for, and the small one of a single incident. Nothing is fetched from elsewhere.
import { drawBrush, toSeconds } from "./brush.js";
import { count, make, onTheme } from "./dom.js";
import { loadJson, loadLibraries, mount } from "./load.js";
import { drawOutlines } from "./outlines.js";
import { haloOf, PointLayer } from "./points.js";

function openMap(element) {
  const map = globalThis.L.map(element, {
    attributionControl: false,
    minZoom: 1,
    maxZoom: 10,
    zoomSnap: 0.5,
    maxBounds: [[-85, -220], [85, 220]],
    maxBoundsViscosity: 0.8,
    worldCopyJump: false,
  });
  map.getContainer().setAttribute("role", "application");
  return map;
}

function showBounds(map, points) {
  if (!points.length) return map.setView([20, 15], 1.5);
  const sorted = (axis) => points.map((point) => point[axis]).sort((a, b) => a - b);
  const [lats, lons] = [sorted("lat"), sorted("lon")];
  const [low, high] = [Math.floor(points.length * 0.02), Math.ceil(points.length * 0.98) - 1]; // a stray point does not zoom out
  return map.fitBounds([[lats[low], lons[low]], [lats[high], lons[high]]], { padding: [30, 30], maxZoom: 7 });
}

function readPoints(data) {
  return data.points.map(([id, lat, lon, precision, type, date, killed, reports, place, headline]) => ({ id, lat, lon, precision, type, date, killed, reports, place, headline }));
}

async function drawWorld(element) {
  const [answer] = await Promise.all([
    loadJson(element.dataset.src),
    loadLibraries(["leaflet", "supercluster", "uplot"], ["leaflet", "uplot"]),
  ]);
  const points = readPoints(answer.data ?? answer);
  const map = openMap(element);
  showBounds(map, points);
  const repaint = await drawOutlines(map);
  onTheme(repaint);
  const layer = new PointLayer(map, points);
  const told = make("output", { "aria-live": "polite" }, count(points.length, "incident"));
  const strip = make("div", { class: "brush" });
  element.after(make("div", { class: "plot-bar" }, told), strip);
  const dated = points.filter((point) => point.date).map((point) => ({ point, moment: toSeconds(point.date) }));
  drawBrush(strip, dated.map(({ moment }) => moment), (from, until) => {
    const shown = from === null ? points : dated.filter(({ moment }) => moment >= from && moment < until).map(({ point }) => point);
    layer.show(shown);
    told.value = shown.length === points.length ? count(points.length, "incident") : `${shown.length.toLocaleString("en")} of ${count(points.length, "incident")}`;
  });
}

async function drawPoint(element) {
  await loadLibraries(["leaflet"], ["leaflet"]);
  const { lat, lon, precision, label } = element.dataset;
  const at = [Number(lat), Number(lon)];
  const map = openMap(element);
  map.scrollWheelZoom.disable(); // the page scrolls; the keys and buttons zoom
  const radius = haloOf(Number(precision));
  map.setView(at, radius > 100 ? 4.5 : 6);
  onTheme(await drawOutlines(map));
  if (radius) globalThis.L.circle(at, { radius: radius * 1000, interactive: false, color: "#d55e00", weight: 1.5, fillOpacity: 0.12, dashArray: Number(precision) > 2 ? "5 4" : null }).addTo(map);
  globalThis.L.circleMarker(at, { radius: 5, color: "#ffffff", weight: 1.5, fillColor: "#d55e00", fillOpacity: 1, interactive: false }).addTo(map);
  if (label) globalThis.L.tooltip({ permanent: true, direction: "top", offset: [0, -6] }).setLatLng(at).setContent(make("bdi", {}, label)).addTo(map);
}

mount("[data-map=world]", drawWorld);
mount("[data-map=point]", drawPoint);
