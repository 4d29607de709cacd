// Cards with an article's words in them, written as text nodes only.
const make = (tag, name, value) => {
  const el = document.createElement(tag);
  if (name) el.className = name;
  if (value !== undefined && value !== null) el.textContent = value;
  return el;
};
const ink = (el, look) => { if (look) el.style.setProperty('--ink', `light-dark(${look.light}, ${look.dark})`); };

function tags(items) {
  const row = make('div', 'tags');
  for (const item of items) {
    const tag = make('span', 'tag');
    ink(tag, item);
    if (item.glyph) tag.append(make('span', 'glyph', item.glyph));
    tag.append(make('span', '', item.text));
    row.append(tag);
  }
  return row;
}

function quote([before, hit, after], look) {
  const el = make('div', 'quote');
  el.dir = 'auto'; // by the article's own script
  ink(el, look);
  el.append(document.createTextNode(before), make('mark', '', hit), document.createTextNode(after));
  return el;
}

function fields(rows) {
  const list = make('dl');
  for (const [name, value] of rows) list.append(make('dt', '', name), make('dd', '', value));
  return list;
}

function list(lines) {
  const ul = make('ul');
  for (const line of lines) ul.append(make('li', '', line));
  return ul;
}

function card(item, open) {
  const el = make(item.href ? 'a' : 'div', `card ${item.plain ? 'plain' : ''} ${item.on ? 'on' : ''}`);
  if (item.id) el.dataset.id = item.id;
  if (item.tags?.length) el.append(tags(item.tags));
  if (item.big) el.append(make('div', 'big', item.big));
  if (item.heading) el.append(make('div', 'heading', item.heading));
  if (item.title) el.append(make('div', 'title', item.title));
  for (const line of item.lines || []) el.append(make('div', 'line', line));
  if (item.quote) el.append(quote(item.quote, item.look));
  if (item.fields?.length) el.append(fields(item.fields));
  if (item.list?.length) el.append(list(item.list));
  if (item.go) el.append(make('div', 'go', item.go));
  if (item.href) {
    el.href = item.href;
    el.onclick = (event) => { // a plain click stays in this session; a new tab takes the address
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      open(item);
    };
  }
  return el;
}

export default function cards(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector('.cards');
  root.className = `cards ${data.shape}`;
  const drawn = JSON.stringify(data.items);
  if (root.drawn === drawn) return;
  root.drawn = drawn;
  root.replaceChildren(...data.items.map((item) => card(item, (it) => setTriggerValue('opened', it.target))));
}
