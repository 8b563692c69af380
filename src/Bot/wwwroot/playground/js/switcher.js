import { byId, h, icon } from './dom.js';
import { avatar } from './avatar.js';
import { addressOf, model } from './model.js';
import { find } from './search.js';
import { hour, now } from './times.js';
import { draw } from './sidebar.js';

const dialog = byId('switcher');
const search = h('input', { class: 'search', type: 'search', placeholder: 'Search by name', 'aria-label': 'Search by name', autocomplete: 'off' });
const everybody = h('div', { class: 'everybody' });

/** The choice of who I am. */
export function startSwitcher(onGo) {
  dialog.append(
    h('header', {}, h('h2', { id: 'switcher-title' }, 'Who do you want to be?'),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'))),
    search,
    everybody,
    h('p', { class: 'tip' }, 'Open somebody in a second window (Ctrl or ⌘ and click) to be two people at once.'));
  byId('me').addEventListener('click', () => {
    search.value = '';
    list();
    dialog.showModal();
    search.focus();
  });
  search.addEventListener('input', list);
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('keydown', event => {
    const links = [...everybody.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') {
      (links[at + 1] ?? links[0])?.focus();
    } else if (event.key === 'ArrowUp') {
      (at > 0 ? links[at - 1] : search).focus();
    } else if (event.key === 'Enter' && at < 0 && event.target === search) {
      links[0]?.click();
    } else {
      return;
    }
    event.preventDefault();
  });
  everybody.addEventListener('click', event => {
    const link = event.target.closest('a');
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      dialog.close();
      draw(false);
      onGo(link.dataset.handle, null);
    }
  });
}

function list() {
  const found = find(model.people, search.value);
  const groups = search.value.trim() !== ''
    ? [[null, found]]
    : [...model.departments.map(department => [department.name, found.filter(person => person.department === department.name)]),
      ['Without a department', found.filter(person => !person.department)]];
  everybody.replaceChildren(...groups.filter(([, people]) => people.length > 0).flatMap(([name, people]) => [
    name && h('h3', {}, name),
    h('ul', {}, people.map(drawPerson)),
  ].filter(Boolean)));
  if (found.length === 0) {
    everybody.append(h('p', { class: 'hint' }, 'Nobody of that name is here.'));
  }
}

const drawPerson = person => h('li', {}, h('a', {
  href: addressOf(person.handle), 'data-handle': person.handle, 'aria-current': person.handle === model.me.handle ? 'true' : null,
}, avatar(person), h('span', { class: 'name' }, person.name, h('small', {}, `@${person.handle}`)), h('time', {}, hour(now(), person.timeZone))));
