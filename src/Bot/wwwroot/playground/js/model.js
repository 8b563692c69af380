/** The page's data. It comes from the server; the page decides nothing. */
export const model = {
  me: null,
  organisation: '',
  people: [],
  departments: [],
  places: [],
  commands: [],
  /** Milliseconds by which RelateBot's clock is ahead of this machine's. */
  ahead: 0,
  /** The current conversation: "#kudos", or "@mark" for Mark's direct messages with RelateBot. */
  place: null,
};

const byHandle = new Map();
const byIdentity = new Map();

export const bot = { handle: 'relatebot', name: 'RelateBot', isBot: true };

export function take(state) {
  Object.assign(model, {
    organisation: state.organisation,
    people: state.people,
    departments: state.departments,
    places: state.conversations,
    commands: state.commands,
  });
  byHandle.clear();
  byIdentity.clear();
  for (const person of state.people) {
    byHandle.set(person.handle, person);
    byIdentity.set(person.id, person);
  }
  model.me = byHandle.get(state.me);
  setTime(state.now);
}

export function setTime(now) {
  model.ahead = new Date(now) - Date.now();
}

export const personBy = handle => handle === null ? bot : byHandle.get(handle) ?? { handle, name: handle };
export const personById = id => byIdentity.get(id);
export const directMessages = () => `@${model.me.handle}`;
export const isDirect = place => place.startsWith('@');
export const nameOf = place => isDirect(place) ? bot.name : place;
export const placeBy = id => model.places.find(place => place.id === id);

/** The address of a conversation as a given person; direct messages need no name. */
export function addressOf(as, place) {
  const query = new URLSearchParams({ as });
  if (place && !isDirect(place)) {
    query.set('in', place.slice(1));
  }
  return `/?${query}`;
}

/** What this person has read, kept by the browser for all its windows. */
export const read = {
  all: () => JSON.parse(localStorage.getItem(`relatebot.read.${model.me.handle}`) ?? '{}'),
  /** Channels that were never opened count as read; direct messages don't. */
  isUnread(place) {
    const until = this.all()[place.id];
    return Boolean(place.newest) && (until ? new Date(place.newest) > new Date(until) : isDirect(place.id));
  },
  mark(id) {
    const place = placeBy(id);
    if (place?.newest) {
      localStorage.setItem(`relatebot.read.${model.me.handle}`, JSON.stringify({ ...this.all(), [id]: place.newest }));
    }
  },
  markChannelsOnce() {
    const known = this.all();
    for (const place of model.places.filter(place => !isDirect(place.id) && !known[place.id])) {
      this.mark(place.id);
    }
  },
};
