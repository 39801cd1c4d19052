// Incidents on the map: gathered into clusters while they are many, each with its quad's sign when it stands alone.
import { count, make } from "./dom.js";
import { QUADS, quadOf, slug } from "./quads.js";

// How far the true place may lie from the point, for UCDP's precisions (UCDP GED codebook 23.1): exact, about 25 km,
// district, division, along a line, country, beyond countries. Radii from 3 on are rough, and drawn broken.
const HALO = { 2: 25, 3: 50, 4: 120, 5: 120, 6: 300, 7: 500 };
const LISTED = 25;
const DEEPEST = 10;

export const haloOf = (precision) => HALO[precision] ?? 0;

function tellPoint(point) {
  const words = [point.type, point.place, point.date].filter(Boolean).join(" · ");
  const facts = [point.killed ? `${point.killed} killed` : null, count(point.reports, "report")].filter(Boolean).join(", ");
  return make("li", { class: slug(QUADS[quadOf(point.type)]) },
    make("a", { href: `/incidents/${encodeURIComponent(point.id)}` }, words || point.id),
    make("div", { class: "muted" }, facts),
    point.headline ? make("bdi", {}, point.headline) : null);
}

function tellMany(points, total) {
  const rest = total - points.length;
  return make("div", {}, make("ul", { class: "plain" }, ...points.map(tellPoint)), rest > 0 ? make("p", { class: "muted" }, `and ${count(rest, "more incident")}`) : null);
}

export class PointLayer {
  constructor(map, points) {
    this.map = map;
    this.points = points;
    this.group = globalThis.L.layerGroup().addTo(map);
    this.show(points);
    map.on("moveend", () => this.update());
  }

  show(points) {
    this.popup?.remove();
    this.index = new globalThis.Supercluster({ radius: 56, maxZoom: DEEPEST, minPoints: 2 });
    this.index.load(points.map((point) => ({ type: "Feature", properties: point, geometry: { type: "Point", coordinates: [point.lon, point.lat] } })));
    this.update();
  }

  update() {
    const bounds = this.map.getBounds().pad(0.15);
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    if (this.popup?.isOpen()) return; // or the map, moving to make room for it, would drop the sign that it points to
    this.group.clearLayers();
    for (const found of this.index.getClusters(box, Math.round(this.map.getZoom()))) {
      const [lon, lat] = found.geometry.coordinates;
      if (found.properties.cluster) this.addCluster(found, [lat, lon]);
      else this.addOne(found.properties, [lat, lon]);
    }
  }

  addCluster(found, at) {
    const L = globalThis.L;
    const n = found.properties.point_count;
    const size = Math.round(22 + 7 * Math.log10(n) ** 1.6);
    const icon = L.divIcon({ className: "map-sign cluster", iconSize: [size, size], html: make("span", {}, n >= 1000 ? `${(n / 1000).toFixed(1)}k` : String(n)) });
    const marker = L.marker(at, { icon, alt: count(n, "incident"), title: count(n, "incident"), riseOnHover: true }).addTo(this.group);
    marker.on("click keypress", (event) => {
      if (event.type === "keypress" && event.originalEvent.key !== "Enter") return;
      const next = this.index.getClusterExpansionZoom(found.id);
      if (next <= DEEPEST && next > this.map.getZoom()) this.map.setView(at, Math.min(next, this.map.getMaxZoom()));
      else this.openList(at, this.index.getLeaves(found.id, LISTED).map((leaf) => leaf.properties), n);
    });
  }

  addOne(point, at) {
    const L = globalThis.L;
    const quad = QUADS[quadOf(point.type)];
    const radius = haloOf(point.precision);
    if (radius) L.circle(at, { radius: radius * 1000, interactive: false, className: "halo", weight: 1, color: "#888888", fillOpacity: 0.05, dashArray: point.precision > 2 ? "4 4" : null }).addTo(this.group);
    const icon = L.divIcon({ className: `map-sign one ${slug(quad)}`, iconSize: [22, 22], html: make("span", {}, quad.sign) });
    const name = `${point.type}${point.place ? `, ${point.place}` : ""}${point.date ? `, ${point.date}` : ""}`;
    const marker = L.marker(at, { icon, alt: name, title: name }).addTo(this.group);
    marker.on("click keypress", (event) => {
      if (event.type !== "keypress" || event.originalEvent.key === "Enter") this.openList(at, [point], 1);
    });
  }

  openList(at, points, total) {
    this.popup = globalThis.L.popup({ maxWidth: 300, minWidth: 200 }).setLatLng(at).setContent(tellMany(points, total)).openOn(this.map);
    this.popup.once("remove", () => {
      this.popup = null;
      this.update();
    });
  }
}
