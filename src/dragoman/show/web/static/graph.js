// The picture of a network: names as discs, what one does to another as bent arrows in the colour of the quad.
import { colour } from "./dom.js";
import { QUADS } from "./quads.js";

const BEND = 0.16; // arrows in both directions stay apart
const SIZE = (node) => 4 + 2.2 * Math.sqrt(node.n);
const DASHES = [[2, 3], [], [7, 4], []]; // words are broken lines, deeds whole ones: told apart without colours

export class Graph {
  constructor(canvas, choose) {
    this.canvas = canvas;
    this.choose = choose;
    this.view = { x: 0, y: 0, scale: 1 };
    this.nodes = [];
    this.links = [];
    this.over = null;
    this.listen();
  }

  show(nodes, links) {
    const before = new Map(this.nodes.map((node) => [node.id, node]));
    // A name that was there stays where it was: the picture moves little when the days change.
    this.nodes = nodes.map((node) => Object.assign(before.get(node.id) ?? {}, node));
    this.links = links.map((link) => ({ ...link }));
    const { d3 } = globalThis;
    this.simulation?.stop();
    this.simulation = d3.forceSimulation(this.nodes)
      .force("link", d3.forceLink(this.links).id((node) => node.id).distance(90).strength((link) => 0.25 / Math.max(1, link.lane)))
      .force("charge", d3.forceManyBody().strength(-260).distanceMax(500))
      .force("collide", d3.forceCollide((node) => SIZE(node) + 10))
      .force("x", d3.forceX(0).strength(0.05))
      .force("y", d3.forceY(0).strength(0.08))
      .stop();
    this.simulation.tick(before.size ? 60 : 260); // ready before it is seen: nothing wobbles
    if (!before.size) this.fit();
    this.draw();
  }

  fit() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const xs = this.nodes.map((node) => node.x);
    const ys = this.nodes.map((node) => node.y);
    const [left, right, top, bottom] = [Math.min(...xs) - 70, Math.max(...xs) + 70, Math.min(...ys) - 30, Math.max(...ys) + 30];
    const scale = Math.min(1.6, width / (right - left), height / (bottom - top));
    this.view = { scale, x: width / 2 - (scale * (left + right)) / 2, y: height / 2 - (scale * (top + bottom)) / 2 };
  }

  draw() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const ratio = devicePixelRatio || 1;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    const pen = this.canvas.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const near = this.over && new Set(this.links.flatMap((link) => (link.source === this.over || link.target === this.over ? [link.source, link.target] : [])));
    for (const link of this.links) this.drawLink(pen, link, near ? link.source === this.over || link.target === this.over : true);
    this.drawNames(pen, near);
  }

  at(node) {
    return [node.x * this.view.scale + this.view.x, node.y * this.view.scale + this.view.y];
  }

  drawLink(pen, link, strong) {
    const [[ax, ay], [bx, by]] = [this.at(link.source), this.at(link.target)];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
    const bend = length * (BEND + 0.09 * link.lane);
    const [cx, cy] = [(ax + bx) / 2 - uy * bend, (ay + by) / 2 + ux * bend];
    const size = Math.min(9, 1 + 0.9 * Math.sqrt(link.n));
    const [ex, ey] = [bx - cx, by - cy].map((part, _, [dx, dy]) => part / (Math.hypot(dx, dy) || 1));
    const reach = SIZE(link.target) * Math.min(1, this.view.scale) + 2;
    const [tx, ty] = [bx - ex * reach, by - ey * reach];
    pen.globalAlpha = strong ? 0.85 : 0.1;
    pen.strokeStyle = pen.fillStyle = colour(QUADS[link.quad].colour);
    pen.lineWidth = size;
    pen.setLineDash(DASHES[link.quad]);
    pen.beginPath();
    pen.moveTo(ax, ay);
    pen.quadraticCurveTo(cx, cy, tx - ex * size, ty - ey * size);
    pen.stroke();
    pen.setLineDash([]);
    const head = size + 4;
    pen.beginPath();
    pen.moveTo(tx, ty);
    pen.lineTo(tx - ex * head * 1.6 - ey * head * 0.7, ty - ey * head * 1.6 + ex * head * 0.7);
    pen.lineTo(tx - ex * head * 1.6 + ey * head * 0.7, ty - ey * head * 1.6 - ex * head * 0.7);
    pen.fill();
    pen.globalAlpha = 1;
  }

  drawNames(pen, near) {
    pen.font = `12px ${colour("sans")}`;
    pen.textAlign = "center";
    const taken = [];
    for (const node of [...this.nodes].sort((a, b) => b.n - a.n)) {
      const [x, y] = this.at(node);
      const strong = !near || near.has(node) || node === this.over;
      const radius = SIZE(node) * Math.min(1, this.view.scale);
      pen.globalAlpha = strong ? 1 : 0.25;
      pen.fillStyle = colour("sheet");
      pen.strokeStyle = colour("ink");
      pen.lineWidth = node === this.over ? 3 : 1.5;
      pen.beginPath();
      pen.arc(x, y, radius, 0, 7);
      pen.fill();
      pen.stroke();
      const words = node.id.length > 28 ? `${node.id.slice(0, 27)}…` : node.id;
      const half = pen.measureText(words).width / 2;
      const hidden = taken.some((box) => Math.abs(box.x - x) < box.half + half && Math.abs(box.y - y) < 14);
      if (hidden && node !== this.over && !(near && strong)) continue;
      taken.push({ x, y, half });
      pen.lineWidth = 3.5;
      pen.strokeStyle = colour("sea");
      pen.strokeText(words, x, y - radius - 5);
      pen.fillStyle = colour("ink");
      pen.fillText(words, x, y - radius - 5);
    }
    pen.globalAlpha = 1;
  }

  find(event) {
    const box = this.canvas.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    return this.nodes.find((node) => {
      const [x, y] = this.at(node);
      return Math.hypot(px - x, py - y) < SIZE(node) + 5;
    }) ?? null;
  }

  listen() {
    let drag = null;
    this.canvas.addEventListener("pointerdown", (event) => {
      drag = { x: event.clientX, y: event.clientY, node: this.find(event), moved: false };
      this.canvas.setPointerCapture(event.pointerId);
    });
    this.canvas.addEventListener("pointermove", (event) => {
      if (!drag) return this.point(this.find(event));
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      if (Math.abs(dx) + Math.abs(dy) < 3 && !drag.moved) return undefined;
      Object.assign(drag, { x: event.clientX, y: event.clientY, moved: true });
      const moving = drag.node ?? this.view;
      const by = drag.node ? this.view.scale : 1;
      moving.x += dx / by;
      moving.y += dy / by;
      return this.draw();
    });
    this.canvas.addEventListener("pointerup", () => {
      if (drag && !drag.moved) this.choose(drag.node);
      drag = null;
    });
    this.canvas.addEventListener("pointerleave", () => this.point(null));
    this.canvas.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && document.activeElement !== this.canvas) return; // the page scrolls until the picture is chosen
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.offsetX, event.offsetY);
    }, { passive: false });
  }

  zoom(by, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2) {
    const { view } = this;
    const scale = Math.min(4, Math.max(0.1, view.scale * by));
    view.x = x - ((x - view.x) * scale) / view.scale;
    view.y = y - ((y - view.y) * scale) / view.scale;
    view.scale = scale;
    this.draw();
  }

  point(node) {
    if (node === this.over) return;
    this.over = node;
    this.canvas.style.cursor = node ? "pointer" : "";
    this.draw();
  }
}
