package hierarchy

import "sifang/schema/fault"

// words lists kinds for people, or says that there are none.
func words[K ~string](kinds []K) any {
	if len(kinds) == 0 {
		return fault.Words{Chinese: "无", English: "none"}
	}
	return kinds
}
