package explorer

import "sifang/schema/fault"

// Config is what the page is told about the server behind it. Its zero value
// is a page without demonstration identities and without examples.
type Config struct {
	// Tokens are the identities a reader of the page may take on. Whoever
	// reaches the page reads them: only demonstration data may have any.
	Tokens []Token
	// Examples are offered in a menu, in this order.
	Examples []Example
	// Language is the one the page opens in until its reader chooses another;
	// empty leaves it to the browser.
	Language fault.Language
}

// Label is a short text in both languages of the page.
type Label struct {
	Chinese string `json:"zh"`
	English string `json:"en"`
}

// Token lets a reader of the page ask as one person of the demonstration data.
// Bearer is sent as it is after "Authorization: Bearer".
type Token struct {
	Role   Label  `json:"role"`
	Person string `json:"person"`
	Bearer string `json:"bearer"`
}

// Example is a document to start from. Variables is the text of a JSON object,
// shown as it is written, or empty.
type Example struct {
	Title     Label  `json:"title"`
	Query     string `json:"query"`
	Variables string `json:"variables"`
}

// identities is the answer of /explorer/tokens.json.
type identities struct {
	Tokens []Token `json:"tokens"`
}

// settings is the answer of /explorer/settings.json.
type settings struct {
	Language fault.Language `json:"language"`
	Examples []Example      `json:"examples"`
}

// listed makes an absent list an empty one: scripts see [] and never null.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
