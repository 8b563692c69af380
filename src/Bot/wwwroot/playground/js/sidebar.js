import { byId, h, icon } from './dom.js';
import { avatar } from './avatar.js';
import { addressOf, bot, isDirect, model, nameOf, read } from './model.js';

const narrow = matchMedia('(max-width: 760px)');
const side = byId('side');
const menu = byId('menu');

export function startSidebar(onGo) {
  menu.append(icon('menu'));
  menu.addEventListener('click', () => draw(true));
  byId('scrim').addEventListener('click', () => draw(false));
  narrow.addEventListener('change', () => draw(false));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && isDrawn()) draw(false, true);
  });
  byId('places').addEventListener('click', event => {
    const link = event.target.closest('a');
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      draw(false);
      onGo(model.me.handle, link.dataset.place);
    }
  });
  draw(false);
}

const isDrawn = () => document.body.classList.contains('drawn');

/** Opens or closes the drawer; on a wide screen the list is always there. */
export function draw(open, backToMenu = false) {
  const drawn = open && narrow.matches;
  document.body.classList.toggle('drawn', drawn);
  side.inert = narrow.matches && !drawn;
  menu.setAttribute('aria-expanded', String(drawn));
  if (drawn) {
    side.querySelector('a[aria-current="page"]')?.focus();
  } else if (backToMenu) {
    menu.focus();
  }
}

export function drawSidebar() {
  byId('organisation').textContent = model.organisation;
  const channels = model.places.filter(place => !isDirect(place.id));
  const direct = model.places.filter(place => isDirect(place.id));
  const focused = document.activeElement?.dataset?.place;
  byId('places').replaceChildren(
    h('h2', { id: 'channels' }, 'Channels'), h('ul', { 'aria-labelledby': 'channels' }, channels.map(drawPlace)),
    h('h2', { id: 'direct' }, 'Direct messages'), h('ul', { 'aria-labelledby': 'direct' }, direct.map(drawPlace)));
  if (focused) byId('places').querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();

  const me = byId('me');
  me.replaceChildren(
    avatar(model.me),
    h('span', { class: 'unseen' }, 'You are'),
    h('span', { class: 'who' }, h('strong', {}, model.me.name), h('span', {}, model.me.department ?? `@${model.me.handle}`)),
    h('span', { class: 'unseen' }, 'Be somebody else'),
    icon('switch'));

  const waiting = model.places.some(place => place.id !== model.place && read.isUnread(place));
  menu.classList.toggle('unread', waiting);
  menu.setAttribute('aria-label', waiting ? 'Conversations, some unread' : 'Conversations');
  document.title = `${waiting ? '● ' : ''}${nameOf(model.place)} · ${model.me.name} · RelateBot`;
}

function drawPlace(place) {
  const unread = read.isUnread(place);
  return h('li', {}, h('a', {
    href: addressOf(model.me.handle, place.id),
    'data-place': place.id,
    class: unread ? 'unread' : null,
    'aria-current': place.id === model.place ? 'page' : null,
  },
  isDirect(place.id) ? avatar(bot, 'small') : h('span', { class: 'sign', 'aria-hidden': 'true' }, '#'),
  h('span', { class: 'name' }, isDirect(place.id) ? bot.name : place.id.slice(1)),
  unread && [h('span', { class: 'dot', 'aria-hidden': 'true' }), h('span', { class: 'unseen' }, 'unread')]));
}
