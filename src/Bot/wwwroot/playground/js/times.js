import { model } from './model.js';

// This page is in English, and so are its times, in the current person's time zone.
const formats = new Map();

function format(at, options, timeZone = model.me.timeZone) {
  const key = JSON.stringify([options, timeZone]);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat('en-GB', { ...options, timeZone }));
  }
  return formats.get(key).format(at);
}

export const hour = (at, timeZone) => format(at, { hour: '2-digit', minute: '2-digit' }, timeZone);
export const shortDay = at => format(at, { weekday: 'short', day: 'numeric', month: 'short' });
export const full = at => format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** The calendar day, for comparing. */
export const dayOf = at => format(at, { year: 'numeric', month: '2-digit', day: '2-digit' });

/** "Today", "Yesterday", or the day. */
export function dayName(at) {
  const day = dayOf(at);
  if (day === dayOf(now())) return 'Today';
  if (day === dayOf(new Date(now() - 86_400_000))) return 'Yesterday';
  return format(at, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** The time by RelateBot's clock. */
export const now = () => new Date(Date.now() + model.ahead);
