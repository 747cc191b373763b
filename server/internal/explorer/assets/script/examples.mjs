// The menu of documents to start from.

import { byId, element, fill } from './element.mjs';
import { onLanguage, pick } from './words.mjs';

export class Examples {
  // choose(example) is called with what a reader picked.
  constructor(examples, choose) {
    this.menu = byId('examples');
    this.list = byId('examples-list');
    this.examples = examples;
    this.choose = choose;
    this.menu.hidden = examples.length === 0;
    this.menu.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    this.menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !this.menu.contains(relatedTarget)) this.menu.open = false;
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.menu.contains(target)) this.menu.open = false;
    });
    onLanguage(() => this.draw());
    this.draw();
  }

  draw() {
    fill(this.list, this.examples.map((example) => element('li', {}, element('button', {
      type: 'button',
      onclick: () => {
        this.close();
        this.choose(example);
      },
    }, pick(example.title)))));
  }

  close() {
    this.menu.open = false;
    this.menu.querySelector('summary').focus();
  }
}
