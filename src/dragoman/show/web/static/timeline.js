// Incidents over time, a bar for each period with its quads one on the other; below it the dead, from the lowest told
// to the highest. A stretch that is drawn over the bars leads to its incidents.
import { toSeconds } from "./brush.js";
import { colour, count, make, onTheme } from "./dom.js";
import { loadJson, loadLibraries, mount } from "./load.js";
import { QUADS, quadOf, slug } from "./quads.js";

const DAY = 86400;
const toDate = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);
const LENGTH = { day: 1, week: 7, month: 31 };

// Periods without incidents are zeros, or bars would stand wider than their time.
function listPeriods(rows, by) {
  const known = [...new Set(rows.map((row) => row.period))].sort();
  const periods = [];
  const at = new Date(`${known[0]}T00:00:00Z`);
  const last = Date.parse(`${known.at(-1)}T00:00:00Z`);
  while (at.getTime() <= last && periods.length < 20000) {
    periods.push(at.toISOString().slice(0, 10));
    if (by === "month") at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCDate(at.getUTCDate() + (by === "day" ? 1 : 7));
  }
  return periods;
}

function sumRows(rows, by) {
  const periods = listPeriods(rows, by);
  const place = new Map(periods.map((period, at) => [period, at]));
  const zeros = () => new Array(periods.length).fill(0);
  const quads = QUADS.map(zeros);
  const [low, high] = [zeros(), zeros()];
  for (const row of rows) {
    const at = place.get(row.period);
    if (at === undefined) continue;
    quads[quadOf(row.type)][at] += row.n_incidents;
    low[at] += row.killed_low;
    high[at] += row.killed_high;
  }
  return { starts: periods.map(toSeconds), quads, low, high };
}

// Bars need four pixels: where periods are more than that, neighbours are summed into one bar.
function gatherPeriods(sums, width) {
  const many = Math.ceil(sums.starts.length / Math.max(20, (width - 80) / 4));
  if (many <= 1) return sums;
  const add = (values) => {
    const bars = new Array(Math.ceil(values.length / many)).fill(0);
    values.forEach((value, at) => (bars[Math.floor(at / many)] += value));
    return bars;
  };
  return { starts: sums.starts.filter((_, at) => at % many === 0), quads: sums.quads.map(add), low: add(sums.low), high: add(sums.high), many };
}

function axes(size = 46) {
  const plain = { stroke: colour("quiet"), grid: { stroke: colour("rule"), width: 0.5 }, ticks: { stroke: colour("rule"), width: 0.5 } };
  return [{ ...plain, grid: { show: false } }, { ...plain, size, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000] }];
}

function stack(quads) {
  const sums = new Array(quads[0].length).fill(0);
  return quads.map((values) => values.map((value, at) => (sums[at] += value)));
}

function plotBars(element, sums, by, select) {
  const stacked = stack(sums.quads);
  const paths = globalThis.uPlot.paths.bars({ size: [0.88, 60, 1], align: 1 });
  // The highest sum is drawn first, so that the lower ones lie over it.
  const order = [3, 2, 1, 0];
  const series = order.map((at) => ({
    label: `${QUADS[at].sign} ${QUADS[at].name}`, fill: colour(QUADS[at].colour), stroke: colour(QUADS[at].colour), width: 0, paths, points: { show: false },
    value: (_, __, ___, index) => (index === null ? "–" : sums.quads[at][index]),
  }));
  const end = sums.starts.at(-1) + LENGTH[by] * (sums.many ?? 1) * DAY;
  return new globalThis.uPlot({
    width: element.clientWidth - 18, height: 240, axes: axes(), series: [{ label: by, value: (_, at) => (at === null ? "–" : toDate(at)) }, ...series],
    scales: { x: { range: [sums.starts[0], end] }, y: { range: (_, __, most) => [0, most || 1] } },
    cursor: { sync: { key: "timeline" }, y: false, drag: { setScale: false, x: true, y: false } }, hooks: { setSelect: [select] },
  }, [sums.starts, ...order.map((at) => stacked[at])], element);
}

function plotDead(element, sums, by) {
  const steps = globalThis.uPlot.paths.stepped({ align: 1 });
  const line = { paths: steps, points: { show: false }, stroke: colour("mconf-ink"), width: 1.2 };
  const end = sums.starts.at(-1) + LENGTH[by] * (sums.many ?? 1) * DAY;
  return new globalThis.uPlot({
    width: element.clientWidth - 18, height: 150, axes: axes(),
    series: [{ label: by, value: (_, at) => (at === null ? "–" : toDate(at)) }, { ...line, label: "killed, at most" }, { ...line, label: "killed, at least", dash: [4, 3] }],
    bands: [{ series: [1, 2], fill: `${colour("mconf")}40` }],
    scales: { x: { range: [sums.starts[0], end] }, y: { range: (_, __, most) => [0, most || 1] } },
    cursor: { sync: { key: "timeline" }, y: false, drag: { x: false, y: false } },
  }, [sums.starts, sums.high, sums.low], element);
}

function offerStretch(told, plot, sums) {
  if (plot.select.width < 3) return told.replaceChildren("Draw over the bars to choose days.");
  const [left, right] = [plot.posToVal(plot.select.left, "x"), plot.posToVal(plot.select.left + plot.select.width, "x")].map((at) => toDate(at));
  const address = new URL("/incidents", location.origin);
  for (const [name, value] of new URLSearchParams(location.search)) if (name !== "by" && value) address.searchParams.set(name, value);
  address.searchParams.set("since", left);
  address.searchParams.set("until", right);
  const inside = sums.starts.reduce((all, at, index) => (at >= toSeconds(left) && at <= toSeconds(right) ? all + sums.quads.reduce((n, quad) => n + quad[index], 0) : all), 0);
  return told.replaceChildren(make("a", { href: address.pathname + address.search }, `${left} to ${right}: ${count(inside, "incident")}`));
}

async function drawTimeline(element) {
  const [answer] = await Promise.all([loadJson(element.dataset.src), loadLibraries(["uplot"], ["uplot"])]);
  const data = answer.data ?? answer;
  if (!data.rows.length) return element.replaceChildren(make("p", { class: "empty" }, "No incident has a day here."));
  const by = data.by ?? new URLSearchParams(location.search).get("by") ?? "month";
  const sums = sumRows(data.rows, by);
  const told = make("p", { class: "told", "aria-live": "polite" }, "Draw over the bars to choose days.");
  element.before(told);
  let plots = [];
  const build = () => {
    for (const plot of plots) plot.destroy();
    const bars = gatherPeriods(sums, element.clientWidth);
    plots = [plotBars(element, bars, by, (plot) => offerStretch(told, plot, sums)), plotDead(element, bars, by)];
  };
  build();
  onTheme(build);
  addEventListener("resize", () => plots.forEach((plot) => plot.setSize({ width: element.clientWidth - 18, height: plot.height })));
  return element.classList.add(slug(QUADS[3]));
}

mount("[data-plot=timeline]", drawTimeline);
