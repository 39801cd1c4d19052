// How much happened when, as bars over which a stretch of time is drawn. The two date fields do the same by keyboard.
import { colour, make, onTheme } from "./dom.js";

const DAY = 86400;
const STEPS = [[92, 1], [730, 7], [Infinity, 30.4375]]; // days covered, days in a bar: at most some 100 bars in view

export const toSeconds = (date) => Date.parse(`${date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date}T00:00:00Z`) / 1000;
// The first moment after a year, a month or a day.
export function endOf(date) {
  const [year, month, day] = date.split("-").map(Number);
  return Date.UTC(month ? year : year + 1, month ? month - (day ? 1 : 0) : 0, day ? day + 1 : 1) / 1000;
}
const WHEN = "\\d{4}(-\\d\\d(-\\d\\d)?)?";
const toDate = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

function countBars(moments) {
  let [first, last] = [Infinity, -Infinity];
  for (const moment of moments) {
    if (moment < first) first = moment;
    if (moment > last) last = moment;
  }
  const days = (last - first) / DAY;
  const width = STEPS.find(([most]) => days <= most)[1] * DAY;
  const bars = new Array(Math.floor((last - first) / width) + 1).fill(0);
  for (const moment of moments) bars[Math.floor((moment - first) / width)] += 1;
  return { first, last: last + DAY, width, starts: bars.map((_, at) => first + at * width), bars };
}

// `moments` in seconds, one for each thing; `change(from, until)` gets seconds, or null and null for all of it.
export function drawBrush(element, moments, change, label = "Days") {
  if (moments.length < 2) return;
  const { first, last, width, starts, bars } = countBars(moments);
  const from = make("input", { size: 11, pattern: WHEN, placeholder: toDate(first), "aria-label": `${label} from` });
  const until = make("input", { size: 11, pattern: WHEN, placeholder: toDate(last - DAY), "aria-label": `${label} until` });
  const all = make("button", { type: "button" }, "All days");
  const field = make("div", { class: "brush-bars" });
  element.append(make("div", { class: "plot-bar" }, make("span", { class: "muted" }, label), from, "to", until, all), field);

  const paths = globalThis.uPlot.paths.bars({ size: [0.9, 40], align: 1 });
  let plot = null;
  const tell = (left, right, draw) => {
    from.value = left === null ? "" : toDate(left);
    until.value = right === null ? "" : toDate(right - 1);
    if (draw) select(left, right);
    change(left, right);
  };
  const select = (left, right) => {
    const [a, b] = left === null ? [0, 0] : [plot.valToPos(left, "x"), plot.valToPos(right, "x")];
    plot.setSelect({ left: a, width: b - a, top: 0, height: plot.over.clientHeight }, false);
  };
  const readSelect = (self) => {
    if (self.select.width < 3) return tell(null, null, true);
    const [left, right] = [self.posToVal(self.select.left, "x"), self.posToVal(self.select.left + self.select.width, "x")];
    return tell(Math.floor(left / DAY) * DAY, Math.ceil(right / DAY) * DAY, false);
  };
  const build = () => {
    plot?.destroy();
    plot = new globalThis.uPlot({
      width: Math.max(200, field.clientWidth),
      height: 104,
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
      scales: { x: { range: [first, Math.max(last, first + bars.length * width)] }, y: { range: (_, __, most) => [0, most || 1] } },
      axes: [{ stroke: colour("quiet"), grid: { show: false }, ticks: { stroke: colour("rule") }, size: 42 }, { show: false }],
      series: [{}, { fill: colour("quiet"), stroke: colour("quiet"), width: 0, paths, points: { show: false } }],
      hooks: { setSelect: [readSelect] },
    }, [starts, bars], field);
  };
  const readFields = () => {
    if (!from.value && !until.value) return tell(null, null, true);
    if (!from.reportValidity() || !until.reportValidity()) return undefined;
    return tell(from.value ? toSeconds(from.value) : first, until.value ? endOf(until.value) : last, true);
  };
  build();
  from.addEventListener("change", readFields);
  until.addEventListener("change", readFields);
  all.addEventListener("click", () => tell(null, null, true));
  onTheme(build);
  addEventListener("resize", () => plot.setSize({ width: Math.max(200, field.clientWidth), height: 104 }));
}
