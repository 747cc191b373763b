// The coloured copy of a text field's text that lies under it. The field is
// transparent; its text and the copy use one font and never wrap, so that each
// character covers its double.

import { element, fill } from '../element.mjs';

// paint shows pieces {text, role, wrong}; one more line keeps the height when
// the text ends with a line break.
export function paint(pre, pieces) {
  fill(pre, pieces.map(piece), '\n');
}

export function piece({ text, role, wrong }) {
  const classes = [role && `is-${role}`, wrong && 'is-wrong'].filter(Boolean);
  return classes.length > 0 ? element('span', { class: classes.join(' ') }, text) : text;
}

// pieces puts back the blanks between tokens; a piece is wrong if one of the
// marks {start, end} lies on it.
export function pieces(text, tokens, marks) {
  const list = [];
  let end = 0;
  for (const token of tokens) {
    if (token.start > end) list.push({ text: text.slice(end, token.start) });
    const wrong = marks.some((mark) => mark.start < token.end && mark.end > token.start);
    list.push({ text: token.text, role: token.role ?? token.kind, wrong });
    end = token.end;
  }
  list.push({ text: text.slice(end) });
  return list;
}

// placeOf is the rectangle of the character at an offset of the painted text.
export function placeOf(pre, offset) {
  const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
  let rest = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (rest < node.length) {
      const range = document.createRange();
      range.setStart(node, rest);
      range.setEnd(node, rest + 1);
      const boxes = range.getClientRects();
      return boxes[boxes.length - 1] ?? range.getBoundingClientRect();
    }
    rest -= node.length;
  }
  return pre.getBoundingClientRect();
}
