// -- the axis: day by day above the line, longer times as bars below it
const canvas = $("canvas"), tip = $(".tip"), pen = canvas.getContext("2d");
const dated = events.filter((event) => event.from !== null);
const EPOCH = 719163; // the day number of 1 January 1970
const probes = [...document.querySelectorAll(".probes i")].map((probe) => [probe.className.slice(6), probe]);
let view = { from: 0, to: 1 }, spots = [], queued = false;

function bounds(list) {
  if (!list.length) return { from: 0, to: 1 };
  const from = Math.min(...list.map((e) => e.from)), to = Math.max(...list.map((e) => e.to)) + 1;
  const air = Math.max((to - from) * 0.04, 1.5);
  return { from: from - air, to: to + air };
}

const whole = bounds(dated);
function fit() {
  const news = dated.filter((e) => !e.recalled && e.to - e.from < 32);
  view = bounds(news.length > 1 ? news : dated);
  draw();
}

function zoom(factor, centre = (view.from + view.to) / 2) {
  const length = Math.min(Math.max((view.to - view.from) * factor, 3), (whole.to - whole.from) * 1.2);
  const left = (centre - view.from) / (view.to - view.from);
  move(centre - left * length, length);
}

function move(from, length = view.to - view.from) {
  from = Math.min(Math.max(from, whole.from - length * 0.8), whole.to - length * 0.2);
  view = { from, to: from + length };
  draw();
}

function draw() {
  if (!queued) { queued = true; requestAnimationFrame(() => { queued = false; paint(); }); }
}

function paint() {
  const width = canvas.clientWidth, height = canvas.clientHeight, sharp = devicePixelRatio || 1;
  if (!width) return;
  if (canvas.width !== width * sharp || canvas.height !== height * sharp) {
    canvas.width = width * sharp;
    canvas.height = height * sharp;
  }
  const colour = Object.fromEntries(probes.map(([name, probe]) => [name, getComputedStyle(probe).color]));
  pen.setTransform(sharp, 0, 0, sharp, 0, 0);
  pen.clearRect(0, 0, width, height);
  const scale = width / (view.to - view.from), x = (day) => (day - view.from) * scale, line = Math.round(height * 0.66);
  ticks(x, scale, line, width, height, colour);
  const shown = dated.filter((e) => e.shown && e.to + 1 > view.from && e.from < view.to);
  spots = [];
  bars(shown.filter((e) => !e.exact), x, line, width, height, colour);
  labels(dots(shown.filter((e) => e.exact), x, line, colour), width, colour);
}

function hue(event, colour) {
  return event.kind === "planned" || event.kind === "possible" ? colour.plan : event.lead ? colour.accent : colour.quiet;
}

function ticks(x, scale, line, width, height, colour) {
  const date = (day) => new Date((day - EPOCH) * 864e5), day = (year, month, date) => {
    const found = new Date(Date.UTC(2000, month, date));
    found.setUTCFullYear(year + found.getUTCFullYear() - 2000);
    return Math.round(found.getTime() / 864e5) + EPOCH;
  };
  const first = date(Math.floor(view.from)), year = first.getUTCFullYear(), marks = [];
  const named = (format, at) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...format }).format(date(at));
  if (scale * 365 < 270) {
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((n) => n * scale * 365.25 > 55) || 2000;
    for (let y = Math.floor(year / step) * step; day(y, 0, 1) < view.to; y += step)
      marks.push([day(y, 0, 1), y > 0 ? `${y}` : `${1 - y} BC`, true]);
  } else if (scale * 30 < 420) {
    const step = [1, 3, 6].find((n) => n * scale * 30 > 62) || 6;
    for (let m = Math.floor(first.getUTCMonth() / step) * step; day(year, m, 1) < view.to; m += step) {
      const at = day(year, m, 1), begins = m % 12 === 0;
      marks.push([at, named(begins ? { year: "numeric" } : { month: "short" }, at), begins]);
    }
  } else {
    const step = [1, 2, 7].find((n) => n * scale > 58) || 7;
    for (let d = Math.floor(view.from / step) * step; d < view.to; d += step) {
      const begins = date(d).getUTCDate() <= step;
      marks.push([d, named(begins ? { day: "numeric", month: "short", year: "numeric" } : { day: "numeric", month: "short" }, d), begins]);
    }
  }
  pen.font = "12px system-ui, sans-serif";
  pen.textBaseline = "bottom";
  let free = -Infinity;
  const start = marks.find(([at]) => x(at) > -4);
  if (start && scale * 365 >= 270 && !/\d{4}$/.test(start[1])) start[1] = named({ day: scale * 30 < 420 ? undefined : "numeric", month: "short", year: "numeric" }, start[0]);
  for (const [at, name, strong] of marks) {
    const left = Math.round(x(at)) + 0.5;
    pen.strokeStyle = colour.rule;
    pen.globalAlpha = strong ? 1 : 0.5;
    pen.beginPath(); pen.moveTo(left, 34); pen.lineTo(left, height - 18); pen.stroke();
    pen.globalAlpha = 1;
    const right = left + 3 + pen.measureText(name).width;
    if (left > free && left > -4 && right < width) {
      pen.fillStyle = strong ? colour.ink : colour.quiet;
      pen.fillText(name, left + 3, height - 4);
      free = right + 7;
    }
  }
  pen.strokeStyle = colour.quiet;
  pen.beginPath(); pen.moveTo(0, line + 0.5); pen.lineTo(width, line + 0.5); pen.stroke();
}

