// A text field for code: line numbers, colours, marks, completion, and the
// habits of typing.mjs. It stays a real textarea, so that undo, input methods,
// screen readers and phones work as they do everywhere; Tab leaves it.

import { element, fill } from '../element.mjs';
import { indentLines, outdentLines, toggleComment, typed } from './typing.mjs';
import { paint, pieces, placeOf } from './paint.mjs';
import { Popup } from './popup.mjs';

// Characters that may be inserted so that they can be undone.
const longest = 8000;

export class Editor {
  // tokens(text) colours the text; complete(text, caret) is optional; the
  // listeners are change(), caret() and run().
  constructor(host, { tokens, complete = () => null, comments = false, change, caret, run }) {
    this.tokens = tokens;
    this.complete = complete;
    this.comments = comments;
    this.listeners = { change, caret, run };
    this.marks = [];
    this.field = host.querySelector('textarea');
    this.paper = element('pre', { class: 'paint', 'aria-hidden': 'true' });
    this.numbers = element('pre', { class: 'numbers', 'aria-hidden': 'true' });
    this.host = host;
    this.field.before(this.paper);
    host.prepend(this.numbers);
    this.popup = new Popup(this.field, (option) => this.acceptCompletion(option));
    this.listen();
    this.draw();
  }

  get text() {
    return this.field.value;
  }

  get caret() {
    return this.field.selectionStart;
  }

  // setText replaces everything; the reader can undo it.
  setText(text) {
    if (text === this.text) return;
    this.apply({ from: 0, to: this.text.length, insert: text, caret: 0, until: 0 });
    this.host.scrollTop = 0;
  }

  // preset is setText for a page that has just opened: it neither takes the
  // focus nor leaves anything to undo.
  preset(text) {
    this.field.value = text;
    this.field.setSelectionRange(0, 0);
    this.field.dispatchEvent(new InputEvent('input'));
  }

  // mark underlines places {start, end, words}; any edit removes the marks.
  mark(marks) {
    this.marks = marks;
    this.draw();
  }

  // wordsAt is what the marks say about the line of an offset.
  wordsAt(offset) {
    const line = lineOf(this.text, offset);
    return this.marks.find((mark) => lineOf(this.text, mark.start) === line)?.words ?? '';
  }

  select(start, end = start) {
    this.field.focus();
    this.field.setSelectionRange(start, end);
    this.reveal();
  }

  // --- events

  listen() {
    const { field } = this;
    field.addEventListener('beforeinput', (event) => this.onBeforeInput(event));
    field.addEventListener('input', (event) => this.onInput(event));
    field.addEventListener('keydown', (event) => this.onKey(event));
    field.addEventListener('pointerdown', () => this.popup.close());
    field.addEventListener('blur', () => this.popup.close());
    this.host.addEventListener('scroll', () => this.popup.close());
    document.addEventListener('selectionchange', () => {
      if (document.activeElement === field) this.listeners.caret?.();
    });
  }

  onBeforeInput(event) {
    if (event.isComposing || this.applying || !event.cancelable) return;
    const { selectionStart, selectionEnd } = this.field;
    const edit = typed(event.inputType, event.data, this.text, selectionStart, selectionEnd);
    if (!edit) return;
    event.preventDefault();
    this.apply(edit);
    if (edit.insert === '') this.popup.close();
  }

  onInput(event) {
    if (this.applying) return;
    this.onChange();
    const written = event.inputType === 'insertText' || event.inputType === 'insertCompositionText';
    const deleted = event.inputType === 'deleteContentBackward' && this.popup.visible;
    if ((written && /[\w$]/.test(event.data ?? '')) || deleted) this.offer();
    else this.popup.close();
  }

  onChange() {
    this.marks = [];
    this.draw();
    this.reveal();
    this.listeners.change?.();
  }

