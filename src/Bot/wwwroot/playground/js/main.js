import { byId, notice } from './dom.js';
import { follow, getState } from './api.js';
import { drawClock, startClock } from './clock.js';
import { focusComposer, startComposer, turnTo } from './composer.js';
import { openForm, startForms } from './form.js';
import { addressOf, directMessages, model, nameOf, placeBy, read, setTime, take } from './model.js';
import { drawSidebar, startSidebar } from './sidebar.js';
import { startSwitcher } from './switcher.js';
import { arrived, changed, gone, redraw, show, startTimeline } from './timeline.js';

let stopFollowing = null;
let losing;
let resting;

/** The person and the conversation, from the address, so each window can be a different person. */
function address() {
  const query = new URLSearchParams(location.search);
  return { as: query.get('as'), place: query.has('in') ? `#${query.get('in')}` : null };
}

async function enter() {
  const { as, place } = address();
  take(await getState(as));
  model.place = place && placeBy(place) ? place : directMessages();
  history.replaceState(null, '', addressOf(model.me.handle, model.place));
  read.markChannelsOnce();
  draw();
  listen();
}

function listen() {
  stopFollowing?.();
  stopFollowing = follow(model.me.handle, {
    hello: refresh,
    beat: found,
    message: event => { arrived(event.message); drawSidebar(); },
    changed: event => changed(event.message),
    gone: event => gone(event.removed),
    clock: event => { setTime(event.now); drawClock(); redraw(); },
    lost: () => { losing ??= setTimeout(() => { byId('lost').hidden = false; }, 1500); },
  });
}

// Connected: later events arrive here; earlier ones are read.
async function refresh() {
  found();
  try {
    take(await getState(model.me.handle));
    await show();
    drawSidebar();
    drawClock();
  } catch (error) {
    notice(error.message);
  }
}

// A browser allows six connections to a host, so a hidden window closes its own after a while.
function restAndWake() {
  clearTimeout(resting);
  if (document.hidden) {
    resting = setTimeout(() => { stopFollowing?.(); stopFollowing = null; }, 60_000);
  } else if (model.me && !stopFollowing) {
    listen();
  }
}

function found() {
  clearTimeout(losing);
  losing = null;
  byId('lost').hidden = true;
}

function draw() {
  byId('title').textContent = nameOf(model.place);
  byId('topic').textContent = placeBy(model.place)?.topic ?? '';
  turnTo();
  drawSidebar();
  drawClock();
}

async function go(as, place) {
  const target = addressOf(as, place);
  if (target !== location.pathname + location.search) history.pushState(null, '', target);
  await arrive();
  focusComposer();
}

async function arrive() {
  try {
    const { as, place } = address();
    if (as !== model.me?.handle) {
      await enter();
      return;
    }
    model.place = place && placeBy(place) ? place : directMessages();
    draw();
    await show();
    drawSidebar();
  } catch (error) {
    notice(error.message);
  }
}

startSidebar(go);
startSwitcher(go);
startClock();
startForms();
startTimeline(openForm);
startComposer(openForm);
addEventListener('popstate', arrive);
document.addEventListener('visibilitychange', restAndWake);
addEventListener('read', drawSidebar);
addEventListener('storage', () => { if (model.me) drawSidebar(); });
arrive().then(() => { if (matchMedia('(hover: hover)').matches) focusComposer(); });
