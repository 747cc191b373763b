// The panel in which a reader looks up what the API's words mean. The page
// shown is the part of the address after #, so the browser's own Back works
// and a page can be bookmarked or sent to a colleague.

import { byId, element, fill } from '../element.mjs';
import { number, onLanguage, text } from '../words.mjs';
import { page } from './pages.mjs';
import { link } from './parts.mjs';
import { index, search } from './search.mjs';
import { draft } from './skeleton.mjs';

export class Docs {
  // opened() is called when a link leads to a page of the docs; begin(draft)
  // when a reader wants to start with a root field; reload() to ask the server
  // for its schema again.
  constructor({ opened, begin, reload }) {
    this.question = byId('docs-search');
    this.found = byId('docs-found');
    this.trail = byId('docs-trail');
    this.page = byId('docs-page');
    this.begin = begin;
    this.schema = null;
    this.entries = [];
    this.failure = '';
    byId('docs-reload').addEventListener('click', reload);
    this.question.addEventListener('input', () => this.drawSearch());
    this.question.addEventListener('keydown', (event) => this.onSearchKey(event));
    window.addEventListener('hashchange', () => {
      this.question.value = '';
      this.draw();
      opened();
    });
    onLanguage(() => this.draw());
    this.draw();
  }

  get path() {
    return location.hash.slice(1);
  }

  load(schema) {
    this.schema = schema;
    this.failure = '';
    this.entries = index(schema);
    this.draw();
  }

  fail(reason) {
    this.failure = reason;
    this.draw();
  }

  onSearchKey(event) {
    if (event.key === 'Escape' && this.question.value !== '') {
      event.preventDefault();
      this.question.value = '';
      this.drawSearch();
    }
    if (event.key === 'Enter') this.found.querySelector('a')?.click();
    if (event.key === 'ArrowDown') this.found.querySelector('a')?.focus();
  }

  draw() {
    this.drawSearch();
    const failed = this.failure && text('schemaFailed', { reason: this.failure });
    const note = failed && element('p', { class: 'note is-wrong', role: 'status' }, failed);
    if (!this.schema) {
      fill(this.trail);
      fill(this.page, note || element('p', { class: 'empty' }, text('schemaLoading')));
      return;
    }
    const { title, content, mark } = page(this.schema, this.path, (kind, field) => this.beginButton(kind, field));
    fill(this.trail, this.steps());
    fill(this.page, note, element('h3', {}, title), content);
    this.page.scrollTop = 0;
    const marked = mark && byId(mark);
    marked?.classList.add('is-marked');
    marked?.scrollIntoView({ block: 'center' });
  }

  // Where the page lies: Docs › Vote › closesAt
  steps() {
    if (this.path === '') return [];
    const [type, member] = this.path.split('.');
    const steps = [link('', text('docs')), link(type, type)];
    return [...steps.slice(0, member ? 2 : 1).flatMap((step) => [step, ' › ']), member ?? type];
  }

  beginButton(kind, field) {
    return element('button', {
      type: 'button',
      onclick: () => this.begin(draft(this.schema, kind, field)),
    }, text('begin'));
  }

  drawSearch() {
    const { found, more } = search(this.entries, this.question.value);
    const asked = this.question.value.trim() !== '';
    this.page.hidden = asked;
    this.trail.hidden = asked;
    this.found.hidden = !asked;
    const rows = found.map((entry) => element('li', {}, this.row(entry)));
    fill(this.found,
      asked && element('p', { class: 'small', role: 'status' }, text('found', { count: number(found.length + more) })),
      element('ul', { class: 'found' }, rows));
  }

  row({ kind, path, description, deprecated }) {
    const [type, member] = path.split('.');
    return element('a', { href: `#${member ? `${type}.${member}` : type}`, class: deprecated ? 'deprecated' : null },
      element('span', { class: 'found-head' },
        element('code', {}, path),
        element('span', { class: 'small' }, text(`entry-${kind}`))),
      description && element('span', { class: 'small' }, gist(description)));
  }
}

function gist(description) {
  const line = description.split('\n')[0];
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
