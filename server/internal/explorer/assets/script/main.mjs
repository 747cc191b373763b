// Puts the parts of the page together.

import { byId } from './element.mjs';
import { Examples } from './examples.mjs';
import { History } from './history/history.mjs';
import { HistoryPanel } from './history/panel.mjs';
import { keep, recall } from './keep.mjs';
import { Answer } from './request/answer.mjs';
import { Identity } from './request/identity.mjs';
import { Question } from './request/question.mjs';
import { Runner } from './request/runner.mjs';
import { VariablesPane } from './request/variables-pane.mjs';
import { Docs } from './schema/docs.mjs';
import { introspect } from './schema/introspect.mjs';
import { Views } from './views.mjs';
import {
  firstLanguage, language, onLanguage, rememberLanguage, setLanguage, text,
} from './words.mjs';

class Page {
  constructor({ tokens, examples }) {
    const open = (document) => this.open(document);
    const run = () => this.run();
    const changed = () => this.onChange();
    this.schema = null;
    this.views = new Views(document.querySelectorAll('.views button'));
    this.identity = new Identity(tokens);
    this.variables = new VariablesPane({ run, changed });
    this.question = new Question({ run, changed });
    this.answer = new Answer((location) => this.jump(location));
    this.history = new HistoryPanel(byId('history'), new History(), open);
    this.docs = new Docs({
      opened: () => this.views.show('docs'),
      begin: open,
      reload: () => this.loadSchema(),
    });
    this.runner = new Runner({
      answer: this.answer,
      asked: (entry) => this.history.add(entry),
      busy: () => this.drawRun(),
    });
    this.examples = new Examples(examples, open);
    this.listen();
    this.begin(recall('draft', null) ?? examples[0]);
  }

  // begin shows what the reader left here, or else the first example.
  begin(document) {
    this.variables.preset(document?.variables ?? '');
    this.question.preset(document?.query ?? '');
  }

  listen() {
    byId('run').addEventListener('click', () => (this.runner.running ? this.runner.stop() : this.run()));
    byId('side-close').addEventListener('click', () => this.views.shut());
    document.addEventListener('keydown', (event) => this.onKey(event));
    onLanguage(() => this.drawRun());
    this.drawRun();
  }

  onKey(event) {
    const { ctrlKey, metaKey, shiftKey, altKey, code } = event;
    if ((ctrlKey || metaKey) && code === 'KeyK') {
      this.views.show('docs');
      byId('docs-search').focus();
    } else if (shiftKey && altKey && code === 'KeyF') {
      this.question.format();
    } else {
      return;
    }
    event.preventDefault();
  }

  // open puts a document {query, variables, title} into the editors; title is
  // the name of the operation to choose, if there are several.
  open({ query, variables, title }) {
    this.views.show('query');
    this.variables.setText(variables);
    this.question.setText(query, typeof title === 'string' ? title : '');
  }

  onChange() {
    const { question, variables } = this;
    if (!question) return;
    variables.belongTo(question.operation, this.schema);
    keep('draft', { query: question.text, variables: variables.text });
  }

  async run() {
    const { question, variables, runner } = this;
    if (runner.running) return;
    const { operation } = question;
    if (question.text.trim() === '') question.tell(text('nothingToRun'));
    if (question.text.trim() === '' || variables.value === null) return;
    question.mark([]);
    this.views.show('answer');
    const asked = question.text;
    const misplaced = await runner.run({
      query: asked,
      variables: variables.value,
      variablesText: variables.text,
      operation,
      headers: this.identity.headers(),
    });
    if (question.text === asked) question.mark(misplaced);
  }

  jump(location) {
    this.views.show('query');
    this.question.jump(location);
  }

  drawRun() {
    const { running } = this.runner;
    byId('run').textContent = text(running ? 'stop' : 'run');
    byId('run').classList.toggle('is-running', running);
  }

  async loadSchema() {
    try {
      this.schema = await introspect(this.identity.headers());
      this.docs.load(this.schema);
      this.question.setSchema(this.schema);
    } catch (error) {
      this.docs.fail(error.message);
    }
  }
}

function listenLanguage() {
  const choice = byId('language');
  choice.value = language();
  choice.addEventListener('change', () => {
    setLanguage(choice.value);
    rememberLanguage();
  });
}

// What the server tells the page. The page is of use without it, too.
async function ask(path) {
  try {
    const response = await fetch(path);
    return await response.json();
  } catch {
    return {};
  }
}

const { language: preferred, examples = [] } = await ask('/explorer/settings.json');
const { tokens = [] } = await ask('/explorer/tokens.json');
setLanguage(firstLanguage(preferred));
listenLanguage();
const page = new Page({ tokens, examples });
document.body.classList.add('is-ready');
await page.loadSchema();
