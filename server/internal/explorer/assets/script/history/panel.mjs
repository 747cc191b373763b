// The list of past questions.

import { element, fill } from '../element.mjs';
import { onLanguage, text, when } from '../words.mjs';

export class HistoryPanel {
  // restore(entry) is called when a reader wants a question back.
  constructor(host, history, restore) {
    this.host = host;
    this.history = history;
    this.restore = restore;
    onLanguage(() => this.draw());
    window.addEventListener('storage', () => {
      history.reload();
      this.draw();
    });
    this.draw();
  }

  add(entry) {
    this.history.add(entry);
    this.draw();
  }

  draw() {
    const { entries } = this.history;
    fill(this.host, this.header(entries), entries.length === 0
      ? element('p', { class: 'empty' }, text('historyEmpty'))
      : element('ol', { class: 'history' }, entries.map((entry) => this.row(entry))));
  }

  header(entries) {
    return element('header', { class: 'side-head' },
      element('h2', {}, text('history')),
      entries.length > 0 && element('button', {
        type: 'button',
        class: 'quiet',
        onclick: () => this.clear(),
      }, text('historyClear')),
      element('p', { class: 'small' }, text('historyNote')));
  }

  clear() {
    if (!window.confirm(text('historyClearSure'))) return;
    this.history.clear();
    this.draw();
  }

  row(entry) {
    const title = entry.title || text('untitled');
    return element('li', { class: entry.wrong ? 'history-row is-wrong' : 'history-row' },
      element('button', {
        type: 'button',
        class: 'history-restore',
        title: text('historyRestore'),
        onclick: () => this.restore(entry),
      },
      element('span', { class: 'history-title' }, title),
      element('span', { class: 'small' }, text(entry.kind), ' · ', when(entry.at),
        entry.wrong && ` · ${text('historyWrong')}`),
      element('code', { class: 'history-query' }, gist(entry.query))),
      element('button', {
        type: 'button',
        class: 'quiet history-delete',
        'aria-label': text('historyDelete', { title }),
        title: text('historyDelete', { title }),
        onclick: () => this.remove(entry),
      }, '×'));
  }

  remove(entry) {
    this.history.remove(entry);
    this.draw();
  }
}

// A question on one line.
function gist(query) {
  return query.replace(/#.*/g, '').replace(/\s+/g, ' ').trim().slice(0, 160);
}