function dots(list, x, line, colour) {
  const size = 4.5, piles = new Map(), top = new Map();
  for (const event of list) {
    const at = Math.round((x(event.from + (event.to - event.from + 1) / 2)) / 10);
    piles.set(at, [...(piles.get(at) || []), event]);
  }
  for (const [at, pile] of piles) {
    const step = Math.min(11, (line - 50) / pile.length);
    pile.forEach((event, level) => {
      const left = at * 10, height = line - 9 - level * step;
      pen.beginPath();
      pen.arc(left, height, size, 0, 7);
      pen.fillStyle = pen.strokeStyle = hue(event, colour);
      pen.lineWidth = 1.5;
      if (event.kind === "happened") pen.fill();
      else { pen.fillStyle = colour.card; pen.fill(); pen.stroke(); }
      pen.lineWidth = 1;
      spots.push({ event, left: left - 6, right: left + 6, top: height - 6, bottom: height + 6 });
    });
    top.set(at, { pile, left: at * 10, top: line - 9 - (pile.length - 1) * step });
  }
  return [...top.values()];
}

function bars(list, x, line, width, height, colour) {
  const ends = [], room = height - 24 - line;
  list.sort((a, b) => a.from - b.from || b.to - a.to);
  const placed = list.map((event) => {
    const left = Math.max(x(event.from), -4), right = Math.max(Math.min(x(event.to + 1), width + 4), left + 5);
    const free = ends.findIndex((end) => end + 3 < left), lane = free < 0 ? ends.length : free;
    ends[lane] = right;
    return { event, left, right, lane };
  });
  const named = ends.length * 18 <= room, size = named ? 16 : 7;
  for (const { event, left, right, lane } of placed) {
    const top = line + 5 + (lane % Math.max(Math.floor(room / (size + 2)), 1)) * (size + 2);
    pen.fillStyle = hue(event, colour);
    pen.globalAlpha = named ? 0.22 : event.kind === "happened" ? 0.75 : 0.4;
    pen.beginPath(); pen.roundRect(left, top, right - left, size, 3); pen.fill();
    pen.globalAlpha = 1;
    if (named) {
      pen.fillRect(left, top, 3, size);
      const begin = Math.max(left, 0) + 8;
      write(shortened(event.title, Math.min(right, width) - begin - 4), begin, top + size / 2 + 1, event, colour);
    }
    spots.push({ event, left, right, top, bottom: top + size });
  }
}

// The text as far as it fits; empty where nearly nothing would.
function shortened(text, room) {
  if (pen.measureText(text).width <= room) return text;
  let most = Math.floor(room / 5);
  while (most > 3 && pen.measureText(text.slice(0, most) + "…").width > room) most--;
  return most > 3 ? text.slice(0, most).trimEnd() + "…" : "";
}

function write(text, left, middle, event, colour) {
  pen.textBaseline = "middle";
  pen.fillStyle = event.lead ? colour.ink : colour.quiet;
  pen.fillText(text, left, middle);
}

