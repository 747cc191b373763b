// The list of completions beside the cursor. The text field keeps the focus
// and names the chosen option by aria-activedescendant.

import { element, fill } from '../element.mjs';

export class Popup {
  constructor(field, choose) {
    this.field = field;
    this.choose = choose;
    this.options = [];
    this.active = 0;
    this.id = `${field.id}-completions`;
    this.list = element('ul', { id: this.id, role: 'listbox', class: 'completions-list' });
    this.note = element('p', { class: 'completions-note' });
    this.box = element('div', { class: 'completions', hidden: true }, this.list, this.note);
    document.body.append(this.box);
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-haspopup', 'listbox');
  }

  get visible() {
    return !this.box.hidden;
  }

  open(options, place) {
    this.options = options;
    this.active = 0;
    const label = this.field.getAttribute('aria-label');
    this.list.setAttribute('aria-label', label);
    fill(this.list, options.map((option, index) => this.row(option, index)));
    this.box.hidden = false;
    this.field.setAttribute('aria-controls', this.id);
    this.position(place);
    this.show();
  }

  close() {
    if (!this.visible) return;
    this.box.hidden = true;
    this.field.removeAttribute('aria-controls');
    this.field.removeAttribute('aria-activedescendant');
  }

  move(by) {
    this.active = (this.active + by + this.options.length) % this.options.length;
    this.show();
  }

  accept() {
    this.choose(this.options[this.active]);
  }

  row(option, index) {
    return element('li', {
      id: `${this.id}-${index}`,
      role: 'option',
      class: option.deprecated ? 'completion deprecated' : 'completion',
      // mousedown, not click: the text field must not lose the focus.
      onmousedown: (event) => {
        event.preventDefault();
        this.active = index;
        this.accept();
      },
    }, element('span', {}, option.label), element('span', { class: 'completion-type' }, option.type));
  }

  show() {
    [...this.list.children].forEach((row, index) => {
      row.setAttribute('aria-selected', String(index === this.active));
    });
    const row = this.list.children[this.active];
    row.scrollIntoView({ block: 'nearest' });
    this.field.setAttribute('aria-activedescendant', row.id);
    const description = this.options[this.active].description ?? '';
    this.note.textContent = description.split('\n\n')[0];
    this.note.hidden = description === '';
  }

  // Below the cursor, or above it where the window ends.
  position(place) {
    const { style } = this.box;
    const { innerWidth, innerHeight } = window;
    style.left = `${Math.max(8, Math.min(place.left, innerWidth - this.box.offsetWidth - 8))}px`;
    const above = place.bottom + this.box.offsetHeight > innerHeight && place.top > innerHeight / 2;
    style.top = above ? 'auto' : `${place.bottom + 4}px`;
    style.bottom = above ? `${innerHeight - place.top + 4}px` : 'auto';
  }
}
