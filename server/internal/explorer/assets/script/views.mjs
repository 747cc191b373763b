// Which panes are seen. A wide window shows the query, its answer and, if
// asked for, one side panel; a narrow one shows a single view at a time.

const narrow = matchMedia('(max-width: 719px)');
const wide = matchMedia('(min-width: 1100px)');
const sides = ['docs', 'history'];

export class Views {
  // The buttons carry data-view: query, answer, docs or history.
  constructor(buttons) {
    this.buttons = [...buttons];
    this.view = 'query';
    this.side = wide.matches ? 'docs' : '';
    for (const button of this.buttons) {
      button.addEventListener('click', () => this.press(button.dataset.view));
    }
    narrow.addEventListener('change', () => this.draw());
    this.draw();
  }

  // press is what a button does: on a wide window it opens and shuts the side.
  press(view) {
    if (!narrow.matches && this.side === view) this.shut();
    else this.show(view);
  }

  show(view) {
    this.view = view;
    if (sides.includes(view)) this.side = view;
    this.draw();
  }

  shut() {
    this.side = '';
    this.view = 'query';
    this.draw();
  }

  draw() {
    const { dataset } = document.body;
    dataset.view = this.view;
    dataset.side = this.side;
    for (const button of this.buttons) {
      const shown = narrow.matches ? this.view : this.side;
      button.setAttribute('aria-pressed', String(button.dataset.view === shown));
    }
  }
}
