// The annotated article. Text is only ever written as text nodes. Offsets arrive in UTF-16 units.
// Kept for the life of the page, so that going to another view and back loses nothing.
const kept = { off: null, scroll: {} };
const MOST_LINES = 4; // underlines under one word; more would touch the next line

const ink = (layer) => `light-dark(${layer.light}, ${layer.dark})`;

// Cut the text at every edge and give each piece the spans that cover it, the innermost first.
function pieces(length, spans) {
  const edges = new Set([0, length]);
  const opens = new Map();
  for (const s of spans) {
    edges.add(s.start); edges.add(s.end);
    if (!opens.has(s.start)) opens.set(s.start, []);
    opens.get(s.start).push(s);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  let active = [];
  const out = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const at = cuts[i];
    active = active.filter((s) => s.end > at).concat(opens.get(at) || []);
    const cover = [...active].sort((a, b) => (a.end - a.start) - (b.end - b.start));
    out.push({ start: at, end: cuts[i + 1], cover, starts: opens.get(at) || [] });
  }
  return out;
}

// One underline a layer, stacked, over a tint of the innermost layer.
function paint(el, cover, layers) {
  const kinds = [...new Set(cover.map((s) => s.layer))].slice(0, MOST_LINES);
  const inks = kinds.map((k) => ink(layers[k]));
  el.style.backgroundImage = inks.map((c) => `linear-gradient(${c}, ${c})`).join(',');
  el.style.backgroundSize = inks.map(() => '100% 2px').join(',');
  el.style.backgroundPosition = inks.map((_, i) => `0 calc(100% - ${i * 3}px)`).join(',');
  const strength = layers[kinds[0]].wash;
  el.style.backgroundColor = `color-mix(in srgb, ${inks[0]} ${strength}%, transparent)`;
  el.style.setProperty('--ink', inks[0]);
}

function segment(piece, text, layers, labels) {
  const el = document.createElement('mark');
  el.className = 'seg';
  el.append(document.createTextNode(text.slice(piece.start, piece.end)));
  paint(el, piece.cover, layers);
  el.dataset.ids = piece.cover.map((s) => s.id).join(' ');
  el.setAttribute('role', 'button');
  el.tabIndex = -1;
  el.setAttribute('aria-label', `${el.textContent}: ${piece.cover.map((s) => labels(s)).join(' and ')}`);
  el.title = piece.cover.map((s) => labels(s)).join('\n');
  if (piece.starts.length) {
    el.dataset.start = piece.starts.map((s) => s.id).join(' ');
    el.dataset.symbols = [...new Set(piece.starts.map((s) => s.symbol || layers[s.layer].symbol))].join('');
  }
  return el;
}

// The DOM range of an offset pair; every child of the box is a text node or holds one.
function range(box, [start, end]) {
  const out = new Range();
  let at = 0;
  for (const child of box.childNodes) {
    const node = child.firstChild || child;
    if (start >= at && start <= at + node.length) out.setStart(node, start - at);
    if (end >= at && end <= at + node.length) { out.setEnd(node, end - at); break; }
    at += node.length;
  }
  return out;
}

