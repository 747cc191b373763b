// The page in Chinese and English.
//
// Text in the HTML is named by attributes: data-word (content), data-word-label
// (aria-label), data-word-hint (title) and data-word-placeholder. Scripts call
// text(); what they drew is drawn again by onLanguage.

import { keep, recall } from './keep.mjs';
import { table } from './table.mjs';

const listeners = [];
let current = 'en';

export function language() {
  return current;
}

// firstLanguage is what the reader chose before, else what the server
// prefers, else what the browser asks for.
export function firstLanguage(preferred) {
  const wanted = [recall('language', ''), preferred, navigator.language].find(Boolean) ?? 'en';
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function setLanguage(chosen) {
  current = chosen;
  dress(document);
  listeners.forEach((listener) => listener());
}

export function rememberLanguage() {
  keep('language', current);
}

export function onLanguage(listener) {
  listeners.push(listener);
}

// text answers the words under a key; each {name} becomes the fact.
export function text(key, facts = {}) {
  const words = pick(table[key] ?? { zh: key, en: key });
  return words.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);
}

// pick chooses from {zh, en}; where one is missing, the other is better.
export function pick(label) {
  const { zh, en } = label;
  return current === 'zh' ? zh || en : en || zh;
}

export function number(value) {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);
}

export function when(instant) {
  const format = new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium' });
  return format.format(new Date(instant));
}

function locale() {
  return current === 'zh' ? 'zh-CN' : 'en-GB';
}

function dress(root) {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
  document.title = text('title');
  const each = (attribute, put) => {
    for (const node of root.querySelectorAll(`[${attribute}]`)) put(node, text(node.getAttribute(attribute)));
  };
  each('data-word', (node, words) => { node.textContent = words; });
  each('data-word-label', (node, words) => node.setAttribute('aria-label', words));
  each('data-word-hint', (node, words) => node.setAttribute('title', words));
  each('data-word-placeholder', (node, words) => node.setAttribute('placeholder', words));
}
