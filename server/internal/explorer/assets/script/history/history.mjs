// The questions asked on this browser, newest first: what was asked, never as
// whom and never what was answered.

import { keep, recall } from '../keep.mjs';

const name = 'history';
const most = 100;

export class History {
  constructor() {
    this.reload();
  }

  // reload takes over what another tab of the page has kept meanwhile.
  reload() {
    const kept = recall(name, []);
    this.entries = Array.isArray(kept) ? kept.filter((entry) => typeof entry?.query === 'string') : [];
  }

  // add puts an entry {query, variables, title, kind, wrong} on top. Asking the
  // same again moves it up instead of listing it twice.
  add({ query, variables, title, kind, wrong }) {
    const same = (entry) => entry.query === query && entry.variables === variables
      && entry.title === title;
    const entry = { query, variables, title, kind, wrong, at: new Date().toISOString() };
    this.entries = [entry, ...this.entries.filter((each) => !same(each))].slice(0, most);
    this.store();
  }

  remove(entry) {
    this.entries = this.entries.filter((each) => each !== entry);
    this.store();
  }

  clear() {
    this.entries = [];
    this.store();
  }

  // Where storage is full the older half is not kept.
  store() {
    let kept = this.entries;
    while (!keep(name, kept) && kept.length > 1) kept = kept.slice(0, Math.floor(kept.length / 2));
  }
}