export default function reader(component) {
  const { data, parentElement, setTriggerValue } = component;
  const $ = (name) => parentElement.querySelector(name);
  const box = $('.text');
  const layers = Object.fromEntries(data.layers.map((l) => [l.name, l]));
  const byId = new Map(data.spans.map((s) => [s.id, s]));
  kept.off ??= new Set(data.layers.filter((l) => !l.shown).map((l) => l.name));
  if (data.picked && byId.has(data.picked)) kept.off.delete(byId.get(data.picked).layer);
  const labels = (s) => `${layers[s.layer].label}, ${s.label}`;
  const segs = () => [...box.querySelectorAll('.seg')];
  const has = (el, id) => el.dataset.ids.split(' ').includes(id);
  const order = () => data.spans.filter((s) => !kept.off.has(s.layer));

  function build() {
    const top = box.scrollTop;
    box.replaceChildren(...pieces(data.text.length, order()).map((p) =>
      p.cover.length ? segment(p, data.text, layers, labels)
        : document.createTextNode(data.text.slice(p.start, p.end))));
    const first = box.querySelector('.seg');
    if (first) first.tabIndex = 0;
    box.scrollTop = top;
  }

  function light(id) {
    for (const el of segs()) {
      const on = id !== null && has(el, id);
      el.classList.toggle('on', on);
      el.setAttribute('aria-pressed', String(on));
    }
    CSS.highlights?.set('dateline-role', new Highlight(...(data.related[id] || []).map((r) => range(box, r))));
    const list = order();
    const n = list.findIndex((s) => s.id === id);
    $('.at').textContent = list.length ? `${n < 0 ? '–' : n + 1} of ${list.length}` : 'no marks';
    box.dataset.picked = id ?? '';
  }

  function show(id, focus) {
    const el = segs().find((e) => has(e, id));
    if (!el) return;
    segs().forEach((e) => { e.tabIndex = -1; });
    el.tabIndex = 0;
    if (focus) el.focus({ preventScroll: true });
    const top = el.offsetTop - box.scrollTop;
    if (top < 20 || top > box.clientHeight - 60) box.scrollTop = el.offsetTop - box.clientHeight / 3;
  }

  let wait = 0;
  function pick(id, delay) {
    light(id);
    clearTimeout(wait);
    wait = setTimeout(() => setTriggerValue('picked', id), delay);
  }

  function step(by) {
    const list = order();
    if (!list.length) return;
    let n = list.findIndex((s) => s.id === box.dataset.picked);
    if (n < 0) { // nothing picked yet: start from what is on the screen
      const seen = segs().find((e) => e.dataset.start && e.offsetTop >= box.scrollTop);
      n = seen ? list.findIndex((s) => s.id === seen.dataset.start.split(' ')[0]) - (by > 0 ? 1 : 0) : -1;
    }
    const next = list[(n + by + list.length) % list.length];
    show(next.id, true);
    pick(next.id, 220);
  }

  function legend() {
    $('.legend').replaceChildren(...data.layers.map((layer) => {
      const button = document.createElement('button');
      const part = (name, value) => {
        const span = document.createElement('span');
        span.className = name; span.textContent = value; return span;
      };
      button.type = 'button';
      button.dataset.layer = layer.name;
      button.style.setProperty('--ink', ink(layer));
      button.setAttribute('aria-pressed', String(!kept.off.has(layer.name)));
      const count = data.spans.filter((s) => s.layer === layer.name).length;
      button.append(part('symbol', layer.symbol), part('name', layer.label), part('count', count));
      button.onclick = () => {
        kept.off.has(layer.name) ? kept.off.delete(layer.name) : kept.off.add(layer.name);
        button.setAttribute('aria-pressed', String(!kept.off.has(layer.name)));
        build(); light(box.dataset.picked || null);
      };
      return button;
    }));
  }

  // A new article or new records draw afresh; anything else leaves the text and its scroll alone.
  if (box.dataset.version !== data.version) {
    const fresh = box.dataset.article !== data.article;
    box.dataset.version = data.version;
    box.dataset.article = data.article;
    legend(); build();
    box.dataset.asked = ''; // the pieces are new: what is picked is lit again
    if (fresh) box.scrollTop = kept.scroll[data.article] || 0;
  } else if (data.picked && byId.has(data.picked) && !segs().some((e) => has(e, data.picked))) {
    legend(); build();
  }
  const asked = `${data.picked}|${data.nonce}`;
  if (box.dataset.asked !== asked) {
    box.dataset.asked = asked;
    if (data.picked && box.dataset.picked !== data.picked) show(data.picked, false);
    light(data.picked);
  }

  box.onscroll = () => { kept.scroll[box.dataset.article] = box.scrollTop; };
  box.onclick = (event) => {
    const el = event.target.closest('.seg');
    if (!el) return;
    const ids = el.dataset.ids.split(' '); // a second click on an overlap takes the next one out
    pick(ids[(ids.indexOf(box.dataset.picked) + 1) % ids.length], 0);
  };
  box.onkeydown = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const el = event.target.closest('.seg');
    if (event.key === 'ArrowRight' || event.key === 'j') step(1);
    else if (event.key === 'ArrowLeft' || event.key === 'k') step(-1);
    else if (el && (event.key === 'Enter' || event.key === ' ')) el.click();
    else return;
    event.preventDefault();
  };
  $('.prev').onclick = () => step(-1);
  $('.next').onclick = () => step(1);
  return () => { clearTimeout(wait); };
}
