// Package web is the service on the network: which paths there are, how large
// a request may be, who may call from other origins, and who is calling.
package web
