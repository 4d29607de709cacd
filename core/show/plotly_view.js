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

// What the reader zoomed to, or what the first figure opened on, goes into every later figure.
function keepView(name, layout) {
  const view = (memory[name] ??= {});
  for (const path of layout.meta?.keep ?? []) view[path] ??= structuredClone(read(layout, path));
  for (const [path, value] of Object.entries(view)) {
    if (value !== undefined) write(layout, path, structuredClone(value));
  }
}

function remember(name, change, layout) {
  const view = (memory[name] ??= {});
  for (const [path, value] of Object.entries(change)) {
    if (!isView(path)) continue;
    const axis = path.split(".")[0];
    if (path.endsWith(".autorange")) {
      for (const old of Object.keys(view)) if (old.startsWith(axis + ".")) delete view[old];
    } else if (path.includes(".range")) {
      view[`${axis}.range`] = [...layout[axis].range];
      view[`${axis}.autorange`] = false;
    } else view[path] = value;
  }
}

function fit(Plotly, element, state) {
  const figure = JSON.parse(state.source);
  const change = { };
  delete memory[state.name];
  if (figure.layout.geo) {
    const { lonaxis, lataxis } = figure.layout.geo;
    const middle = (range) => (range[0] + range[1]) / 2;
    Object.assign(change, {
      "geo.lonaxis.range": lonaxis.range, "geo.lataxis.range": lataxis.range, "geo.projection.scale": 1,
      "geo.projection.rotation.lon": middle(lonaxis.range), "geo.center.lon": middle(lonaxis.range), "geo.center.lat": middle(lataxis.range),
    });
  }
  for (const [name, axis] of Object.entries(figure.layout)) {
    if (/^xaxis\d*$/.test(name) && axis.range) change[`${name}.range`] = axis.range;
  }
  Plotly.relayout(element, change);
}

const FIT_ICON = { width: 24, height: 24, path: "M3 3h6v2H5v4H3zM15 3h6v6h-2V5h-4zM3 15h2v4h4v2H3zM19 15h2v6h-6v-2h4zM9 9h6v6H9z" };

function config(Plotly, element, state) {
  return {
    topojsonURL: STATIC() + "topojson/",
    responsive: true,
    scrollZoom: true,
    displaylogo: false,
    displayModeBar: true,
    modeBarButtonsToRemove: ["lasso2d", "toImage", "resetGeo", "resetScale2d", "autoScale2d", "hoverClosestGeo"],
    modeBarButtonsToAdd: [{ name: "fit", title: "Fit to what is shown", icon: FIT_ICON, click: () => fit(Plotly, element, state) }],
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
  element.on("plotly_relayout", (change) => {
    remember(state.name, change, element.layout);
    if (!state.reportWindow || !Object.keys(change).some((path) => path.startsWith("xaxis."))) return;
    clearTimeout(state.timer);
    state.timer = setTimeout(() => {
      const range = memory[state.name]?.["xaxis.range"];
      state.component.setStateValue("window", range ? [...range] : null);
    }, 300);
  });
}

async function draw(element, component) {
  const { figure: source, label, script, reportWindow, name } = component.data;
  const state = (element.__dateline ??= {});
  Object.assign(state, { component, reportWindow, name });
  element.setAttribute("aria-label", label);
  if (state.source === source) return;
  state.source = source;
  const figure = JSON.parse(source);
  element.style.height = `${figure.layout.height}px`;
  const Plotly = await load(script);
  if (state.source !== source) return;
  keepView(name, figure.layout);
  await Plotly.react(element, figure.data, figure.layout, config(Plotly, element, state));
  if (!state.listening) {
    state.listening = true;
    listen(element, state);
    state.observer = new ResizeObserver(() => element.isConnected && Plotly.Plots.resize(element));
    state.observer.observe(element);
  }
  element.dataset.drawn = String(Number(element.dataset.drawn ?? 0) + 1);
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
