// Builds and finds nodes of the page. Text always enters as text: nothing that
// a server or a reader wrote can become markup.

// element('a', {href: '#Vote', class: 'type', onclick: open}, 'Vote', child …)
// Functions become listeners, true an empty attribute, false and null none.
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  fill(node, ...children);
  return node;
}

// fill replaces what a node contains.
export function fill(node, ...children) {
  const part = document.createDocumentFragment();
  for (const child of children.flat(Infinity)) {
    if (shown(child)) part.append(child);
  }
  node.replaceChildren(part);
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

function shown(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}
