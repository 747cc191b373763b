// The pane in which the variables are written, and told what is wrong with
// them.

import { byId } from '../element.mjs';
import { Editor, lineOf } from '../editor/editor.mjs';
import { lex } from '../json/lexer.mjs';
import { samples } from '../schema/skeleton.mjs';
import { onLanguage, text } from '../words.mjs';
import { inspect } from './variables.mjs';

export class VariablesPane {
  constructor({ run, changed }) {
    this.operation = null;
    this.schema = null;
    this.note = byId('variables-note');
    this.fillIn = byId('fill-in');
    this.editor = new Editor(byId('variables-editor'), {
      tokens: lex,
      change: () => {
        this.tell();
        changed();
      },
      run,
    });
    this.fillIn.addEventListener('click', () => this.fill());
    onLanguage(() => this.tell());
  }

  get text() {
    return this.editor.text;
  }

  // The object to send, or null while the JSON has a mistake.
  get value() {
    return inspect(this.text, this.operation).value;
  }

  setText(words) {
    this.editor.setText(words);
    this.tell();
  }

  preset(words) {
    this.editor.preset(words);
  }

  // belongTo names the operation whose variables these are.
  belongTo(operation, schema) {
    this.operation = operation;
    this.schema = schema;
    this.tell();
  }

  fill() {
    const completed = samples(this.schema, this.operation.variables, this.value);
    this.setText(JSON.stringify(completed, null, 2));
    this.editor.field.focus();
  }

  tell() {
    const { mistake, value, missing, unknown } = inspect(this.text, this.operation);
    const absent = this.operation?.variables.some(({ name }) => !(name in (value ?? {})));
    this.fillIn.hidden = !(this.schema && value && absent);
    this.note.textContent = mistake ? this.sentence(mistake) : [
      missing.length > 0 && text('variablesMissing', { names: missing.join(', ') }),
      unknown.length > 0 && text('variablesUnknown', { names: unknown.join(', ') }),
    ].filter(Boolean).join(' ');
    this.note.classList.toggle('is-wrong', mistake !== null);
    this.editor.field.setAttribute('aria-invalid', String(mistake !== null));
    if (mistake || this.editor.marks.length > 0) {
      this.editor.mark(mistake ? [{ ...mistake, words: this.note.textContent }] : []);
    }
  }

  sentence({ start, reason, facts }) {
    const line = lineOf(this.text, start);
    const column = start - this.text.lastIndexOf('\n', start - 1);
    return text('jsonAt', { line, column, reason: text(reason, facts) });
  }
}
