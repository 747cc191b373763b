// Package explorer is the page on which a person asks the service questions:
// they choose who they are, write a query, read the answer, and look up what
// every word of the API means, in Chinese or in English.
//
// The page is a GraphQL IDE made of plain HTML, CSS and JavaScript modules
// that lie beside this file and travel inside the binary. Nothing is built,
// bundled or fetched from elsewhere, so it works on a closed network, and the
// Content-Security-Policy forbids it to speak to any origin but its own. There
// it expects the API at /graphql and the printed schema at /schema.graphql.
//
// What the page remembers (drafts, history, the chosen language) stays in the
// browser. Tokens are never among it: those of a demonstration are asked for
// anew by every page, and a pasted one is gone when the page is closed.
package explorer
