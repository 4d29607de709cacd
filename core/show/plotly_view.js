// Draws a Plotly figure into one node and keeps the view that the reader chose.
const memory = (window.__dateline_views ??= {});
const STATIC = () => new URL("app/static/", document.baseURI).href;
let loading = null;

function load(script) {
  if (window.__dateline_plotly) return Promise.resolve(window.__dateline_plotly);
  return (loading ??= new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = STATIC() + script;
    tag.onload = () => resolve((window.__dateline_plotly = window.Plotly));
    tag.onerror = () => { loading = null; reject(new Error(`cannot load ${script}`)); };
    document.head.append(tag);
  }));
}

// "geo.lonaxis.range" and "xaxis.range[0]" -> the value there.
const steps = (path) => path.replace(/\[(\d+)\]/g, ".$1").split(".");
const read = (object, path) => steps(path).reduce((o, k) => o?.[k], object);

function write(object, path, value) {
  const names = steps(path);
  const last = names.pop();
  const inner = names.reduce((o, k) => (o[k] ??= {}), object);
  inner[last] = value;
}

const isView = (path) => /^(geo\d*\.|[xy]axis\d*\.(range|autorange))/.test(path);

// What the reader zoomed to goes into every later figure.
function keepView(name, layout) {
  for (const [path, value] of Object.entries(memory[name] ?? {})) write(layout, path, structuredClone(value));
}

function remember(state, change, layout) {
  const view = (memory[state.name] ??= {});
  for (const [path, value] of Object.entries(change)) {
    if (!isView(path) || value === undefined) continue;
    state.touched ||= !state.fitting;
    const axis = path.split(".")[0];
    if (path.endsWith(".autorange")) {
      for (const old of Object.keys(view)) if (old.startsWith(axis + ".")) delete view[old];
    } else if (path.includes(".range") && !path.startsWith("geo")) {
      view[`${axis}.range`] = [...layout[axis].range];
      view[`${axis}.autorange`] = false;
    } else view[path] = structuredClone(value);
  }
}

// The box of degrees widened to the shape of the plot, so that the map fills it (Mercator).
function fitBox([west, south, east, north], width, height) {
  const rad = Math.PI / 180;
  const up = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * rad) / 2));
  const back = (y) => (2 * Math.atan(Math.exp(y)) - Math.PI / 2) / rad;
  const x = (west + east) / 2;
  const y = (up(south) + up(north)) / 2;
  const span = Math.max((east - west) * rad, ((up(north) - up(south)) * width) / height);
  // Plotly takes a full circle for no range at all.
  const wide = Math.min(span, 350 * rad);
  const high = (wide * height) / width;
  const lon = (wide / rad) / 2;
  const [bottom, top] = [y - high / 2, y + high / 2].map((edge) => Math.min(Math.max(back(edge), -70), 84));
  return { "geo.lonaxis.range": [x - lon, x + lon], "geo.lataxis.range": [bottom, top] };
}

// Name what the box that the map opens on leaves out.
const NAMED = 2;
function tellBeyond(layout, box) {
  const { caption, extents } = layout.meta;
  if (!extents || !layout.annotations?.length) return;
  const [[west, east], [south, north]] = [box["geo.lonaxis.range"], box["geo.lataxis.range"]];
  const beyond = [...new Set(extents.filter(([, w, s, e, n]) => w > east || e < west || s > north || n < south).map(([name]) => name))];
  const more = beyond.length > NAMED ? ` and ${beyond.length - NAMED} more` : "";
  const [alone] = caption.split(/<br>(?=[^<]*$)/);
  layout.annotations[0].text = beyond.length ? caption + beyond.slice(0, NAMED).join(", ") + more : alone;
}

// A map is no taller than its width asks for: on a phone it would be a strip in a void.
const plotHeight = (meta, width) => (meta?.fit ? Math.min(meta.plot_height, Math.round(1.1 * width)) : meta?.plot_height);

const moved = (a, b) => a.some((value, i) => Math.abs(value - b[i]) > 0.01 * Math.abs(a[1] - a[0]));

// Give the plot the height it asks for beside its legend, and the map the box it should open on.
async function settle(Plotly, element, state) {
  const { _size: size, height, meta } = element._fullLayout;
  const missing = Math.round((plotHeight(meta, size.w) ?? size.h) - size.h);
  const change = {};
  if (Math.abs(missing) > 4) {
    state.extra = (state.extra ?? 0) + missing;
    change.height = height + missing;
    element.style.height = `${change.height}px`;
  }
  if (meta?.fit && !state.touched) {
    const box = fitBox(state.box, size.w, plotHeight(meta, size.w));
    const { lonaxis, lataxis } = element.layout.geo;
    if (moved(box["geo.lonaxis.range"], lonaxis.range) || moved(box["geo.lataxis.range"], lataxis.range)) Object.assign(change, box);
  }
  if (!Object.keys(change).length) return;
  state.fitting = true;
  await Plotly.relayout(element, change);
  state.fitting = false;
}

