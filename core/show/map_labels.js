// Names on a map: as many as find room, placed anew whenever the view moves.
const LABEL = { size: 12, gap: 3, most: 45 };
const inked = (element) => (element.__pen ??= document.createElement("canvas").getContext("2d"));
const meets = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

// What the map is cut to: less than its plot where it is of another shape.
function frame(geo, { l, t, w, h }) {
  const rect = geo.clipRect?.node();
  const [x, y, wide, high] = ["x", "y", "width", "height"].map((name) => Number(rect?.getAttribute(name)));
  return wide > 0 && high > 0 ? [Math.max(x, l), Math.max(y, t), Math.min(wide, w), Math.min(high, h)] : [l, t, w, h];
}

// Boxes where a name may stand: in the middle of an area, around a spot the side that is read first.
function spots(label, x, y, width) {
  const high = LABEL.size * 0.62;
  const box = (left, middle) => [left, middle - high, left + width, middle + high];
  if (label.box && !label.line) return [box(x - width / 2, y), box(x - width / 2, y + 13), box(x - width / 2, y - 13)];
  return [box(x + 9, y), box(x - 9 - width, y), box(x - width / 2, y - 16), box(x - width / 2, y + 16), box(x + 8, y - 12), box(x + 8, y + 12)];
}

function placeLabels(element) {
  const full = element._fullLayout;
  const geo = full?.geo?._subplot;
  const labels = element.layout?.meta?.labels;
  if (!labels || !geo?.projection) return;
  element.querySelector(".dateline-labels")?.remove();
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  group.setAttribute("class", "dateline-labels");
  group.setAttribute("pointer-events", "none");
  group.setAttribute("aria-hidden", "true");
  const [l, t, w, h] = frame(geo, full._size);
  const shown = new Set(element._fullData.filter((trace) => trace.visible === true).map((trace) => trace.legendgroup));
  const pen = inked(element);
  const point = (lon, lat) => geo.projection([lon, lat]);
  const inside = (p) => p && p[0] > l && p[0] < l + w && p[1] > t && p[1] < t + h;
  const wanted = labels.filter((label) => label.on || shown.has(label.group));
  const at = wanted.map((label) => point(label.lon, label.lat));
  // A name covers no other name, no spot and not the note in the corner.
  const taken = wanted.flatMap((label, i) => (!label.box && inside(at[i]) ? [[at[i][0] - 5, at[i][1] - 5, at[i][0] + 5, at[i][1] + 5]] : []));
  const note = element.querySelector(".annotation .bg")?.getBoundingClientRect();
  const origin = element.querySelector(".main-svg").getBoundingClientRect();
  if (note) taken.push([note.left - origin.left, note.top - origin.top, note.right - origin.left, note.bottom - origin.top]);
  let count = 0;
  wanted.forEach((label, i) => {
    if (count >= LABEL.most || !inside(at[i])) return;
    const [x, y] = at[i];
    pen.font = `${label.on ? 700 : 500} ${LABEL.size}px ${full.font.family}`;
    const width = pen.measureText(label.text).width;
    if (label.box && !label.line && !label.on) {
      const [left, right] = [point(label.box[0], label.lat), point(label.box[2], label.lat)];
      if (left && right && Math.abs(right[0] - left[0]) * 1.5 < width) return;
    }
    const free = spots(label, x, y, width).find(
      (box) => box[0] > l && box[2] < l + w && box[1] > t && box[3] < t + h && !taken.some((other) => meets(box, other)),
    );
    if (!free) return;
    taken.push([free[0] - LABEL.gap, free[1] - 1, free[2] + LABEL.gap, free[3] + 1]);
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.textContent = label.text;
    text.setAttribute("x", free[0]);
    text.setAttribute("y", (free[1] + free[3]) / 2 + LABEL.size * 0.35);
    text.style.cssText = `font: ${pen.font}; fill: ${full.font.color}; stroke: ${full.geo.landcolor}; stroke-width: 3px; paint-order: stroke; stroke-linejoin: round;`;
    group.append(text);
    count += 1;
  });
  geo.framework.node().append(group);
}
