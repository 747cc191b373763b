package rule

import (
	"bytes"
	"encoding/json"

	"sifang/schema/fault"
)

// Parse reads a rule. Its error is fault.Faults with all that is wrong, each
// with its path in the document.
func Parse(data []byte) (Rule, error) {
	var r Rule
	if faults := read(data, &r); len(faults) > 0 {
		return Rule{}, faults
	}
	if err := r.check(nil).Err(); err != nil {
		return Rule{}, err
	}
	return r, nil
}

// Validate tells whether Parse would accept the rule: its Faults are those of
// Parse.
func (r Rule) Validate() fault.Faults {
	data, err := r.Print()
	if err != nil {
		return fault.Faults{fault.New(fault.RuleUnreadable)}
	}
	_, err = Parse(data)
	faults, _ := fault.Of(err)
	return faults
}

// Print is the one form of the rule that is stored and hashed: JSON in UTF-8
// without blanks, names sorted, nothing left out that Parse requires. Printing
// what Parse made of it gives the same bytes.
func (r Rule) Print() ([]byte, error) { return canonical(r) }

func canonical(value any) ([]byte, error) {
	data, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	var tree any
	tokens := json.NewDecoder(bytes.NewReader(data))
	tokens.UseNumber()
	if err := tokens.Decode(&tree); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(tree); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}
