import { h, icon } from './dom.js';
import { avatar } from './avatar.js';
import { model, personBy, personById } from './model.js';
import { full, hour } from './times.js';

/** Draws one message. onTap(button, element) is called for its buttons. */
export function drawMessage(message, onTap) {
  const author = personBy(message.author);
  const at = new Date(message.at);
  return h('article', { class: `message${message.onlyYou ? ' private' : ''}`, id: `m-${message.id}`, tabindex: '-1', 'aria-label': `${author.name}, ${hour(at)}` },
    message.onlyYou && h('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
    avatar(author),
    h('div', { class: 'said' },
      h('div', { class: 'by' },
        h('strong', {}, author.name),
        author.isBot && h('span', { class: 'app-mark' }, 'app'),
        h('time', { datetime: message.at, title: full(at) }, hour(at))),
      drawBlocks(message, onTap)));
}

function drawBlocks(message, onTap) {
  const blocks = message.content.blocks.map(block => drawBlock(block, onTap));
  if (message.edited) blocks[0].append(h('span', { class: 'edited' }, '(edited)'));
  return blocks;
}

function drawBlock(block, onTap) {
  switch (block.is) {
    case 'paragraph': return h('p', {}, drawText(block.text));
    case 'quote': return h('blockquote', {}, block.text);
    case 'small': return h('p', { class: 'small' }, drawText(block.text));
    case 'table': return drawTable(block);
    case 'bars': return drawBars(block);
    case 'buttons': return h('div', { class: 'buttons' }, block.items.map(button => drawButton(button, onTap)));
    default: return null;
  }
}

function drawTable(table) {
  const cell = (text, column, name) => column === 0
    ? h('th', { scope: name }, text)
    : h(name === 'col' ? 'th' : 'td', name === 'col' ? { scope: 'col' } : {}, text || '–');
  return h('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': table.title }, h('table', {},
    h('caption', {}, table.title),
    h('thead', {}, h('tr', {}, table.columns.map((name, column) => column === 0 ? h('td', {}) : cell(name, column, 'col')))),
    h('tbody', {}, table.rows.map(row => h('tr', {}, row.map((text, column) => cell(text, column, 'row')))))));
}

function drawBars(bars) {
  const most = Math.max(1, ...bars.items.map(bar => bar.value));
  return h('figure', { class: 'bars' },
    h('figcaption', {}, bars.title),
    h('dl', {}, bars.items.map(bar => h('div', {},
      h('dt', {}, bar.label),
      h('dd', {}, h('meter', { min: '0', max: String(most), value: String(bar.value), 'aria-label': `${bar.label}: ${bar.value}` }), String(bar.value))))));
}

function drawButton(button, onTap) {
  const element = h('button', { type: 'button', class: `button ${button.look.toLowerCase()}` }, button.label);
  element.addEventListener('click', () => onTap(button, element));
  return element;
}

const drawText = text => text.spans.map(drawSpan);

function drawSpan(span) {
  switch (span.is) {
    case 'bold': return h('strong', {}, span.text);
    case 'command': return h('code', {}, span.text);
    case 'person': return h('span', { class: span.id === model.me.id ? 'mention mine' : 'mention', title: titleOf(personById(span.id)) }, span.name);
    case 'department': return h('span', { class: 'mention' }, span.name);
    case 'link': return /^https?:/.test(span.url) ? h('a', { href: span.url, rel: 'noreferrer', target: '_blank' }, span.label) : span.label;
    default: return span.text;
  }
}

const titleOf = person => person ? `@${person.handle}${person.department ? ` · ${person.department}` : ''}` : null;