  onKey(event) {
    if (event.isComposing) return;
    const act = this.popupKeys(event) ?? this.editKeys(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  popupKeys({ key, ctrlKey, metaKey, altKey }) {
    if (!this.popup.visible || ctrlKey || metaKey || altKey) return null;
    if (/^(Arrow(Left|Right)|Home|End|Page(Up|Down))$/.test(key)) this.popup.close();
    return {
      ArrowDown: () => this.popup.move(1),
      ArrowUp: () => this.popup.move(-1),
      Enter: () => this.popup.accept(),
      Tab: () => this.popup.accept(),
      Escape: () => this.popup.close(),
    }[key];
  }

  editKeys({ key, code, ctrlKey, metaKey, altKey }) {
    const command = ctrlKey || metaKey;
    if (command && key === 'Enter') return () => this.onRun();
    if (ctrlKey && code === 'Space') return () => this.offer(true);
    if (altKey && code === 'Slash') return () => this.offer(true);
    if (command && code === 'BracketRight') return () => this.onLines(indentLines);
    if (command && code === 'BracketLeft') return () => this.onLines(outdentLines);
    if (command && code === 'Slash' && this.comments) return () => this.onLines(toggleComment);
    return null;
  }

  onRun() {
    this.popup.close();
    this.listeners.run?.();
  }

  onLines(change) {
    const { selectionStart, selectionEnd } = this.field;
    this.apply(change(this.text, selectionStart, selectionEnd));
  }

  // --- completion

  offer(asked = false) {
    this.offered = this.complete(this.text, this.caret);
    const { options, prefix, from } = this.offered ?? { options: [] };
    const done = options.length === 1 && options[0].label === prefix;
    if (options.length === 0 || (!asked && (done || prefix === ''))) {
      this.popup.close();
      return;
    }
    this.popup.open(options, placeOf(this.paper, from));
  }

  acceptCompletion(option) {
    const { from, to } = this.offered;
    const caret = from + option.insert.length;
    this.popup.close();
    this.apply({ from, to, insert: option.insert, caret, until: caret });
    if (option.insert.endsWith(': ')) this.offer(true);
  }

  // --- text

  // The browser's own command keeps the undo history. But it needs the focus,
  // which on a touch screen would open the keyboard unasked, and it lays out and
  // tells of every single line: what is long goes in at once and for good.
  apply({ from, to, insert, caret, until }) {
    const { field } = this;
    this.applying = true;
    const touch = document.activeElement !== field && matchMedia('(pointer: coarse)').matches;
    const direct = touch || insert.length > longest || !this.command(from, to, insert);
    if (direct) field.setRangeText(insert, from, to, 'end');
    field.setSelectionRange(caret, until);
    this.applying = false;
    this.onChange();
    this.listeners.caret?.();
  }

  command(from, to, insert) {
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(from, to);
    if (insert === '') return from === to || document.execCommand('delete');
    return document.execCommand('insertText', false, insert);
  }

  draw() {
    const { text } = this;
    paint(this.paper, pieces(text, this.tokens(text), this.marks));
    const wrong = new Map(this.marks.map((mark) => [lineOf(text, mark.start), mark.words]));
    fill(this.numbers, text.split('\n').map((_, index) => {
      const words = wrong.get(index + 1);
      const kind = words === undefined ? null : 'is-wrong';
      return element('span', { class: kind, title: words }, `${index + 1}\n`);
    }));
  }

  // reveal scrolls the line of the cursor into view.
  reveal() {
    if (document.activeElement !== this.field) return;
    const place = placeOf(this.paper, this.caret);
    const frame = this.host.getBoundingClientRect();
    const margin = place.height;
    if (place.bottom + margin > frame.bottom) this.host.scrollTop += place.bottom + margin - frame.bottom;
    if (place.top < frame.top) this.host.scrollTop -= frame.top - place.top + margin;
    const left = frame.left + this.numbers.offsetWidth;
    if (place.right + 16 > frame.right) this.host.scrollLeft += place.right + 16 - frame.right;
    if (place.left < left) this.host.scrollLeft -= left - place.left + 16;
  }
}

// The number of the line, from 1, on which an offset lies.
export function lineOf(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

// The offset of a line and column as GraphQL counts them, from 1.
export function offsetOf(text, { line, column }) {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(before + column - 1, text.length);
}
