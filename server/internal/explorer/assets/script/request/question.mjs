// The pane in which the document is written and the operation to run is
// chosen.

import { byId, element, fill } from '../element.mjs';
import { complete } from '../graphql/complete.mjs';
import { format } from '../graphql/format.mjs';
import { read } from '../graphql/reader.mjs';
import { Editor, offsetOf } from '../editor/editor.mjs';
import { showHint } from '../schema/hint.mjs';
import { onLanguage, text } from '../words.mjs';

export class Question {
  // run() is asked for by the keyboard; changed() is called when the document
  // or the choice of operation is another.
  constructor({ run, changed }) {
    this.schema = null;
    this.changed = changed;
    this.choice = byId('operation');
    this.note = byId('question-note');
    this.reading = read('');
    this.editor = new Editor(byId('query-editor'), {
      tokens: (words) => this.tokens(words),
      complete: (words, caret) => complete(words, caret, this.schema),
      comments: true,
      change: () => this.onChange(),
      caret: () => this.onCaret(),
      run,
    });
    this.choice.addEventListener('change', () => changed());
    byId('format').addEventListener('click', () => this.format());
    onLanguage(() => this.drawChoice());
  }

  get text() {
    return this.editor.text;
  }

  // The operation to run; null in a document without one.
  get operation() {
    return this.reading.operations[Number(this.choice.value)] ?? this.reading.operations[0] ?? null;
  }

  setSchema(schema) {
    this.schema = schema;
    this.onChange();
    this.editor.draw();
  }

  setText(words, operationName = '') {
    this.editor.setText(words);
    const index = this.reading.operations.findIndex(({ name }) => name === operationName);
    if (index < 0) return;
    this.choice.value = String(index);
    this.changed();
  }

  preset(words) {
    this.editor.preset(words);
  }

  tell(words) {
    this.note.textContent = words;
  }

  format() {
    const formatted = format(this.text);
    this.tell(formatted === null ? text('formatFailed') : '');
    if (formatted !== null) this.editor.setText(formatted);
  }

  // mark underlines the places that the server's errors name.
  mark(wrongs) {
    this.editor.mark(wrongs.flatMap(({ locations, message }) => locations.map((location) => {
      const start = offsetOf(this.text, location);
      return { start, end: start + 1, words: message };
    })));
  }

  jump(location) {
    this.editor.select(offsetOf(this.text, location));
  }

  tokens(words) {
    this.reading = read(words, this.schema);
    const { tokens, comments } = this.reading;
    return [...tokens, ...comments].sort((one, other) => one.start - other.start);
  }

  onChange() {
    this.drawChoice();
    this.onCaret();
    this.changed();
  }

  // The operation around the cursor is the one to run.
  onCaret() {
    const { caret } = this.editor;
    const around = this.reading.operations.findIndex(({ start, end }) => start <= caret && caret <= end);
    if (around >= 0 && this.choice.value !== String(around)) {
      this.choice.value = String(around);
      this.changed();
    }
    this.tell(this.editor.wordsAt(caret));
    if (this.schema) showHint(this.schema, this.reading.tokens, caret);
  }

  drawChoice() {
    const { operations } = this.reading;
    const chosen = Number(this.choice.value);
    fill(this.choice, operations.map(({ kind, name }, index) => element('option', { value: index },
      `${text(kind)} ${name || text('untitled')}`)));
    if (operations.length > 0) this.choice.value = operations[chosen] ? chosen : 0;
    byId('operation-box').hidden = operations.length < 2;
  }
}
