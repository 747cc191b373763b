// The pane that shows what came back.

import { byId, element, fill } from '../element.mjs';
import { piece } from '../editor/paint.mjs';
import { layout, markLists, write } from '../json/layout.mjs';
import { number, onLanguage, text, when } from '../words.mjs';
import { wrongs } from './wrongs.mjs';

// Longer answers are shown without colours: a hundred thousand coloured words
// would make the page slow, and nobody reads them one by one.
const longest = 200_000;
const mostEvents = 50;

export class Answer {
  // jump(location) is called when a reader follows an error to its place.
  constructor(jump) {
    this.jump = jump;
    this.status = byId('answer-status');
    this.wrongs = byId('answer-wrongs');
    this.body = byId('answer-body');
    this.copy = byId('answer-copy');
    this.copy.addEventListener('click', () => this.copyText());
    this.state = { kind: 'idle' };
    onLanguage(() => this.draw());
    this.draw();
  }

  show(state) {
    this.state = state;
    this.draw();
  }

  running(events = []) {
    this.show({ kind: 'running', events });
  }

  // The answer of a subscription grows; the newest event stands first.
  event(data) {
    const event = { at: new Date().toISOString(), text: data };
    this.running([event, ...this.state.events]);
  }

  draw() {
    const { state } = this;
    fill(this.status, this.summary());
    fill(this.wrongs, this.problems().map((wrong) => this.problem(wrong)));
    this.wrongs.hidden = this.wrongs.childElementCount === 0;
    this.copy.hidden = !this.text();
    if (state.events?.length > 0) fill(this.body, state.events.slice(0, mostEvents).map(eventBox));
    else if (this.text()) fill(this.body, code(this.text()));
    else fill(this.body, element('p', { class: 'empty' }, text(`answer-${state.kind}`)));
  }

  text() {
    const { answer, events } = this.state;
    return answer?.text || events?.map((event) => event.text).join('\n') || '';
  }

  problems() {
    const { answer, events } = this.state;
    const bodies = answer?.text ? [answer.body] : (events ?? []).slice(0, 1).map(({ text: each }) => parsed(each));
    return bodies.flatMap((body) => wrongs(body));
  }

  summary() {
    const { kind, answer, events, reason } = this.state;
    if (kind === 'failed') return element('span', { class: 'badge is-wrong' }, text('answerFailed', { reason }));
    const counted = events?.length > 0 && text('events', { count: number(events.length) });
    if (kind === 'running') return [element('span', { class: 'badge is-running' }, text('running')), counted];
    if (kind === 'stopped') return [element('span', { class: 'badge' }, text('stopped')), counted];
    if (kind !== 'answered') return [];
    const good = answer.status >= 200 && answer.status < 300;
    return [
      element('span', { class: good ? 'badge is-good' : 'badge is-wrong' }, `HTTP ${answer.status}`),
      element('span', {}, duration(answer.duration)),
      element('span', {}, size(answer.bytes)),
      counted && element('span', {}, counted),
    ];
  }

  problem(wrong) {
    const places = wrong.locations.map((location) => element('button', {
      type: 'button',
      class: 'link',
      onclick: () => this.jump(location),
    }, text('lineColumn', location)));
    return element('li', { class: `problem is-${wrong.kind}` },
      element('p', { class: 'problem-head' },
        element('span', { class: 'problem-kind' }, text(wrong.kind)),
        wrong.code && element('code', {}, wrong.code),
        places),
      element('p', {}, wrong.message),
      (wrong.path || wrong.facts.length > 0) && element('p', { class: 'small' },
        [wrong.path && element('code', {}, wrong.path), ...wrong.facts.map((fact) => element('code', {}, fact))]));
  }

  async copyText() {
    const { answer } = this.state;
    const copied = answer?.text ? write(layout(answer.text)) : this.text();
    await navigator.clipboard.writeText(copied);
    this.copy.textContent = text('copied');
    setTimeout(() => { this.copy.textContent = text('copy'); }, 1500);
  }
}

function code(answer) {
  const pre = element('pre', { class: 'json', tabindex: '0', 'aria-label': text('answer') });
  const coloured = answer.length <= longest && parsed(answer) !== null;
  if (coloured) fill(pre, markLists(layout(answer), ['userErrors', 'errors']).map(codeLine));
  else fill(pre, answer);
  return pre;
}

// A line that is too long goes on below, two steps in from where it began.
function codeLine({ depth, pieces, list }) {
  const kind = list ? `line in-${list}` : 'line';
  const line = element('span', { class: kind }, '  '.repeat(depth), pieces.map(piece));
  line.style.setProperty('--depth', depth);
  return line;
}

function eventBox({ at, text: data }) {
  return element('section', { class: 'event' }, element('h3', { class: 'small' }, when(at)), code(data));
}

function parsed(value) {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

function duration(milliseconds) {
  return milliseconds < 1000
    ? `${number(Math.round(milliseconds))} ms`
    : `${number(milliseconds / 1000)} s`;
}

function size(bytes) {
  return bytes < 1000 ? `${number(bytes)} B` : `${number(bytes / 1000)} kB`;
}
