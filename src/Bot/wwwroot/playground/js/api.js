const root = '/playground/api';

/** An idempotency key: sending twice counts once. */
export const newKey = () => crypto.randomUUID();

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Error('RelateBot does not answer. Is it still running?');
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Error(body?.error ?? `RelateBot could not do that (${response.status}).`);
  }
  return body;
}

const get = (path, query = {}) => answer(fetch(`${root}/${path}?${new URLSearchParams(query)}`, { cache: 'no-store' }));

const post = (path, body) => answer(fetch(`${root}/${path}`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
}));

export const getState = as => get('state', as ? { as } : {});
export const getMessages = (as, place, before) => get('messages', { as, in: place, ...(before ? { before } : {}) });
export const say = (as, place, text, key) => post('messages', { as, in: place, text, key });
export const tap = (as, message, button, key) => post('actions', { as, message, action: button.action, value: button.value, key });
export const sendForm = (as, place, form, answers, key) => post('forms', { as, in: place, form: form.form, state: form.state, answers, key });
export const moveClock = advance => post('clock', { advance });

/** Listens for events. `on.hello` fires at first and after each reconnect. Returns a function that stops it. */
export function follow(as, on) {
  let source;
  let waiting;
  const open = () => {
    source = new EventSource(`${root}/events?${new URLSearchParams({ as })}`);
    for (const kind of ['hello', 'message', 'changed', 'gone', 'clock', 'beat']) {
      source.addEventListener(kind, event => on[kind]?.(JSON.parse(event.data)));
    }
    source.addEventListener('error', () => {
      on.lost();
      // The browser reconnects automatically after an interruption, but not after an error response.
      if (source.readyState === EventSource.CLOSED) waiting = setTimeout(open, 2000);
    });
  };
  open();
  return () => {
    clearTimeout(waiting);
    source.close();
  };
}
