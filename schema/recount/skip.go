package recount

// skip passes over a value of any type, and refuses what is no JSON.
func (r *reader) skip() {
	switch c := r.next(); {
	case c == '{':
		if r.open('{', "object") {
			for first := true; r.more('}', first); first = false {
				r.name()
				r.skip()
			}
		}
	case c == '[':
		if r.open('[', "array") {
			for first := true; r.more(']', first); first = false {
				r.skip()
			}
		}
	case c == '"':
		r.string()
	case c == '-' || c >= '0' && c <= '9':
		r.number()
	default:
		r.literal()
	}
}

// raw passes over a value and gives its first and last byte.
func (r *reader) raw() (int, int) {
	r.next()
	start := r.at
	r.skip()
	return start, r.at
}

func (r *reader) literal() {
	for _, word := range []string{"true", "false", "null"} {
		if end := r.at + len(word); end <= len(r.text) && r.text[r.at:end] == word {
			r.at = end
			return
		}
	}
	r.unreadable()
}

// number passes over a number of any form.
func (r *reader) number() {
	if r.peek() == '-' {
		r.at++
	}
	if r.peek() == '0' {
		r.at++
	} else if !r.digits() {
		return
	}
	if r.peek() == '.' {
		r.at++
		r.digits()
	}
	if c := r.peek(); c == 'e' || c == 'E' {
		r.at++
		if c := r.peek(); c == '+' || c == '-' {
			r.at++
		}
		r.digits()
	}
}

// digits passes over one digit or more.
func (r *reader) digits() bool {
	start := r.at
	for c := r.peek(); c >= '0' && c <= '9'; c = r.peek() {
		r.at++
	}
	if r.at == start {
		r.unreadable()
		return false
	}
	return true
}

func (r *reader) peek() byte {
	if r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
}
