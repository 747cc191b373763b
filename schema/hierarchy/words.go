package hierarchy

import (
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
)

// words lists kinds for people. Kinds are written as the API writes them.
func words(kinds []schema.OrganizationKind) fault.Words {
	if len(kinds) == 0 {
		return fault.Words{Chinese: "无", English: "none"}
	}
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = string(kind)
	}
	return fault.Words{Chinese: strings.Join(names, "、"), English: strings.Join(names, ", ")}
}
