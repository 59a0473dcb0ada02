"use strict";
(function () {
  // An event is [number, title, date in words, begin, end, kind]; begin and end are seconds from
  // 1970, kind is 0 known, 1 lasted, 2 not known exactly, 3 open before, 4 open after.
  const KNOWN = 0, VAGUE = 2, OPEN_BEFORE = 3, OPEN_AFTER = 4;
  const DAY = 86400, YEAR = 31556952, ROW = 22, AXIS = 30, BAR = 10, GAP = 8, LONGEST = 300;
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
  const byId = (id) => document.getElementById(id);
  const events = JSON.parse(byId("data").textContent);
  const items = new Map(Array.from(byId("events").children, (item) => [item.id, item]));
  const canvas = byId("line"), pen = canvas.getContext("2d");
  let view = { begin: 0, end: 1 }, found = null, texts = null, drawn = [], colors = {};
  let current = 0, printing = false, asked = false;

  function civil(days) {  // Howard Hinnant, chrono-Compatible Low-Level Date Algorithms
    const shifted = days + 719468, era = Math.floor(shifted / 146097), ofEra = shifted - era * 146097;
    const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524)
      - Math.floor(ofEra / 146096)) / 365);
    const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
    const month = Math.floor((5 * ofYear + 2) / 153);
    const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
    const real = month < 10 ? month + 3 : month - 9;
    return { year: year + era * 400 + (real <= 2 ? 1 : 0), month: real, day: day };
  }

  function instant(year, month) {
    const shifted = year - (month <= 2 ? 1 : 0), era = Math.floor(shifted / 400);
    const ofEra = shifted - era * 400;
    const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
    const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
    return (era * 146097 + days - 719468) * DAY;
  }

  function yearName(year) {
    return year > 0 ? String(year) : (1 - year).toLocaleString("en") + " BCE";
  }

  function ticks(width) {
    const step = (view.end - view.begin) / Math.max(2, width / 110), marks = [];
    if (step > 20 * DAY) {
      const months = [1, 3, 6].find((count) => count * 30.4 * DAY >= step);
      if (months) { everyMonths(months, marks); } else { everyYears(step / YEAR, marks); }
    } else {
      everySeconds(step, marks);
    }
    return marks;
  }

  function everyMonths(count, marks) {
    const first = civil(Math.floor(view.begin / DAY));
    let index = Math.floor((first.year * 12 + first.month - 1) / count) * count;
    for (; marks.length < 200; index += count) {
      const year = Math.floor(index / 12), month = index - year * 12;
      const at = instant(year, month + 1);
      if (at > view.end) { return; }
      marks.push([at, month === 0 ? yearName(year) : MONTHS[month] + " " + yearName(year)]);
    }
  }

  function everyYears(least, marks) {
    const power = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
    const count = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least);
    let year = Math.floor(civil(Math.floor(view.begin / DAY)).year / count) * count;
    for (; marks.length < 200; year += count) {
      const at = instant(year, 1);
      if (at > view.end) { return; }
      marks.push([at, yearName(year)]);
    }
  }

  function everySeconds(least, marks) {
    const steps = [60, 300, 900, 3600, 10800, 21600, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY];
    const step = steps.find((each) => each >= least) || 28 * DAY;
    for (let at = Math.floor(view.begin / step) * step; at <= view.end && marks.length < 200; at += step) {
      const day = civil(Math.floor(at / DAY)), seconds = at - Math.floor(at / DAY) * DAY;
      const clock = Math.floor(seconds / 3600) + ":" + String(Math.floor(seconds / 60) % 60).padStart(2, "0");
      const date = day.day + " " + MONTHS[day.month - 1] + (step < DAY ? "" : " " + yearName(day.year));
      marks.push([at, seconds ? clock : date]);
    }
  }

  function ask() {
    if (asked) { return; }
    asked = true;
    requestAnimationFrame(() => { asked = false; draw(); });
  }

  function size() {
    const width = printing ? 1000 : canvas.clientWidth, height = printing ? 560 : canvas.clientHeight;
    const ratio = printing ? 2 : window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    return { width: width, height: height };
  }

  function draw() {
    const { width, height } = size(), style = getComputedStyle(document.documentElement);
    for (const name of ["surface", "grid", "text", "text2", "mark", "soft", "line"]) {
      colors[name] = style.getPropertyValue("--" + name).trim();
    }
    pen.fillStyle = colors.surface;
    pen.fillRect(0, 0, width, height);
    pen.font = "13px " + getComputedStyle(document.body).fontFamily;
    pen.textBaseline = "middle";
    drawAxis(width, height);
    drawEvents(width, height);
    document.body.dataset.begin = view.begin;
    document.body.dataset.end = view.end;
  }

  function xOf(at, width) { return (at - view.begin) / (view.end - view.begin) * width; }

  function drawAxis(width, height) {
    for (const [at, name] of ticks(width)) {
      const x = Math.round(xOf(at, width)) + 0.5;
      pen.strokeStyle = colors.grid;
      pen.beginPath();
      pen.moveTo(x, 0);
      pen.lineTo(x, height);
      pen.stroke();
      pen.fillStyle = colors.text2;
      pen.fillText(name, x + 4, AXIS / 2);
    }
    pen.fillStyle = colors.line;
    pen.fillRect(0, AXIS, width, 1);
  }

  function drawEvents(width, height) {
    const rows = new Float64Array(Math.max(1, Math.floor((height - AXIS - 30) / ROW))).fill(-1e9);
    let hidden = 0;
    drawn = [];
    for (const event of events) {
      if (found && !found.has(event[0])) { continue; }
      const left = xOf(event[3], width), right = Math.max(left + 6, xOf(event[4], width));
      if (event[3] > view.end) { break; }
      if (right < 0) { continue; }
      const row = rows.findIndex((end) => end <= left);
      if (row < 0) { hidden += 1; continue; }
      rows[row] = drawEvent(event, Math.max(-20, left), Math.min(width + 20, right), row) + GAP;
    }
    pen.fillStyle = colors.text2;
    const have = hidden === 1 ? " more has no room here" : " more have no room here";
    const more = hidden ? "; " + hidden.toLocaleString("en") + have + (printing ? "" : ": zoom in") : "";
    pen.fillText(drawn.length.toLocaleString("en") + " drawn" + more, 8, height - 12);
    document.body.dataset.drawn = drawn.length;
  }

  function drawEvent(event, left, right, row) {
    const y = AXIS + 6 + row * ROW + ROW / 2, label = Math.max(right + 5, 5);
    pen.fillStyle = event[5] === KNOWN || event[5] === 1 ? colors.mark : colors.soft;
    pen.strokeStyle = colors.mark;
    if (right - left <= 12 && event[5] === KNOWN) {
      pen.beginPath();
      pen.arc((left + right) / 2, y, 5, 0, 2 * Math.PI);
      pen.fill();
    } else {
      pen.setLineDash(event[5] >= VAGUE ? [4, 3] : []);
      pen.fillRect(left, y - BAR / 2, right - left, BAR);
      pen.strokeRect(left, y - BAR / 2, right - left, BAR);
      pen.setLineDash([]);
    }
    drawOpenEnds(event[5], left, right, y);
    pen.fillStyle = colors.text;
    if (event[0] === current) { pen.strokeRect(left - 3, y - 9, right - left + 6, 18); }
    const title = shortened(event[1]);
    pen.fillText(title, label, y);
    const end = label + pen.measureText(title).width;
    drawn.push([left - 4, y - ROW / 2, end, y + ROW / 2, event[0]]);
    return end;
  }

  function drawOpenEnds(kind, left, right, y) {
    if (kind !== OPEN_BEFORE && kind !== OPEN_AFTER) { return; }
    const x = kind === OPEN_BEFORE ? left : right, way = kind === OPEN_BEFORE ? -6 : 6;
    pen.beginPath();
    pen.moveTo(x, y - 6);
    pen.lineTo(x + way, y);
    pen.lineTo(x, y + 6);
    pen.stroke();
  }

  const widths = new Map();
  function shortened(title) {
    if (!widths.has(title)) {
      let plain = title.replace(BIDI, "").slice(0, 120);
      if (pen.measureText(plain).width > LONGEST || plain.length < title.length) {
        while (plain.length > 4 && pen.measureText(plain + "…").width > LONGEST) { plain = plain.slice(0, -4); }
        plain += "…";
      }
      widths.set(title, plain);
    }
    return widths.get(title);
  }

  function show(begin, end) {
    const least = 3600, most = 1e19;
    const length = Math.min(most, Math.max(least, end - begin)), middle = (begin + end) / 2;
    view = { begin: middle - length / 2, end: middle + length / 2 };
    ask();
  }

  function zoom(factor, share) {
    const length = view.end - view.begin, at = view.begin + length * share;
    show(at - length * factor * share, at + length * factor * (1 - share));
  }

  function pan(share) {
    const length = view.end - view.begin;
    show(view.begin + length * share, view.end + length * share);
  }

  function fit() {
    let begin = Infinity, end = -Infinity;
    for (const event of events) {
      if (found && !found.has(event[0])) { continue; }
      begin = Math.min(begin, event[3]);
      end = Math.max(end, event[4]);
    }
    if (begin > end) { begin = 0; end = YEAR; }
    const room = Math.max(2 * DAY, end - begin) * 0.06;
    show(begin - room, end + room * 3);
  }

  function search(words) {
    const wanted = words.trim().toLowerCase();
    texts = texts || Array.from(items.values(), (item) => [item, item.textContent.toLowerCase()]);
    found = wanted ? new Set() : null;
    let count = 0;
    for (const [item, text] of texts) {
      const fits = !wanted || text.includes(wanted);
      item.hidden = !fits;
      count += fits ? 1 : 0;
      if (found && fits) { found.add(Number(item.id.slice(1))); }
    }
    byId("shown").textContent = count.toLocaleString("en") + (count === 1 ? " event" : " events");
    ask();
  }

  function choose(number) {
    const before = items.get("e" + current), item = items.get("e" + number);
    if (before) { before.classList.remove("current"); }
    current = number;
    if (item) {
      item.classList.add("current");
      item.scrollIntoView({ block: "center" });
    }
    ask();
  }

  function hit(x, y) {
    return drawn.find((box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  }

  let held = null;
  canvas.addEventListener("pointerdown", (event) => {
    held = { x: event.offsetX, begin: view.begin, end: view.end, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!held) { return; }
    const way = event.offsetX - held.x;
    held.moved = held.moved || Math.abs(way) > 3;
    if (held.moved) {
      const time = way / canvas.clientWidth * (held.end - held.begin);
      show(held.begin - time, held.end - time);
    }
  });
  canvas.addEventListener("pointerup", (event) => {
    const box = held && !held.moved ? hit(event.offsetX, event.offsetY) : null;
    held = null;
    if (box) { choose(box[4]); }
  });
  canvas.addEventListener("pointercancel", () => { held = null; });
  canvas.addEventListener("wheel", (event) => {
    if (!(event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))) { return; }
    event.preventDefault();
    if (event.ctrlKey) {
      zoom(Math.exp(event.deltaY / 300), event.offsetX / canvas.clientWidth);
    } else {
      pan((event.deltaX || event.deltaY) / canvas.clientWidth);
    }
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const keys = {
      "+": () => zoom(0.5, 0.5), "=": () => zoom(0.5, 0.5), "-": () => zoom(2, 0.5), "0": fit,
      ArrowLeft: () => pan(-0.15), ArrowRight: () => pan(0.15),
    };
    if (keys[event.key] && !event.ctrlKey && !event.metaKey) {
      keys[event.key]();
      event.preventDefault();
    }
  });
  byId("zoom-in").addEventListener("click", () => zoom(0.5, 0.5));
  byId("zoom-out").addEventListener("click", () => zoom(2, 0.5));
  byId("fit").addEventListener("click", fit);
  byId("print").addEventListener("click", () => window.print());
  byId("look").addEventListener("click", () => {
    const root = document.documentElement, dark = getComputedStyle(root).colorScheme === "dark"
      || (!root.dataset.look && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.look = dark ? "light" : "dark";
    ask();
  });
  byId("search").addEventListener("input", (event) => search(event.target.value));
  window.addEventListener("resize", ask);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ask);
  function print(starts) {
    printing = starts;
    document.documentElement.toggleAttribute("data-printing", starts);
    draw();
  }
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));

  document.documentElement.classList.add("drawn");
  search("");
  fit();
  draw();
})();
