import { byId, h, icon, notice } from './dom.js';
import { moveClock } from './api.js';
import { model, setTime } from './model.js';
import { full, hour, now, shortDay } from './times.js';

const button = byId('clock');
const moves = byId('clock-moves');
const date = h('span', { class: 'date' });
const time = h('span', {});

/** RelateBot's clock: the time for the current person, and how to advance it. */
export function startClock() {
  button.append(icon('clock'), h('span', { class: 'unseen' }, 'RelateBot’s clock'), date, time);
  moves.append(
    h('h2', {}, 'RelateBot’s clock'),
    h('p', {}, 'Move it on to see what RelateBot does later.'),
    h('div', {}, move('now', 'Now'), move('day', '+1 day'), move('week', '+1 week')));
  setInterval(drawClock, 1000);
}

export function drawClock() {
  if (!model.me) return;
  const at = now();
  date.textContent = shortDay(at);
  time.textContent = hour(at);
  button.title = full(at);
  button.classList.toggle('moved', Math.abs(model.ahead) > 60_000);
}

function move(advance, label) {
  const element = h('button', { type: 'button', class: 'button' }, label);
  element.addEventListener('click', async () => {
    try {
      setTime((await moveClock(advance)).now);
      drawClock();
    } catch (error) {
      notice(error.message);
    }
  });
  return element;
}