function labels(piles, width, colour) {
  const rows = [[], [], []], dots = [...spots], weight = ({ pile }) => pile.some((e) => e.lead) * 1000 + pile.length, placed = [];
  for (const { pile, left, top } of [...piles].sort((a, b) => weight(b) - weight(a) || a.left - b.left)) {
    const event = pile.find((e) => e.lead) || pile[0];
    pen.font = fontOf(event);
    if (left < 0 || left > width) continue;
    const text = shortened(event.title, width > 700 ? 340 : 220);
    const wide = pen.measureText(text).width, begin = Math.min(Math.max(left - 5, 6), width - wide - 6);
    if (begin < 6) continue;
    const near = dots.filter((dot) => dot.right > begin - 4 && dot.left < begin + wide + 4);
    const free = (taken, row) => near.every((dot) => dot.top > 60 + row * 19) && taken.every(([a, b]) => begin > b + 12 || begin + wide < a - 12);
    const row = rows.findIndex(free), height = 50 + row * 19;
    if (row < 0) continue;
    rows[row].push([begin, begin + wide]);
    placed.push({ event, text, left: begin, right: begin + wide, top: height - 8, bottom: height + 8 });
    pen.strokeStyle = colour.rule;
    pen.beginPath(); pen.moveTo(left + 0.5, height + 9); pen.lineTo(left + 0.5, top - 6); pen.stroke();
  }
  for (const { event, text, left, right, top } of placed) { // over the lines of others
    pen.font = fontOf(event);
    pen.fillStyle = colour.card;
    pen.fillRect(left - 3, top, right - left + 6, 17);
    write(text, left, top + 8, event, colour);
  }
  spots.push(...placed);
}

const fontOf = (event) => `${event.lead ? 600 : 400} 12px system-ui, sans-serif`;

// -- moving it by hand
const fingers = new Map();
const spotAt = (x, y) => spots.findLast((s) => x >= s.left - 3 && x <= s.right + 3 && y >= s.top - 2 && y <= s.bottom + 2);
const dayAt = (x) => view.from + (x / canvas.clientWidth) * (view.to - view.from);
let moved = 0;

canvas.addEventListener("pointerdown", (pointer) => {
  canvas.setPointerCapture(pointer.pointerId);
  fingers.set(pointer.pointerId, pointer.offsetX);
  moved = 0;
});
canvas.addEventListener("pointermove", (pointer) => {
  const before = fingers.get(pointer.pointerId);
  if (before === undefined) return hover(pointer);
  const others = [...fingers].filter(([id]) => id !== pointer.pointerId);
  if (others.length) {
    const [, other] = others[0], was = Math.abs(before - other), now = Math.abs(pointer.offsetX - other);
    if (was > 5 && now > 5) zoom(was / now, dayAt((other + pointer.offsetX) / 2));
  } else move(view.from - ((pointer.offsetX - before) / canvas.clientWidth) * (view.to - view.from));
  moved += Math.abs(pointer.offsetX - before);
  fingers.set(pointer.pointerId, pointer.offsetX);
  canvas.classList.toggle("grabbed", moved > 4);
  tip.hidden = true;
});
for (const name of ["pointerup", "pointercancel"])
  canvas.addEventListener(name, (pointer) => {
    fingers.delete(pointer.pointerId);
    canvas.classList.remove("grabbed");
    const spot = name === "pointerup" && moved < 5 && spotAt(pointer.offsetX, pointer.offsetY);
    if (spot) open(spot.event);
  });
canvas.addEventListener("pointerleave", () => { tip.hidden = true; });
canvas.addEventListener("wheel", (wheel) => {
  if (Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY)) {
    wheel.preventDefault();
    move(view.from + (wheel.deltaX / canvas.clientWidth) * (view.to - view.from));
  } else if (wheel.ctrlKey || wheel.shiftKey || wheel.metaKey) {
    wheel.preventDefault();
    zoom(Math.exp(wheel.deltaY / 300), dayAt(wheel.offsetX));
  }
}, { passive: false });
canvas.addEventListener("dblclick", (click) => zoom(0.4, dayAt(click.offsetX)));

function hover(pointer) {
  const spot = spotAt(pointer.offsetX, pointer.offsetY);
  canvas.classList.toggle("over", !!spot);
  tip.hidden = !spot;
  if (!spot) return;
  tip.textContent = `${spot.event.when}: ${spot.event.title}`;
  tip.style.left = Math.max(Math.min(pointer.offsetX + 12, canvas.clientWidth - tip.offsetWidth - 8), 4) + "px";
  tip.style.top = pointer.offsetY + 16 + "px";
}

const length = () => view.to - view.from;
const acts = { in: () => zoom(0.6), out: () => zoom(1 / 0.6), earlier: () => move(view.from - length() * 0.3), later: () => move(view.from + length() * 0.3), fit, whole: () => { unfold(); view = { ...whole }; draw(); } };
for (const button of document.querySelectorAll(".zoom button"))
  button.addEventListener("click", () => acts[button.dataset.act]());

for (const part of document.querySelectorAll(".scripted")) part.hidden = false;
$(".axis").hidden = !dated.length;
new ResizeObserver(draw).observe(canvas);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
filter();
openTarget();
fit();