async function fit(Plotly, element, state) {
  const { layout } = JSON.parse(state.source);
  delete memory[state.name];
  state.touched = false;
  const change = {};
  if (layout.meta?.fit) {
    state.box = layout.meta.fit;
    const box = fitBox(state.box, element._fullLayout._size.w, element._fullLayout._size.h);
    const middle = (range) => (range[0] + range[1]) / 2;
    const lon = middle(box["geo.lonaxis.range"]);
    const lat = middle(box["geo.lataxis.range"]);
    Object.assign(change, box, { "geo.projection.scale": 1, "geo.projection.rotation.lon": lon, "geo.center.lon": lon, "geo.center.lat": lat });
  }
  for (const [name, axis] of Object.entries(layout)) {
    if (/^xaxis\d*$/.test(name) && axis.range) change[`${name}.range`] = axis.range;
  }
  state.fitting = true;
  await Plotly.relayout(element, change);
  state.fitting = false;
  for (const path of Object.keys(memory[state.name] ?? {})) if (/^[xy]axis/.test(path)) delete memory[state.name][path];
  if (state.reportWindow) state.component.setStateValue("window", null);
}

const FIT_ICON = { width: 24, height: 24, path: "M3 3h6v2H5v4H3zM15 3h6v6h-2V5h-4zM3 15h2v4h4v2H3zM19 15h2v6h-6v-2h4zM9 9h6v6H9z" };

function config(Plotly, element, state, layout) {
  const whole = { name: "fit", title: "Show everything", icon: FIT_ICON, click: () => fit(Plotly, element, state) };
  const buttons = layout.geo ? ["zoomInGeo", "zoomOutGeo"] : ["pan2d", "zoom2d", "select2d", "zoomIn2d", "zoomOut2d"];
  return {
    topojsonURL: STATIC() + "topojson/",
    plotlyServerURL: "",
    showSendToCloud: false,
    responsive: false,
    scrollZoom: Boolean(layout.geo),
    displaylogo: false,
    displayModeBar: true,
    doubleClick: false,
    modeBarButtons: [[...buttons, whole]],
  };
}

function listen(element, state) {
  element.on("plotly_click", (event) => {
    const point = event.points.find((p) => p.customdata && typeof p.customdata === "object");
    if (point) state.component.setTriggerValue("picked", point.customdata);
  });
  element.on("plotly_selected", (event) => {
    if (event?.range?.x) state.component.setTriggerValue("selected", { x: event.range.x });
  });
  element.on("plotly_deselect", () => state.component.setTriggerValue("selected", { x: null }));
  element.on("plotly_doubleclick", () => fit(state.Plotly, element, state));
  for (const event of ["plotly_relayouting", "plotly_restyle"]) element.on(event, () => placeLabels(element));
  element.on("plotly_relayout", (change) => {
    remember(state, change, element.layout);
    placeLabels(element);
    if (state.fitting || !state.reportWindow || !Object.keys(change).some((path) => path.startsWith("xaxis."))) return;
    clearTimeout(state.timer);
    state.timer = setTimeout(() => {
      const range = memory[state.name]?.["xaxis.range"];
      state.component.setStateValue("window", range ? [...range] : null);
    }, 300);
  });
}

// Lay out the legend alone before the map is drawn for the first time: drawing the world twice takes twice as long.
async function measure(Plotly, element, state, figure, options) {
  const { layout } = figure;
  const legend = figure.data.filter((trace) => trace.lat?.[0] === null);
  const geo = { ...layout.geo, showland: false, showcountries: false, showlakes: false };
  await Plotly.newPlot(element, structuredClone(legend), structuredClone({ ...layout, geo }), options);
  const { _size: size } = element._fullLayout;
  state.extra = Math.round(plotHeight(layout.meta, size.w) - size.h);
  layout.height += state.extra;
  element.style.height = `${layout.height}px`;
}

async function draw(element, component) {
  const { figure: source, label, script, reportWindow, name } = component.data;
  const state = (element.__dateline ??= {});
  Object.assign(state, { component, reportWindow, name });
  element.setAttribute("aria-label", label);
  if (state.source === source) return;
  state.source = source;
  const figure = JSON.parse(source);
  const { layout } = figure;
  layout.height += state.extra ?? 0;
  element.style.height = `${layout.height}px`;
  const Plotly = (state.Plotly = await load(script));
  if (state.source !== source) return;
  if (layout.meta?.fit) {
    if (!state.listening) await measure(Plotly, element, state, figure, config(Plotly, element, state, layout));
    // The box of the first figure stays until the reader asks for another, whatever is filtered or picked.
    state.box ??= layout.meta.fit;
    const width = element.clientWidth - layout.margin.l - layout.margin.r;
    const box = fitBox(state.box, width, plotHeight(layout.meta, width));
    for (const [path, range] of Object.entries(box)) write(layout, path, range);
    tellBeyond(layout, box);
  }
  keepView(name, layout);
  await Plotly.react(element, figure.data, layout, config(Plotly, element, state, layout));
  if (!state.listening) {
    state.listening = true;
    state.touched = Boolean(memory[name]);
    listen(element, state);
    state.observer = new ResizeObserver(() => resize(Plotly, element, state));
    state.observer.observe(element.parentElement);
  }
  await settle(Plotly, element, state);
  placeLabels(element);
  element.dataset.drawn = String(Number(element.dataset.drawn ?? 0) + 1);
}

async function resize(Plotly, element, state) {
  if (!element.isConnected || !element.clientWidth || Math.abs(element.clientWidth - element._fullLayout.width) < 2) return;
  await Plotly.relayout(element, { width: element.clientWidth });
  await settle(Plotly, element, state);
}

export default function (component) {
  const element = component.parentElement.querySelector(".dateline-figure");
  draw(element, component).catch((error) => {
    element.textContent = `The figure cannot be drawn: ${error.message}`;
  });
  return () => {
    if (element.isConnected) return;
    element.__dateline?.observer?.disconnect();
    window.__dateline_plotly?.purge(element);
  };
}
